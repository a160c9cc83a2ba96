import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type DatabaseFiles,
  databaseFiles,
  findRunning,
  isAlive,
  removeRecord,
  writeRecord,
} from './database-files.ts';
import { answers, dynoxideBinary, isRunning, launch, stop } from './dynoxide.ts';

export type EmbeddedDatabase = {
  /** http://127.0.0.1:PORT; it stays the same when the database is started again. */
  endpoint: string;
  /** Stops the database, if it is ours. */
  stop(): Promise<void>;
};

/**
 * Runs Dynoxide on DATA_DIR/hotline.db until `stop`: starts it again when it dies, tells `notice`, and takes it along
 * when this process dies, kill -9 included. Throws one clear line where Dynoxide is not installed, and when another
 * hotline still uses DATA_DIR after `patienceMs`.
 */
export const startEmbeddedDatabase = async (
  dataDir: string,
  { notice = () => {}, patienceMs = 5000 }: Options = {},
): Promise<EmbeddedDatabase> => {
  dynoxideBinary();
  const files = databaseFiles(dataDir);
  const port = await freePort();
  let child = await launchAlone(files, port, patienceMs);
  let stopping = false;

  const restart = async (): Promise<void> => {
    try {
      child = await launchAlone(files, port, patienceMs);
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
type Options = { notice?: (what: string) => void; patienceMs?: number };

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

/** Two on one file would spoil it: an orphan is ended first, somebody else's is waited for. */
const launchAlone = async (
  files: DatabaseFiles,
  port: number,
  patienceMs: number,
): Promise<ChildProcess> => {
  const end = Date.now() + patienceMs;
  for (;;) {
    const running = findRunning(files);
    if (running && !isAlive(running.owner)) process.kill(running.pid, 'SIGKILL');
    const child = running ? 'locked' : await launch(files, port);
    if (child !== 'locked') {
      writeRecord(files, { pid: child.pid ?? 0, port, owner: process.pid });
      return child;
    }
    if (Date.now() > end) throw new Error(inUse(files, running?.owner));
    await wait(20);
  }
};

const inUse = ({ dir }: DatabaseFiles, owner = 0): string =>
  `${dir} is in use by another hotline${owner ? ` (process ${owner})` : ''}: stop it, or set another DATA_DIR`;

/** A port nobody listens on just now. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
};
