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
import {
  type DayPart,
  morningHour,
  type ParsedClockTime,
  parseClockTime,
  partHour,
  type TimeOfDay,
} from './parse-clock-time.ts';
import type { CalendarDay } from './written-dates.ts';

export type NeededBy = { neededBy: EpochMs; urgency: Urgency };

/** "Urgent" without a time. */
const urgentWithin = hours(6);
/** Sooner than this wakes people at night. */
const criticalWithin = hours(6);
const urgentDay = hours(24);

/** Does it say "urgent" in any way? "abhi bhi" (still) and "critical care" do not. */
export const saysUrgent = (tokens: readonly Token[]): boolean =>
  tokens.some((_, i) => {
    const length = urgencyWords.urgent.at(tokens, i);
    return (
      length > 0 &&
      urgencyWords.notUrgentAfter.at(tokens, i + length) === 0 &&
      !endsBefore(tokens, i, urgencyWords.notUrgentBefore)
    );
  });

/** The hours a clock time can mean; without am, pm or a part of the day both halves of the day. */
const hoursOf = ({ hour, half }: TimeOfDay, part: DayPart | undefined): number[] => {
  const h = hour % 12;
  if (hour > 12 && hour < 24) return [hour];
  if (hour === 24 || (hour === 0 && !half)) return [24];
  if (half) return [half === 'am' ? h : h + 12];
  if (part === 'morning') return [h];
  if (part === 'noon') return [h < 6 || hour === 12 ? h + 12 : h];
  if (part === 'evening') return [h + 12];
  // Night goes on after midnight: "raat 2 baje" is early on the next day.
  if (part === 'night') return [h >= 6 ? h + 12 : h + 24];
  return [h, h + 12];
};

/** On a named day an hour without am or pm is by daylight: 7–11 in the morning, 12–6 in the afternoon. */
const byDaylight = (choices: readonly number[]): number =>
  choices.find((hour) => hour >= 7 && hour <= 18) ?? choices[0] ?? morningHour;

/** A clock time or part of the day on a day that was named; today's when it has passed is tomorrow's. */
const onDay = (
  base: CalendarDay,
  choices: readonly number[],
  minute: number,
  now: EpochMs,
): EpochMs => {
  const hour = byDaylight(choices);
  const moment = fromCalendar({ ...base, hour, minute });
  return moment > now || !isSameDay(base, now)
    ? moment
    : fromCalendar({ ...base, day: base.day + 1, hour, minute });
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

const momentOf = (heard: ParsedClockTime, now: EpochMs): EpochMs | undefined => {
  if (heard.at && !heard.clock) return heard.at;
  const { year, month, day } = toCalendar(now);
  const ahead = heard.ahead ?? 0;
  const named = heard.day ?? (ahead > 0 ? { year, month, day: day + ahead } : undefined);
  const minute = heard.clock?.minute ?? 0;
  if (heard.clock || heard.part) {
    const choices = heard.clock
      ? hoursOf(heard.clock, heard.part)
      : [heard.part ? partHour(heard.part) : morningHour];
    return named ? onDay(named, choices, minute, now) : nextOccurrence(choices, minute, now);
  }
  const start = named && fromCalendar({ ...named, hour: morningHour });
  if (start !== undefined && start > now) return start;
  return named || heard.ahead === 0 ? endOfToday(now) : undefined;
};

const isSameDay = (day: CalendarDay, now: EpochMs): boolean => {
  const today = toCalendar(now);
  return today.year === day.year && today.month === day.month && today.day === day.day;
};

/** "Today": by eight in the evening, or three hours from now when it is late. */
const endOfToday = (now: EpochMs): EpochMs => {
  const { year, month, day } = toCalendar(now);
  const evening = fromCalendar({ year, month, day, hour: 20 });
  const soon = after(now, hours(3));
  return epochMs(Math.max(evening, soon));
};

const isOnlyToday = (heard: ParsedClockTime): boolean =>
  heard.ahead === 0 && !heard.clock && !heard.part && !heard.at && !heard.day;

export const findNeededBy = (tokens: readonly Token[], now: EpochMs): NeededBy | undefined => {
  const heard = parseClockTime(tokens, now);
  const moment = momentOf(heard, now);
  const urgent = saysUrgent(tokens);
  if (urgent && (moment === undefined || isOnlyToday(heard)))
    return { neededBy: after(now, urgentWithin), urgency: 'critical' };
  if (moment === undefined) return undefined;
  if (isOnlyToday(heard)) return { neededBy: moment, urgency: 'urgent' };
  const wait = moment - now;
  const isToday = heard.ahead === 0 || wait <= urgentDay || urgent;
  const urgency = wait <= criticalWithin ? 'critical' : isToday ? 'urgent' : 'planned';
  return { neededBy: moment, urgency };
};

/**
 * By when the blood must be there, Indian time. "urgent" alone: critical, within 6 hours. A time said wins over
 * the word, which then lifts it to urgent at least. Within 6 hours critical, within 24 urgent, later planned.
 * A day without an hour means nine in the morning, today eight in the evening; "kal" is tomorrow; a clock
 * time that has passed is its next occurrence; of "1-2 hours" the shorter.
 */
export const parseNeededBy = (text: string, now: EpochMs): NeededBy | undefined =>
  findNeededBy(tokenizeWithoutPhones(text), now);
