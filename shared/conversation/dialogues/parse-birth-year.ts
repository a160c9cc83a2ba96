import { type EpochMs, toCalendar } from '../../terms/time.ts';
import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import { mentions } from '../text/vocabulary.ts';
import { joinWords } from '../words/donor-words.ts';

/** The oldest age that is accepted, in years. */
const oldest = 110;

const yearOf = (digits: string, age: boolean, thisYear: number): number | undefined => {
  const n = Number(digits);
  if (digits.length === 4) return n >= thisYear - oldest && n <= thisYear ? n : undefined;
  if (digits.length > 2 || n < 1) return undefined;
  // Two digits are an age below 70 and a year of birth ("85") from 70 on, unless words say which.
  if (age || n < 70) return thisYear - n;
  return 1900 + n;
};

/**
 * The year of birth from a year ("1985", "'85", "15/8/1985") or an age ("28", "28 saal", "उम्र 28"). Two digits alone
 * are an age below 70 and a year from 70 on. An age counts as reached this year.
 */
export const parseBirthYear = (text: string, now: EpochMs): number | undefined => {
  const tokens = tokenizeWithoutPhones(text);
  const { year } = toCalendar(now);
  const numbers = tokens.filter((token) => token.kind === 'number');
  const full = numbers.find((token) => token.text.length === 4 && yearOf(token.text, false, year));
  if (full) return yearOf(full.text, false, year);
  const isAge = mentions(tokens, joinWords.age);
  const isBirth =
    mentions(tokens, joinWords.birth) || tokens.some(({ text: mark }) => mark === "'");
  const last = numbers.at(-1);
  // "15/8/85": the last number of a date is its year.
  const isDate = numbers.length === 3;
  if (!last || (numbers.length > 1 && !isDate)) return undefined;
  if ((isBirth && !isAge) || isDate) {
    const two = last.text.length === 2 ? Number(last.text) : undefined;
    return two === undefined ? undefined : two > year % 100 ? 1900 + two : 2000 + two;
  }
  return yearOf(last.text, isAge, year);
};
