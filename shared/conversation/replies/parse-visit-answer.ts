import type { Question } from '../../people/person.ts';
import { tokenize } from '../text/normalize.ts';
import { mentions, type Vocabulary } from '../text/vocabulary.ts';
import { visitWords } from '../words/visit-words.ts';
import { saysDonated } from './parse-pledge-reply.ts';
import { isUnconditionalYes } from './unconditional-yes.ts';

/*
 * Words in answer to a question that asks for a digit: "pahunch gaya" to "have you reached?". Used only when a text is
 * no command, and only while that question is open.
 */

/** The words of each digit; the first that a text mentions counts. `no`: they count in a sentence that says no, too. */
const digitWords: Partial<
  Record<Question['about'], readonly (readonly [Vocabulary, number, 'no'?])[]>
> = {
  alert: [[visitWords.coming, 1]],
  'still-coming': [[visitWords.coming, 1]],
  arrived: [
    [visitWords.reached, 1],
    [visitWords.onTheWay, 2],
  ],
  gave: [
    [visitWords.sentBack, 2, 'no'],
    [visitWords.notYet, 3, 'no'],
  ],
  'still-needed': [[visitWords.stillNeeded, 1]],
};

/** A longer sentence says more than an answer. */
const maxWords = 9;

/** The digit that a text means as an answer to that question; undefined when it says something else. */
export const parseVisitAnswer = (about: Question['about'], text: string): number | undefined => {
  const tokens = tokenize(text);
  if (tokens.length > maxWords) return undefined;
  if (about === 'gave' && saysDonated(text)) return 1;
  const asksForYes = about === 'alert' || about === 'still-coming';
  if (asksForYes && !isUnconditionalYes(text)) return undefined;
  const saysNo = mentions(tokens, visitWords.not);
  return digitWords[about]?.find(
    ([words, , evenNo]) => (evenNo || !saysNo) && mentions(tokens, words),
  )?.[1];
};
