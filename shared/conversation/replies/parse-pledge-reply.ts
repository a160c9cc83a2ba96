import { isMadeOf } from '../text/made-of.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions, type Vocabulary } from '../text/vocabulary.ts';
import { visitWords as words } from '../words/visit-words.ts';
import { parseAlertReply } from './parse-alert-reply.ts';

/** An unprompted reply from a donor with a pledge. */
export type PledgeReply = 'cannot-come' | 'given' | 'arrived';

/** A longer text says more than this. "I won't be able to come, sorry, I have fever" has twelve tokens. */
const maxTokens = 14;

/**
 * The tokens of a reply, with a comma for each full stop and dash. A phrase may contain a full stop or dash
 * (vocabulary.ts), but "nahi. aa raha hu" is the opposite of "nahi aa raha hu".
 */
const tokenizeReply = (text: string): Token[] => tokenize(text.replace(/[.।॥\p{Pd}]/gu, ','));

const saysOnly = (tokens: readonly Token[], what: Vocabulary, ...beside: Vocabulary[]): boolean =>
  tokens.length <= maxTokens &&
  mentions(tokens, what) &&
  isMadeOf(tokens, [what, words.beside, ...beside]);

/** True when a text says only that blood was given: "haan de diya", but not "form de diya" or "diya kya?". */
export const saysDonated = (text: string): boolean =>
  saysOnly(tokenizeReply(text), words.given, words.now);

/** "By mistake I came to the wrong hospital". */
export const saysWrongPlace = (text: string): boolean => mentions(tokenize(text), words.wrongPlace);

const namesIn = (hospital: string): Vocabulary => {
  const names = new Set(tokenize(hospital).map((token) => token.text));
  return { at: (tokens, i) => (names.has(tokens[i]?.text ?? '') ? 1 : 0) };
};

/**
 * What a short text says about a pledged visit. A question, a condition, another day or another person make it unclear
 * (undefined). The text may contain the name of the `hospital`.
 */
export const parsePledgeReply = (text: string, hospital = ''): PledgeReply | undefined => {
  const tokens = tokenizeReply(text);
  if (saysOnly(tokens, words.cannotCome, words.because)) return 'cannot-come';
  if (parseAlertReply(text, true) === 'no') return 'cannot-come';
  if (saysOnly(tokens, words.given, words.now)) return 'given';
  return saysOnly(tokens, words.reached, words.now, words.there, namesIn(hospital))
    ? 'arrived'
    : undefined;
};
