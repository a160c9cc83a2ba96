import { dateAt, spanAt, weekdayAt } from '../parse/written-dates.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { glossOf } from '../words/glosses/gloss-of.ts';
import { conditionWords } from '../words/visit-words.ts';

const mentionsDay = (tokens: readonly Token[], i: number): boolean => {
  const span = spanAt(tokens, i);
  const isLong = span !== undefined && span.unit !== 'minute' && span.unit !== 'hour';
  return isLong || weekdayAt(tokens, i) !== undefined || dateAt(tokens, i) !== undefined;
};

/** "Chhutti mil gayi to aa jaunga": what has not happened yet, then "to", is a condition without an "if". */
const hasUnspokenIf = (tokens: readonly Token[]): boolean =>
  tokens.some(({ text }, i) => {
    const before = tokens[i - 1];
    const isThen = before !== undefined && ['to', 'toh', 'तो'].includes(text);
    return isThen && glossOf(before).some((meaning) => meaning.endsWith('.p'));
  });

/**
 * True when a yes in this text has no condition, question or other day. A yes raises a family's hope and may share two
 * phone numbers, so for any other text the hotline asks for the digit again. `mayAsk`: its question is read as one beside
 * the yes.
 */
export const isUnconditionalYes = (text: string, { mayAsk = false } = {}): boolean => {
  const tokens = tokenize(text);
  const { otherDay, question, condition } = conditionWords;
  const doubtful = mayAsk ? [otherDay, condition] : [otherDay, question, condition];
  return (
    !doubtful.some((words) => mentions(tokens, words)) &&
    !tokens.some((_, i) => mentionsDay(tokens, i)) &&
    !hasUnspokenIf(tokens)
  );
};
