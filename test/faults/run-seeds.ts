import { createHash } from 'node:crypto';
import type { FarChoice } from '../world/carriers/far-carriers.ts';
import type { BugName } from './bugs.ts';
import type { FaultName } from './fault-plan.ts';
import { runSeed, type SeedResult } from './run-seed.ts';
import { renderSteps } from './script.ts';
import type { SeedDatabase } from './store/seed-store.ts';

export type Violation = Pick<SeedResult, 'seed' | 'broken' | 'steps'>;

/** The sum over many seeds. */
export type Summary = {
  seeds: number;
  /** Operations on the database and the carrier. */
  operations: number;
  /** Steps of people. */
  steps: number;
  faults: Partial<Record<FaultName, number>>;
  violations: Violation[];
  /** Equal for two runs of the same seeds with the same traces and saves. */
  digest: string;
};

export type Seeds = {
  from: number;
  count: number;
  /** Runs every nth seed, as a part of the work. */
  step?: number;
  database: SeedDatabase;
  bug?: BugName | undefined;
  /** Which carriers stand in place of Twilio. */
  carriers?: FarChoice | undefined;
  /** Stops at the first violation. */
  untilBroken?: boolean;
  /** Is told how many seeds are done, and how many violations there are. */
  onSeed?: (done: number, violations: number) => void;
};

/** Runs one seed after the other. */
export const runSeeds = async (seeds: Seeds): Promise<Summary> => {
  const { from, count, step = 1, database, bug, carriers, untilBroken, onSeed } = seeds;
  const hash = createHash('sha256');
  const sum: Summary = {
    seeds: 0,
    operations: 0,
    steps: 0,
    faults: {},
    violations: [],
    digest: '',
  };
  for (let seed = from; seed < from + count; seed += step) {
    const played = await runSeed({ seed, database, bug, carriers });
    add(sum, played);
    hash.update(played.digest);
    onSeed?.(sum.seeds, sum.violations.length);
    if (untilBroken && sum.violations.length > 0) break;
  }
  return { ...sum, digest: hash.digest('hex').slice(0, 16) };
};

const add = (sum: Summary, { seed, broken, steps, operations, faults }: SeedResult): void => {
  sum.seeds += 1;
  sum.operations += operations;
  sum.steps += steps.length;
  for (const [name, times] of faults) sum.faults[name] = (sum.faults[name] ?? 0) + times;
  if (broken.length > 0) sum.violations.push({ seed, broken, steps });
};

/** Adds up the parts. The digest is that of the parts' digests in order. */
export const sumOf = (parts: Summary[]): Summary => {
  const hash = createHash('sha256');
  const sum: Summary = {
    seeds: 0,
    operations: 0,
    steps: 0,
    faults: {},
    violations: [],
    digest: '',
  };
  for (const part of parts) {
    sum.seeds += part.seeds;
    sum.operations += part.operations;
    sum.steps += part.steps;
    sum.violations.push(...part.violations);
    for (const [name, times] of Object.entries(part.faults) as [FaultName, number][])
      sum.faults[name] = (sum.faults[name] ?? 0) + times;
    hash.update(part.digest);
  }
  return { ...sum, digest: hash.digest('hex').slice(0, 16) };
};

/** Renders a failing seed as a test to paste into test/faults. */
export const renderTest = ({ seed, broken, steps }: Violation): string =>
  [
    `test(${JSON.stringify(`seed ${seed}: ${broken[0]}`)}, async () => {`,
    `  const steps: Step[] = [`,
    renderSteps(steps),
    `  ];`,
    `  const played = await runSeed({ seed: ${seed}, database: inMemory, steps });`,
    `  expect(played.broken, played.trace.join('\\n')).toEqual([]);`,
    `});`,
  ].join('\n');

/** Renders a summary for the terminal and for docs/faults.md. */
export const renderSummary = ({
  seeds,
  operations,
  steps,
  faults,
  violations,
  digest,
}: Summary): string => {
  const injected = Object.entries(faults).sort(([, a], [, b]) => b - a);
  const total = injected.reduce((sum, [, times]) => sum + times, 0);
  const figure = (n: number): string => n.toLocaleString('en-US');
  return [
    `seeds ${figure(seeds)} · things people did ${figure(steps)} · database and carrier reached ${figure(operations)} times · faults ${figure(total)} · violations ${violations.length} · digest ${digest}`,
    '',
    '| fault | times |',
    '|---|---:|',
    ...injected.map(([name, times]) => `| ${name} | ${figure(times)} |`),
    ...violations
      .slice(0, 5)
      .flatMap((v) => ['', `seed ${v.seed}: ${v.broken.join('; ')}`, '', renderTest(v)]),
  ].join('\n');
};
