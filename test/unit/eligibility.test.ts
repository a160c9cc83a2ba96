import { describe, expect, test } from 'vitest';
import { gave, paused, resumed } from '#shared/donor/changes.ts';
import { mayGiveFrom, registrationAge, whyNotEligible } from '#shared/donor/eligibility.ts';
import { register } from '#shared/donor/register.ts';
import type { Component } from '#shared/terms/component.ts';
import { after, dayOf, daySchema, days, startOfDay } from '#shared/terms/time.ts';
import { aDonor, noon, policy } from '../fixtures/requests.ts';

const rules = policy.donation;
const donor = (change: Parameters<typeof aDonor>[0] = {}) => {
  const { donor: found } = aDonor(change);
  if (!found) throw new Error('no donor');
  return found;
};
const daysAgo = (n: number) => dayOf(after(noon, -days(n)));

describe('when a donor may give again (FACTS §2)', () => {
  const cases: [string, 'man' | 'woman', Component, number, Component, boolean][] = [
    ['men after 90 days', 'man', 'whole-blood', 90, 'whole-blood', true],
    ['men not after 89', 'man', 'whole-blood', 89, 'whole-blood', false],
    ['women after 120 days', 'woman', 'whole-blood', 120, 'whole-blood', true],
    ['women not after 119', 'woman', 'whole-blood', 119, 'whole-blood', false],
    ['platelets 28 days after whole blood', 'man', 'whole-blood', 28, 'platelets', true],
    ['platelets not 27 days after whole blood', 'man', 'whole-blood', 27, 'platelets', false],
    ['platelets 48 hours after platelets', 'man', 'platelets', 2, 'platelets', true],
    ['platelets not the next day', 'man', 'platelets', 1, 'platelets', false],
    ['whole blood 28 days after platelets', 'woman', 'platelets', 28, 'whole-blood', true],
    ['whole blood not 27 days after platelets', 'woman', 'platelets', 27, 'whole-blood', false],
  ];
  test.each(cases)('%s', (_name, sex, last, ago, next, may) => {
    const d = donor({ sex, lastDonation: { day: daysAgo(ago), component: last } });
    expect(whyNotEligible(d, next, noon, rules) === undefined).toBe(may);
  });
  test('the index date is the earliest for any component, and follows every change', () => {
    const given = gave(donor({ sex: 'man' }), dayOf(noon), 'whole-blood', policy);
    expect(given.mayGiveFrom).toBe(after(startOfDay(dayOf(noon)), days(28)));
    expect(mayGiveFrom(given, 'whole-blood', rules)).toBe(after(startOfDay(dayOf(noon)), days(90)));
    const away = paused(donor(), after(noon, days(400)), policy);
    expect(away.mayGiveFrom).toBe(after(noon, days(400)));
    expect(resumed(away, policy).mayGiveFrom).toBe(0);
  });
  test('the reminder comes at ten in the morning of a day on which they may give', () => {
    const given = gave(
      donor({ sex: 'woman' }),
      daySchema.parse('2026-11-23'),
      'whole-blood',
      policy,
    );
    expect(given.remindAt).toBe(after(startOfDay(daySchema.parse('2027-03-23')), 10 * 3_600_000));
  });
});

describe('what is remembered of a donor', () => {
  test('platelets in between do not shorten the rest after whole blood', () => {
    const whole = gave(donor({ sex: 'man' }), daysAgo(60), 'whole-blood', policy);
    const both = gave(whole, daysAgo(28), 'platelets', policy);
    expect(whyNotEligible(both, 'whole-blood', noon, rules)).toBe('resting');
    expect(mayGiveFrom(both, 'whole-blood', rules)).toBe(startOfDay(dayOf(after(noon, days(30)))));
  });
  test('an old list does not undo a gift we know of', () => {
    const given = gave(donor({ sex: 'man' }), dayOf(noon), 'whole-blood', policy);
    const { group, sex, birthYear, pin, place, consent } = given;
    const listed = { group, sex, birthYear, pin, place, consent, lastDonation: daysAgo(400) };
    expect(register(listed, given, policy).lastDonation?.day).toBe(dayOf(noon));
  });
});

describe('who may register', () => {
  test.each([
    [2009, 'too-young'],
    [2008, 'ok'],
    [1961, 'ok'],
    [1960, 'too-old'],
  ])('born %i: %s', (year, answer) => {
    expect(registrationAge(year, noon, rules)).toBe(answer);
  });
  test('a first donation after 60 and apheresis after 60 are not asked for', () => {
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
