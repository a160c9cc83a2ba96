import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import * as z from 'zod';
import { makePrivateFolder } from './private-folder.ts';

/** The files of the embedded database under DATA_DIR. */
export type DatabaseFiles = ReturnType<typeof databaseFiles>;
export const databaseFiles = (dataDir: string) => {
  const dir = resolve(dataDir);
  makePrivateFolder(dir);
  return {
    dir,
    database: join(dir, 'hotline.db'),
    /** Locked by the database process for its lifetime. */
    lock: join(dir, 'hotline.lock'),
    log: join(dir, 'database.log'),
    record: join(dir, 'database.json'),
    /** Hotline time (scaled-clock.ts). */
    clock: join(dir, 'clock.json'),
    /** Another database is prepared here before it replaces this one. */
    staging: join(dir, 'staging'),
    /** The hourly backups. */
    backups: join(dir, 'backups'),
    /** What a torn log has cost, until it is reported (wal-check.ts). */
    tornLog: join(dir, 'torn-log.json'),
  };
};

const recordSchema = z.object({
  /** The database process. */
  pid: z.number().int(),
  /** Where it answers (database-socket.ts). */
  socket: z.string(),
  /** The process that started it and watches it. */
  owner: z.number().int(),
});
export type DatabaseRecord = z.infer<typeof recordSchema>;

/** Records where the database runs, for the next start and for the operator's commands. */
export const writeRecord = (files: DatabaseFiles, record: DatabaseRecord): void => {
  const fresh = `${files.record}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify(record));
  renameSync(fresh, files.record);
};

export const removeRecord = (files: DatabaseFiles): void => rmSync(files.record, { force: true });

/** The recorded database, if that process still runs and is a database on this file. */
export const findRunning = (files: DatabaseFiles): DatabaseRecord | undefined => {
  const record = recordSchema.safeParse(parseJson(readIfThere(files.record)));
  if (!record.success) return undefined;
  const [command = '', ...args] = readIfThere(`/proc/${record.data.pid}/cmdline`).split('\0');
  const isOurs = basename(command) === 'dynoxide' && args.includes(files.database);
  return isOurs && isAlive(record.data.pid) ? record.data : undefined;
};

/** True while the process runs; false for a zombie. */
export const isAlive = (pid: number): boolean => {
  const stat = readIfThere(`/proc/${pid}/stat`);
  const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
  return state !== '' && state !== 'Z' && state !== 'X';
};

const readIfThere = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
