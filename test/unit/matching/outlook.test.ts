import { describe, expect, test } from 'vitest';
import { firstDry, foretell, unitsIn, weeklyChance } from '#shared/matching/outlook.ts';

const donor = { chance: 0.5, freeInWeek: 0, restWeeks: 13 };
const many = (count: number, change: Partial<typeof donor> = {}) =>
  Array.from({ length: count }, () => ({ ...donor, ...change }));

describe('the outlook of a group', () => {
  test('is never dry without a need, and dry at once without donors', () => {
    expect(firstDry(foretell(many(3), 0, 12))).toBeUndefined();
    expect(firstDry(foretell([], 1, 12))).toBe(0);
  });

  test('runs dry when its donors rest, and not before', () => {
    const outlook = foretell(many(20), 4, 12);
    expect(outlook[0]).toMatchObject({ hoped: 10, given: 4, isDry: false });
    const dry = firstDry(outlook);
    expect(dry).toBeGreaterThan(1);
    expect(outlook.slice(0, dry).every(({ isDry }) => !isDry)).toBe(true);
    expect(unitsIn(outlook)).toBeLessThanOrEqual(20);
  });

  test('counts on donors who rest only when they are back', () => {
    const outlook = foretell(many(10, { freeInWeek: 3 }), 1, 6);
    expect(outlook.map(({ isDry }) => isDry)).toEqual([true, true, true, false, false, false]);
  });

  test('gives a donor back after the rest', () => {
    const outlook = foretell(many(1, { chance: 1, restWeeks: 2 }), 1, 5);
    expect(outlook.map(({ given }) => given)).toEqual([1, 0, 1, 0, 1]);
  });

  test('takes more alerts as more chances', () => {
    expect(weeklyChance(0.5, 2)).toBe(0.75);
    expect(weeklyChance(0.5, 0)).toBe(0);
  });
});
