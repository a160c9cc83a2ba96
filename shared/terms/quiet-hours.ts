import type { Policy } from './policy.ts';
import { days, type EpochMs, epochMs, fromCalendar, toCalendar } from './time.ts';
import type { Urgency } from './urgency.ts';

const minuteOfDay = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};

/** The end of the quiet hours that contain `at`; undefined when phones may ring. Quiet hours may span midnight. */
export const quietUntil = (at: EpochMs, quiet: Policy['quietHours']): EpochMs | undefined => {
  const { hour, minute, ...day } = toCalendar(at);
  const now = hour * 60 + minute;
  const from = minuteOfDay(quiet.from);
  const to = minuteOfDay(quiet.to);
  const isQuiet = from <= to ? now >= from && now < to : now >= from || now < to;
  if (!isQuiet) return undefined;
  const end = fromCalendar({ ...day, hour: 0, minute: to });
  return end > at ? end : epochMs(end + days(1));
};

/**
 * Until when donors are not asked for this request: the end of the quiet hours, unless the request is critical or needed
 * before that end. Undefined: donors may be asked now.
 */
export const alertsRestUntil = (
  request: { urgency: Urgency; neededBy: EpochMs },
  at: EpochMs,
  quiet: Policy['quietHours'],
): EpochMs | undefined => {
  const end = quietUntil(at, quiet);
  return request.urgency === 'critical' || end === undefined || request.neededBy <= end
    ? undefined
    : end;
};
