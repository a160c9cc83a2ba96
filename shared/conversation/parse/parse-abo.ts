import type { Token } from '../text/normalize.ts';
import { endsBefore } from '../text/vocabulary.ts';
import {
  aboLetters,
  aboLettersWithSign,
  bloodGroupWords,
  joinedSigns,
} from '../words/blood-group-words.ts';

export type Abo = 'A' | 'B' | 'AB' | 'O';
export type Sign = '+' | '-';

/** "bpos", "बीपॉजिटिव": letter and sign in one word. */
const parseJoined = (text: string): { abo: Abo; sign: Sign } | undefined => {
  for (const length of [3, 2, 1]) {
    const abo = aboLetters.get(text.slice(0, length));
    const sign = abo && joinedSigns.get(text.slice(length));
    if (abo && sign) return { abo, sign };
  }
  return undefined;
};

export type ParsedAbo = {
  abo: Abo;
  next: number;
  /** The sign, when it is part of the same word. */
  sign?: Sign;
  /** True when it is a group only with a sign. */
  needsSign?: boolean;
  /** True for "a b+": AB+, or one B+. */
  isUnsure?: boolean;
};

/** True for the letters of "b/o Rekha" (baby of), "s/o", "c/o" and "a/c". */
const isRelationLetter = (tokens: readonly Token[], i: number): boolean => {
  const isSlash = (n: number): boolean => tokens[n]?.text === '/' && tokens[n]?.glued === true;
  const shortBefore = (tokens[i - 2]?.text.length ?? 9) <= 1;
  const shortAfter = tokens[i + 2]?.kind === 'word' && (tokens[i + 2]?.text.length ?? 9) <= 1;
  const isSigned =
    ['+', '-', '('].includes(tokens[i + 3]?.text ?? '') ||
    ['+', '-', '('].includes(tokens[i + 1]?.text ?? '');
  return !isSigned && ((isSlash(i - 1) && shortBefore) || (isSlash(i + 1) && shortAfter));
};

const isCapital = (token: Token, raw: string): boolean =>
  raw.slice(token.start, token.end) !== token.text;

/** A1, A2, A1B, A2B: subgroups count as their group. */
const parseSubgroup = (tokens: readonly Token[], i: number): ParsedAbo | undefined => {
  const [digit, letter] = [tokens[i + 1], tokens[i + 2]];
  if (tokens[i]?.text !== 'a' || !digit?.glued || !['1', '2'].includes(digit.text))
    return undefined;
  return letter?.glued && letter.text === 'b'
    ? { abo: 'AB', next: i + 3, needsSign: true }
    : { abo: 'A', next: i + 2, needsSign: true };
};

/** A and B as two tokens: "A B", "a.b", "ए बी". */
const parsePair = (tokens: readonly Token[], i: number, raw: string): ParsedAbo | undefined => {
  const [first, dot] = [tokens[i], tokens[i + 1]];
  const at = dot?.text === '.' && dot.glued ? i + 2 : i + 1;
  const second = tokens[at];
  if (
    !first ||
    !second ||
    aboLetters.get(first.text) !== 'A' ||
    aboLetters.get(second.text) !== 'B'
  )
    return undefined;
  if (first.text !== 'a') return { abo: 'AB', next: at + 1 };
  if (second.text !== 'b') return undefined;
  if (at > i + 1) return { abo: 'AB', next: at + 1, needsSign: true };
  // "need a B+ donor": a small a before a capital B is the article.
  const isArticle = !isCapital(first, raw) && isCapital(second, raw);
  return isArticle ? undefined : { abo: 'AB', next: at + 1, isUnsure: true, needsSign: true };
};

/** A, B, AB or O at token i, in letters of either script. undefined when the letter means something else. */
export const parseAbo = (
  tokens: readonly Token[],
  i: number,
  raw: string,
): ParsedAbo | undefined => {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token || endsBefore(tokens, i, bloodGroupWords.otherLetter)) return undefined;
  // "5.0+", "12B": part of a number, or of the number of a house.
  if (
    token.glued &&
    (before?.kind === 'number' || (before?.text === '.' && tokens[i - 2]?.kind === 'number'))
  )
    return before?.kind === 'number' &&
      ['+'].includes(tokens[i + 1]?.text ?? '') &&
      aboLetters.has(token.text)
      ? { abo: aboLetters.get(token.text) ?? 'O', next: i + 1, needsSign: true }
      : undefined;
  if (isRelationLetter(tokens, i)) return undefined;
  const single = aboLetters.get(token.text);
  if (single)
    return parseSubgroup(tokens, i) ?? parsePair(tokens, i, raw) ?? { abo: single, next: i + 1 };
  const signed = aboLettersWithSign.get(token.text);
  if (signed) return { abo: signed, next: i + 1, needsSign: true };
  const whole = parseJoined(token.text);
  return whole && { ...whole, next: i + 1 };
};
