import type { Question } from '../../people/person.ts';
import { tokenize } from '../text/normalize.ts';
import { mentions, type Vocabulary, vocabulary } from '../text/vocabulary.ts';
import { visitWords } from '../words/visit-words.ts';
import { saysDonated } from './parse-pledge-reply.ts';
import { isUnconditionalYes } from './unconditional-yes.ts';

/*
 * Words where a digit was asked for: "pahunch gaya" to "have you reached?". Looked at only when a text is no command,
 * and only while that question is open.
 */
const onTheWay = vocabulary(
  'on the way, on my way, coming, i am coming, reaching, reaching soon, raste me, raaste me, raste mein, raaste mein, rasta, aa raha, aa rahi, a raha, nikal gaya, nikal gayi, nikal chuka, pahunch raha, pahunch rahi, pahuch raha, रास्ते में, आ रहा, आ रही, निकल गया, निकल गई, निकल चुका, पहुंच रहा, पहुंच रही',
  true,
);
const coming = vocabulary(
  'i will come, will come, i am ready, ready, coming, i am coming, aaunga, aaungi, aunga, aaoonga, aa jaunga, aa jaungi, aa jaunga, aa raha, aa rahi, aa sakta, aa sakti, tayyar, taiyar, taiyaar, main aata, main aati, आऊंगा, आऊंगी, आऊँगा, आऊँगी, आ जाऊंगा, आ जाऊंगी, आ रहा, आ रही, आ सकता, आ सकती, तैयार',
  true,
);
const sentBack = vocabulary(
  'sent me back, sent back, doctor said no, doctor refused, rejected, could not give, doctor ne mana, mana kar diya, mana kiya, wapas bhej diya, vapas bhej diya, lauta diya, nahi liya, डॉक्टर ने मना, मना कर दिया, मना किया, वापस भेज दिया, लौटा दिया, नहीं लिया',
  true,
);
const notYet = vocabulary(
  'not yet, waiting, still waiting, abhi nahi, abhi nahin, intezar, intezaar, line me, अभी नहीं, इंतजार, इंतज़ार, लाइन में',
  true,
);
const stillNeeded = vocabulary(
  'still needed, still need, needed, yes needed, abhi bhi chahiye, ab bhi chahiye, chahiye, zaroorat hai, jarurat hai, अभी भी चाहिए, अब भी चाहिए, चाहिए, जरूरत है, ज़रूरत है',
  true,
);
const not = vocabulary('not, no, nahi, nahin, nhi, cannot, cant, नहीं, नही', true);

/** Digits by the words that mean them; the first that is mentioned. `no`: also in a sentence that says no. */
const meant: Partial<Record<Question['about'], readonly (readonly [Vocabulary, number, 'no'?])[]>> =
  {
    alert: [[coming, 1]],
    'still-coming': [[coming, 1]],
    arrived: [
      [visitWords.reached, 1],
      [onTheWay, 2],
    ],
    gave: [
      [sentBack, 2, 'no'],
      [notYet, 3, 'no'],
    ],
    'still-needed': [[stillNeeded, 1]],
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
  const saysNo = mentions(tokens, not);
  return meant[about]?.find(
    ([words, , evenNo]) => (evenNo || !saysNo) && mentions(tokens, words),
  )?.[1];
};
