import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { DatabaseFiles } from '../database/database-files.ts';

/**
 * Replaces the embedded database's file by the whole file `fresh`, under its lock. Returns the dated folder in which
 * the replaced files stay; undefined when there were no files. A file exists at every moment, because a hotline would begin
 * with an empty one otherwise. After a kill, the next process that opens the file finishes the swap.
 */
export const swapDatabase = (
  files: DatabaseFiles,
  fresh: string,
  asideAs: string,
): string | undefined => {
  const present = [files.database, `${files.database}-wal`, files.clock].filter(existsSync);
  const aside =
    present.length > 0 ? join(files.dir, `${asideAs}-${stampOf(Date.now())}`) : undefined;
  if (aside !== undefined) {
    mkdirSync(aside, { mode: 0o700 });
    for (const path of present) linkOrCopy(path, join(aside, basename(path)));
    sync(aside);
  }
  renameSync(fresh, nextOf(files));
  sync(files.dir);
  finishSwap(files);
  return aside;
};

/** The new file, whole and not yet in its place. */
const nextOf = ({ database }: Pick<DatabaseFiles, 'database'>): string => `${database}.next`;

/**
 * Does the last steps of a swap, under the file's lock; nothing when no swap was begun. The old file's log must never be
 * read into the new file, and the old file must never be served without its log.
 */
export const finishSwap = (files: Pick<DatabaseFiles, 'database' | 'dir'>): void => {
  if (!existsSync(nextOf(files))) return;
  for (const end of ['-wal', '-shm']) rmSync(files.database + end, { force: true });
  renameSync(nextOf(files), files.database);
  sync(files.dir);
};

/** A hard link, or a copy where the disk cannot link. */
const linkOrCopy = (path: string, name: string): void => {
  try {
    linkSync(path, name);
  } catch {
    copyFileSync(path, name);
  }
};

/** Flushes a file, or the names in a folder, to disk: a power cut leaves them as they are now. */
export const sync = (path: string): void => {
  const open = openSync(path, 'r');
  fsyncSync(open);
  closeSync(open);
};

/** A moment as part of a file name that sorts by time: 2026-11-23T17-00-00.000Z. */
export const stampOf = (at: number): string => new Date(at).toISOString().replaceAll(':', '-');
