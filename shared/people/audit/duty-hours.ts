import { maskPhoneNumber } from '../../terms/phone-number.ts';
import { after, type EpochMs, fromCalendar, hours, toCalendar } from '../../terms/time.ts';
import type { Person } from '../person.ts';
import type { AuditEntry } from './audit-entry.ts';

/* How many volunteers were on duty in each of the last hours, from who is on duty now and the trail of changes. */

export const hoursShown = 24;

/** One hour: its beginning, and how many were on duty when it began. */
export type DutyHour = { at: EpochMs; count: number };

/** The trail names a phone by its mask; two volunteers with the same mask count as one change each. */
const wasOnDuty = (
  { phone, volunteer }: Person,
  at: EpochMs,
  oldestFirst: readonly AuditEntry[],
): boolean => {
  const mask = maskPhoneNumber(phone);
  const next = oldestFirst.find((entry) => entry.at > at && entry.who === mask);
  return next ? next.facts?.['onDuty'] !== true : (volunteer?.onDuty ?? false);
};

/** The last 24 hours, oldest first. A volunteer of today counts as one of then. */
export const dutyHours = (
  volunteers: readonly Person[],
  trail: readonly AuditEntry[],
  now: EpochMs,
): DutyHour[] => {
  const changes = trail.filter(({ what }) => what === 'volunteer-duty').sort((a, b) => a.at - b.at);
  const thisHour = fromCalendar({ ...toCalendar(now), minute: 0 });
  return Array.from({ length: hoursShown }, (_, i) => {
    const at = after(thisHour, -hours(hoursShown - 1 - i));
    return { at, count: volunteers.filter((one) => wasOnDuty(one, at, changes)).length };
  });
};

/** Stretches of hours in which no one was on duty: from the first to the end of the last. */
export const dutyGaps = (found: readonly DutyHour[]): { from: EpochMs; to: EpochMs }[] => {
  const gaps: { from: EpochMs; to: EpochMs }[] = [];
  for (const { at, count } of found) {
    const last = gaps.at(-1);
    if (count > 0) continue;
    if (last && last.to === at) last.to = after(at, hours(1));
    else gaps.push({ from: at, to: after(at, hours(1)) });
  }
  return gaps;
};
