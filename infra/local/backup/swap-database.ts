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
 * Puts the whole database file `fresh` where the embedded database looks for it, under its lock. What was there stays
 * for good in a dated folder, whose path is returned; undefined when there was nothing. At no moment is there no
 * file: a hotline would begin with an empty one. Killed half-way it is finished by whoever opens the file next.
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
    for (const path of present) alsoAs(path, join(aside, basename(path)));
    sync(aside);
  }
  renameSync(fresh, nextOf(files));
  sync(files.dir);
  finishSwap(files);
  return aside;
};

/** Whole, and not yet in its place. */
const nextOf = ({ database }: Pick<DatabaseFiles, 'database'>): string => `${database}.next`;

/**
 * The last steps of a replacement, under the file's lock; nothing when none was begun. Another file's log must never be
 * read into the new one, and the old one must never be served without its own.
 */
export const finishSwap = (files: Pick<DatabaseFiles, 'database' | 'dir'>): void => {
  if (!existsSync(nextOf(files))) return;
  for (const end of ['-wal', '-shm']) rmSync(files.database + end, { force: true });
  renameSync(nextOf(files), files.database);
  sync(files.dir);
};

/** The same file under a second name, or a copy where the disk knows no such thing. */
const alsoAs = (path: string, name: string): void => {
  try {
    linkSync(path, name);
  } catch {
    copyFileSync(path, name);
  }
};

/** A file, or the names in a folder, as they are now: there after a power cut too. */
export const sync = (path: string): void => {
  const open = openSync(path, 'r');
  fsyncSync(open);
  closeSync(open);
};

/** A moment as part of a file's name, in the order of time: 2026-11-23T17-00-00.000Z. */
export const stampOf = (at: number): string => new Date(at).toISOString().replaceAll(':', '-');
