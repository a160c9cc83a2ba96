import type { Token } from '../text/normalize.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { departmentWords, wardNumberWords, wardWords } from './ward-words.ts';

/** "hai", "ke", "mein", "ne", "are", "se", "to", "pe", "you", "wo": one letter for a word. */
const wordLetters = /[hkmnrstpuo]/;

/** A ward's letter is a capital, or has its number with it ("b-2"). Where all are capitals it may stand for a word. */
const isLetter = (tokens: readonly Token[], i: number, raw: string): boolean => {
  const token = tokens[i];
  if (token?.kind !== 'word' || !/^[a-hj-z]$/.test(token.text)) return false;
  const next = tokens[i + 1]?.text === '-' && tokens[i + 1]?.glued ? i + 2 : i + 1;
  if (tokens[next]?.kind === 'number' && tokens[next]?.glued) return true;
  const isCapital = /\p{Lu}/u.test(raw.slice(token.start, token.end));
  return isCapital && (/\p{Ll}/u.test(raw) || !wordLetters.test(token.text));
};

const isNumber = (tokens: readonly Token[], i: number, raw: string): boolean =>
  /^\d{1,4}$/.test(tokens[i]?.text ?? '') || isLetter(tokens, i, raw);

/** "ward no 5", "5 no ward". */
const numberAt = (
  { tokens, raw }: { tokens: readonly Token[]; raw: string },
  i: number,
  word: Vocabulary,
): string | undefined => {
  const length = word.at(tokens, i);
  if (length === 0) return undefined;
  let next = i + length + wardNumberWords.at(tokens, i + length);
  while (tokens[next]?.kind === 'mark' && '-#:.'.includes(tokens[next]?.text ?? '')) next += 1;
  if (isNumber(tokens, next, raw)) return tokens[next]?.text.toUpperCase();
  const before = tokens[i - 2];
  return wardNumberWords.at(tokens, i - 1) === 1 && before?.kind === 'number'
    ? before.text
    : undefined;
};

const firstOf = <T>(
  tokens: readonly Token[],
  read: (i: number) => T | undefined,
): T | undefined => {
  for (let i = 0; i < tokens.length; i++) {
    const found = read(i);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Where in the hospital the family is, in a few words of ours: "ICU ward 5 bed 12". Undefined when the text does not say. */
export const parseWard = (tokens: readonly Token[], raw: string): string | undefined => {
  const departments = Object.entries(departmentWords).flatMap(([name, word]) =>
    tokens.some((_, i) => word.at(tokens, i) > 0) ? [name] : [],
  );
  const places = Object.entries(wardWords).flatMap(([name, word]) => {
    const number = firstOf(tokens, (i) => numberAt({ tokens, raw }, i, word));
    return number === undefined ? [] : [`${name} ${number}`];
  });
  return [...departments.slice(0, 1), ...places].join(' ').slice(0, 40) || undefined;
};
