import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { clearStaging, type MarkUncertain } from '../backup/staging.ts';
import { freePort } from '../free-port.ts';
import {
  type DatabaseFiles,
  databaseFiles,
  findRunning,
  isAlive,
  removeRecord,
  writeRecord,
} from './database-files.ts';
import { fullDisk, isFull } from './disk-space.ts';
import {
  answers,
  DamagedDatabase,
  dynoxideBinary,
  isRunning,
  launch,
  launchReady,
  stop,
} from './dynoxide.ts';
import { mendDatabase } from './mend-database.ts';

export type EmbeddedDatabase = {
  /** http://127.0.0.1:PORT; it stays the same when the database is started again. */
  endpoint: string;
  /** Stops the database, if it is ours. */
  stop(): Promise<void>;
};

/**
 * Runs Dynoxide on DATA_DIR/hotline.db until `stop`: starts it again when it dies, tells `notice`, and takes it along
 * when this process dies, kill -9 included. A damaged file is mended first: what is whole is served, and `notice` told.
 * Throws one clear line where Dynoxide is not installed, when another hotline still uses DATA_DIR after `patienceMs`,
 * when the disk is full, and when nothing in a damaged file can be read.
 */
export const startEmbeddedDatabase = async (
  dataDir: string,
  options: Options = {},
): Promise<EmbeddedDatabase> => {
  dynoxideBinary();
  const { notice = () => {}, patienceMs = 5000 } = options;
  const files = databaseFiles(dataDir);
  const port = await freePort();
  let child = await launchWhole(files, port, options);
  // The lock is ours: whoever was at work there is dead.
  clearStaging(files);
  let stopping = false;

  const restart = async (): Promise<void> => {
    try {
      // At once: whoever waits for it has two seconds.
      child = await launchAlone(files, port, patienceMs, launch);
      notice('The database had died and was started again');
    } catch (error) {
      notice(String(error));
      await wait(500);
    }
  };
  const watch = async (): Promise<void> => {
    while (!stopping) {
      if (isRunning(child)) await once(child, 'exit');
      else await restart();
    }
  };
  const watching = watch();

  return {
    endpoint: endpointOf(port),
    async stop() {
      stopping = true;
      await stop(child);
      await watching;
      await stop(child);
      removeRecord(files);
    },
  };
};
type Options = {
  notice?: (what: string) => void;
  patienceMs?: number;
  /** What a damaged file's messages go through: some of them may have left after what could be read. */
  doubt?: MarkUncertain;
};

/** For the operator's commands: the database of the hotline that runs on DATA_DIR, or one of our own until `stop`. */
export const connectOrStart = async (
  dataDir: string,
  options: Options = {},
): Promise<EmbeddedDatabase> => {
  const running = findRunning(databaseFiles(dataDir));
  const isServed = running && isAlive(running.owner) && (await answers(running.port));
  return isServed
    ? { endpoint: endpointOf(running.port), stop: async () => {} }
    : startEmbeddedDatabase(dataDir, options);
};

const endpointOf = (port: number): string => `http://127.0.0.1:${port}`;

const launchWhole = async (
  files: DatabaseFiles,
  port: number,
  { notice = () => {}, patienceMs = 5000, doubt = async () => 0 }: Options,
): Promise<ChildProcess> => {
  const start = (how: typeof launchReady) => launchAlone(files, port, patienceMs, how);
  try {
    return await start(launchReady).catch(async (error: unknown) => {
      if (!(error instanceof DamagedDatabase)) throw error;
      notice(await mendDatabase(files, { fault: error.message, doubt }));
      return start(launch);
    });
  } catch (error) {
    if (error instanceof DamagedDatabase || !isFull(files.dir)) throw error;
    throw new Error(fullDisk(files.dir));
  }
};

/** Two on one file would spoil it: an orphan is ended first, somebody else's is waited for. */
const launchAlone = async (
  files: DatabaseFiles,
  port: number,
  patienceMs: number,
  how: typeof launchReady,
): Promise<ChildProcess> => {
  const end = Date.now() + patienceMs;
  for (;;) {
    const running = findRunning(files);
    if (running && !isAlive(running.owner)) process.kill(running.pid, 'SIGKILL');
    const child = running ? 'locked' : await how(files, port);
    if (child !== 'locked') return recorded(files, child, port);
    if (Date.now() > end) throw new Error(inUse(files, running?.owner));
    await wait(20);
  }
};

/** Noted for others; one that cannot be noted (a full disk) is stopped again, and not left to itself. */
const recorded = async (
  files: DatabaseFiles,
  child: ChildProcess,
  port: number,
): Promise<ChildProcess> => {
  try {
    writeRecord(files, { pid: child.pid ?? 0, port, owner: process.pid });
    return child;
  } catch (error) {
    await stop(child);
    throw error;
  }
};

const inUse = ({ dir }: DatabaseFiles, owner = 0): string =>
  `${dir} is in use by another hotline${owner ? ` (process ${owner})` : ''}: stop it, or set another DATA_DIR`;
