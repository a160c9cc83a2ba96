import { numberWords } from '../words/number-words.ts';
import type { Token } from './normalize.ts';

/**
 * A whole number of at most three digits, or a number word up to twelve. "do" (two) is also English: the caller looks at
 * what follows.
 */
export const parseSmallNumber = (token: Token | undefined): number | undefined => {
  if (!token || token.kind === 'mark') return undefined;
  if (token.kind === 'number') return token.text.length <= 3 ? Number(token.text) : undefined;
  return numberWords.get(token.text);
};

/** True for part of a decimal, of a date or of a code of letters and digits: "Hb 5.2", "12/10", "B12". */
export const isPartOfOther = (tokens: readonly Token[], i: number): boolean => {
  const [first, before, far] = [tokens[i], tokens[i - 1], tokens[i - 2]];
  if (first?.kind !== 'number' || !first.glued) return false;
  return (
    before?.kind === 'mark' &&
    ['.', '/', ':'].includes(before.text) &&
    far?.kind === 'number' &&
    before.glued
  );
};
