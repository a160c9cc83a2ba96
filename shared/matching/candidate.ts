import { hasPledged, openAlert, wasUnneededSince } from '../people/donor-updates.ts';
import { whyNotEligible } from '../people/eligibility.ts';
import type { DonorPerson, Person } from '../people/person.ts';
import { distanceKm } from '../places/geo.ts';
import type { Place } from '../places/place.ts';
import type { Component } from '../terms/component.ts';
import type { PhoneNumber } from '../terms/phone-number.ts';
import type { Policy } from '../terms/policy.ts';
import { quietUntil } from '../terms/quiet-hours.ts';
import { days, type EpochMs, minutes, startOfDay } from '../terms/time.ts';
import type { Urgency } from '../terms/urgency.ts';
import type { Askable } from './choose-stage.ts';
import type { Match } from './compatibility.ts';
import { queuedSince } from './donor-queue.ts';
import { scoreCandidate } from './score-candidate.ts';

/** What candidate selection needs to know about the request. */
export type Search = {
  component: Component;
  place: Pick<Place, 'lat' | 'lon'>;
  neededBy: EpochMs;
  urgency: Urgency;
  /** The family, and all donors already asked. */
  spared: ReadonlySet<PhoneNumber>;
};

export type Candidate = Askable & {
  person: Person;
  tier: Match['tier'];
  /** True when the alert would be sent in the quiet hours. */
  night: boolean;
};

const alertsSince = (person: Person, since: number): number =>
  person.alerts.filter((a) => a.at > since).length;

/** Why this person may not be asked for this request; undefined when they may. */
export const exclusionReason = (
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
  if (wasUnneededSince(person, now - days(policy.alertCaps.restAfterYesDays)))
    return 'said yes and was not needed';
  return whyNotEligible(donor, search.component, now, policy.donation);
};

/** The donor as a candidate, scored for this request now. */
export const toCandidate = (
  person: DonorPerson,
  tier: Match['tier'],
  search: Search,
  now: EpochMs,
  { asking, quietHours }: Policy,
): Candidate => {
  const { record, sex, place, lastDonation } = person.donor;
  const km = distanceKm(place, search.place);
  const night = quietUntil(now, quietHours) !== undefined;
  const input = {
    record,
    woman: sex === 'woman',
    distanceKm: km,
    minutesLeft: (search.neededBy - now) / minutes(1),
    urgency: search.urgency,
    ownGroup: tier === 0,
    moment: {
      recentAlerts: alertsSince(person, now - days(7)),
      night,
      at: now,
      gaveAt: lastDonation && startOfDay(lastDonation.day),
    },
  };
  const waitsSince = queuedSince(person);
  // Written out: a stage makes thousands of these, and a spread took eight times as long.
  const { yes, gives, chance, ever, worth, weight } = scoreCandidate(input, asking);
  return {
    person,
    tier,
    distanceKm: km,
    waitsSince,
    night,
    yes,
    gives,
    chance,
    ever,
    worth,
    weight,
  };
};
