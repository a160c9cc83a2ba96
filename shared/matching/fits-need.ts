import type { Donor } from '../people/donor.ts';
import { mayGiveFrom } from '../people/eligibility.ts';
import { distanceKm } from '../places/geo.ts';
import type { Place } from '../places/place.ts';
import type { BloodGroup } from '../terms/blood-group.ts';
import type { Component } from '../terms/component.ts';
import type { Policy } from '../terms/policy.ts';
import type { EpochMs } from '../terms/time.ts';
import type { Urgency } from '../terms/urgency.ts';
import { compatibleGroups } from './compatibility.ts';

type Need = { group: BloodGroup; component: Component; exchange: boolean };

/** True when blood of this group may be given for the need. */
export const isCompatible = (group: BloodGroup, need: Need): boolean =>
  compatibleGroups(need).some((match) => match.group === group);

/** True when this donor may give what the need asks for, now. A pause does not count: the donor was asked. */
export const mayGiveFor = (
  { pausedUntil: _, ...donor }: Donor,
  need: Need,
  now: EpochMs,
  { donation }: Policy,
): boolean =>
  isCompatible(donor.group, need) && mayGiveFrom(donor, need.component, donation) <= now;

/** True when the place is too far for a donor who was asked at `askedKm`. */
export const isTooFar = (
  donor: Donor,
  { place, urgency }: { place: Place; urgency: Urgency },
  askedKm: number,
  { asking }: Policy,
): boolean => {
  const km = distanceKm(donor.place, place);
  return km > asking.farthestKm[urgency] && km > askedKm;
};
