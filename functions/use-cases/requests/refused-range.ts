import type { Person } from '#shared/people/person.ts';
import { isKnownFamily } from '#shared/people/proof/family-record.ts';
import { rangeOf } from '#shared/people/unknown-phone.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { days, type EpochMs, epochMs } from '#shared/terms/time.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/*
 * False requests come from many numbers of one range. After a refusal, requests of new phones of that range come last
 * for the rest of the day (UTC). The count is not part of a save, so a retry may count a refusal twice: one is enough.
 */

const refusalsOf = (
  { services, now }: UnitOfWork,
  phone: PhoneNumber,
  add: 0 | 1,
): Promise<number> => {
  const { countries, policy } = services.config;
  const range = rangeOf(phone, { countries, digits: policy.strangers.rangeDigits });
  return services.store.tally(`refused ${range}`, startOfDayUtc(now), add);
};

const startOfDayUtc = (now: EpochMs): EpochMs => epochMs(now - (now % days(1)));

export const countRefusal = async (work: UnitOfWork, phone: PhoneNumber): Promise<void> => {
  await refusalsOf(work, phone, 1);
};

/** True for a phone without a role that never was served, from a range with a refusal today. */
export const isFromRefusedRange = async (work: UnitOfWork, person: Person): Promise<boolean> =>
  !isKnownFamily(person) &&
  !person.donor &&
  !person.volunteer &&
  (await refusalsOf(work, person.phone, 0)) > 0;
