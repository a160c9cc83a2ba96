import { isUnconditionalYes } from '../replies/unconditional-yes.ts';
import { isDoubtfulSign } from '../text/decoration.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { guardWords } from '../words/answers/guard-words.ts';
import { glossOf } from '../words/glosses/gloss-of.ts';
import { visitWords } from '../words/visit-words.ts';
import type { ActName } from './acts/act.ts';

/* Which promises of a donor, and which news, a text tells without a doubt. */

type Scores = ReadonlyMap<string, number>;

const promises: readonly ActName[] = ['yes', 'drop', 'gave'];
/** So sure a promise may stand beside a question, or a word of another person. */
const plainCertainty = 0.75;

/** "SRN blood centre" alone tells of no gift. */
const saysWhatHappened = (token: Token): boolean =>
  glossOf(token).some((meaning) => meaning.endsWith('.p') || meaning === 'DONATION');

/** A condition, a doubt or another person beside a promise is asked about; so is another day beside a yes. */
const isUnconditional = (
  act: ActName,
  { text, scores }: { text: string; scores: Scores },
): boolean => {
  const isPlain = (scores.get(act) ?? 0) >= plainCertainty;
  const tokens = tokenize(text);
  if (act === 'gave' && (!tokens.some(saysWhatHappened) || mentions(tokens, visitWords.sentBack)))
    return false;
  if (isPlain && act !== 'yes') return true;
  const { condition, doubt, otherPerson, hearsay } = guardWords;
  const guards = isPlain ? [condition, doubt] : [condition, doubt, otherPerson, hearsay];
  return (
    (act !== 'yes' || isUnconditionalYes(text, { mayAsk: isPlain })) &&
    !tokens.some(isDoubtfulSign) &&
    !guards.some((words) => mentions(tokens, words))
  );
};

/** Without a promise that is not certain. What then remains is taken only where it changes nothing. */
export const withoutUncertain = (
  chosen: readonly ActName[],
  text: string,
  scores: Scores,
): ActName[] => {
  const kept = chosen.filter(
    (act) => !promises.includes(act) || isUnconditional(act, { text, scores }),
  );
  return kept.length === chosen.length || kept.every((act) => act === 'ask') ? kept : [];
};

/** What a text speaks of that wants no more messages. */
const ofMessages = /^(?:CALL|DISTURB|LIST|MESSAGE|NAME|NUMBER|PHONE|REMOVE|SEND|STOP|TROUBLE)/;
const speaksOfMessages = (text: string): boolean =>
  tokenize(text).some((token) => glossOf(token).some((meaning) => ofMessages.test(meaning)));

/**
 * Without what the words do not say: "how many are coming, and when?" tells of no donor who is there, and nobody is taken
 * off the list who speaks of no message.
 */
export const withoutUnsaid = (chosen: readonly ActName[], text: string): ActName[] =>
  chosen.filter(
    (act) =>
      (act !== 'arrived' || !mentions(tokenize(text), guardWords.question)) &&
      (act !== 'stop-messages' || speaksOfMessages(text)),
  );
