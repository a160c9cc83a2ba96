import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { describeDamage } from '../backup/find-backups.ts';
import { clearStaging, type MarkUncertain } from '../backup/staging.ts';
import {
  type DatabaseFiles,
  databaseFiles,
  findRunning,
  isAlive,
  removeRecord,
  writeRecord,
} from './database-files.ts';
import { type DatabaseSocket, openDatabaseSocket, removeOldSockets } from './database-socket.ts';
import { fullDisk, isFull } from './disk-space.ts';
import {
  answers,
  DamagedDatabase,
  dynoxideBinary,
  isRunning,
  launch,
  launchPrepared,
  stop,
} from './dynoxide.ts';
import { reportTornLog } from './report-torn-log.ts';

export type EmbeddedDatabase = {
  /** `unix:` and a socket in DATA_DIR; a restart of the database does not change it. */
  endpoint: string;
  /** Stops the database if this process started it. */
  stop(): Promise<void>;
};

/**
 * Runs Dynoxide on DATA_DIR/hotline.db until `stop`. A database that dies is started again and `notice` says so; it
 * ends together with this process, kill -9 included. A torn log is reported through `notice`.
 * Throws one line where Dynoxide is not installed, when another hotline still uses DATA_DIR after `patienceMs`,
 * when the disk is full, and when the file is damaged.
 */
export const startEmbeddedDatabase = async (
  dataDir: string,
  options: DatabaseOptions = {},
): Promise<EmbeddedDatabase> => {
  dynoxideBinary();
  const { notice = () => {}, patienceMs = defaultPatienceMs } = options;
  const files = databaseFiles(dataDir);
  const socket = await openDatabaseSocket(files);
  const endpoint = endpointOf(socket.path);
  let child = await launchChecked(files, socket, patienceMs).catch(async (error) => {
    await socket.stop();
    throw error;
  });
  try {
    if (!socket.isAlone) notice(reachable);
    removeOldSockets(files, socket);
    // The lock is ours: a process that left a staging folder is dead.
    clearStaging(files);
    await reportTornLog(files, endpoint, options);
  } catch (error) {
    await stop(child);
    await socket.stop();
    removeRecord(files);
    throw error;
  }
  let stopping = false;

  const restart = async (): Promise<void> => {
    try {
      // At once: the database's clients wait two seconds at most.
      child = await launchAlone(files, socket, patienceMs, launch);
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
    endpoint,
    async stop() {
      stopping = true;
      await stop(child);
      await watching;
      await stop(child);
      await socket.stop();
      removeRecord(files);
    },
  };
};

type DatabaseOptions = {
  notice?: (what: string) => void;
  patienceMs?: number;
  /** Applied to the tables after a torn log: messages that look unsent may have left. */
  markUncertain?: MarkUncertain;
};

/** For the operator's commands: the database of the hotline that runs on DATA_DIR, or one of our own until `stop`. */
export const connectOrStart = async (
  dataDir: string,
  options: DatabaseOptions = {},
): Promise<EmbeddedDatabase> => {
  const socket = await findServed(databaseFiles(dataDir), options.patienceMs ?? defaultPatienceMs);
  return socket
    ? { endpoint: endpointOf(socket), stop: async () => {} }
    : startEmbeddedDatabase(dataDir, options);
};

/** The socket of a running hotline's database. A busy one that does not answer at once is asked again. */
const findServed = async (
  files: DatabaseFiles,
  patienceMs: number,
): Promise<string | undefined> => {
  for (const end = Date.now() + patienceMs; ; await wait(20)) {
    const running = findRunning(files);
    if (!running || !isAlive(running.owner)) return undefined;
    if (await answers(running.socket)) return running.socket;
    if (Date.now() > end) return undefined;
  }
};

const defaultPatienceMs = 5000;

const endpointOf = (socket: string): string => `unix:${socket}`;

const reachable =
  'This system gives the database no network of its own (unshare, nsenter and ip are needed): other users of this machine may reach it';

const launchChecked = async (
  files: DatabaseFiles,
  socket: DatabaseSocket,
  patienceMs: number,
): Promise<ChildProcess> => {
  try {
    return await launchAlone(files, socket, patienceMs, launchPrepared);
  } catch (error) {
    if (error instanceof DamagedDatabase) throw new Error(describeDamage(files, error.message));
    throw isFull(files.dir) ? new Error(fullDisk(files.dir)) : error;
  }
};

/** Two databases on one file would damage it: an orphaned one is killed, one with a live owner is waited for. */
const launchAlone = async (
  files: DatabaseFiles,
  socket: DatabaseSocket,
  patienceMs: number,
  start: typeof launchPrepared,
): Promise<ChildProcess> => {
  const end = Date.now() + patienceMs;
  for (;;) {
    const running = findRunning(files);
    if (running && !isAlive(running.owner)) process.kill(running.pid, 'SIGKILL');
    const child = running ? 'locked' : await start(files, socket);
    if (child !== 'locked') return recorded(files, child, socket);
    if (Date.now() > end) throw new Error(inUse(files, running?.owner));
    await wait(20);
  }
};

/** Writes the record for other processes. A database that cannot be recorded (a full disk) is stopped again. */
const recorded = async (
  files: DatabaseFiles,
  child: ChildProcess,
  socket: DatabaseSocket,
): Promise<ChildProcess> => {
  try {
    writeRecord(files, { pid: child.pid ?? 0, socket: socket.path, owner: process.pid });
    return child;
  } catch (error) {
    await stop(child);
    throw error;
  }
};

const inUse = ({ dir }: DatabaseFiles, owner = 0): string =>
  `${dir} is in use by another hotline${owner ? ` (process ${owner})` : ''}: stop it, or set another DATA_DIR`;
