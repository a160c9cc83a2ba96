import { isDecoration } from './decoration.ts';
import type { Token } from './normalize.ts';
import type { Vocabulary } from './vocabulary.ts';

const isPause = (token: Token): boolean =>
  isDecoration(token) || (token.kind === 'mark' && [',', '!', '\n'].includes(token.text));

/** True when the text has only these words and pauses. */
export const isMadeOf = (tokens: readonly Token[], parts: readonly Vocabulary[]): boolean => {
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    const length = Math.max(...parts.map((part) => part.at(tokens, i)));
    if (length === 0 && !(token && isPause(token))) return false;
    i += Math.max(1, length);
  }
  return true;
};
