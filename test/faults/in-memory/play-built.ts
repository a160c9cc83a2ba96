import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtVariable } from '../../system/end-to-end/build-hotline.ts';
import { nodeOfStories, youngSpace } from '../node-of-stories.ts';
import type { Summary } from '../run-seeds.ts';

const run = promisify(execFile);

/**
 * Runs one part of test/faults/main.ts in a process of the Node version that Lambda runs: that is what people meet, and
 * it takes two thirds of the time.
 */
export const playBuilt = async (...options: string[]): Promise<Summary> => {
  const main = join(process.env[builtVariable] ?? '', 'stories.js');
  const { stdout } = await run(await nodeOfStories(), [youngSpace, main, ...options], {
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(stdout) as Summary;
};
