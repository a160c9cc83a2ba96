import { type Token, tokenize, withPlainDigits } from '#shared/conversation/text/normalize.ts';
import { listWords } from '#shared/conversation/words/lists/list-words.ts';
import { monthWords, weekdayWords } from '#shared/conversation/words/time-words.ts';
import {
  type Day,
  dayOf,
  daySchema,
  type EpochMs,
  epochMs,
  toCalendar,
} from '#shared/terms/time.ts';
import { cell } from './cell.ts';

/** A longer cell is not a day. */
const maxDayLength = 80;

/** What stands behind a day: "00:00:00", "T10:30", "10.30 am IST". */
const timeBehind =
  /(?:[\s,]+(?:at\s+)?|T)(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?:\s*(?:hrs?|ist|gmt|utc|z|[+-]\d{2}:?\d{2}|\([^()]*\)))*$/i;

/** A moment as machines write it, with its offset: 2024-10-11T18:30:00Z is 12 October in India. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;

/** A spreadsheet's day number, counted from 30 December 1899. Five digits reach from 1927 to 2173. */
const dayNumber = /^([1-9]\d{4})(?:\.\d+)?$/;

const toDay = (year: number | undefined, month = 0, day = 0): Day | undefined => {
  const parts = [
    String(year).padStart(4, '0'),
    ...[month, day].map((n) => String(n).padStart(2, '0')),
  ];
  return year !== undefined && year >= 1800 && year <= 2100
    ? daySchema.safeParse(parts.join('-')).data
    : undefined;
};

/** Years in two digits are of this century up to ten years from now. */
const fullYear = ({ text }: Token, now: EpochMs): number | undefined => {
  const n = Number(text);
  if (text.length === 4) return n;
  if (text.length !== 2) return undefined;
  return n <= (toCalendar(now).year % 100) + 10 ? 2000 + n : 1900 + n;
};

const fromDayNumber = (n: number): Day =>
  daySchema.parse(new Date(Date.UTC(1899, 11, 30 + n)).toISOString().slice(0, 10));

/** 20241012, 12102024. */
const fromEightDigits = (text: string): Day | undefined => {
  const at = (from: number, to: number): number => Number(text.slice(from, to));
  const isYear = (year: number): boolean => year >= 1900 && year <= 2100;
  const yearFirst = isYear(at(0, 4)) && toDay(at(0, 4), at(4, 6), at(6, 8));
  return yearFirst || (isYear(at(4, 8)) ? toDay(at(4, 8), at(2, 4), at(0, 2)) : undefined);
};

const monthOf = (token: Token): number | undefined => {
  const index = monthWords.findIndex((names) => names.at([token], 0) > 0);
  return index < 0 ? undefined : index + 1;
};

const isAround = (token: Token): boolean =>
  listWords.aroundDay.at([token], 0) > 0 || weekdayWords.some((names) => names.at([token], 0) > 0);

/** Day first, as in India: 12/10/2024, 10-Dec-24, 2024-10-12, December 10, 2024. */
const fromThree = ([a, b, c]: [Token, Token, Token], now: EpochMs): Day | undefined => {
  const shape = [a, b, c].map(({ kind, text }) => (kind === 'word' ? 'w' : text.length)).join(' ');
  const isShort = (token: Token): boolean => token.kind === 'number' && token.text.length <= 2;
  if (/^4 [12] [12]$/.test(shape)) return toDay(Number(a.text), Number(b.text), Number(c.text));
  if (/^4 w [12]$/.test(shape)) return toDay(Number(a.text), monthOf(b), Number(c.text));
  const year = c.kind === 'number' ? fullYear(c, now) : undefined;
  if (isShort(a) && isShort(b)) return toDay(year, Number(b.text), Number(a.text));
  if (isShort(a) && b.kind === 'word') return toDay(year, monthOf(b), Number(a.text));
  return a.kind === 'word' && isShort(b) ? toDay(year, monthOf(a), Number(b.text)) : undefined;
};

/** A day as lists write it, its year included. Any day that exists: whether it can be is for the column to say. */
export const parseWrittenDay = (raw: string, now: EpochMs): Day | undefined => {
  if (raw.length > maxDayLength) return undefined;
  const text = withPlainDigits(raw.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .trim()
    .replace(/^[\s'’]+/, '');
  const serial = dayNumber.exec(text)?.[1];
  if (serial) return fromDayNumber(Number(serial));
  const at = moment.test(text) ? Date.parse(text) : -1;
  if (at >= 0) return dayOf(epochMs(at));
  const tokens = tokenize(text.replace(/\.0+$/, '').replace(timeBehind, ''));
  if (tokens.some((token) => token.kind === 'mark' && !"/-.,'".includes(token.text)))
    return undefined;
  const [a, b, c, ...more] = tokens.filter((token) => token.kind !== 'mark' && !isAround(token));
  if (a && !b && a.text.length === 8) return fromEightDigits(a.text);
  return a && b && c && more.length === 0 ? fromThree([a, b, c], now) : undefined;
};

/** 03/10/2024, in either order. */
const threeNumbers = /^\D*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)/;

/** Which order of day and month a cell allows; undefined when no two short numbers stand in it, or both are one. */
export const orderOfDay = (raw: string): 'day-first' | 'month-first' | 'either' | undefined => {
  const [, a, b] = (threeNumbers.exec(withPlainDigits(raw)) ?? []).map(Number);
  if (a === undefined || b === undefined || a === b || Math.max(a, b) > 31) return undefined;
  if (a <= 12 && b <= 12) return 'either';
  return b <= 12 ? 'day-first' : 'month-first';
};

/** Moments are counted from 1970 on, and no list has a donor of today who gave before. */
const firstDay = '1971-01-01';

export const dayCell = (column: string, now: EpochMs) =>
  cell<Day>(
    (raw) => parseWrittenDay(raw, now),
    (raw) => `${column} "${raw}" is not a date like 2026-03-31`,
  ).refine((day) => day >= firstDay, {
    error: ({ input }) => `${column} ${input} is before 1971`,
  });

/** A year of birth, or the whole date. */
export const yearCell = (now: EpochMs) =>
  cell<number>(
    (raw) => {
      const year = /^'?((?:19|20)\d\d)(?:\.0+)?$/.exec(withPlainDigits(raw.trim()))?.[1];
      const written = year ?? parseWrittenDay(raw, now)?.slice(0, 4);
      return written === undefined ? undefined : Number(written);
    },
    (raw) => `birth_year "${raw}" is not a year like 1990`,
  );
