import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Lives a night of calls by keys, and prints keys and seconds. */
export const bench = async (): Promise<void> => {
  const file = 'test/scenario/calls/keys-and-seconds.test.ts';
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'quick', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  console.log(readFileSync('docs/calls.md', 'utf8'));
  if (status !== 0) process.exitCode = 1;
};
