import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runTypescript } from '../built/run-typescript.ts';
import type { DatabaseFiles } from './database-files.ts';
import type { DatabaseSocket } from './database-socket.ts';

/** The path of Dynoxide's server. Where it is not installed, throws one line that says what to do. */
export const dynoxideBinary = (): string => {
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    const binary = join(dirname(manifest), 'dynoxide');
    if (existsSync(binary)) return binary;
  } catch {
    // Not installed: an optional dependency, for Linux on x64 only.
  }
  throw new Error(
    'No database: install the npm package @dynoxide/linux-x64 (Linux on x64), or set DYNAMODB_ENDPOINT to a running DynamoDB',
  );
};

export const isDynoxideInstalled = (): boolean => {
  try {
    return dynoxideBinary() !== '';
  } catch {
    return false;
  }
};

/**
 * $1 binary, $2 host, $3 database file, $4 lock file, $5 port, $6 the words that enter its network (database-socket.ts),
 * then the command that prepares an existing file, if any. The shell becomes the database (same process id). Its child reads our pipe: when we end, in any way, it kills the
 * database. The lock is held by the database process, so that a file never has two of them.
 */
const script = `
exec 3<&0
( cat <&3 >/dev/null; grep -qaF -- "$3" /proc/$$/cmdline && kill -9 $$ ) 2>/dev/null &
if command -v flock >/dev/null; then exec 9>"$4"; flock -n 9 || exit 75; fi
binary="$1" host="$2" file="$3" port="$5" enter="$6"; shift 6
if [ $# -gt 0 ] && [ -e "$file" -o -e "$file.next" ]; then
  "$@" "$file" </dev/null 3<&-
  case $? in 0) ;; 76) exit 76 ;; *) exit 77 ;; esac
fi
exec $enter "$binary" serve --host "$host" --port "$port" --db-path "$file" </dev/null 3<&-
`;
const lockedCode = 75;
/** Exit codes of prepare-database.ts only: Node itself ends with 1 when a program fails. */
export const damagedCode = 76;
export const unreadyCode = 77;

const prepare = runTypescript(join(import.meta.dirname, 'prepare-database.ts'));

export const isRunning = (child: ChildProcess): boolean =>
  child.exitCode === null && child.signalCode === null;

/** True when a Dynoxide answers behind this socket. */
export const answers = (socketPath: string): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = get({ socketPath, path: '/', timeout: 1000, agent: false }, (response) => {
      response.resume();
      resolve(response.headers['x-dynoxide-version'] !== undefined);
    });
    asked.once('error', () => resolve(false)).once('timeout', () => asked.destroy());
  });

/** The file is not whole; the message is the fault alone, in one line. */
export class DamagedDatabase extends Error {
  override name = 'DamagedDatabase';
}

/**
 * As `launch`, after the file is checked and prepared. A new file is opened first, because the preparation needs its
 * tables; there is nothing in it to check. Throws DamagedDatabase too.
 */
export const launchPrepared = async (
  files: DatabaseFiles,
  socket: DatabaseSocket,
): Promise<ChildProcess | 'locked'> => {
  const isEmpty = !existsSync(files.database) || statSync(files.database).size === 0;
  // With a clock beside it, it was emptied: the preparation says so.
  const isNew = isEmpty && !existsSync(files.clock);
  const child = await launch(files, socket, isNew ? [] : prepare);
  if (!isEmpty || child === 'locked') return child;
  await stop(child);
  return launch(files, socket, prepare);
};

/** Starts a database and waits until it answers; 'locked' while another has the file. Throws when it ends or does not answer. */
export const launch = async (
  files: DatabaseFiles,
  socket: DatabaseSocket,
  first: string[] = [],
): Promise<ChildProcess | 'locked'> => {
  const log = openSync(files.log, 'a');
  // Detached: Ctrl-C reaches the server, which stops its database last.
  const child = spawn(
    '/bin/sh',
    [
      ...['-c', script, 'sh', dynoxideBinary(), socket.host, files.database, files.lock],
      ...[String(socket.port), socket.enter.join(' '), ...first],
    ],
    { stdio: ['pipe', log, log], detached: true },
  );
  closeSync(log);
  child.stdin?.on('error', () => {});
  child.once('exit', () => child.stdin?.destroy());
  // The check of a large file takes some seconds.
  const patienceMs = first.length > 0 ? 120_000 : 60_000;
  for (const end = Date.now() + patienceMs; isRunning(child) && Date.now() < end; await wait(5))
    if (await answers(socket.path)) {
      child.unref();
      return child;
    }
  if (child.exitCode === lockedCode) return 'locked';
  const words = readFileSync(files.log, 'utf8').trim().split('\n').at(-1);
  if (child.exitCode === damagedCode) throw new DamagedDatabase(words);
  if (child.exitCode === unreadyCode) throw new Error(words);
  await stop(child);
  throw new Error(`The embedded database does not start: ${words || 'no message'}`);
};

/** Ends it by SIGTERM, after 3 s by SIGKILL. */
export const stop = async (child: ChildProcess): Promise<void> => {
  if (!isRunning(child)) return;
  child.ref();
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(force);
};
