import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type DatabaseFiles,
  databaseFiles,
  findRunning,
  isAlive,
} from '../database/database-files.ts';
import { fullDisk, isFull } from '../database/disk-space.ts';
import { countKinds } from '../database/item-counts.ts';
import { faultsOf, leaveItemsOnly, tableNamesIn, withSqlite } from '../database/sqlite-file.ts';
import { readClock } from '../runtime/scaled-clock.ts';
import { type BackupManifest, backupFiles, sha256Of } from './backup-manifest.ts';
import { describeDamage } from './find-backups.ts';
import { pauseProcess } from './pause-process.ts';
import { stampOf, sync } from './swap-database.ts';

export type Backup = {
  /** Where it lies. */
  dir: string;
  manifest: BackupManifest;
  /** For how long the database did not answer, in milliseconds. */
  stoodStill: number;
};

/**
 * A copy of the database that runs on DATA_DIR, in a dated folder of its own in `into`: whole or not there. The
 * database stands still while its file and log are copied, as kill -9 would leave them; everything else happens to
 * the copy. Throws one line when the copy cannot be made, or is not whole.
 */
export const makeBackup = async (
  dataDir: string,
  { into, table }: { into: string; table: string },
): Promise<Backup> => {
  const files = databaseFiles(dataDir);
  mkdirSync(into, { recursive: true, mode: 0o700 });
  clearAbandoned(into);
  const now = Date.now();
  const partial = backupFiles(
    join(resolve(into), `${partialPrefix}${process.pid}-${stampOf(now)}`),
  );
  mkdirSync(partial.dir, { mode: 0o700 });
  try {
    const stoodStill = await copyStanding(files, partial);
    const manifest = await finish(partial, { source: files, now, table });
    const dir = join(resolve(into), `hotline-${stampOf(now)}`);
    renameSync(partial.dir, dir);
    sync(into);
    return { dir, manifest, stoodStill };
  } catch (error) {
    const full = isFull(into);
    rmSync(partial.dir, { recursive: true, force: true });
    throw full ? new Error(`No backup was made: ${fullDisk(into)}`) : error;
  }
};

type BackupFiles = ReturnType<typeof backupFiles>;

const partialPrefix = '.partial-';

/** What somebody left who was killed: it holds numbers of people, and is good for nothing. */
const clearAbandoned = (into: string): void => {
  for (const name of readdirSync(into)) {
    const pid = Number(/^\.partial-(\d+)-/.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid)) rmSync(join(into, name), { recursive: true, force: true });
  }
};

const copyStanding = async (files: DatabaseFiles, to: BackupFiles): Promise<number> => {
  const running = findRunning(files);
  if (!running) throw new Error(`no database runs on ${files.dir}`);
  const stood = await pauseProcess(running.pid, () => {
    for (const end of ['', '-wal'])
      if (existsSync(files.database + end))
        copyFileSync(files.database + end, to.database + end, constants.COPYFILE_FICLONE);
    if (existsSync(files.clock)) copyFileSync(files.clock, to.clock);
  });
  // Started again meanwhile: another process may have written while we copied.
  if (findRunning(files)?.pid !== running.pid)
    throw new Error('the database was started again while it was copied: try once more');
  return stood;
};

/** Makes one private file of the copy, looks through it, and writes down what it is. */
const finish = async (
  files: BackupFiles,
  { source, now, table }: { source: DatabaseFiles; now: number; table: string },
): Promise<BackupManifest> => {
  const items = withSqlite(files.database, (database) => {
    const faults = faultsOf(database);
    if (faults.length > 0) throw new Error(describeDamage(source, faults.join('; ')));
    if (!tableNamesIn(database).includes(table))
      throw new Error(`there is no table ${table} in it`);
    leaveItemsOnly(database);
    return countKinds(
      database
        .all(`SELECT pk, sk FROM "${table}"`)
        .map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
    );
  });
  const manifest: BackupManifest = {
    format: 1,
    madeAt: new Date(now).toISOString(),
    hotlineTime: new Date(Math.max(now, readClock(files.clock)?.hotline ?? 0)).toISOString(),
    table,
    items,
    bytes: statSync(files.database).size,
    sha256: await sha256Of(files.database),
  };
  writeFileSync(files.manifest, `${JSON.stringify(manifest, undefined, 2)}\n`);
  for (const path of [files.database, files.clock, files.manifest].filter(existsSync)) {
    chmodSync(path, 0o600);
    sync(path);
  }
  sync(files.dir);
  return manifest;
};
