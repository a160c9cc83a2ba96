import { describe, expect, test } from 'vitest';
import {
  clinicianDecides,
  onSite,
  restsUntil,
  type SelfReportedDeferral,
  selfReported,
  standingRules,
} from '#shared/people/deferral-rules.ts';
import {
  withDonation,
  withoutLastDonation,
  withoutPause,
  withPause,
} from '#shared/people/donor-updates.ts';
import {
  deferrals,
  mayGiveFrom,
  registrationAge,
  whyNotEligible,
} from '#shared/people/eligibility.ts';
import { register } from '#shared/people/register.ts';
import type { Component } from '#shared/terms/component.ts';
import { after, dayOf, daySchema, days, startOfDay } from '#shared/terms/time.ts';
import { aDonor, noon, policy } from '../../fixtures/requests.ts';

const rules = policy.donation;
const donor = (change: Parameters<typeof aDonor>[0] = {}) => {
  const { donor: found } = aDonor(change);
  if (!found) throw new Error('no donor');
  return found;
};
const daysAgo = (n: number) => dayOf(after(noon, -days(n)));

describe('rest after a donation (docs/facts.md#eligibility)', () => {
  const cases: [string, 'man' | 'woman', Component, number, Component, boolean][] = [
    ['men after 90 days', 'man', 'whole-blood', 90, 'whole-blood', true],
    ['men not after 89', 'man', 'whole-blood', 89, 'whole-blood', false],
    ['women after 120 days', 'woman', 'whole-blood', 120, 'whole-blood', true],
    ['women not after 119', 'woman', 'whole-blood', 119, 'whole-blood', false],
    ['platelets 28 days after whole blood', 'man', 'whole-blood', 28, 'platelets', true],
    ['platelets not 27 days after whole blood', 'man', 'whole-blood', 27, 'platelets', false],
    ['platelets a full 48 hours after platelets', 'man', 'platelets', 3, 'platelets', true],
    ['platelets not 36 hours after', 'man', 'platelets', 2, 'platelets', false],
    ['whole blood 28 days after platelets', 'woman', 'platelets', 28, 'whole-blood', true],
    ['whole blood not 27 days after platelets', 'woman', 'platelets', 27, 'whole-blood', false],
  ];
  test.each(cases)('%s', (_name, sex, last, ago, next, may) => {
    const d = donor({ sex, lastDonation: { day: daysAgo(ago), component: last } });
    expect(whyNotEligible(d, next, noon, rules) === undefined).toBe(may);
  });
  const plateletsGiven = (...ago: number[]) =>
    ago.reduce((d, n) => withDonation(d, daysAgo(n), 'platelets', policy), donor());
  test.each([
    ['platelets not a third time in a week', [6, 3], false],
    ['platelets not a third time, when the second was reported first', [3, 6], false],
    ['platelets again seven days after the first of two', [7, 3], true],
    ['platelets not 25 times in a year', Array.from({ length: 24 }, (_, i) => 364 - 15 * i), false],
    ['24 times in a year and one before', Array.from({ length: 24 }, (_, i) => 365 - 15 * i), true],
  ])('%s', (_name, ago, may) => {
    expect(whyNotEligible(plateletsGiven(...ago), 'platelets', noon, rules) === undefined).toBe(
      may,
    );
    if (!may) expect(whyNotEligible(plateletsGiven(...ago), 'plasma', noon, rules)).toBe('resting');
  });
  test('does not count a donation that was recorded by mistake', () => {
    const given = plateletsGiven(6, 3);
    expect(mayGiveFrom(given, 'platelets', rules)).toBe(after(startOfDay(daysAgo(6)), days(7)));
    const undone = withoutLastDonation(given, policy);
    expect(whyNotEligible(undone, 'platelets', noon, rules)).toBeUndefined();
  });
  test('keeps the index date at the earliest for any component after every change', () => {
    const given = withDonation(donor({ sex: 'man' }), dayOf(noon), 'whole-blood', policy);
    expect(given.mayGiveFrom).toBe(after(startOfDay(dayOf(noon)), days(28)));
    expect(mayGiveFrom(given, 'whole-blood', rules)).toBe(after(startOfDay(dayOf(noon)), days(90)));
    const away = withPause(donor(), after(noon, days(400)), policy);
    expect(away.mayGiveFrom).toBe(after(noon, days(400)));
    expect(withoutPause(away, policy).mayGiveFrom).toBe(0);
  });
  test('sets the reminder to ten in the morning of a day on which the donor may give', () => {
    const given = withDonation(
      donor({ sex: 'woman' }),
      daySchema.parse('2026-11-23'),
      'whole-blood',
      policy,
    );
    expect(given.remindAt).toBe(after(startOfDay(daySchema.parse('2027-03-23')), 10 * 3_600_000));
  });
});

describe('donation history', () => {
  test('does not shorten the rest after whole blood by platelets in between', () => {
    const whole = withDonation(donor({ sex: 'man' }), daysAgo(60), 'whole-blood', policy);
    const both = withDonation(whole, daysAgo(28), 'platelets', policy);
    expect(whyNotEligible(both, 'whole-blood', noon, rules)).toBe('resting');
    expect(mayGiveFrom(both, 'whole-blood', rules)).toBe(startOfDay(dayOf(after(noon, days(30)))));
  });
  test('keeps a known donation when an old list is imported', () => {
    const given = withDonation(donor({ sex: 'man' }), dayOf(noon), 'whole-blood', policy);
    const { group, sex, birthYear, pin, place, consent } = given;
    const listed = { group, sex, birthYear, pin, place, consent, lastDonation: daysAgo(400) };
    expect(register(listed, given, policy).lastDonation?.day).toBe(dayOf(noon));
  });
});

describe('registration', () => {
  test.each([
    [2009, 'too-young'],
    [2008, 'ok'],
    [1961, 'ok'],
    [1960, 'too-old'],
  ])('born %i: %s', (year, answer) => {
    expect(registrationAge(year, noon, rules)).toBe(answer);
  });
  test('excludes a first donation after 60, and apheresis after 60', () => {
    expect(whyNotEligible(donor({ birthYear: 1965 }), 'whole-blood', noon, rules)).toBe(
      'first donation too late',
    );
    const regular = donor({
      birthYear: 1965,
      lastDonation: { day: daysAgo(200), component: 'whole-blood' },
    });
    expect(whyNotEligible(regular, 'whole-blood', noon, rules)).toBeUndefined();
    expect(whyNotEligible(regular, 'platelets', noon, rules)).toBe('too old for apheresis');
  });
});

describe('the table of deferral rules (docs/facts.md#eligibility)', () => {
  const rows = { ...standingRules, ...onSite, ...selfReported, ...clinicianDecides };

  test('has a row for every rule, and a source and a sureness for every row', () => {
    expect(Object.keys(standingRules)).toEqual(Object.keys(deferrals));
    for (const [name, { rule, from, source, sure }] of Object.entries(rows)) {
      expect(`${rule} ${from} ${source}`, name).toMatch(/\w{3}.*NBTC/);
      expect(['A', 'B', 'C'], name).toContain(sure);
    }
  });

  test('has a policy value for every row that is less than sure, and a row for every policy value', () => {
    const inPolicy = Object.keys({ own: 0, ...onSite, ...selfReported });
    expect(Object.keys(policy.deferralDays).sort()).toEqual(inPolicy.sort());
    for (const { sure } of Object.values({ ...onSite, ...selfReported }))
      expect(sure).not.toBe('A');
  });

  test.each<[SelfReportedDeferral, number]>([
    ['alcohol', 1],
    ['aspirin', 3],
    ['antibiotics', 14],
    ['vaccine', 14],
    ['live-vaccine', 28],
    ['rabies', 365],
    ['malaria', 90],
    ['typhoid', 365],
    ['dengue', 180],
    ['tattoo', 365],
    ['surgery', 365],
    ['birth', 365],
    ['pregnancy', 280 + 365],
    ['miscarriage', 180],
  ])('%s: %i days by default', (reported, rest) => {
    expect(restsUntil(reported, noon, policy)).toBe(after(noon, days(rest)));
  });

  test.each<[keyof typeof deferrals, Parameters<typeof aDonor>[0], Component]>([
    ['too young', { birthYear: 2010 }, 'whole-blood'],
    ['too old', { birthYear: 1950 }, 'whole-blood'],
    ['first donation too late', { birthYear: 1965 }, 'whole-blood'],
    [
      'too old for apheresis',
      { birthYear: 1965, lastDonation: { day: daysAgo(200), component: 'whole-blood' } },
      'plasma',
    ],
    ['weighs too little', { weightKg: 44 }, 'whole-blood'],
    ['weighs too little', { weightKg: 49 }, 'platelets'],
    ['resting', { deferredUntil: after(noon, 1) }, 'whole-blood'],
    ['resting', { pausedUntil: after(noon, 1) }, 'platelets'],
  ])('%s', (name, change, component) => {
    expect(whyNotEligible(donor(change), component, noon, rules)).toBe(name);
  });
});
