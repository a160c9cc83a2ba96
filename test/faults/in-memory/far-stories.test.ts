import { expect, test } from 'vitest';
import { renderSummary, renderTest } from '../run-seeds.ts';
import { playBuilt } from './play-built.ts';

/* `npm run test:faults -- --texts exotel --calls plivo` runs more (docs/faults.md). */

const seeds = 16;

test(`all rules hold in ${seeds} scripts with texts by Exotel and calls by Plivo`, {
  timeout: 15 * 60_000,
}, async () => {
  const summary = await playBuilt(
    ...['--from', '1', '--seeds', `${seeds}`, '--on', 'memory', '--jobs', '1', '--part', '0'],
    ...['--texts', 'exotel', '--calls', 'plivo'],
  );
  console.log(renderSummary(summary));
  expect(summary.violations.map(renderTest).slice(0, 3)).toEqual([]);
  expect(summary.seeds).toBe(seeds);
  // Exotel's own faults have occurred: webhooks that it must repeat, requests of unknown fate.
  expect(summary.faults.dropWebhook).toBeGreaterThan(5);
  expect(summary.faults.silenceAfterAccepting).toBeGreaterThan(2);
});
