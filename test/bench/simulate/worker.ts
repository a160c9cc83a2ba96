import { policySchema } from '#shared/terms/policy.ts';
import { type Job, runJob } from './run.ts';

/* A process of its own for one job after the other; the settings come once, as its argument. */

const settings = policySchema.parse(JSON.parse(process.argv[2] ?? ''));

process.on('message', (job: Job) => {
  process.send?.(runJob(job, settings));
});
