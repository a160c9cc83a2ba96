import { tokenize } from '../text/normalize.ts';
import { spokenDigit } from './spoken-digit.ts';

/* What a person who is rung answers to "do you want to talk?". */

const yes = new Set('हाँ हां जी हांजी हाँजी बोलिए बोलो yes yeah haan han ji ok okay ठीक'.split(' '));
const no = new Set('नहीं नही ना मत बाद अभी no not later nahi nahin busy'.split(' '));
/** A voicemail talks longer than a person who answers a question. */
const mostWords = 3;

type Heard = { key?: string; words?: string };

/** `isAskedAgain`: any key or short word but a no counts then. */
export const legAnswer = (
  { key = '', words = '' }: Heard,
  isAskedAgain: boolean,
): 'yes' | 'no' | 'again' => {
  const said = key || spokenDigit(words) || '';
  const spoken = tokenize(words).map(({ text }) => text);
  const unclear = isAskedAgain ? 'no' : 'again';
  if (said === '1') return 'yes';
  if (said === '2') return 'no';
  if (said !== '') return isAskedAgain ? 'yes' : 'again';
  if (spoken.length === 0 || spoken.length > mostWords) return unclear;
  if (spoken.some((word) => no.has(word))) return 'no';
  return isAskedAgain || spoken.every((word) => yes.has(word)) ? 'yes' : 'again';
};
