import { hasPledged, openAlert } from '../donor/changes.ts';
import { whyNotEligible } from '../donor/eligibility.ts';
import type { Person } from '../donor/person.ts';
import { distanceKm } from '../places/distance.ts';
import type { Place } from '../places/place.ts';
import type { Component } from '../terms/component.ts';
import type { PhoneNumber } from '../terms/phone-number.ts';
import type { Policy } from '../terms/policy.ts';
import { days, type EpochMs } from '../terms/time.ts';
import { chanceToGive } from './chance.ts';
import type { Match } from './compatibility.ts';

/** What a stage must know of the request it serves. */
export type Search = {
  component: Component;
  place: Pick<Place, 'lat' | 'lon'>;
  neededBy: EpochMs;
  /** The family itself, and everyone already asked. */
  spared: ReadonlySet<PhoneNumber>;
};

export type Candidate = { person: Person; tier: Match['tier']; distanceKm: number; chance: number };

const alertsSince = (person: Person, since: number): number =>
  person.alerts.filter((a) => a.at > since).length;

/** The reasons not to ask somebody for this request, by name. Undefined: may be asked. */
export const whyNotAsk = (
  person: Person,
  search: Search,
  now: EpochMs,
  policy: Policy,
): string | undefined => {
  const { donor } = person;
  if (!donor) return 'not a donor';
  if (person.optedOut) return 'opted out';
  if (person.unreachable && person.uncallable) return 'number not reachable';
  if (search.spared.has(person.phone)) return 'already asked, or the family';
  if (openAlert(person, now)) return 'has an open alert';
  if (hasPledged(person)) return 'has said yes elsewhere';
  if (person.requests.some((r) => r.open)) return 'needs blood for their own';
  if (alertsSince(person, now - days(7)) >= policy.alertCaps.perWeek)
    return 'asked enough this week';
  if (alertsSince(person, now - days(30)) >= policy.alertCaps.perMonth)
    return 'asked enough this month';
  return whyNotEligible(donor, search.component, now, policy.donation);
};

export const toCandidate = (
  person: Person,
  tier: Match['tier'],
  search: Search,
  policy: Policy,
): Candidate => {
  const km = person.donor ? distanceKm(person.donor.place, search.place) : 0;
  const chance = person.donor ? chanceToGive(person.donor, km, policy.prior) : 0;
  return { person, tier, distanceKm: km, chance };
};

/** Whom first: the group that fits best, then the likeliest to come (distance counts in the chance), then the nearest. */
export const byPreference = (a: Candidate, b: Candidate): number =>
  a.tier - b.tier ||
  b.chance - a.chance ||
  a.distanceKm - b.distanceKm ||
  (a.person.phone < b.person.phone ? -1 : 1);
