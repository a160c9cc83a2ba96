import type { Token } from '../../text/normalize.ts';
import { parseSmallNumber } from '../../text/parse-small-number.ts';
import { endsBefore, mentions, type Vocabulary } from '../../text/vocabulary.ts';
import { severalWords } from '../../words/several/several-words.ts';
import { unitWords } from '../../words/unit-words.ts';
import type { GroupMention } from '../parse-blood-group.ts';
import type { ComponentMention } from '../parse-component.ts';

/*
 * Two or three needs in one text: "4 PRBC + 4 FFP", or two injured people with two groups. The text is cut between them.
 * Both are read back one after the other, so a wrong cut is seen before anything is sent.
 */

/** `isEach`: the number is said once for all of them: "dono ko 2-2 unit". */
export type SplitNeeds = { by: 'component' | 'group'; parts: string[]; isEach: boolean };

/** A text with more needs than this is asked about as one. */
const mostNeeds = 3;

type Mention = { from: number; to: number; key: string };
type Read = { tokens: readonly Token[]; text: string };

/** The first mention of each value, in order; undefined when there is only one value, or too many. */
const distinct = (mentionsOf: readonly Mention[]): Mention[] | undefined => {
  const first = mentionsOf.filter(
    ({ key }, i) => mentionsOf.findIndex((other) => other.key === key) === i,
  );
  return first.length >= 2 && first.length <= mostNeeds ? first : undefined;
};

/** The number of units at a mention: directly before it, or after it up to the next one. */
const countOf = (
  { tokens }: Read,
  mention: Mention,
  next: Mention | undefined,
): number | undefined => {
  const before = skipBack(tokens, mention.from - 1);
  if (parseSmallNumber(tokens[before]) !== undefined) return before;
  for (let i = mention.to; i < Math.min(mention.to + 5, next?.from ?? tokens.length); i++) {
    const isCounted = parseSmallNumber(tokens[i]) !== undefined && isUnitAt(tokens, i + 1);
    if (isCounted) return i;
  }
  return undefined;
};

/** From i back over "unit of": the number stands before it. */
const skipBack = (tokens: readonly Token[], i: number): number => {
  let at = i;
  for (let n = 0; n < 3; n++) {
    const words: Vocabulary[] = [unitWords.unit, unitWords.filler];
    if (words.every((word) => word.at(tokens, at) === 0)) break;
    at--;
  }
  return at;
};

const isUnitAt = (tokens: readonly Token[], i: number): boolean =>
  unitWords.unit.at(tokens, i) > 0 || unitWords.shortUnit.at(tokens, i) > 0;

const isDivider = (tokens: readonly Token[], i: number): boolean =>
  severalWords.and.at(tokens, i) > 0 ||
  [',', ';', '\n', '+', '&', '/', '.', '।'].includes(tokens[i]?.text ?? '');

/** The last divider between two needs: what follows belongs to the second. */
const cutBetween = ({ tokens }: Read, from: number, to: number): number | undefined => {
  for (let i = to - 1; i >= from; i--) if (isDivider(tokens, i)) return i;
  return undefined;
};

const cut = (read: Read, needs: readonly Mention[], counts: readonly (number | undefined)[]) => {
  const cuts = needs.slice(1).map((need, n) => {
    const before = needs[n];
    const start = Math.max(before?.to ?? 0, (counts[n] ?? -1) + 1);
    const at = cutBetween(read, start, Math.min(need.from, counts[n + 1] ?? need.from));
    // "badi ka A+ chhoti ka B+, do do unit": nothing but the next person stands between.
    return at ?? (counts.every((count) => count === undefined) ? start : undefined);
  });
  if (cuts.some((at) => at === undefined)) return undefined;
  const at = cuts.flatMap((i) => read.tokens[i ?? 0]?.start ?? []);
  return [...at, read.text.length].map((end, n) => read.text.slice(at[n - 1] ?? 0, end));
};

const hasEither = (read: Read, needs: readonly Mention[]): boolean =>
  needs.some((need) => endsBefore(read.tokens, need.from, severalWords.either)) ||
  mentions(read.tokens, severalWords.either);

/** The parts of a text that asks for several groups, each for its own patient, or for several components of one. */
export const splitNeeds = (
  read: Read,
  groups: readonly GroupMention[],
  components: readonly ComponentMention[],
): SplitNeeds | undefined => {
  const { tokens } = read;
  if (mentions(tokens, severalWords.received)) return undefined;
  const isClear = groups.every(({ group }) => group !== undefined);
  const people = isClear
    ? distinct(groups.map(({ group, from, to }) => ({ from, to, key: group ?? '' })))
    : undefined;
  if (people) return byGroup(read, people);
  const asked = components.filter(({ isCount }) => !isCount);
  const kinds = distinct(asked.map(({ component, from, to }) => ({ from, to, key: component })));
  return kinds && byComponent(read, kinds);
};

const byGroup = (read: Read, people: readonly Mention[]): SplitNeeds | undefined => {
  if (hasEither(read, people)) return undefined;
  const counts = people.map((one, n) => countOf(read, one, people[n + 1]));
  const isEach = counts.filter((at) => at !== undefined).length < people.length;
  if (isEach && !mentions(read.tokens, severalWords.eachOne)) return undefined;
  const parts = cut(read, people, isEach ? people.map(() => undefined) : counts);
  return parts && { by: 'group', parts, isEach };
};

const byComponent = (read: Read, kinds: readonly Mention[]): SplitNeeds | undefined => {
  const counts = kinds.map((one, n) => countOf(read, one, kinds[n + 1]));
  if (counts.some((at) => at === undefined)) return undefined;
  const parts = cut(read, kinds, counts);
  return parts && { by: 'component', parts, isEach: false };
};
