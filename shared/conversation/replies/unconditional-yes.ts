import { dateAt, spanAt, weekdayAt } from '../parse/written-dates.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { conditionWords } from '../words/time-words.ts';

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
    !Object.values(conditionWords).some((words) => mentions(tokens, words)) &&
    !tokens.some((_, i) => namesDay(tokens, i))
  );
};
