import { expect, test } from 'vitest';
import { renderSummary, renderTest, runSeeds } from '../run-seeds.ts';
import { inMemory } from '../store/seed-store.ts';

/* `npm run test:faults` runs more seeds, on a real database (docs/faults.md). */

const from = 41;
const count = 1460;
/** One core takes minutes for all seeds: each part has a file of its own, so that workers share them. */
const parts = 5;

/** Tests every fifth seed. */
export const testPart = (part: 1 | 2 | 3 | 4 | 5): void => {
  test(`all rules hold in 1,460 scripts with faults: part ${part} of ${parts}`, {
    timeout: 15 * 60_000,
  }, async () => {
    const skipped = part - 1;
    const summary = await runSeeds({
      from: from + skipped,
      count: count - skipped,
      step: parts,
      database: inMemory,
    });
    console.log(renderSummary(summary));
    expect(summary.violations.map(renderTest).slice(0, 3)).toEqual([]);
    expect(summary.seeds).toBe(count / parts);
  });
};
