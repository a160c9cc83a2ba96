import { type Token, tokenize } from '../text/normalize.ts';
import { mentions, type Vocabulary } from '../text/vocabulary.ts';
import { visitWords as words } from '../words/visit-words.ts';

/** What somebody says who has promised to come, and whom nobody has asked just now. */
export type PledgeReply = 'cannot-come' | 'given' | 'arrived';

/** A longer text has something else to say. "I won't be able to come, sorry, I have fever" is all of these. */
const maxTokens = 14;

/**
 * The text without what only divides it. A full stop or dash inside a phrase would be overlooked (vocabulary.ts), and
 * "nahi. aa raha hu" is the opposite of "nahi aa raha hu".
 */
const read = (text: string): Token[] => tokenize(text.replace(/[.।॥\p{Pd}]/gu, ','));

const isPause = (token: Token): boolean =>
  token.kind === 'mark' && [',', '!', '\n'].includes(token.text);

/** Is all of it one of these words, piece by piece? */
const isMadeOf = (tokens: readonly Token[], parts: readonly Vocabulary[]): boolean => {
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    const length = Math.max(...parts.map((part) => part.at(tokens, i)));
    if (length === 0 && !(token && isPause(token))) return false;
    i += Math.max(1, length);
  }
  return true;
};

const says = (tokens: readonly Token[], what: Vocabulary, ...beside: Vocabulary[]): boolean =>
  tokens.length <= maxTokens &&
  mentions(tokens, what) &&
  isMadeOf(tokens, [what, words.beside, ...beside]);

/** "Haan de diya": given, and nothing but that. "Form de diya" and "diya kya?" are not. */
export const saysDonated = (text: string): boolean => says(read(text), words.given, words.now);

const namesIn = (hospital: string): Vocabulary => {
  const names = new Set(tokenize(hospital).map((token) => token.text));
  return { at: (tokens, i) => (names.has(tokens[i]?.text ?? '') ? 1 : 0) };
};

/**
 * What a text says of a visit that is promised, when it is short and says nothing else: a question, a condition, another
 * day or another person make it unclear. `hospital`: its name may be said too.
 */
export const parsePledgeReply = (text: string, hospital = ''): PledgeReply | undefined => {
  const tokens = read(text);
  if (says(tokens, words.cannotCome, words.because)) return 'cannot-come';
  if (says(tokens, words.given, words.now)) return 'given';
  return says(tokens, words.reached, words.now, words.there, namesIn(hospital))
    ? 'arrived'
    : undefined;
};
