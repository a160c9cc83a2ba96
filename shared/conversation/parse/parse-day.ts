import { type Day, dayOf, type EpochMs, fromCalendar, toCalendar } from '../../terms/time.ts';
import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import type { Token } from '../text/normalize.ts';
import { pastDayWords as words } from '../words/time-words.ts';
import {
  type CalendarDay,
  completeDate,
  dateAt,
  type Span,
  spanAt,
  weekdayAt,
} from './written-dates.ts';

const spanDays: Record<Span['unit'], number> = {
  minute: 0,
  hour: 0,
  day: 1,
  week: 7,
  month: 0,
  year: 0,
};
const spanMonths: Record<Span['unit'], number> = {
  minute: 0,
  hour: 0,
  day: 0,
  week: 0,
  month: 1,
  year: 12,
};

/** The day that long before `from`. In a shorter month it is the last day, not the first of the next month. */
const back = (from: CalendarDay, { unit, count }: Pick<Span, 'unit' | 'count'>): CalendarDay => {
  const whole = Math.round(count);
  const months = from.year * 12 + from.month - 1 - whole * spanMonths[unit];
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const lengthOfMonth = toCalendar(fromCalendar({ year, month: month + 1, day: 0 })).day;
  return { year, month, day: Math.min(from.day, lengthOfMonth) - whole * spanDays[unit] };
};

const dayAt = (tokens: readonly Token[], i: number, now: EpochMs): CalendarDay | undefined => {
  const here = toCalendar(now);
  const written = dateAt(tokens, i);
  if (written) return completeDate(written, now, 'last');
  const span = spanAt(tokens, i);
  if (span && words.ago.at(tokens, i + span.length) > 0 && span.count < 100)
    return back(here, span);
  if (words.last.at(tokens, i) > 0) {
    const unit = spanAt(
      [
        { kind: 'number', text: '1', start: 0, end: 0, glued: false },
        ...tokens.slice(i + 1, i + 2),
      ],
      0,
    );
    if (unit) return back(here, unit);
  }
  if (words.dayBefore.at(tokens, i) > 0) return { ...here, day: here.day - 2 };
  if (words.yesterday.at(tokens, i) > 0) return { ...here, day: here.day - 1 };
  if (words.today.at(tokens, i) > 0) return here;
  const named = weekdayAt(tokens, i);
  return named && { ...here, day: here.day - ((here.weekday - named.weekday + 7) % 7) };
};

/**
 * The day of a past event, such as a donation: "12/10" (day first), "12 oct", "kal" (yesterday), "3 mahine pehle",
 * "monday". Returns the most recent such day up to today; undefined for a day to come, or without such a day.
 */
export const parseDay = (text: string, now: EpochMs): Day | undefined => {
  const tokens = tokenizeWithoutPhones(text);
  for (let i = 0; i < tokens.length; i++) {
    const found = dayAt(tokens, i, now);
    // Only year, month and day: the hour and minute of `now` must not get into the day.
    if (found && found.year >= 1970)
      return dayOf(fromCalendar({ year: found.year, month: found.month, day: found.day }));
    if (dateAt(tokens, i)) return undefined;
  }
  return undefined;
};
