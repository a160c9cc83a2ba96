import { readFileSync, writeFileSync } from 'node:fs';
import type { Prices } from '../prices.ts';
import stored from './measured-run.json' with { type: 'json' };
import { figuresOf, type MeasuredRun, withFigures } from './page-figures.ts';

/** The pages with figures of a run. */
export const costPages = ['docs/cost.md', 'docs/scale.md', 'docs/operate.md', 'README.md'];

const file = `${import.meta.dirname}/measured-run.json`;

export const readStoredRun = (): MeasuredRun => stored as MeasuredRun;

/** Counts that follow from the code; milliseconds are the machine's. */
const countsOf = ({ work }: MeasuredRun): Record<string, number> => ({
  texts: work.texts.out / work.requests,
  segments: work.texts.segments / work.requests,
  'read units': work.reads / work.requests,
  'write units': work.writes / work.requests,
  'alerts a request': work.asked.alerts / work.requests,
});

/** Counts of a request that differ from the stored run's by more than this are old. */
const tolerance = 0.03;

/** What has changed since the stored run; empty: its figures still hold. */
export const changesSince = (now: MeasuredRun, before = readStoredRun()): string[] => {
  const then = countsOf(before);
  const changed = Object.entries(countsOf(now)).flatMap(([what, count]) => {
    const was = then[what] ?? 0;
    return Math.abs(count - was) > tolerance * was
      ? [`${what}: ${was.toFixed(1)} then, ${count.toFixed(1)} now`]
      : [];
  });
  const stack = JSON.stringify(now.stack) === JSON.stringify(before.stack);
  return stack ? changed : [...changed, 'the template has other alarms, metrics or memory'];
};

/** Keeps this run, and writes its figures into the pages. */
export const storeRun = (run: MeasuredRun, prices: Prices): void => {
  const rounded = JSON.stringify(
    run,
    (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value),
    2,
  );
  writeFileSync(file, `${rounded}\n`);
  const figures = figuresOf(JSON.parse(rounded), prices);
  for (const page of costPages)
    writeFileSync(page, withFigures(readFileSync(page, 'utf8'), figures));
};
