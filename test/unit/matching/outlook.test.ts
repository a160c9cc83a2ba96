import { describe, expect, test } from 'vitest';
import { weeklyChance } from '#shared/matching/outlook/donor-chance.ts';
import { firstDry, foretell, othersAround, unitsIn } from '#shared/matching/outlook/outlook.ts';
import { epochMs } from '#shared/terms/time.ts';

const sure = { critical: 1, urgent: 1, planned: 1 };
const past = {
  zone: 'here',
  group: 'B+',
  component: 'whole-blood',
  exchange: false,
  units: 1,
  urgency: 'urgent',
  at: epochMs(0),
} as const;
const asked = (unitsAWeek: number) => ({ unitsAWeek, requestsAWeek: 1, requests: [] });
const donor = { chance: 0.5, once: sure, onceFar: sure, freeInWeek: 0, restWeeks: 13 };
const many = (count: number, change: Partial<typeof donor> = {}) =>
  Array.from({ length: count }, () => ({ ...donor, ...change }));

describe('the outlook of a group', () => {
  test('is never dry without a need, and dry at once without donors', () => {
    expect(firstDry(foretell(many(3), asked(0), 12))).toBeUndefined();
    expect(firstDry(foretell([], asked(1), 12))).toBe(0);
  });

  test('runs dry when its donors rest, and not before', () => {
    const outlook = foretell(many(20), asked(4), 12);
    expect(outlook[0]).toMatchObject({ hoped: 10, given: 4, isDry: false });
    const dry = firstDry(outlook);
    expect(dry).toBeGreaterThan(1);
    expect(outlook.slice(0, dry).every(({ isDry }) => !isDry)).toBe(true);
    expect(unitsIn(outlook)).toBeLessThanOrEqual(20);
  });

  test('counts on donors who rest only when they are back', () => {
    const outlook = foretell(many(10, { freeInWeek: 3 }), asked(1), 6);
    expect(outlook.map(({ isDry }) => isDry)).toEqual([true, true, true, false, false, false]);
  });

  test('gives a donor back after the rest', () => {
    const outlook = foretell(many(1, { chance: 1, restWeeks: 2 }), asked(1), 5);
    expect(outlook.map(({ given }) => given)).toEqual([1, 0, 1, 0, 1]);
  });

  test('is dry when a request that comes rather finds too few donors, however few come', () => {
    const once = { critical: 0.1, urgent: 0.3, planned: 0.3 };
    const week = (count: number, urgency: 'critical' | 'urgent', units = 1) =>
      foretell(
        many(count, { once }),
        { unitsAWeek: 0.1, requestsAWeek: 0.1, requests: [{ ...past, units, urgency }] },
        1,
      )[0];
    expect(week(2, 'urgent')).toMatchObject({ isDry: true });
    expect(week(5, 'urgent')).toMatchObject({ isDry: false });
    expect(week(5, 'urgent', 3)).toMatchObject({ isDry: true });
    expect(week(5, 'critical')).toMatchObject({ isDry: true });
    const often = { unitsAWeek: 2, requestsAWeek: 2, requests: [past] };
    expect(foretell(many(5, { once }), often, 1)[0]?.dryChance).toBeCloseTo(
      1 - (1 - Math.exp(-1.5)) ** 2,
    );
    expect(week(5, 'urgent')?.dryChance).toBeCloseTo(Math.exp(-1.5));
    expect(week(5, 'urgent', 2)?.dryChance).toBeCloseTo(Math.exp(-1.5) * 2.5);
  });

  test('counts on other groups near, and on the zones around, for what they can give', () => {
    const once = { critical: 0, urgent: 0.2, planned: 0.2 };
    const onceFar = { critical: 0, urgent: 0.1, planned: 0.1 };
    const lines = new Map([
      ['here O+', many(10, { once, onceFar })],
      ['there B+', many(10, { once, onceFar, freeInWeek: 1 })],
      ['nowhere B+', many(10, { once, onceFar })],
    ]);
    const others = othersAround(lines, (zone) => (zone === 'here' ? ['there'] : []));
    const chances = (component: 'whole-blood' | 'red-cells') =>
      foretell(
        [],
        { unitsAWeek: 0.1, requestsAWeek: 0.1, requests: [{ ...past, component }] },
        2,
        others,
      ).map(({ dryChance }) => dryChance);
    expect(chances('whole-blood')).toEqual([1, expect.closeTo(Math.exp(-1))]);
    expect(chances('red-cells')).toEqual([
      expect.closeTo(Math.exp(-2)),
      expect.closeTo(Math.exp(-3)),
    ]);
  });

  test('takes more alerts as more chances', () => {
    expect(weeklyChance(0.5, 2)).toBe(0.75);
    expect(weeklyChance(0.5, 0)).toBe(0);
  });
});
