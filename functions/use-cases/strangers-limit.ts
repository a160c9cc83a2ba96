import type { Person } from '#shared/people/person.ts';
import { isUnknownPhone } from '#shared/people/unknown-phone.ts';
import { epochMs, hours } from '#shared/terms/time.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * Counts one more call or code that an unknown phone causes. True when all unknown phones together are over their hourly total:
 * forged numbers come from many ranges.
 */
export const isTotalOver = async (
  { services, now }: UnitOfWork,
  person: Person,
  { what, most }: { what: 'all calls back' | 'all rings' | 'all codes'; most: number },
): Promise<boolean> => {
  if (!isUnknownPhone(person)) return false;
  const count = await services.store.tally(what, epochMs(now - (now % hours(1))));
  if (count === most + 1) services.log.error('strangers-rate-limited', { of: what, most });
  return count > most;
};
