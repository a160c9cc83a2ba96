import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The command line that runs a TypeScript file of ours in a Node process of its own. */
export const runTypescript = (script: string): [string, ...string[]] => [
  process.execPath,
  '--import',
  pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
  script,
];
