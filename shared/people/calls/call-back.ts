import type { Policy } from '../../terms/policy.ts';
import { type EpochMs, hours, minutes } from '../../terms/time.ts';
import type { Person } from '../person.ts';

/**
 * True when a missed call of this phone may be answered now by calling back. The pause grows with calls back on which
 * no key was pressed, because a forged missed call rings a phone that has not asked for it.
 */
export const mayCallBack = (person: Person, now: EpochMs, calls: Policy['calls']): boolean => {
  const { calledBackAt, callsWithoutKey = 0 } = person;
  if (calledBackAt === undefined) return true;
  const short = minutes(calls.callBackOnceMinutes);
  if (callsWithoutKey < 2) return now > calledBackAt + short;
  // A family that waits for blood may ring to hear how it stands, without a key.
  const waits = person.requests.some(({ open }) => open);
  const { second, later } = calls.restWithoutKeyHours;
  return now > calledBackAt + hours(callsWithoutKey === 2 || waits ? second : later);
};
