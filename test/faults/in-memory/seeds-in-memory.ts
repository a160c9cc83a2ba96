import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { builtVariable } from '../../system/end-to-end/build-hotline.ts';
import { nodeOfStories } from '../node-of-stories.ts';
import { renderSummary, renderTest, type Summary } from '../run-seeds.ts';

/*
 * The stories run in a process of the Node version that Lambda runs: that is what people meet, and it takes two thirds
 * of the time. `npm run test:faults` runs more seeds, on a real database (docs/faults.md).
 */

const from = 41;
const count = 1960;
/** One core takes minutes for all seeds: each part has a file of its own, so that workers share them. */
const parts = 5;

const run = promisify(execFile);

/** Tests every fifth seed. */
export const testPart = (part: 1 | 2 | 3 | 4 | 5): void => {
  test(`all rules hold in 1,960 scripts with faults: part ${part} of ${parts}`, {
    timeout: 15 * 60_000,
  }, async () => {
    const { stdout } = await run(
      await nodeOfStories(),
      [
        join(process.env[builtVariable] ?? '', 'stories.js'),
        ...['--from', `${from}`, '--seeds', `${count}`, '--on', 'memory'],
        ...['--jobs', `${parts}`, '--part', `${part - 1}`],
      ],
      { maxBuffer: 2 ** 28 },
    );
    const summary = JSON.parse(stdout) as Summary;
    console.log(renderSummary(summary));
    expect(summary.violations.map(renderTest).slice(0, 3)).toEqual([]);
    expect(summary.seeds).toBe(count / parts);
  });
};
