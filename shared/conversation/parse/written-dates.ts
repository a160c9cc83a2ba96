import { type Calendar, type EpochMs, fromCalendar, toCalendar } from '../../terms/time.ts';
import type { Token } from '../text/normalize.ts';
import { parseSmallNumber } from '../text/parse-small-number.ts';
import { endsBefore } from '../text/vocabulary.ts';
import { dayNumberWords } from '../words/number-words.ts';
import {
  dateWords,
  monthWords,
  spanCountWords,
  spanWords,
  weekdayWords,
} from '../words/time-words.ts';

/** A calendar day in India, as numbers. */
export type CalendarDay = Pick<Calendar, 'year' | 'month' | 'day'>;

/** The month at token i, 1–12. */
const monthAt = (tokens: readonly Token[], i: number): number | undefined => {
  const index = monthWords.findIndex((names) => names.at(tokens, i) > 0);
  return index < 0 ? undefined : index + 1;
};

export const weekdayAt = (
  tokens: readonly Token[],
  i: number,
): { weekday: number; length: number } | undefined => {
  const weekday = weekdayWords.findIndex((names) => names.at(tokens, i) > 0);
  return weekday < 0 ? undefined : { weekday, length: weekdayWords[weekday]?.at(tokens, i) ?? 1 };
};

/** A date as written. Month or year may be missing. */
export type WrittenDate = { day: number; month?: number; year?: number; length: number };

const fullYear = (token: Token | undefined): number | undefined => {
  if (token?.kind !== 'number') return undefined;
  const n = Number(token.text);
  if (token.text.length === 4) return n >= 1900 && n <= 2200 ? n : undefined;
  return token.text.length === 2 ? 2000 + n : undefined;
};

const isDivider = (token: Token | undefined, glued: boolean): boolean =>
  token?.kind === 'mark' && '/-.'.includes(token.text) && (!glued || token.glued);

const numberUpTo = (token: Token | undefined, max: number): number | undefined => {
  const n = token?.kind === 'number' && token.text.length <= 2 ? Number(token.text) : 0;
  return n >= 1 && n <= max ? n : undefined;
};

/** "2026-10-12". */
const isoAt = (tokens: readonly Token[], i: number): WrittenDate | undefined => {
  const year = tokens[i]?.text.length === 4 ? fullYear(tokens[i]) : undefined;
  const month = numberUpTo(tokens[i + 2], 12);
  const day = numberUpTo(tokens[i + 4], 31);
  return year && month && day && isDivider(tokens[i + 1], true) && isDivider(tokens[i + 3], true)
    ? { year, month, day, length: 5 }
    : undefined;
};

/** "12/10", "12-10-2026", "12.10.26": day first, as in India. */
const numericAt = (tokens: readonly Token[], i: number): WrittenDate | undefined => {
  const day = numberUpTo(tokens[i], 31);
  const month = numberUpTo(tokens[i + 2], 12);
  if (!day || !month || !isDivider(tokens[i + 1], true) || !tokens[i + 2]?.glued) return undefined;
  const year =
    isDivider(tokens[i + 3], true) && tokens[i + 4]?.glued ? fullYear(tokens[i + 4]) : undefined;
  // "12/10/1899": a year that cannot be makes it no date, rather than this year's.
  if (
    !year &&
    isDivider(tokens[i + 3], true) &&
    tokens[i + 4]?.glued &&
    tokens[i + 4]?.text.length !== 1 &&
    tokens[i + 4]?.kind === 'number'
  )
    return undefined;
  // "7.5" is a measure and "1-2 units" a range: without a year, only the slash makes a date.
  if (!year && tokens[i + 1]?.text !== '/') return undefined;
  return year ? { day, month, year, length: 5 } : { day, month, length: 3 };
};

const wordNumber = (token: Token | undefined): number | undefined =>
  token?.kind === 'word' ? (parseSmallNumber(token) ?? dayNumberWords.get(token.text)) : undefined;

/** "On 17th, same time", "17th ko", "17 ko operation": a day of the month without its month. "On 3rd floor" is a floor. */
const isDayAlone = (tokens: readonly Token[], i: number, after: number): boolean => {
  const isOrdinal = after > i + 1;
  if (dateWords.afterDay.at(tokens, after) > 0)
    return isOrdinal || !endsBefore(tokens, i, dateWords.numbered);
  const next = tokens[after];
  // "On 19th 9 am": an hour follows.
  const isHour =
    next?.kind === 'number' && ['am', 'pm', ':'].includes(tokens[after + 1]?.text ?? '');
  const isEnd =
    next === undefined || next.kind === 'mark' || isHour || dateWords.beside.at(tokens, after) > 0;
  const isWhole = i === 0 && (next === undefined || isHour);
  return isOrdinal && isEnd && (isWhole || endsBefore(tokens, i, dateWords.beforeDay));
};

/** "12 oct", "12th october 2026", "oct 12", "12 तारीख". */
const namedAt = (tokens: readonly Token[], i: number): WrittenDate | undefined => {
  const day = numberUpTo(tokens[i], 31);
  if (day) {
    let at = i + 1 + dateWords.ordinal.at(tokens, i + 1);
    if (dateWords.dayOfMonth.at(tokens, at) > 0) return { day, length: at + 1 - i };
    if (isDayAlone(tokens, i, at)) return { day, length: at - i };
    if (isDivider(tokens[at], false) || dateWords.of.at(tokens, at) > 0) at++;
    const month = monthAt(tokens, at);
    if (!month) return undefined;
    const yearAt =
      isDivider(tokens[at + 1], false) || tokens[at + 1]?.text === ',' ? at + 2 : at + 1;
    const year = tokens[yearAt]?.text.length === 4 ? fullYear(tokens[yearAt]) : undefined;
    return year ? { day, month, year, length: yearAt + 1 - i } : { day, month, length: at + 1 - i };
  }
  const spoken = wordNumber(tokens[i]);
  if (spoken && dateWords.dayOfMonth.at(tokens, i + 1) > 0) return { day: spoken, length: 2 };
  const month = monthAt(tokens, i);
  const after = numberUpTo(tokens[i + 1], 31);
  return month && after && dateWords.mayOrI.at(tokens, i) === 0
    ? { day: after, month, length: 2 }
    : undefined;
};

export const dateAt = (tokens: readonly Token[], i: number): WrittenDate | undefined =>
  isoAt(tokens, i) ?? numericAt(tokens, i) ?? namedAt(tokens, i);

const isReal = ({ year, month, day }: CalendarDay): boolean => {
  const c = toCalendar(fromCalendar({ year, month, day }));
  return c.day === day && c.month === month;
};

/**
 * Completes a written date: the nearest such day from today on ('next') or up to today ('last'). undefined when there is
 * no such day, or when its written year puts it on the other side of today.
 */
export const completeDate = (
  written: WrittenDate,
  now: EpochMs,
  direction: 'next' | 'last',
): CalendarDay | undefined => {
  const today = toCalendar(now);
  const step = direction === 'next' ? 1 : -1;
  const isRight = (c: CalendarDay): boolean => {
    if (c.year < 1971 || !isReal(c)) return false;
    const order =
      c.year * 10_000 +
      c.month * 100 +
      c.day -
      (today.year * 10_000 + today.month * 100 + today.day);
    return order * step >= 0;
  };
  for (let n = 0; n <= 13; n++) {
    const shifted = today.month - 1 + (written.month === undefined ? n * step : 0);
    const candidate = {
      year:
        written.year ??
        today.year + (written.month === undefined ? Math.floor(shifted / 12) : n * step),
      month: written.month ?? (((shifted % 12) + 12) % 12) + 1,
      day: written.day,
    };
    if (isRight(candidate)) return candidate;
  }
  return undefined;
};

export type Span = {
  unit: keyof typeof spanWords;
  count: number;
  length: number;
};

const spanUnits = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;

/** How many tokens from i on name a unit of time without a number: "mahine" in "har mahine". */
export const unitAt = (tokens: readonly Token[], i: number): number =>
  Math.max(0, ...spanUnits.map((unit) => spanWords[unit].at(tokens, i)));

/** Four digits that are an hour of the day: "1100" in "1100 hrs", which is no stretch of hours. */
export const isMilitary = (token: Token | undefined): boolean =>
  token?.kind === 'number' && /^([01]\d|2[0-4])[0-5]\d$/.test(token.text);

/** A length of time: "2 hours", "do ghante", "1-2 ghante" (the shorter counts), "half an hour", "आधे घंटे". */
export const spanAt = (tokens: readonly Token[], i: number): Span | undefined => {
  const halfLength = spanCountWords.half.at(tokens, i);
  const isAn =
    spanCountWords.article.at(tokens, i) > 0 && tokens[i + 1]?.text.startsWith('ho') === true;
  const count = halfLength > 0 ? 0.5 : isAn ? 1 : parseSmallNumber(tokens[i]);
  if (count === undefined || count === 0 || isMilitary(tokens[i])) return undefined;
  let at = i + Math.max(1, halfLength);
  const isRange =
    spanCountWords.range.at(tokens, at) > 0 && parseSmallNumber(tokens[at + 1]) !== undefined;
  if (isRange) at += 2;
  else if (
    tokens[at]?.kind === 'word' &&
    tokens[i]?.kind === 'word' &&
    halfLength === 0 &&
    parseSmallNumber(tokens[at]) !== undefined
  )
    at++;
  for (const unit of spanUnits) {
    const length = spanWords[unit].at(tokens, at);
    if (length > 0 && !(unit === 'hour' && tokens[at]?.text === 'h' && !tokens[at]?.glued))
      return { unit, count, length: at + length - i };
  }
  return undefined;
};
