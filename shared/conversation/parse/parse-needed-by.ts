import {
  after,
  type EpochMs,
  earliest,
  epochMs,
  fromCalendar,
  hours,
  toCalendar,
} from '../../terms/time.ts';
import type { Urgency } from '../../terms/urgency.ts';
import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import type { Token } from '../text/normalize.ts';
import { endsBefore } from '../text/vocabulary.ts';
import { urgencyWords } from '../words/time-words.ts';
import { type ParsedClockTime, parseClockTime } from './parse-clock-time.ts';
import { type DayPart, morningHour, partHour, type TimeOfDay } from './times/clock-at.ts';
import type { CalendarDay } from './written-dates.ts';

/** `asap`: "now" was said, and no time: `neededBy` only ends the search. */
export type NeededBy = { neededBy: EpochMs; urgency: Urgency; asap?: true };

/** The time that "urgent" means without a time. */
export const urgentWithin = hours(6);
/** A request needed sooner is critical: it wakes people at night. */
const criticalWithin = hours(6);
const urgentDay = hours(24);

/** True when a text says "urgent" in any way. "abhi bhi" (still) and "critical care" do not. */
export const saysUrgent = (tokens: readonly Token[]): boolean =>
  tokens.some((_, i) => {
    const length = urgencyWords.urgent.at(tokens, i);
    return (
      length > 0 &&
      urgencyWords.notUrgentAfter.at(tokens, i + length) === 0 &&
      !endsBefore(tokens, i, urgencyWords.notUrgentBefore)
    );
  });

/** The hours that a clock time can mean: both halves of the day without am, pm or a part of the day. */
const hoursOf = ({ hour, half }: TimeOfDay, part: DayPart | undefined): number[] => {
  const h = hour % 12;
  if (hour > 12 && hour < 24) return [hour];
  if (hour === 24 || (hour === 0 && !half)) return [24];
  if (half) return [half === 'am' ? h : h + 12];
  if (part === 'morning') return [h];
  if (part === 'noon') return [h < 6 || hour === 12 ? h + 12 : h];
  if (part === 'evening') return [h + 12];
  // The night continues after midnight: "raat 2 baje" is early on the next day.
  if (part === 'night') return [h >= 6 ? h + 12 : h + 24];
  return [h, h + 12];
};

/** On a named day, an hour without am or pm is between 7 and 18 o'clock. */
const byDaylight = (choices: readonly number[]): number =>
  choices.find((hour) => hour >= 7 && hour <= 18) ?? choices[0] ?? morningHour;

/** A time of today that is over: a text forwarded late may mean yesterday or tomorrow, so it is asked. */
const passed = 'passed';
type Moment = EpochMs | typeof passed;

/** A clock time or part of the day on a named day. */
const onDay = (
  base: CalendarDay,
  choices: readonly number[],
  minute: number,
  now: EpochMs,
): Moment => {
  const moment = fromCalendar({ ...base, hour: byDaylight(choices), minute });
  if (moment > now) return moment;
  return isSameDay(base, now) ? ofToday(choices, minute, now) : passed;
};

/** The next of these hours that belongs to today. The night of yesterday ends this morning. */
const ofToday = (choices: readonly number[], minute: number, now: EpochMs): Moment => {
  const today = toCalendar(now);
  const moments = choices
    .flatMap((hour) => (hour >= 24 ? [hour - 24, hour] : [hour]))
    .map((hour) => fromCalendar({ ...today, hour, minute }))
    .filter((moment) => moment > now);
  return earliest(...moments) ?? passed;
};

/** The next time a clock shows one of these hours. */
const nextOccurrence = (
  choices: readonly number[],
  minute: number,
  now: EpochMs,
): EpochMs | undefined => {
  const today = toCalendar(now);
  const moments = [-1, 0, 1]
    .flatMap((plus) =>
      choices.map((hour) => fromCalendar({ ...today, day: today.day + plus, hour, minute })),
    )
    .filter((moment) => moment > now);
  return earliest(...moments);
};

const momentOf = (time: ParsedClockTime, now: EpochMs): Moment | undefined => {
  // "Tomorrow morning, I arrive in 3 days": a named day is the day of the need.
  const isDayNamed = time.day !== undefined || (time.ahead ?? 0) > 0;
  if (time.at && !time.clock && !isDayNamed) return time.at;
  const { year, month, day } = toCalendar(now);
  const ahead = time.ahead ?? 0;
  const named = time.day ?? (ahead > 0 ? { year, month, day: day + ahead } : undefined);
  const minute = time.clock?.minute ?? 0;
  if (time.clock || time.part) {
    const choices = time.clock
      ? hoursOf(time.clock, time.part)
      : [time.part ? partHour(time.part) : morningHour];
    if (time.isWeekday) {
      const today = ofToday(choices, minute, now);
      if (time.clock && today !== passed) return today;
    }
    if (time.ahead === 0 && !time.day) {
      const today = ofToday(choices, minute, now);
      // "Tonight" in the night is this night.
      return today === passed && time.part === 'night' && !time.clock ? endOfToday(now) : today;
    }
    return named ? onDay(named, choices, minute, now) : nextOccurrence(choices, minute, now);
  }
  const start = named && fromCalendar({ ...named, hour: morningHour });
  if (start !== undefined && start > now) return start;
  return named || time.ahead === 0 ? endOfToday(now) : undefined;
};

const isSameDay = (day: CalendarDay, now: EpochMs): boolean => {
  const today = toCalendar(now);
  return today.year === day.year && today.month === day.month && today.day === day.day;
};

/** "Today" means 20:00, or three hours from now when it is later than 17:00. */
const endOfToday = (now: EpochMs): EpochMs => {
  const { year, month, day } = toCalendar(now);
  const evening = fromCalendar({ year, month, day, hour: 20 });
  const soon = after(now, hours(3));
  return epochMs(Math.max(evening, soon));
};

const isOnlyToday = (time: ParsedClockTime): boolean =>
  time.ahead === 0 && !time.clock && !time.part && !time.at && !time.day;

export const findNeededBy = (tokens: readonly Token[], now: EpochMs): NeededBy | undefined => {
  const time = parseClockTime(tokens, now);
  const moment = momentOf(time, now);
  if (moment === passed) return undefined;
  const urgent = saysUrgent(tokens);
  if (urgent && (moment === undefined || isOnlyToday(time)))
    return { neededBy: after(now, urgentWithin), urgency: 'critical', asap: true };
  if (moment === undefined) return undefined;
  if (isOnlyToday(time)) return { neededBy: moment, urgency: 'urgent' };
  const wait = moment - now;
  const isToday = time.ahead === 0 || wait <= urgentDay || urgent;
  const urgency = wait <= criticalWithin ? 'critical' : isToday ? 'urgent' : 'planned';
  return { neededBy: moment, urgency };
};

/**
 * When the blood must be there, Indian time. "urgent" alone is critical: within 6 hours. A given time wins over the
 * word "urgent", which then makes it urgent at least. Within 6 hours is critical, within 24 urgent, later planned. A day
 * without an hour means 9:00, today 20:00. "kal" is tomorrow. A clock time that has passed is its next occurrence;
 * one of "today" that has passed is no time. Of
 * "1-2 hours" the shorter counts.
 */
export const parseNeededBy = (text: string, now: EpochMs): NeededBy | undefined =>
  findNeededBy(tokenizeWithoutPhones(text), now);
