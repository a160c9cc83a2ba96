import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';

const local = join(import.meta.dirname, '..');
const root = join(local, '../..');

/** What runs in a process of its own, by its file in infra/local. Their names are those of the built files. */
const processes = ['main', 'cli', 'database/prepare-database', 'backup/backup-process'];

/**
 * Builds each process of the hotline as one file, and puts beside it what it looks for in its own folder.
 * `outdir` is inside node_modules, so that packages outside the bundle are found. `more`: other entries, the name of the
 * built file and its source.
 */
export const buildHotline = (outdir, more = {}) => {
  buildSync({
    entryPoints: {
      ...Object.fromEntries(processes.map((path) => [basename(path), join(local, `${path}.ts`)])),
      ...more,
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
  writeFileSync(join(outdir, 'package.json'), '{"type":"module"}');
  cpSync(join(local, 'database/socket-relay.js'), join(outdir, 'socket-relay.js'));
  cpSync(join(local, 'phones/page'), join(outdir, 'page'), { recursive: true });
};

/** Every source that a built file may hold, and the lock file. */
const sourcesIn = (project) => [
  join(project, 'package-lock.json'),
  ...['functions', 'shared', 'infra'].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  ),
];

/** A name for the sources of a project as they are now: it changes when any of them does. */
export const versionOf = (project) => {
  const hash = createHash('sha256');
  for (const path of sourcesIn(project)) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
};

/** As many older builds stay: a hotline that runs looks for files beside its own. */
const kept = 5;

/**
 * The folder of the files built from the sources as they are now. The first call after a change builds them.
 */
export const builtHotline = () => {
  const all = join(root, 'node_modules/.cache/hotline');
  const folder = join(all, versionOf(root));
  if (existsSync(folder)) return folder;
  const aside = `${folder}-${process.pid}`;
  mkdirSync(aside, { recursive: true });
  buildHotline(aside);
  try {
    renameSync(aside, folder);
  } catch (error) {
    // Another process was first: its folder has the same content.
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  const bySince = readdirSync(all)
    .map((name) => ({ path: join(all, name), since: statSync(join(all, name)).mtimeMs }))
    .sort((a, b) => b.since - a.since);
  for (const { path } of bySince.slice(kept + 1)) rmSync(path, { recursive: true, force: true });
  return folder;
};
