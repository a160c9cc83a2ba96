import { expect, test } from 'vitest';
import { renderSummary, renderTest } from '../run-seeds.ts';
import { playBuilt } from './play-built.ts';

/* With the ten on the database: 2,000 in all. `npm run test:faults` runs more (docs/faults.md). */

const from = 11;
const count = 1990;
/** One core takes minutes for all seeds: each part has a file of its own, so that workers share them. */
const parts = 5;

/** Tests every fifth seed. */
export const testPart = (part: 1 | 2 | 3 | 4 | 5): void => {
  test(`all rules hold in ${count} scripts with faults: part ${part} of ${parts}`, {
    timeout: 15 * 60_000,
  }, async () => {
    const summary = await playBuilt(
      ...['--from', `${from}`, '--seeds', `${count}`, '--on', 'memory'],
      ...['--jobs', `${parts}`, '--part', `${part - 1}`],
    );
    console.log(renderSummary(summary));
    expect(summary.violations.map(renderTest).slice(0, 3)).toEqual([]);
    expect(summary.seeds).toBe(count / parts);
  });
};
