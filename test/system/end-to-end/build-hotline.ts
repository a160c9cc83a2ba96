import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';

const root = new URL('../../../', import.meta.url).pathname;
const local = join(root, 'infra/local');

/** Scripts that the hotline runs in processes of their own. */
const processes = ['database/prepare-database', 'backup/backup-process'];

/** Where the workers of this run find it. */
export const builtVariable = 'HOTLINE_BUILT';

/**
 * vitest's globalSetup: the hotline's processes as one file each. The tests start and kill more than a hundred, and
 * each would spend two seconds of a core on the same four hundred modules. As a person starts it, it is started in
 * `test/system/browser`, in kill.test.ts and by `npm run test:kills`.
 */
export default () => {
  // Beside the packages, so that whatever is left out of the file is found.
  const outdir = mkdtempSync(join(root, 'node_modules', '.built-'));
  buildSync({
    entryPoints: Object.fromEntries(
      ['main', 'cli', ...processes].map((path) => [basename(path), join(local, `${path}.ts`)]),
    ),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['@dynoxide/linux-x64', 'node-sqlite3-wasm'],
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    logLevel: 'warning',
  });
  // What lies beside them, by the names by which they look for it.
  writeFileSync(join(outdir, 'package.json'), '{"type":"module"}');
  for (const name of processes.map((path) => basename(path)))
    renameSync(join(outdir, `${name}.js`), join(outdir, `${name}.ts`));
  cpSync(join(local, 'phones/page'), join(outdir, 'page'), { recursive: true });
  process.env[builtVariable] = outdir;
  return () => rmSync(outdir, { recursive: true, force: true });
};
