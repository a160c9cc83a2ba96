import type { AfterGiftRules } from '../../terms/after-gift/after-gift-rules.ts';
import {
  after,
  days,
  type EpochMs,
  epochMs,
  fromCalendar,
  minutes,
  toCalendar,
} from '../../terms/time.ts';
import { hasPledged, openAlert } from '../donor-updates.ts';
import type { Person } from '../person.ts';
import { shareOf } from './hold-out.ts';

type Evening = AfterGiftRules['evening'];

const minuteOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};

/** The first moment from then on that lies in an evening. Each person has a minute of their own, so that not all leave at once. */
export const eveningFrom = (
  at: EpochMs,
  { phone }: Pick<Person, 'phone'>,
  { from, to }: Evening,
): EpochMs => {
  const [first, last] = [minuteOf(from), minuteOf(to)];
  const { hour, minute, ...day } = toCalendar(at);
  const now = hour * 60 + minute;
  const own = first + Math.floor(shareOf('evening', phone) * Math.max(1, last - first));
  if (now >= own && now < last) return at;
  const today = fromCalendar({ ...day, hour: 0, minute: own });
  return now < own ? epochMs(Math.max(at, today)) : after(today, days(1));
};

/**
 * From when this donor may hear what their gift did: so many days after the last alert, invitation or other message that
 * is to bring them back, and not so shortly before a reminder that is due. Joined to an invitation such news does harm
 * (docs/facts.md#return).
 */
export const apartFrom = (person: Person, now: EpochMs, { apartDays }: AfterGiftRules): EpochMs => {
  const { alerts, camps = [], donor } = person;
  const apart = days(apartDays);
  const asked = [...alerts, ...camps, ...(donor?.contacts ?? [])].map(({ at }) => at + apart);
  const isAsked = openAlert(person, now) !== undefined || hasPledged(person);
  const soon = [donor?.remindAt, donor?.lapsedAt].flatMap((at) =>
    at !== undefined && at < now + apart ? [at + apart + minutes(1)] : [],
  );
  return epochMs(Math.max(0, ...asked, ...soon, isAsked ? now + apart : 0));
};
