import { expect, test } from 'vitest';
import { bugNames } from './bugs.ts';
import { playBuilt } from './in-memory/play-built.ts';
import { runSeed } from './run-seed.ts';
import { inMemory } from './store/seed-store.ts';

const patience = { timeout: 15 * 60_000 };

/** Only a carrier without a list can be taken for one that has not had a text. */
const carriersOf = (bug: string): string[] =>
  bug === 'guesses-unsent' ? ['--texts', 'exotel', '--calls', 'plivo'] : [];

test.each(bugNames)('the rules find the bug %s within 200 scripts', patience, async (bug) => {
  const summary = await playBuilt(
    ...['--from', '1', '--seeds', '200', '--on', 'memory', '--jobs', '1', '--part', '0'],
    ...['--bug', bug, ...carriersOf(bug)],
  );
  console.log(`${bug}: seed ${summary.violations[0]?.seed}: ${summary.violations[0]?.broken[0]}`);
  expect(summary.violations).toHaveLength(1);
});

test('a script replayed from its steps gives the same trace', async () => {
  for (const seed of [3, 17, 40]) {
    const first = await runSeed({ seed, database: inMemory });
    const again = await runSeed({ seed, database: inMemory, steps: first.steps });
    expect(again.trace).toEqual(first.trace);
    expect(again.digest).toBe(first.digest);
  }
});
