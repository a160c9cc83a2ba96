import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';

const root = new URL('../../../', import.meta.url).pathname;
const local = join(root, 'infra/local');

/** Scripts that the hotline runs in processes of their own. */
const processes = ['database/prepare-database', 'backup/backup-process'];

/** The environment variable with the folder of the built files. */
export const builtVariable = 'HOTLINE_BUILT';

/**
 * vitest's globalSetup: builds each process of the hotline, and that of the stories with faults, as one file. The tests start and kill more than a hundred
 * processes, and each would spend two seconds of a core on loading four hundred modules. `test/system/browser`,
 * kill.test.ts and `npm run test:kills` start the hotline as an operator does.
 */
export default () => {
  // Inside node_modules, so that packages outside the bundle are found.
  const outdir = mkdtempSync(join(root, 'node_modules', '.built-'));
  buildSync({
    entryPoints: {
      ...Object.fromEntries(
        ['main', 'cli', ...processes].map((path) => [basename(path), join(local, `${path}.ts`)]),
      ),
      stories: join(root, 'test/faults/main.ts'),
    },
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // Half as much to parse at each start. Names stay as they are.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    external: ['@dynoxide/linux-x64', 'node-sqlite3-wasm'],
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    logLevel: 'warning',
  });
  // Files that the processes look for in their own folder, by name.
  writeFileSync(join(outdir, 'package.json'), '{"type":"module"}');
  cpSync(join(local, 'database/socket-relay.js'), join(outdir, 'socket-relay.js'));
  cpSync(join(local, 'phones/page'), join(outdir, 'page'), { recursive: true });
  process.env[builtVariable] = outdir;
  return () => rmSync(outdir, { recursive: true, force: true });
};
