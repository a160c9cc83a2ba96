import type * as z from 'zod';
import { cellOf } from '../places/geo.ts';
import type { Policy } from '../terms/policy.ts';
import { daySchema } from '../terms/time.ts';
import { standingConsent } from './consent.ts';
import { type Donor, donorSchema } from './donor.ts';
import { mayGiveAnythingFrom } from './eligibility.ts';
import { emptyHistory } from './response-history.ts';

/**
 * What a person says who registers, by text or in a file. Every donor field belongs to it except those that the hotline
 * itself derives or records.
 */
const registrationSchema = donorSchema
  .omit({
    cell: true,
    lastWholeBlood: true,
    apheresisDays: true,
    donationBefore: true,
    donations: true,
    deferredUntil: true,
    mayGiveFrom: true,
    record: true,
    remindAt: true,
    followUps: true,
    lapsedAt: true,
    contacts: true,
  })
  /** null: never, or long ago. */
  .extend({ lastDonation: daySchema.nullable() });
export type Registration = z.infer<typeof registrationSchema>;

/** The fields that are said: a field that is present but undefined is not. */
const saidFields = <T extends object>(fields: T): T => {
  const said = { ...fields };
  for (const key in said) if (said[key] === undefined) delete said[key];
  return said;
};

/** The last donation: a known later one is kept, so that an old list does not undo it. */
const lastDonationOf = (
  { lastDonation: day }: Registration,
  before: Donor | undefined,
): Donor['lastDonation'] =>
  day === null || (before?.lastDonation && before.lastDonation.day >= day)
    ? before?.lastDonation
    : { day, component: 'whole-blood' };

/** The donor after registering (again): history and every field not said stay, what is said replaces what we had. */
export const register = (
  registration: Registration,
  before: Donor | undefined,
  policy: Policy,
): Donor => {
  const now = registrationSchema.parse(registration);
  const donor = {
    donations: 0,
    record: emptyHistory,
    ...before,
    ...saidFields(now),
    cell: cellOf(now.place),
    lastDonation: lastDonationOf(now, before),
    consent: standingConsent(now.consent, before?.consent),
  };
  return { ...donor, mayGiveFrom: mayGiveAnythingFrom(donor, policy.donation) };
};
