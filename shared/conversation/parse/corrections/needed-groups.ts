import type { Token } from '../../text/normalize.ts';
import { endsBefore } from '../../text/vocabulary.ts';
import { offeredGroupWords as words } from '../../words/corrections/offered-group-words.ts';
import { needWords } from '../../words/request-words.ts';
import type { GroupMention } from '../parse-blood-group.ts';

const boundaries = new Set(['.', ',', ';', '\n', '!', '?', '|', '-', '—']);
const conjunctions = new Set([
  'but',
  'par',
  'pr',
  'lekin',
  'magar',
  'पर',
  'लेकिन',
  'मगर',
  'बाकिर',
  'jo',
  'जो',
  'and',
]);

type WordList = { at: (all: readonly Token[], i: number) => number };

/** The clause around a mention: what it says, and where it ends. */
const clauseOf = (
  tokens: readonly Token[],
  { from, to }: GroupMention,
  mentions: readonly GroupMention[],
) => {
  const isBoundary = (i: number): boolean =>
    tokens[i] === undefined ||
    (!mentions.some((one) => i >= one.from && i < one.to) &&
      (boundaries.has(tokens[i]?.text ?? '') || conjunctions.has(tokens[i]?.text ?? '')));
  let [start, end] = [from, to];
  while (start > 0 && !isBoundary(start - 1)) start--;
  while (end < tokens.length && !isBoundary(end)) end++;
  const saysIn = (from: number, to: number) => (list: WordList) =>
    tokens.some((_, i) => i >= from && i < to && list.at(tokens, i) > 0);
  const says = saysIn(start, end);
  const offers = (from: number, to: number): boolean =>
    tokens.some(
      (_, i) =>
        i >= from && i < to && words.offer.at(tokens, i) > 0 && !endsBefore(tokens, i, words.kept),
    );
  const has = (one: GroupMention): boolean => one.from >= start && one.to <= end;
  // "My cousin is B+ and can donate": the offer stands in the clause that goes on.
  let next = end + 1;
  while (
    ['and', ','].includes(tokens[end]?.text ?? '') &&
    next < tokens.length &&
    !isBoundary(next)
  )
    next++;
  const hasGroup = mentions.some(({ from }) => from >= end && from < next);
  const goesOnToOffer = !hasGroup && offers(end, next) && !saysIn(end, next)(needWords);
  // "Replacement donors (A+, B+)": a group in a list says nothing of its own.
  const isListed = tokens.every(
    ({ kind }, i) =>
      i < start ||
      i >= end ||
      kind === 'mark' ||
      mentions.some((one) => i >= one.from && i < one.to),
  );
  return { says, has, offers: offers(start, end), goesOnToOffer, isListed };
};

/** Whether the group of this mention is another one than the one that is needed, by the clause around it. */
const isOther = (
  tokens: readonly Token[],
  mention: GroupMention,
  mentions: readonly GroupMention[],
): boolean => {
  const { says, has, offers, goesOnToOffer } = clauseOf(tokens, mention, mentions);
  if (!says(needWords)) return goesOnToOffer || offers || says(words.own) || says(words.wrong);
  // "Badle me hum O+ aur B+ de sakte hai jitna chahiye": need and offer in one clause, the needed group in another.
  const isNeededElsewhere = mentions.some(
    (one) => !has(one) && !clauseOf(tokens, one, mentions).offers,
  );
  return (
    offers &&
    (isNeededElsewhere || mentions.every((one) => !has(one) || one.group === mention.group))
  );
};

/** The mentions of the group that is needed. Those of donors in exchange, of the sender and of mistakes are left out. */
export const neededGroups = (
  mentions: readonly GroupMention[],
  tokens: readonly Token[],
): readonly GroupMention[] => {
  const groups = new Set(mentions.map(({ group }) => group));
  if (groups.size < 2) return mentions;
  let isLastOther = false;
  const needed = mentions.filter((mention) => {
    const { isListed } = clauseOf(tokens, mention, mentions);
    isLastOther = (isListed && isLastOther) || isOther(tokens, mention, mentions);
    return !isLastOther;
  });
  return needed.length > 0 ? needed : mentions;
};
