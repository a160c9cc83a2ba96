import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Policy } from '#shared/terms/policy.ts';
import type { Measures } from './measures.ts';
import type { Job } from './run.ts';
import { sizes } from './sim-world.ts';

/** The expected duration of each job. The longest jobs start first. */
const weightOfWorld = (world: Job['world']): number =>
  (sizes[world].donors * sizes[world].requestsADay) / 1000;
const slow = (policy: string): number => {
  if (policy === 'ours' || policy.startsWith('without')) return 6;
  return policy === 'informed' ? 4 : 1;
};
const weightOf = ({ world, policy }: Job): number => weightOfWorld(world) * slow(policy);

const start = (settings: Policy): ChildProcess =>
  fork(join(import.meta.dirname, 'worker.ts'), [JSON.stringify(settings)], {
    execArgv: ['--import', 'tsx', '--no-warnings'],
  });

const ask = async (worker: ChildProcess, job: Job): Promise<Measures> => {
  const done = new AbortController();
  const { signal } = done;
  try {
    worker.send(job);
    const [answer] = await Promise.race([
      once(worker, 'message', { signal }),
      once(worker, 'exit', { signal }).then(() => {
        throw new Error(`the worker died over ${JSON.stringify(job)}`);
      }),
    ]);
    return answer as Measures;
  } finally {
    done.abort();
  }
};

/** Runs all jobs on as many processes as there are cores. The results are in the order of the jobs. */
export const runAll = async (jobs: Job[], settings: Policy): Promise<Measures[]> => {
  const results: Measures[] = Array.from({ length: jobs.length });
  const queue = jobs
    .map((job, index) => ({ job, index }))
    .sort((a, b) => weightOf(b.job) - weightOf(a.job));
  const workers = Array.from({ length: Math.min(jobs.length, availableParallelism()) }, () =>
    start(settings),
  );
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let next = queue.shift(); next; next = queue.shift())
          results[next.index] = await ask(worker, next.job);
      }),
    );
  } finally {
    for (const worker of workers) worker.kill();
  }
  return results;
};
