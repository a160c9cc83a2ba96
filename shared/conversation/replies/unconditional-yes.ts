import { dateAt, spanAt, weekdayAt } from '../parse/written-dates.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { conditionWords } from '../words/visit-words.ts';

const mentionsDay = (tokens: readonly Token[], i: number): boolean => {
  const span = spanAt(tokens, i);
  const isLong = span !== undefined && span.unit !== 'minute' && span.unit !== 'hour';
  return isLong || weekdayAt(tokens, i) !== undefined || dateAt(tokens, i) !== undefined;
};

/**
 * True when a yes in this text has no condition, question or other day. A yes raises a family's hope and may share two
 * phone numbers, so for any other text the hotline asks for the digit again.
 */
export const isUnconditionalYes = (text: string): boolean => {
  const tokens = tokenize(text);
  return (
    !Object.values(conditionWords).some((words) => mentions(tokens, words)) &&
    !tokens.some((_, i) => mentionsDay(tokens, i))
  );
};
