import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildHotline } from '#infra/local/built/built-hotline.js';

const root = new URL('../../../', import.meta.url).pathname;

/** The environment variable with the folder of the built files. */
export const builtVariable = 'HOTLINE_BUILT';

/**
 * vitest's globalSetup: builds each process of the hotline, and that of the stories with faults, once for all tests, which
 * start and kill more than a hundred processes.
 */
export default () => {
  // Inside node_modules, so that packages outside the bundle are found.
  const outdir = mkdtempSync(join(root, 'node_modules', '.built-'));
  buildHotline(outdir, { stories: join(root, 'test/faults/main.ts') });
  process.env[builtVariable] = outdir;
  return () => rmSync(outdir, { recursive: true, force: true });
};
