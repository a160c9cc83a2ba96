import { describe, expect, test } from 'vitest';
import { policy } from '#test/fixtures/requests.ts';
import { type DryWeeks, runOutlook } from './outlook-run.ts';
import { precision, recall, renderOutlook } from './outlook-table.ts';

const year = runOutlook({ world: 'group', seed: 1, days: 365 }, policy, 2);

const dryShare = ({ both, foretold, came, neither }: DryWeeks): number =>
  (both + came) / (both + foretold + came + neither);

describe('the outlook against a simulated year of a thousand donors', () => {
  test('foretells half of the dry weeks of rare groups, one week ahead too, and most of what it foretells comes', () => {
    for (const { rare } of year) {
      expect(recall(rare)).toBeGreaterThan(0.4);
      expect(precision(rare)).toBeGreaterThan(0.5);
    }
  });

  test('foretells for usual groups no more dry weeks than come', () => {
    for (const { usual, rare } of year) {
      expect(usual.both + usual.foretold).toBeLessThanOrEqual(usual.both + usual.came);
      expect(dryShare(usual)).toBeLessThan(precision(rare));
    }
  });

  test('its table counts foretold weeks against those that came', () => {
    const usual: DryWeeks = { both: 3, foretold: 1, came: 2, neither: 4, chance: 4 };
    const table = renderOutlook([[{ ahead: 0, usual, rare: usual }]]);
    expect(table[1]).toMatch(/^0 +Rh\+ +10 +50 % +40 % +4 +75 % +60 %$/);
  });

  test('foretells nothing of donors whom the engine may not ask: a policy without alerts leaves all weeks dry', () => {
    const none = {
      ...policy,
      asking: { ...policy.asking, leastChance: { critical: 1, urgent: 1, planned: 1 } },
    };
    const [silent] = runOutlook({ world: 'group', seed: 1, days: 120 }, none, 1);
    const { both, came, foretold, neither } = silent?.usual ?? ({} as DryWeeks);
    expect(foretold + neither).toBe(0);
    expect(both + came).toBeGreaterThan(0);
  });
});
