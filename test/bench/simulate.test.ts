import { describe, expect, test } from 'vitest';
import { policy } from '../fixtures/requests.ts';
import { runCamps } from './simulate/camp/camp-run.ts';
import type { Measures } from './simulate/measures.ts';
import { plotAlerts, plotTime } from './simulate/output/plots.ts';
import { notFirst, renderForPage, renderSpread, renderTable } from './simulate/output/tables.ts';
import { type Job, policyNames, runJob } from './simulate/run.ts';

const run = (job: Partial<Job>): Measures =>
  runJob({ world: 'group', seed: 1, days: 60, policy: 'ours', ...job }, policy);

describe('the simulated world', () => {
  test('gives the same bytes for the same seed, and others for another seed', () => {
    const bytes = (seed: number) => JSON.stringify(run({ seed }));
    expect(bytes(1)).toBe(bytes(1));
    expect(bytes(1)).not.toBe(bytes(2));
  });

  test.each(policyNames)('%s obeys the rules of the world', (name) => {
    const m = run({ policy: name });
    expect(m.requests).toBe(60);
    expect(m.fulfilledInTime).toBeLessThanOrEqual(1);
    expect(m.left).toBeLessThanOrEqual(m.donors);
    expect(m.unitsGiven).toBeGreaterThan(0);
    expect(m.alertsPerUnit).toBeGreaterThanOrEqual(1);
    // The share of covered requests never falls with the time.
    expect([...m.coveredWithin].sort((a, b) => a - b)).toEqual(m.coveredWithin);
  });

  test('is served best by the policy that knows every answer', () => {
    const best = run({ policy: 'oracle' }).fulfilledInTime;
    for (const name of policyNames)
      expect(run({ policy: name }).fulfilledInTime, name).toBeLessThanOrEqual(best);
  });

  test('names an unknown policy and lists the known ones', () => {
    expect(() => run({ policy: 'hours' })).toThrow(/no policy hours; there are .*ours/);
  });
});

describe('our policy with ten thousand donors', () => {
  const zones = (name: string) => run({ world: 'zones', policy: name });
  const ours = zones('ours');

  test.each(['broadcast', 'one by one', 'nearest few', 'ladder', 'seven'])(
    'fulfils more than %s, and none is both sooner and sparer',
    (name) => {
      const other = zones(name);
      expect(ours.fulfilledInTime).toBeGreaterThan(other.fulfilledInTime);
      const sooner = (other.medianMinutes ?? 1e9) < (ours.medianMinutes ?? 1e9);
      const sparer = (other.alertsPerUnit ?? 1e9) < (ours.alertsPerUnit ?? 1e9);
      expect(sooner && sparer).toBe(false);
    },
  );

  test('never asks a donor more often than allowed in a month', () => {
    expect(ours.p99AlertsPerDonorMonth).toBeLessThanOrEqual(policy.alertCaps.perMonth + 1);
  });
});

describe('a camp for 247 units in a city of ten thousand donors', () => {
  const engines = [1, 2, 3, 4, 5].map((seed) => runCamps('engine', seed, policy));
  const broadcast = runCamps('broadcast', 1, policy);

  test.each(['first', 'second'] as const)(
    'is filled by the engine with about half of the invitations of a broadcast: the %s one',
    (camp) => {
      const mean = (of: 'units' | 'invited'): number =>
        engines.reduce((sum, run) => sum + run[camp][of], 0) / engines.length;
      expect(mean('units')).toBeGreaterThan(247 - 15);
      // 48 % over many seeds (docs/camps.md); the mean of five strays from that by two points.
      expect(mean('invited')).toBeLessThan(0.53 * broadcast[camp].invited);
      expect(broadcast[camp].units).toBeLessThan(270);
    },
  );

  test('locks no donor of a rare group', () => {
    for (const { second } of engines) expect(second.rareInvited).toBe(0);
    expect(broadcast.second.rareInvited).toBeGreaterThan(300);
  });
});

test('the tables of the page name each world once, and where ours is not first', () => {
  const measures = run({});
  const runs = (['group', 'hundred'] as const).flatMap((world) =>
    ['seven', 'ours', 'oracle'].flatMap((name) =>
      [1, 2].map((seed) => ({
        job: { world, seed, days: 60, policy: name },
        measures: { ...measures, fulfilledInTime: name === 'ours' ? 0.5 : 0.4 + seed / 100 },
      })),
    ),
  );
  const lines = renderForPage(runs).split('\n');
  expect(lines).toHaveLength(2 + 6);
  expect(lines[2]).toMatch(/^\| group \| seven \| 41\.5 % ±0\.7 \|/);
  expect(lines[3]).toMatch(/^\| {2}\| \*\*ours\*\* \| 50\.0 % ±0\.0 \|/);
  expect(notFirst(runs)).toEqual([]);
  const worse = runs.map((one) =>
    one.job.policy === 'seven' && one.job.world === 'hundred'
      ? { ...one, measures: { ...one.measures, fulfilledInTime: 0.6 } }
      : one,
  );
  expect(notFirst(worse)).toEqual(['hundred, fulfilled in time: seven 60.0 %, ours 50.0 %']);
});

test('tables and plots contain every policy', () => {
  const runs = [1, 2].flatMap((seed) =>
    ['ours', 'ladder'].map((name) => ({
      job: { world: 'group', seed, days: 60, policy: name } as const,
      measures: run({ seed, policy: name }),
    })),
  );
  const one = runs.filter(({ job }) => job.seed === 1);
  expect(renderTable(one).split('\n')).toHaveLength(3);
  expect(renderSpread(runs)).toMatch(/^ours .* ±/m);
  for (const plot of [plotTime(one), plotAlerts(one)]) {
    expect(plot).toMatch(/^<svg [^>]*viewBox/);
    expect(plot).toContain('>ladder</text>');
    expect(plot).not.toMatch(/NaN|undefined|Infinity/);
  }
});
