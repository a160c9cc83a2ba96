import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { hours } from '#shared/terms/time.ts';
import { isTotalOver } from '../../strangers-limit.ts';
import type { UnitOfWork } from '../../unit-of-work.ts';

/** Counts one more ring of the volunteers. True when this phone, or all unknown phones, are over their hourly limit. */
export const isRingLimited = async (work: UnitOfWork, phone: PhoneNumber): Promise<boolean> => {
  const { calls, strangers } = work.services.config.policy;
  const person = await work.person(phone);
  const { since, count } = person.rang ?? { since: work.now, count: 0 };
  const rang =
    work.now < since + hours(1) ? { since, count: count + 1 } : { since: work.now, count: 1 };
  work.change({ ...person, rang });
  if (rang.count > calls.ringsPerHour) return true;
  return isTotalOver(work, person, { what: 'all rings', most: strangers.ringsInAll });
};
