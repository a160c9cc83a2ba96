import { cellOf } from '../places/cell.ts';
import type { Pin, Place } from '../places/place.ts';
import type { BloodGroup } from '../terms/blood-group.ts';
import type { Policy } from '../terms/policy.ts';
import type { Day, EpochMs } from '../terms/time.ts';
import { type Consent, standingConsent } from './consent.ts';
import type { Donor, Sex } from './donor.ts';
import { mayGiveAnythingFrom } from './eligibility.ts';
import { emptyHistory } from './response-history.ts';

/** What is known of somebody who registers, by text or in a file. */
export type Registration = {
  group: BloodGroup;
  sex: Sex;
  birthYear: number;
  pin: Pin;
  place: Place;
  /** null: never, or long ago. */
  lastDonation: Day | null;
  weightKg?: number;
  email?: string;
  pausedUntil?: EpochMs;
  consent: Consent;
};

/** The donor after registering (again): history stays, what is said now replaces what we had. */
export const register = (now: Registration, before: Donor | undefined, policy: Policy): Donor => {
  // An old list must not undo a gift we know of.
  const lastDay = [now.lastDonation, before?.lastDonation?.day]
    .filter((d) => d != null)
    .sort()
    .at(-1);
  const keepsLast = before?.lastDonation !== undefined && before.lastDonation.day === lastDay;
  const donor = {
    group: now.group,
    sex: now.sex,
    birthYear: now.birthYear,
    pin: now.pin,
    place: now.place,
    cell: cellOf(now.place),
    weightKg: now.weightKg ?? before?.weightKg,
    email: now.email ?? before?.email,
    pausedUntil: now.pausedUntil ?? before?.pausedUntil,
    deferredUntil: before?.deferredUntil,
    ...(lastDay !== undefined && {
      lastDonation: keepsLast
        ? before.lastDonation
        : { day: lastDay, component: 'whole-blood' as const },
    }),
    lastWholeBlood: before?.lastWholeBlood,
    donationBefore: before?.donationBefore,
    apheresisDays: before?.apheresisDays,
    donations: before?.donations ?? 0,
    consent: standingConsent(now.consent, before?.consent),
    record: before?.record ?? emptyHistory,
    remindAt: before?.remindAt,
  };
  return { ...donor, mayGiveFrom: mayGiveAnythingFrom(donor, policy.donation) };
};
