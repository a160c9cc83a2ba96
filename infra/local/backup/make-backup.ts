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
  /** The path of its folder. */
  dir: string;
  manifest: BackupManifest;
  /** Milliseconds for which the database did not answer. */
  pausedMs: number;
};

/**
 * Copies the database that runs on DATA_DIR into a new dated folder in `into`, which is whole or not there. The database
 * is paused while its file and log are copied, as kill -9 would leave them; the rest of the work is done on the copy.
 * Throws one line when the copy cannot be made or is not whole.
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
    const pausedMs = await copyPaused(files, partial);
    const manifest = await finish(partial, { source: files, now, table });
    const dir = join(resolve(into), `hotline-${stampOf(now)}`);
    renameSync(partial.dir, dir);
    sync(into);
    return { dir, manifest, pausedMs };
  } catch (error) {
    const full = isFull(into);
    rmSync(partial.dir, { recursive: true, force: true });
    throw full ? new Error(`No backup was made: ${fullDisk(into)}`) : error;
  }
};

type BackupFiles = ReturnType<typeof backupFiles>;

const partialPrefix = '.partial-';

/** Removes the unfinished folders of killed processes: they hold people's numbers and cannot be restored. */
const clearAbandoned = (into: string): void => {
  for (const name of readdirSync(into)) {
    const pid = Number(/^\.partial-(\d+)-/.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid)) rmSync(join(into, name), { recursive: true, force: true });
  }
};

const copyPaused = async (files: DatabaseFiles, to: BackupFiles): Promise<number> => {
  const running = findRunning(files);
  if (!running) throw new Error(`no database runs on ${files.dir}`);
  const pausedMs = await pauseProcess(running.pid, () => {
    for (const end of ['', '-wal'])
      if (existsSync(files.database + end))
        copyFileSync(files.database + end, to.database + end, constants.COPYFILE_FICLONE);
    if (existsSync(files.clock)) copyFileSync(files.clock, to.clock);
  });
  // Restarted meanwhile: the new process may have written during the copy.
  if (findRunning(files)?.pid !== running.pid)
    throw new Error('the database was restarted during the copy: try again');
  return pausedMs;
};

/** Turns the copy into one private file, checks it, and writes its manifest. */
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
