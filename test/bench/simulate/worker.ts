import { policySchema } from '#shared/terms/policy.ts';
import { type Job, runJob } from './run.ts';

/* Runs jobs one after the other in its own process. The settings are its argument. */

const settings = policySchema.parse(JSON.parse(process.argv[2] ?? ''));

process.on('message', (job: Job) => {
  process.send?.(runJob(job, settings));
});
