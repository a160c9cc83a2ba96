import { giftOdds } from '../matching/gave-lately.ts';
import {
  comesProbability,
  fitsProbability,
  shifted,
  yesProbability,
} from '../matching/response-probability.ts';
import { hadNewsSince, isLeftInPeace } from '../people/after-gift/contact.ts';
import { hasPledged, openAlert, wantsNoAlerts, wasUnneededSince } from '../people/donor-updates.ts';
import { whyNotEligible } from '../people/eligibility.ts';
import type { DonorPerson, Person } from '../people/person.ts';
import type { ResponseHistory } from '../people/response-history.ts';
import { distanceKm } from '../places/geo.ts';
import type { BloodGroup } from '../terms/blood-group.ts';
import type { Policy } from '../terms/policy.ts';
import { days, type EpochMs, startOfDay } from '../terms/time.ts';
import type { Camp } from './camp.ts';

/** A gift at a camp locks its donor for months, so that these groups are kept for patients (docs/facts.md#camps). */
const rareGroups: ReadonlySet<BloodGroup> = new Set(['O-', 'A-', 'B-', 'AB-', 'Oh']);
export const isRare = (group: BloodGroup): boolean => rareGroups.has(group);

/** Why this person is not invited to the camp now; undefined when they may be. */
export const whyNotInvite = (
  person: Person,
  camp: Pick<Camp, 'id' | 'from' | 'place' | 'asksRare'>,
  now: EpochMs,
  { camps, donation, alertCaps, afterGift }: Policy,
): string | undefined => {
  const { donor } = person;
  if (!donor) return 'not a donor';
  if (person.optedOut || person.blockedAt !== undefined) return 'opted out';
  if (person.unreachable && person.uncallable) return 'number not reachable';
  if (person.noCamps || wantsNoAlerts(donor)) return 'wants no invitations';
  if (isRare(donor.group) && !camp.asksRare) return 'a rare group';
  if (
    person.camps?.some(({ campId, at }) => campId === camp.id || at > now - days(camps.againDays))
  )
    return 'invited before';
  if (hadNewsSince(donor.contacts, now - days(afterGift.apartDays)))
    return 'heard what their gift did';
  if (isLeftInPeace(person)) return 'has not given for long';
  if (openAlert(person, now) || hasPledged(person)) return 'needed by a request';
  if (person.requests.some(({ open }) => open)) return 'needs blood for their own';
  if (person.alerts.some(({ at }) => at > now - days(camps.restDays))) return 'asked lately';
  if (wasUnneededSince(person, now - days(alertCaps.restAfterYesDays)))
    return 'said yes and was not needed';
  if (distanceKm(donor.place, camp.place) > camps.nearKm) return 'lives far away';
  return whyNotEligible(donor, 'whole-blood', camp.from, donation);
};

/** Probabilities 0–1: of a yes, that a yes comes, that the doctor agrees; `chance`: of a unit. */
export type CampChances = { yes: number; comes: number; fits: number; chance: number };

/** `gaveAt`: when the donor gave last, as far as is known. */
type Invited = { record: ResponseHistory; woman: boolean; distanceKm: number; gaveAt?: EpochMs };

/** What an invitation to this donor may be hoped to bring. */
export const campChances = (
  donor: Invited,
  now: EpochMs,
  { asking, camps }: Pick<Policy, 'asking' | 'camps'>,
): CampChances => {
  const moment = { recentAlerts: 0, night: false, at: now };
  const gift = giftOdds(donor.record, donor.gaveAt, now, camps.gaveLately);
  const notice = camps.noticeLogit + Math.log(gift);
  const yes = shifted(yesProbability(donor.record, moment, asking), notice);
  const comes = comesProbability(donor.record, donor, camps);
  const fits = fitsProbability(donor.record, donor, camps);
  return { yes, comes, fits, chance: yes * comes * fits };
};

export const chancesOf = (
  { donor }: DonorPerson,
  camp: Pick<Camp, 'place'>,
  now: EpochMs,
  policy: Policy,
): CampChances =>
  campChances(
    {
      record: donor.record,
      woman: donor.sex === 'woman',
      distanceKm: distanceKm(donor.place, camp.place),
      ...(donor.lastDonation && { gaveAt: startOfDay(donor.lastDonation.day) }),
    },
    now,
    policy,
  );
