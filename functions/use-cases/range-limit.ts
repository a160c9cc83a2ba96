import type { Person } from '#shared/people/person.ts';
import { rangeOf } from '#shared/people/unknown-phone.ts';
import { epochMs, hours } from '#shared/terms/time.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * Counts one more event of an unknown phone's number range. True when the range is over its hourly limit. Apart from
 * the limits of texts, because calls must not carry the parser of texts in their bundle.
 */
export const isRangeOver = async (
  { services, now }: UnitOfWork,
  { phone }: Person,
  { what, most }: { what: string; most: number },
): Promise<boolean> => {
  const { countries, policy } = services.config;
  const range = rangeOf(phone, { countries, digits: policy.strangers.rangeDigits });
  const hour = epochMs(now - (now % hours(1)));
  const count = await services.store.tally(`${what} ${range}`, hour);
  if (count === most + 1) services.log.error('range-rate-limited', { of: what, range, most });
  return count > most;
};
