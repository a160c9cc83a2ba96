import type { Component } from '../terms/component.ts';
import type { Policy } from '../terms/policy.ts';
import {
  after,
  type Day,
  days,
  type EpochMs,
  epochMs,
  startOfDay,
  toCalendar,
} from '../terms/time.ts';
import type { Donor, Sex } from './donor.ts';

type Rules = Policy['donation'];

export const isApheresis = (component: Component): boolean =>
  component === 'platelets' || component === 'plasma';

/**
 * Days between whole-blood donations; for 'other' the longer one; the blood centre decides (docs/facts.md#eligibility).
 */
const wholeBloodInterval = (sex: Sex, rules: Rules): number =>
  sex === 'man' ? rules.wholeBloodIntervalDays.man : rules.wholeBloodIntervalDays.woman;

const restDays = (last: Component, next: Component, sex: Sex, rules: Rules): number => {
  if (isApheresis(last)) {
    // The interval counts in hours, but only the day is known: counted from the end of that day.
    return isApheresis(next) ? rules.apheresisIntervalDays + 1 : rules.wholeBloodAfterApheresisDays;
  }
  return isApheresis(next) ? rules.apheresisAfterWholeBloodDays : wholeBloodInterval(sex, rules);
};

const latest = (...moments: (EpochMs | undefined)[]): EpochMs =>
  epochMs(Math.max(0, ...moments.filter((m) => m !== undefined)));

type DonationDates = Pick<
  Donor,
  'sex' | 'lastDonation' | 'lastWholeBlood' | 'apheresisDays' | 'deferredUntil' | 'pausedUntil'
>;

/** From when another apheresis stays within the limit of `most` in `withinDays` days. */
const apheresisLimitEnds = (
  given: Day[],
  most: number,
  withinDays: number,
): EpochMs | undefined => {
  const day = given.at(-most);
  return day && after(startOfDay(day), days(withinDays));
};

/**
 * From when this donor may give that component: interval by sex and component, a doctor's deferral, the donor's pause.
 */
export const mayGiveFrom = (donor: DonationDates, component: Component, rules: Rules): EpochMs => {
  const rested = (last: Component, day: Day): EpochMs =>
    after(startOfDay(day), days(restDays(last, component, donor.sex, rules)));
  const { lastDonation, lastWholeBlood } = donor;
  const given = isApheresis(component) ? (donor.apheresisDays ?? []) : [];
  return latest(
    apheresisLimitEnds(given, rules.apheresisPerWeek, 7),
    apheresisLimitEnds(given, rules.apheresisPerYear, 365),
    lastDonation && rested(lastDonation.component, lastDonation.day),
    lastWholeBlood && rested('whole-blood', lastWholeBlood),
    donor.deferredUntil,
    donor.pausedUntil,
  );
};

/** From when this donor may give any component; the donor index sorts by it. */
export const mayGiveAnythingFrom = (donor: DonationDates, rules: Rules): EpochMs =>
  epochMs(
    Math.min(mayGiveFrom(donor, 'whole-blood', rules), mayGiveFrom(donor, 'platelets', rules)),
  );

/** Whole years reached in that calendar year: the hotline does not ask for the birthday. */
export const ageIn = (birthYear: number, at: EpochMs): number => toCalendar(at).year - birthYear;

/**
 * May a person of that birth year register? Under 18 is refused by law; over 65 is thanked (docs/facts.md#eligibility).
 */
export const registrationAge = (
  birthYear: number,
  at: EpochMs,
  rules: Rules,
): 'ok' | 'too-young' | 'too-old' => {
  const age = ageIn(birthYear, at);
  if (age < rules.minAge) return 'too-young';
  return age > rules.maxAge ? 'too-old' : 'ok';
};

type DonorToCheck = DonationDates & Pick<Donor, 'birthYear' | 'weightKg'>;

/**
 * The rules of docs/facts.md#eligibility by name; each is true when it keeps this donor from giving that component
 * then.
 */
export const deferrals: Record<
  string,
  (donor: DonorToCheck, component: Component, at: EpochMs, rules: Rules) => boolean
> = {
  'too young': (d, _c, at, r) => ageIn(d.birthYear, at) < r.minAge,
  'too old': (d, _c, at, r) => ageIn(d.birthYear, at) > r.maxAge,
  'first donation too late': (d, _c, at, r) =>
    d.lastDonation === undefined && ageIn(d.birthYear, at) > r.maxFirstAge,
  'too old for apheresis': (d, c, at, r) =>
    isApheresis(c) && ageIn(d.birthYear, at) > r.maxApheresisAge,
  'weighs too little': (d, c, _at, r) =>
    d.weightKg !== undefined &&
    d.weightKg < (isApheresis(c) ? r.minApheresisWeightKg : r.minWeightKg),
  resting: (d, c, at, r) => mayGiveFrom(d, c, r) > at,
};

/** The name of the first rule that keeps this donor from giving then, or undefined. */
export const whyNotEligible = (
  donor: DonorToCheck,
  component: Component,
  at: EpochMs,
  rules: Rules,
): string | undefined =>
  Object.entries(deferrals).find(([, applies]) => applies(donor, component, at, rules))?.[0];
