import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { renderColumns } from '#infra/local/commands/command.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { fromCalendar } from '#shared/terms/time.ts';
import { createCrowd, type Neighbourhood, neighbourhoods } from './stage/donor-crowd.ts';
import { dueRequest, openStageTable, type Run, type StageTable } from './stage/one-stage.ts';
import { prepareTable } from './stage/prepared-table.ts';

/** The largest allowed cost of a stage on the largest table, as a multiple of the same stage on the smallest. */
const most = 1.3;
/** A Monday, 11:00 in India. */
const now = fromCalendar({ year: 2026, month: 11, day: 23, hour: 11 });

/** A task in that neighbourhood. With `bounded` it must cost the same on every table. */
type Task = {
  name: string;
  at: Neighbourhood;
  bounded: boolean;
  run: (table: StageTable, n: number) => Promise<Run>;
};
type Row = { task: Task; donors: number; runs: Run[] };

/**
 * `--donors 10000,100000,1000000` sets the numbers of donors in the tables, `--repeats 40` the repetitions and
 * `--scratch FOLDER` the folder of the tables. `--untimed` checks read units only, for shared machines. `--json` prints
 * JSON.
 */
export const bench = async (args: string[]): Promise<void> => {
  const { values } = parseArgs({
    args,
    options: {
      donors: { type: 'string', default: '10000,100000,1000000' },
      repeats: { type: 'string', default: '40' },
      scratch: { type: 'string', default: join(tmpdir(), 'mitra-hotline-bench') },
      untimed: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { rows, findings } = await compareStages({
    sizes: values.donors.split(',').map(Number),
    repeats: Number(values.repeats),
    scratch: values.scratch,
    timed: !values.untimed,
    notice: console.error,
  });
  console.log(
    values.json
      ? JSON.stringify({ rows: rows.map(summary), findings }, undefined, 2)
      : render(rows, findings),
  );
  if (findings.some(({ holds }) => !holds)) process.exitCode = 1;
};

type Options = {
  sizes: number[];
  repeats: number;
  scratch: string;
  timed: boolean;
  /** Called when a table is ready: the largest takes minutes. */
  notice?: (line: string) => void;
};

/** Runs the same stages on tables of those sizes and compares the largest with the smallest. */
export const compareStages = async (options: Options) => {
  const rows = await measure(options);
  return { rows, findings: judge(rows, options.timed) };
};

const measure = async ({ sizes, repeats, scratch, timed, notice }: Options): Promise<Row[]> => {
  const warmUps = timed ? 3 : 0;
  const config = hotlineConfigSchema.parse(JSON.parse(readFileSync('hotline.config.json', 'utf8')));
  const gazetteer = createGazetteer(config);
  const crowd = createCrowd(config, gazetteer, now);
  const tooSmall = sizes.find((size) => !(size >= crowd.smallest));
  if (tooSmall !== undefined) throw new Error(`--donors: at least ${crowd.smallest} each`);
  const placeOf = ({ pin }: Neighbourhood) => {
    const place = gazetteer.placeOfPin(pin);
    if (!place) throw new Error(`PIN ${pin} is not on the map`);
    return place;
  };
  const tasks = Object.values(neighbourhoods).flatMap((at): Task[] => {
    const bounded = at !== neighbourhoods.empty;
    return [
      { name: 'find', at, bounded, run: (table, n) => table.find(dueRequest(n, placeOf(at), now)) },
      {
        name: 'stage',
        at,
        bounded,
        run: (table, n) => table.runStage(dueRequest(n, placeOf(at), now)),
      },
    ];
  });
  const tables: { donors: number; table: StageTable }[] = [];
  try {
    for (const donors of sizes) {
      const start = Date.now();
      const dir = await prepareTable(crowd, donors, scratch);
      notice?.(
        `${donors} donors ready after ${((Date.now() - start) / 1000).toFixed(1)} s: ${dir}`,
      );
      tables.push({ donors, table: await openStageTable(dir, { config, gazetteer, now, crowd }) });
    }
    const rows: Row[] = [];
    for (const task of tasks) {
      const ofTask = tables.map(({ donors, table }) => ({
        task,
        donors,
        table,
        runs: [] as Run[],
      }));
      const times = task.bounded ? repeats : Math.ceil(repeats / 8);
      // The sizes run in turn, so that other load on the machine affects all of them.
      for (let n = 0; n < times + warmUps; n += 1)
        for (const row of ofTask) {
          const run = await task.run(row.table, n);
          if (n >= warmUps) row.runs.push(run);
        }
      rows.push(...ofTask.map(({ donors, runs }) => ({ task, donors, runs })));
    }
    return rows;
  } finally {
    for (const { table } of tables) await table.close();
  }
};

/** A percentile of sorted numbers by nearest rank. */
const percentile = (sorted: number[], p: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * p) - 1)] ?? 0;

const summary = ({ task, donors, runs }: Row) => {
  const ms = runs.map((run) => run.ms).sort((a, b) => a - b);
  const mean = (of: (run: Run) => number) => runs.reduce((sum, r) => sum + of(r), 0) / runs.length;
  return {
    task: task.name,
    neighbourhood: task.at.name,
    donors,
    runs: runs.length,
    medianMs: percentile(ms, 0.5),
    p95Ms: percentile(ms, 0.95),
    reads: mean((run) => run.reads),
    writes: mean((run) => run.writes),
    queries: mean((run) => run.queries),
    asked: mean((run) => run.asked),
  };
};

type Finding = { what: string; ratio: number; holds: boolean };

/** Compares the largest table with the smallest. */
const judge = (rows: Row[], timed: boolean): Finding[] => {
  const tasks = [...new Set(rows.map((row) => row.task))].filter((task) => task.bounded);
  return tasks.flatMap((task) => {
    const sizes = rows.filter((row) => row.task === task).sort((a, b) => a.donors - b.donors);
    const [first, last] = [sizes[0], sizes.at(-1)];
    if (!first || !last || first === last) return [];
    const compare = (of: (row: Row) => number, unit: string): Finding => {
      const ratio = of(last) / of(first);
      const what = `${task.name}, ${task.at.name}: ${unit} at ${last.donors} donors over ${first.donors}`;
      return { what, ratio, holds: ratio <= most };
    };
    return [
      compare((row) => summary(row).reads, 'read units'),
      ...(timed ? [compare((row) => summary(row).medianMs, 'median milliseconds')] : []),
    ];
  });
};

const render = (rows: Row[], findings: Finding[]): string => {
  const head = [
    '',
    'where',
    'donors',
    'asked',
    'queries',
    'read units',
    'write units',
    'median ms',
    'p95 ms',
  ];
  const lines = rows
    .map(summary)
    .map((s) => [
      s.task,
      s.neighbourhood,
      s.donors.toLocaleString('en'),
      s.asked.toFixed(0),
      s.queries.toFixed(0),
      s.reads.toFixed(1),
      s.writes.toFixed(0),
      s.medianMs.toFixed(1),
      s.p95Ms.toFixed(1),
    ]);
  const verdicts = findings.map(
    ({ what, ratio, holds }) =>
      `${holds ? 'holds' : 'FAILS'}  × ${ratio.toFixed(2)} (at most ${most})  ${what}`,
  );
  return [...renderColumns([head, ...lines]), '', ...verdicts].join('\n');
};
