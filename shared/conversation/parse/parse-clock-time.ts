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
import { endsBefore } from '../text/vocabulary.ts';
import { guardWords } from '../words/answers/guard-words.ts';
import { dayPartWords, timeWords as words } from '../words/time-words.ts';
import {
  clockAt,
  type DayPart,
  dayParts,
  midnight,
  morningHour,
  plainHourAt,
  type TimeOfDay,
} from './times/clock-at.ts';
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
export type ParsedClockTime = {
  day?: CalendarDay;
  /** Days from today, when given in words ("kal", "monday"). */
  ahead?: number;
  /** The weekday of today, named after its morning. */
  isWeekday?: true;
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

/** "Hb 5/12", "1/2 units", "24/7" and the mark of a part, "(1/2)": no date. */
const isFraction = (tokens: readonly Token[], i: number, length: number): boolean => {
  if (length !== 3 || tokens[i + 1]?.text !== '/') return false;
  const [part, whole] = [Number(tokens[i]?.text), Number(tokens[i + 2]?.text)];
  const after = i + length;
  const isInBrackets = tokens[i - 1]?.text === '(' && tokens[after]?.text === ')';
  const isFirst =
    i === 0 && part <= whole && tokens.length > 7 && words.afterDate.at(tokens, after) === 0;
  return (
    endsBefore(tokens, i, words.measure) ||
    words.counted.at(tokens, after) > 0 ||
    (part === 24 && whole === 7) ||
    (whole <= 9 && part <= whole && (isInBrackets || isFirst))
  );
};

const parseDate = ({ tokens, i, now }: At): Statement | undefined => {
  const written = dateAt(tokens, i);
  if (!written) return undefined;
  const day = completeDate(written, now, 'next');
  const isNear = day !== undefined && fromCalendar(day) - now < farthest;
  const isNeededBy =
    isNear && !endsBefore(tokens, i, words.otherDate) && !isFraction(tokens, i, written.length);
  return { ...(isNeededBy ? { day } : {}), length: written.length };
};

const parseClock = ({ tokens, i }: At): Statement | undefined => {
  const length = words.midnight.at(tokens, i);
  if (length > 0) return { clock: { ...midnight, length }, length };
  const clock = clockAt(tokens, i) ?? plainHourAt(tokens, i);
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
  const isOver = endsBefore(tokens, i, words.last) || isPast(tokens, i + length);
  if (isOver || endsBefore(tokens, i, words.greeting)) return { length };
  return { part, ...(words.today.at(tokens, i) > 0 ? { ahead: 0 } : {}), length };
};

const parseToday = ({ tokens, i }: At): Statement | undefined => {
  const length = words.today.at(tokens, i);
  if (length === 0) return undefined;
  const isOther = words.since.at(tokens, i + length) > 0;
  return { ...(isOther ? {} : { ahead: 0 }), length };
};

const parseWeekday = ({ tokens, i, now }: At): Statement | undefined => {
  const named = weekdayAt(tokens, i);
  if (!named) return undefined;
  const { weekday, hour, year, month, day } = toCalendar(now);
  const ahead = (named.weekday - weekday + 7) % 7;
  const { length } = named;
  // "Today is Friday".
  if (ahead === 0 && endsBefore(tokens, i, words.today)) return { length };
  const next = words.nextWeek.at(tokens, i + length);
  if (next > 0 || endsBefore(tokens, i, words.nextWeek)) {
    // A week begins on Monday: from Monday, the Tuesday of the next week is eight days away.
    const toMonday = (8 - weekday) % 7 || 7;
    return { ahead: toMonday + ((named.weekday + 6) % 7), length: length + next };
  }
  if (ahead > 0) return { ahead, length };
  // "Monday" on a Monday: this day until its morning hour, later the next one, unless an hour of today is named.
  return hour < morningHour
    ? { day: { year, month, day }, length }
    : { ahead: 7, isWeekday: true, length };
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

/** "8 baje nahi, 10 baje", "aaj to nahi, kal", "2 baje ki jagah 4 baje": taken back where a later one of its kind follows. */
const isTakenBack = (
  { after, time }: { after: number; time: ParsedClockTime },
  tokens: readonly Token[],
  later: readonly { time: ParsedClockTime }[],
): boolean =>
  ([after, after + 1].some((i) => guardWords.not.at(tokens, i) > 0) ||
    words.instead.at(tokens, after) > 0) &&
  later.some((other) => Object.keys(other.time).some((kind) => kind in time));

/** All that a text says about a time to come. The first statement of each kind counts that is not taken back. */
export const parseClockTime = (tokens: readonly Token[], now: EpochMs): ParsedClockTime => {
  const stated: { after: number; time: ParsedClockTime }[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const statement = statementAt(tokens, i, now);
    if (!statement) continue;
    const { length, ...time } = statement;
    stated.push({ after: i + length, time });
    i += Math.max(1, length) - 1;
  }
  const kept = stated.filter((one, n) => !isTakenBack(one, tokens, stated.slice(n + 1)));
  return Object.assign({}, ...kept.map(({ time }) => time).reverse());
};
