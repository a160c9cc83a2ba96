import {
  after,
  days,
  type EpochMs,
  fromCalendar,
  hours,
  minutes,
  toCalendar,
} from '../../terms/time.ts';
import type { Token } from '../text/normalize.ts';
import { parseSmallNumber } from '../text/parse-small-number.ts';
import { endsBefore } from '../text/vocabulary.ts';
import { dayPartWords, hourPartWords, timeWords as words } from '../words/time-words.ts';
import {
  type CalendarDay,
  completeDate,
  dateAt,
  spanAt,
  unitAt,
  weekdayAt,
} from './written-dates.ts';

/* Reads the words of a time to come. parse-needed-by.ts turns them into a moment. */

/** A date further away than this is an admission or a birth. */
const farthest = days(90);
/** The hour of "morning", and of a day without an hour. */
export const morningHour = 9;

export type DayPart = keyof typeof dayPartWords;
/** The hour of each part of the day, when no hour is given. */
const dayParts: readonly (readonly [DayPart, number])[] = [
  ['morning', morningHour],
  ['noon', 13],
  ['evening', 18],
  ['night', 21],
];
/** Minutes that a word before the hour adds. */
const hourParts: readonly (readonly [keyof typeof hourPartWords, number])[] = [
  ['halfPast', 30],
  ['quarterPast', 15],
  ['quarterTo', -15],
];

export type TimeOfDay = { hour: number; minute: number; half?: 'am' | 'pm'; length: number };

const halfAt = (
  tokens: readonly Token[],
  i: number,
): { half: 'am' | 'pm'; length: number } | undefined => {
  const text = tokens[i]?.text;
  if (text === 'am' || text === 'pm') return { half: text, length: 1 };
  const isDotted =
    (text === 'a' || text === 'p') && tokens[i + 1]?.text === '.' && tokens[i + 2]?.text === 'm';
  return isDotted
    ? { half: text === 'a' ? 'am' : 'pm', length: tokens[i + 3]?.text === '.' ? 4 : 3 }
    : undefined;
};

/** "6 baje", "6:30", "5 pm", "6.30 बजे", "साढ़े छह बजे", "18:00". A bare number is no time. */
const clockAt = (tokens: readonly Token[], i: number): TimeOfDay | undefined => {
  const shift = hourParts.find(([name]) => hourPartWords[name].at(tokens, i) > 0)?.[1];
  const at = shift === undefined ? i : i + 1;
  const hour = parseSmallNumber(tokens[at]) ?? 99;
  if (hour > 24 || (tokens[at]?.kind === 'number' && (tokens[at]?.text.length ?? 9) > 2))
    return undefined;
  const mark = tokens[at + 1];
  const second = tokens[at + 2];
  const hasMinutes =
    (mark?.text === ':' || mark?.text === '.') &&
    mark.glued &&
    second?.glued &&
    second.kind === 'number' &&
    second.text.length === 2 &&
    Number(second.text) < 60;
  const next = hasMinutes ? at + 3 : at + 1;
  const half = halfAt(tokens, next);
  const word = half ? 0 : words.oclock.at(tokens, next);
  if (!half && word === 0 && !(hasMinutes && mark?.text === ':')) return undefined;
  if (half && (hour > 12 || tokens[at]?.kind === 'word')) return undefined;
  const total = hour * 60 + (hasMinutes ? Number(second?.text) : 0) + (shift ?? 0);
  const length = next + (half?.length ?? word) - i;
  const time = { hour: Math.floor(total / 60), minute: ((total % 60) + 60) % 60, length };
  return half ? { ...time, half: half.half } : time;
};

export type ParsedClockTime = {
  day?: CalendarDay;
  /** Days from today, when given in words ("kal", "monday"). */
  ahead?: number;
  clock?: TimeOfDay;
  part?: DayPart;
  at?: EpochMs;
};

const isPast = (tokens: readonly Token[], i: number): boolean => {
  if (words.since.at(tokens, i) > 0) return true;
  for (let n = i; n < i + 5; n++) {
    if (!tokens[n] || tokens[n]?.kind === 'mark') return false;
    if (words.happened.at(tokens, n) > 0) return true;
  }
  return false;
};

type Statement = ParsedClockTime & { length: number };
type At = { tokens: readonly Token[]; i: number; now: EpochMs };

const spanLength = {
  minute: minutes(1),
  hour: hours(1),
  day: days(1),
  week: days(7),
  month: days(30),
  year: days(365),
} as const;

/** "in 2 hours", "2 ghante me". "2 din se" and "45 yrs" are skipped. */
const parseSpan = ({ tokens, i, now }: At): Statement | undefined => {
  const span = spanAt(tokens, i);
  if (!span) return undefined;
  const { unit, count, length } = span;
  const isAhead =
    endsBefore(tokens, i, words.within) || words.withinAfter.at(tokens, i + length) > 0;
  const isNear = unit !== 'month' && unit !== 'year' && count < 100;
  return { ...(isAhead && isNear ? { at: after(now, count * spanLength[unit]) } : {}), length };
};

const parseDate = ({ tokens, i, now }: At): Statement | undefined => {
  const written = dateAt(tokens, i);
  if (!written) return undefined;
  const day = completeDate(written, now, 'next');
  const isNear = day !== undefined && fromCalendar(day) - now < farthest;
  const isNeededBy = isNear && !endsBefore(tokens, i, words.otherDate);
  return { ...(isNeededBy ? { day } : {}), length: written.length };
};

const parseClock = ({ tokens, i }: At): Statement | undefined => {
  const clock = clockAt(tokens, i);
  return clock && { clock, length: clock.length };
};

/** "kal", "parso": days ahead, unless something happened then (yesterday). */
const parseDayWord = ({ tokens, i }: At): Statement | undefined => {
  const dayAfter = words.dayAfter.at(tokens, i);
  const length = dayAfter || words.tomorrow.at(tokens, i);
  if (length === 0) return undefined;
  return { ...(isPast(tokens, i + length) ? {} : { ahead: dayAfter > 0 ? 2 : 1 }), length };
};

const parseDayPart = ({ tokens, i }: At): Statement | undefined => {
  const part = dayParts.find(([name]) => dayPartWords[name].at(tokens, i) > 0)?.[0];
  if (!part) return undefined;
  const length = dayPartWords[part].at(tokens, i);
  if (endsBefore(tokens, i, words.greeting) || isPast(tokens, i + length)) return { length };
  return { part, ...(words.today.at(tokens, i) > 0 ? { ahead: 0 } : {}), length };
};

const parseToday = ({ tokens, i }: At): Statement | undefined => {
  const length = words.today.at(tokens, i);
  if (length === 0) return undefined;
  return { ...(words.since.at(tokens, i + length) > 0 ? {} : { ahead: 0 }), length };
};

const parseWeekday = ({ tokens, i, now }: At): Statement | undefined => {
  const named = weekdayAt(tokens, i);
  const { weekday } = toCalendar(now);
  return named && { ahead: (named.weekday - weekday + 7) % 7 || 7, length: named.length };
};

const statementParsers = [
  parseSpan,
  parseDate,
  parseClock,
  parseDayWord,
  parseDayPart,
  parseToday,
  parseWeekday,
];
/** What the words from token i on say about a time; an empty statement is a time of something else. */
export const statementAt = (
  tokens: readonly Token[],
  i: number,
  now: EpochMs,
): Statement | undefined => {
  for (const parse of statementParsers) {
    const statement = parse({ tokens, i, now });
    if (statement) return statement;
  }
  return undefined;
};

/** Where a text tells how often blood is needed: "har 10 din me", "every week". It is no time of this need. */
export const repeatedNeeds = (tokens: readonly Token[]): { from: number; to: number }[] =>
  tokens.flatMap((_, i) => {
    const every = words.every.at(tokens, i);
    const at = i + every;
    const { length = 0 } = spanAt(tokens, at) ?? weekdayAt(tokens, at) ?? {};
    const unit = length || (every > 0 ? unitAt(tokens, at) : 0);
    if (unit === 0) return [];
    const to = at + unit + words.withinAfter.at(tokens, at + unit);
    const isHabit = every > 0 || words.habit.at(tokens, to) > 0;
    return isHabit ? [{ from: i, to: to + words.habit.at(tokens, to) }] : [];
  });

/** All that a text says about a time to come. The first statement of each kind counts. */
export const parseClockTime = (tokens: readonly Token[], now: EpochMs): ParsedClockTime => {
  let all: ParsedClockTime = {};
  for (let i = 0; i < tokens.length; i++) {
    const statement = statementAt(tokens, i, now);
    if (!statement) continue;
    const { length, ...time } = statement;
    all = { ...time, ...all };
    i += Math.max(1, length) - 1;
  }
  return all;
};

/** The hour of a part of the day, when no hour is given. */
export const partHour = (part: DayPart): number =>
  dayParts.find(([name]) => name === part)?.[1] ?? morningHour;
