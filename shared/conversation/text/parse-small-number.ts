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
