import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { databaseEndpoint } from '../world/servers/test-database.ts';
import { bugNames } from './bugs.ts';
import { playBuilt } from './in-memory/play-built.ts';
import { renderSummary, renderTest } from './run-seeds.ts';

const patience = { timeout: 15 * 60_000 };

test.skipIf(!databaseEndpoint)(
  'all rules hold in 10 scripts with faults on a real database, and memory gives the same digest',
  patience,
  async () => {
    const play = (on: 'database' | 'memory') =>
      playBuilt('--from', '1', '--seeds', '10', '--on', on, '--jobs', '1', '--part', '0');
    const summary = await play('database');
    console.log(renderSummary(summary));
    expect(summary.violations.map(renderTest).slice(0, 3)).toEqual([]);
    expect(summary.seeds).toBe(10);
    const other = await play('memory');
    expect(other.digest).toBe(summary.digest);
  },
);

test('the deliberate bugs exist in this folder only', () => {
  const shipped = ['shared', 'functions', 'infra'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
  );
  expect(shipped.length).toBeGreaterThan(200);
  for (const word of [...bugNames, 'test/faults', '#test/'])
    expect(shipped.filter((text) => text.includes(word))).toEqual([]);
});
