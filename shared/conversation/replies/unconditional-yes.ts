import { dateAt, spanAt, weekdayAt } from '../parse/written-dates.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions, vocabulary } from '../text/vocabulary.ts';

const otherDay = vocabulary(
  'tomorrow, tomorow, tmrw, kal, kl, parso, parson, parsu, next, agli, agle, agla, later, baad me, baad mein, phir kabhi, fir kabhi, kabhi aur, another day, some other day, कल, परसों, परसो, अगली, अगले, अगला, बाद में, फिर कभी',
  true,
);
const asks = vocabulary(
  '?, kya, kia, who, what, can i, should i, kaun, kon, koun, kab, क्या, कौन, कब',
  true,
);
/** "But" is half a condition: "ready but need transport". */
const condition = vocabulary(
  'if, agar, agr, yadi, unless, provided, when, jab, but, lekin, magar, अगर, यदि, जब, लेकिन, मगर',
  true,
);

const namesDay = (tokens: readonly Token[], i: number): boolean => {
  const span = spanAt(tokens, i);
  const isLong = span !== undefined && span.unit !== 'minute' && span.unit !== 'hour';
  return isLong || weekdayAt(tokens, i) !== undefined || dateAt(tokens, i) !== undefined;
};

/**
 * May a yes in this text be taken as one? Not when it names another day, asks something or makes a condition: a
 * family's hope and two phone numbers hang on it, so the digit is asked for once more.
 */
export const isUnconditionalYes = (text: string): boolean => {
  const tokens = tokenize(text);
  return (
    ![otherDay, asks, condition].some((words) => mentions(tokens, words)) &&
    !tokens.some((_, i) => namesDay(tokens, i))
  );
};
