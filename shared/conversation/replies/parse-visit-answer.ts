import type { Question } from '../../people/person.ts';
import { tokenize } from '../text/normalize.ts';
import { mentions, type Vocabulary } from '../text/vocabulary.ts';
import { visitWords } from '../words/visit-words.ts';
import { saysDonated } from './parse-pledge-reply.ts';
import { isUnconditionalYes } from './unconditional-yes.ts';

/*
 * Words where a digit was asked for: "pahunch gaya" to "have you reached?". Looked at only when a text is no command,
 * and only while that question is open.
 */

/** Digits by the words that mean them; the first that is mentioned. `no`: also in a sentence that says no. */
const meant: Partial<Record<Question['about'], readonly (readonly [Vocabulary, number, 'no'?])[]>> =
  {
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

/** A sentence of more words has something else to say. */
const maxWords = 9;

/** The digit that words stand for, as an answer to that question; undefined: they say something else. */
export const parseVisitAnswer = (about: Question['about'], text: string): number | undefined => {
  const tokens = tokenize(text);
  if (tokens.length > maxWords) return undefined;
  if (about === 'gave' && saysDonated(text)) return 1;
  const asksForYes = about === 'alert' || about === 'still-coming';
  if (asksForYes && !isUnconditionalYes(text)) return undefined;
  const saysNo = mentions(tokens, visitWords.not);
  return meant[about]?.find(
    ([words, , evenNo]) => (evenNo || !saysNo) && mentions(tokens, words),
  )?.[1];
};
