import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHotlineApp } from '#infra/aws/app.ts';
import { days } from './days.ts';
import { nodeOfLambda } from './node-of-lambda.ts';
import { isGood, playDays, renderDay } from './play-days.ts';

/* `npm run rehearse` synthesizes the template of production and plays the days of days.ts in it (docs/adr/0030). */

// This process runs on Node 20; the functions run on Lambda's.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const outdir = mkdtempSync(join(tmpdir(), 'hotline-rehearsal-'));
try {
  const node = await nodeOfLambda();
  createHotlineApp({ outdir, context: { stage: 'prod' } }).app.synth();
  const played = await playDays({ outdir, node }, days, (day) => console.log(renderDay(day)));
  process.exitCode = played.every(isGood) ? 0 : 1;
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
