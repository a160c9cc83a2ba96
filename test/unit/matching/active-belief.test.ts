import { describe, expect, test } from 'vitest';
import { believedYes, withBelief } from '#shared/matching/active-belief.ts';
import { emptyHistory, withoutYes, withYes } from '#shared/people/response-history.ts';
import { after, days, epochMs } from '#shared/terms/time.ts';
import { policy } from '../../fixtures/requests.ts';

const rules = { ...policy.asking, forgetDays: 90 };
const now = epochMs(1_800_000_000_000);
const yes = (record = emptyHistory, at = now) =>
  withBelief(record, withYes(record, true), { isYes: true, weight: 1 }, at, rules);
const silence = (record = emptyHistory, at = now) =>
  withBelief(record, withoutYes(record, 1), { isYes: false, weight: 1 }, at, rules);

describe('the belief that a donor is active', () => {
  test('rises with a yes, falls with silence, and drifts back to the average', () => {
    const average = believedYes(emptyHistory, now, rules) ?? 0;
    expect(believedYes(yes(), now, rules)).toBeGreaterThan(4 * average);
    expect(believedYes(silence(), now, rules)).toBeLessThan(average);
    for (const record of [yes(), silence(silence())]) {
      const [soon = 0, late = 0] = [10, 1000].map(
        (n) => believedYes(record, after(now, days(n)), rules) ?? 0,
      );
      expect(Math.abs(late - average)).toBeLessThan(Math.abs(soon - average));
      expect(late).toBeCloseTo(average, 3);
    }
  });

  test('follows the counts of a donor whose belief was never kept', () => {
    const counted = { ...emptyHistory, tries: 4, saidYes: 2 };
    const kept = believedYes(silence(silence(yes(yes()))), now, rules) ?? 0;
    expect(believedYes(counted, now, rules)).toBeCloseTo(kept, 1);
  });

  test('is higher after a gift of late, the more the later it was, and only until the first yes', () => {
    const chance = (record: typeof emptyHistory, daysAgo?: number) =>
      believedYes(
        record,
        now,
        rules,
        daysAgo === undefined ? undefined : after(now, -days(daysAgo)),
      ) ?? 0;
    const byAge = [100, 300, 400].map((daysAgo) => chance(emptyHistory, daysAgo));
    expect(byAge).toEqual([...byAge].sort((a, b) => b - a));
    expect(byAge[0]).toBeGreaterThan(3 * chance(emptyHistory));
    expect(byAge[1]).toBeGreaterThan(chance(emptyHistory));
    expect(byAge[2]).toBe(chance(emptyHistory));
    expect(chance(silence(), 100)).toBeLessThan(byAge[0] ?? 0);
    expect(chance(yes(), 100)).toBe(chance(yes()));
    expect(
      believedYes(emptyHistory, now, { ...rules, gaveLately: [] }, after(now, -days(100))),
    ).toBe(chance(emptyHistory));
  });

  test('stays a probability after any number of yeses or silences', () => {
    for (const answer of [yes, silence]) {
      let record = emptyHistory;
      for (let count = 0; count <= 60; count += 1) {
        const { belief: _, ...counted } = record;
        for (const one of [record, counted])
          for (const gaveAt of [undefined, now]) {
            const chance = believedYes(one, now, rules, gaveAt);
            expect(chance, `${count}`).toBeGreaterThan(0);
            expect(chance, `${count}`).toBeLessThan(1);
          }
        record = answer(record);
      }
    }
  });

  test('is not kept where nothing is forgotten', () => {
    const { forgetDays: _, ...never } = rules;
    expect(believedYes(yes(), now, never)).toBeUndefined();
    const counted = withYes(emptyHistory, true);
    expect(withBelief(emptyHistory, counted, { isYes: true, weight: 1 }, now, never)).toBe(counted);
  });
});
