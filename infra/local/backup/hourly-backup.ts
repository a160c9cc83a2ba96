import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runTypescript } from '../built/run-typescript.ts';
import { type DatabaseFiles, databaseFiles } from '../database/database-files.ts';
import { readManifest } from './backup-manifest.ts';
import { findBackups } from './find-backups.ts';

export type HourlyBackup = {
  /** Ends a backup that is under way; its unfinished folder is cleared by the next one. */
  stop(): Promise<void>;
};

type HourlyOptions = {
  dataDir: string;
  table: string;
  /** Receives one line for each failed backup. */
  notice: (what: string) => void;
  /** Real milliseconds between two backups. */
  everyMs?: number;
  keep?: number;
};

const hourMs = 3_600_000;
const kept = 24;

/**
 * Makes a checked backup in DATA_DIR/backups every hour of real time, across restarts, and keeps the newest 24. A
 * failed one removes nothing. Each is made in a process of its own: the check and the compaction take seconds, in
 * which the hotline goes on answering.
 */
export const startHourlyBackup = (options: HourlyOptions): HourlyBackup => {
  const { notice, everyMs = hourMs, keep = kept } = options;
  const files = databaseFiles(options.dataDir);
  const aborting = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const plan = (ms: number): void => {
    timer = setTimeout(() => {
      running = run();
    }, ms).unref();
  };
  const run = async (): Promise<void> => {
    try {
      const made = await makeOne(files, options.table, aborting.signal);
      rotate(files.backups, made, keep);
    } catch (error) {
      if (!aborting.signal.aborted)
        notice(`The hourly backup failed: ${error instanceof Error ? error.message : error}`);
    }
    if (!aborting.signal.aborted) plan(everyMs);
  };
  plan(untilNext(files, everyMs));

  return {
    async stop() {
      clearTimeout(timer);
      aborting.abort();
      await running;
    },
  };
};

/**
 * Counted from the newest backup, or from the making of the database file while there is no backup: a hotline that is
 * restarted more often than hourly has its backups too.
 */
const untilNext = (files: DatabaseFiles, everyMs: number): number => {
  const newest = readManifest(findBackups(files.backups).at(-1) ?? '');
  const last = newest ? Date.parse(newest.madeAt) : statSync(files.database).birthtimeMs;
  return Math.min(everyMs, Math.max(0, last + everyMs - Date.now()));
};

/** The path of the new backup. */
const makeOne = async (
  files: DatabaseFiles,
  table: string,
  signal: AbortSignal,
): Promise<string> => {
  const script = join(import.meta.dirname, 'backup-process.ts');
  const [command, ...args] = runTypescript(script);
  const child = spawn(command, [...args, files.dir, table], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
  });
  const [code, killedBy] = await once(child, 'close');
  if (code !== 0) throw new Error(said.err.trim() || `its process ended with ${code ?? killedBy}`);
  return said.out.trim();
};

/** The new backup always stays, even if the machine's clock was set back and its name sorts first. */
const rotate = (dir: string, made: string, keep: number): void => {
  const others = findBackups(dir).filter((backup) => backup !== made);
  for (const old of others.slice(0, Math.max(0, others.length - keep + 1)))
    rmSync(old, { recursive: true });
};
