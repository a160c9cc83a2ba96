import { isDoubtfulSign } from '../text/decoration.ts';
import { isMadeOf } from '../text/made-of.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions, type Vocabulary } from '../text/vocabulary.ts';
import { guardWords as guards } from '../words/answers/guard-words.ts';
import { replyWords as words } from '../words/answers/reply-words.ts';
import { answerWords } from '../words/command-words.ts';
import { assentWords } from '../words/small-talk-words.ts';
import { visitWords } from '../words/visit-words.ts';
import { isUnconditionalYes } from './unconditional-yes.ts';

/** A longer text says more than yes or no. */
const maxReplyTokens = 16;

/** The tokens outside these phrases. */
export const tokensWithout = (
  tokens: readonly Token[],
  ...phrases: readonly Vocabulary[]
): Token[] => {
  const rest: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    const length = Math.max(...phrases.map((phrase) => phrase.at(tokens, i)));
    const token = tokens[i];
    if (length === 0 && token) rest.push(token);
    i += Math.max(1, length);
  }
  return rest;
};

const hasAny = (tokens: readonly Token[], ...lists: readonly Vocabulary[]): boolean =>
  lists.some((phrases) => mentions(tokens, phrases));

/** "Nahi. Aa raha hu" is the opposite of "nahi aa raha hu", so a full stop or dash ends a phrase. */
const tokenizeSentences = (text: string): Token[] => tokenize(text.replace(/[.।॥\p{Pd}]/gu, ','));

/** "Yes sure", "haan ji bilkul 💪": a yes with nothing else. "Haan boliye" is none. */
const isPlainYes = (tokens: readonly Token[]): boolean =>
  mentions(tokens, answerWords.yes) &&
  tokensWithout(tokens, answerWords.yes, words.agreeing, words.besideYes).every(
    ({ kind, text }) => kind === 'mark' && text !== '?',
  );

/**
 * A yes or no in words to "can you come?". A question, a condition, a doubt, another day or another person leaves it
 * unclear (undefined), and the hotline asks again. `isAgreed`: the donor has agreed before, and "busy" is no refusal.
 */
export const parseAlertReply = (text: string, isAgreed = false): 'yes' | 'no' | undefined => {
  const all = tokenizeSentences(text);
  if (all.length > maxReplyTokens || all.some(isDoubtfulSign)) return undefined;
  const tokens = tokensWithout(all, guards.noProblem);
  // "No problem" alone: to "can you come?" it is a yes.
  if (!isAgreed && tokens.length < all.length && isMadeOf(tokens, [words.besideYes])) return 'yes';
  const { question, condition, doubt, otherPerson, otherDay, hearsay, not } = guards;
  if (hasAny(tokens, question, condition, doubt, otherPerson, hearsay)) return undefined;
  const refusals = [visitWords.cannotCome, words.declining, ...(isAgreed ? [] : [words.occupied])];
  const rest = tokensWithout(tokens, ...refusals);
  // "Ok, leave it": beside a refusal, an "ok" only takes note.
  const isNoted = rest.length < tokens.length && isMadeOf(rest, [assentWords, words.besideYes]);
  const agrees = mentions(rest, words.agreeing) || (isPlainYes(rest) && !isNoted);
  if (rest.length < tokens.length) {
    const isUnclear = agrees || hasAny(tokens, otherDay, guards.but, words.otherThing);
    return isUnclear ? undefined : 'no';
  }
  return agrees && !mentions(tokens, not) && isUnconditionalYes(text) ? 'yes' : undefined;
};

/** "Cancel kr do mera" from a donor who has agreed. */
export const saysCancel = (text: string): boolean => {
  const tokens = tokenizeSentences(text);
  const { question, condition, doubt, otherPerson, otherDay, not } = guards;
  return (
    tokens.length <= maxReplyTokens &&
    !tokens.some(isDoubtfulSign) &&
    mentions(tokens, words.cancelling) &&
    !hasAny(tokens, question, condition, doubt, otherPerson, otherDay, not)
  );
};
