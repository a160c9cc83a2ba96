import { type BloodGroup, bloodGroups } from '../../terms/blood-group.ts';
import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import type { Token } from '../text/normalize.ts';
import { endsBefore } from '../text/vocabulary.ts';
import { bloodGroupWords as words } from '../words/blood-group-words.ts';
import { type Abo, parseAbo } from './parse-abo.ts';
import { parseRh } from './parse-rh.ts';

/** The blood group in a text. `start` and `end` cut the first mention out of the original. */
export type BloodGroupFound =
  | { type: 'found'; group: BloodGroup; start: number; end: number }
  /** A group is meant, but it is not certain which: "B" alone, "B-2 units", two different groups. */
  | { type: 'unclear'; abo: Abo | undefined; start: number; end: number };

/** One mention of a group. Token indices, `to` exclusive. */
export type GroupMention = {
  group: BloodGroup | undefined;
  abo: Abo | undefined;
  from: number;
  to: number;
};

const groupOf = (name: string): BloodGroup | undefined =>
  bloodGroups.find((group) => group === name);

/**
 * How many tokens from i on name the Bombay group; 0 otherwise. "Bombay" is also a city and "Oh" an exclamation, so they
 * count only alone or beside a word such as "group" or "blood".
 */
const matchBombay = (tokens: readonly Token[], i: number): number => {
  const length = words.bombay.at(tokens, i) || words.oh.at(tokens, i);
  if (length === 0) return 0;
  const after = i + length;
  const wordCount = tokens.filter((token) => token.kind !== 'mark').length;
  const isAlone = wordCount === length;
  const isNamed = words.group.at(tokens, after) > 0 || endsBefore(tokens, i, words.group);
  const isBlood = words.blood.at(tokens, after) > 0 && words.bloodBank.at(tokens, after) === 0;
  return isAlone || isNamed || isBlood ? length : 0;
};

/** True when an ABO letter without a sign is meant as a group. */
const isMeantAsGroup = (
  tokens: readonly Token[],
  from: number,
  to: number,
  raw: string,
): boolean => {
  const isOnly = tokens.every(
    (token, i) =>
      (i >= from && i < to) || token.kind === 'mark' || words.aroundLetter.at(tokens, i) > 0,
  );
  if (isOnly || endsBefore(tokens, from, words.group)) return true;
  const first = tokens[from];
  if (!first) return false;
  // "a group of donors", "ab chahiye" (needed now), "o bhai": small letters that are words.
  const isSmallWord = words.smallLetter.at(tokens, from) > 0 && to - from === 1;
  const isSmall = isSmallWord && raw.slice(first.start, first.end) === first.text;
  if (isSmall) return first.text !== 'a' && words.group.at(tokens, to) > 0;
  return words.group.at(tokens, to) > 0 || words.afterLetter.at(tokens, to) > 0;
};

type Text = { tokens: readonly Token[]; raw: string };

/** True for a letter without a sign that stands in a list with a group: "A ya B+", "B+ or O". */
const isListed = (
  { tokens, raw }: Text,
  [from, to]: readonly [number, number],
  last: GroupMention | undefined,
): boolean => {
  const link = words.either.at(tokens, to);
  const next = link > 0 ? parseAbo(tokens, to + link, raw) : undefined;
  const rh = next && (next.sign ?? parseRh(tokens, next.next, to + link));
  if (rh !== undefined && rh !== 'none') return true;
  const first = tokens[from];
  // "B+ or a donor", "b+ aur ab chahiye": here small letters are words.
  const isSmall = first !== undefined && raw.slice(first.start, first.end) === first.text;
  return (
    !isSmall &&
    last !== undefined &&
    last.to < from &&
    words.either.at(tokens, last.to) === from - last.to
  );
};

const parseMention = (
  text: Text,
  i: number,
  last: GroupMention | undefined,
): GroupMention | undefined => {
  const { tokens, raw } = text;
  const bombay = matchBombay(tokens, i);
  if (bombay > 0) return { group: 'Oh', abo: undefined, from: i, to: i + bombay };
  const abo = parseAbo(tokens, i, raw);
  if (!abo) return undefined;
  const rh = abo.sign ? { sign: abo.sign, next: abo.next } : parseRh(tokens, abo.next, i);
  if (rh === 'none') return undefined;
  const span = { abo: abo.abo, from: i, to: rh?.next ?? abo.next };
  if (rh && rh.sign !== '?' && !abo.isUnsure)
    return { ...span, group: groupOf(`${abo.abo}${rh.sign}`) };
  const isMeant = rh
    ? abo.isUnsure === true || !abo.needsSign
    : !abo.needsSign &&
      (isMeantAsGroup(tokens, i, abo.next, raw) || isListed(text, [i, abo.next], last));
  return isMeant ? { ...span, group: undefined } : undefined;
};

/** All mentions of a blood group, in order. Linear. */
export const findGroupMentions = (tokens: readonly Token[], raw: string): GroupMention[] => {
  const mentions: GroupMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const mention = parseMention({ tokens, raw }, i, mentions.at(-1));
    if (!mention) continue;
    mentions.push(mention);
    i = mention.to - 1;
  }
  return mentions;
};

/** The group of all mentions together, or unclear. "B" and "B+" agree; "B+" and "O+" do not. */
export const resolveGroup = (
  mentions: readonly GroupMention[],
  tokens: readonly Token[],
): BloodGroupFound | undefined => {
  const bombay = mentions.find(({ group }) => group === 'Oh');
  const others = mentions.filter(({ abo, group }) => group !== 'Oh' && abo !== 'O');
  // "Oh, not O positive": a need for the Bombay group often says what it must not be taken for.
  if (bombay && others.length === 0 && mentions.length > 1) return resolveGroup([bombay], tokens);
  const first = mentions.find((mention) => mention.group) ?? mentions[0];
  if (!first) return undefined;
  const start = tokens[first.from]?.start ?? 0;
  const end = tokens[first.to - 1]?.end ?? start;
  const isOne = mentions.every(({ abo }) => abo === first.abo);
  const isSure = mentions.every(({ group }) => group === undefined || group === first.group);
  if (first.group && isOne && isSure) return { type: 'found', group: first.group, start, end };
  return { type: 'unclear', abo: isOne ? first.abo : undefined, start, end };
};

/**
 * The blood group that a text or a CSV cell names, in any notation people use: "B+", "b +ve", "Bpos", "बी पॉजिटिव",
 * "0+" with a zero, "A1B+", "bombay". A wrong group kills, so a sign that may be a dash, and a letter that may be an
 * article or part of an illness, are unclear or no group. Two different groups are unclear.
 */
export const parseBloodGroup = (text: string): BloodGroupFound | undefined => {
  const tokens = tokenizeWithoutPhones(text);
  return resolveGroup(findGroupMentions(tokens, text), tokens);
};
