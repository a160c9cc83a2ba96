import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { FarChoice } from '../world/carriers/far-carriers.ts';
import { bugNames } from './bugs.ts';
import { nodeOfStories, youngSpace } from './node-of-stories.ts';
import { renderSummary, runSeeds, type Summary, sumOf } from './run-seeds.ts';
import { startSeedDatabase } from './store/seed-database.ts';
import { inMemory } from './store/seed-store.ts';

/*
 * `npm run test:faults -- --seeds 2000 --from 1 --jobs 2 --on database|memory --bug no-fence --texts exotel --calls plivo`
 * runs scripts of people with faults (docs/faults.md). DYNAMODB_ENDPOINT replaces the embedded database.
 */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    on: { type: 'string', default: 'database' },
    bug: { type: 'string' },
    texts: { type: 'string', default: 'twilio' },
    calls: { type: 'string', default: 'twilio' },
    /** Internal: the part of the work for this process, which prints its summary as JSON. */
    part: { type: 'string' },
  },
});
const whole = (name: 'seeds' | 'from' | 'jobs'): number => {
  if (!/^[1-9]\d{0,8}$/.test(values[name])) throw new Error(`--${name} must be a whole number`);
  return Number(values[name]);
};
const bug = bugNames.find((name) => name === values.bug);
if (values.bug !== undefined && !bug) throw new Error(`--bug is one of ${bugNames.join(', ')}`);
if (!['database', 'memory'].includes(values.on)) throw new Error('--on is database or memory');

if (!['twilio', 'exotel'].includes(values.texts)) throw new Error('--texts is twilio or exotel');
if (!['twilio', 'plivo'].includes(values.calls)) throw new Error('--calls is twilio or plivo');
const carriers: FarChoice = {
  ...(values.texts === 'exotel' && { texts: 'exotel' }),
  ...(values.calls === 'plivo' && { calls: 'plivo' }),
};

const [seeds, from, jobs] = [whole('seeds'), whole('from'), whole('jobs')];

/** A seed takes a fifth of a second, so that thousands are silent for minutes without it. */
const renderProgress =
  (all: number) =>
  (done: number, violations: number): void => {
    if (done % 100 === 0) console.error(`${done} of ${all} seeds, violations ${violations}`);
  };

const work = async (part: number): Promise<Summary> => {
  const database =
    values.on === 'memory' ? inMemory : await startSeedDatabase(process.env['DYNAMODB_ENDPOINT']);
  try {
    const count = seeds - part;
    return await runSeeds({
      from: from + part,
      count,
      step: jobs,
      database,
      bug,
      carriers,
      untilBroken: bug !== undefined,
      onSeed: renderProgress(Math.ceil(count / jobs)),
    });
  } finally {
    await database.stop();
  }
};

/** Runs one part in a process of its own, so that all cores are used. */
const job = async (part: number): Promise<Summary> => {
  const args = [
    youngSpace,
    '--import',
    'tsx',
    import.meta.filename,
    ...process.argv.slice(2),
    '--part',
    String(part),
  ];
  const child = spawn(await nodeOfStories(), args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`A part of the run ended with ${code}`);
  return JSON.parse(output) as Summary;
};

if (values.part !== undefined) {
  const summary = await work(Number(values.part));
  // A story may leave a timer of its last process behind, and nothing waits for it.
  process.stdout.write(`${JSON.stringify(summary)}\n`, () => process.exit());
} else {
  const began = performance.now();
  const summary = sumOf(await Promise.all(Array.from({ length: jobs }, (_, part) => job(part))));
  console.log(
    `${new Date().toISOString().slice(0, 10)}, on ${values.on}, seeds from ${from}, ${jobs} processes, texts by ${values.texts}, calls by ${values.calls}, ${Math.round((performance.now() - began) / 1000)} s${bug ? `, with the bug ${bug}` : ''}`,
  );
  console.log(renderSummary(summary));
  process.exitCode = summary.violations.length === 0 ? 0 : 1;
}
