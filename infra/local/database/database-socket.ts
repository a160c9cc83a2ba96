import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import type { DatabaseFiles } from './database-files.ts';

/*
 * Dynoxide asks for no password and answers any web page, so it gets a network of its own where the system allows that:
 * no other program of this machine reaches its port. A relay in that network serves a socket in DATA_DIR, which only
 * our own user may open (docs/adr/0027).
 */

export type DatabaseSocket = {
  path: string;
  /** Where Dynoxide must listen. */
  host: string;
  port: number;
  /** The words before a command that put it into the network of the relay. */
  enter: string[];
  /** False where the system allows no network of its own. */
  isAlone: boolean;
  stop(): Promise<void>;
};

/** $@ the relay. */
const script = `
up='ip link set lo up || ifconfig lo up'
for way in 'unshare -rn' 'unshare -n'; do
  if $way sh -c "$up" >/dev/null 2>&1 </dev/null && command -v nsenter >/dev/null; then
    exec $way sh -c "( $up ) >/dev/null 2>&1; exec \\"\\$@\\"" sh "$@"
  fi
done
exec "$@"
`;

/** Without a network of its own the address is one of 16 million: no web page finds it. */
const randomAddress = (): string =>
  `127.${[...randomBytes(3)].map((n) => (n % 254) + 1).join('.')}`;

const longestPath = 107;
const relay = join(import.meta.dirname, 'socket-relay.js');
const namePattern = /^database-\w+\.sock$/;

/** Opens a new socket. Several may exist beside each other; only the one of the database's record is used. */
export const openDatabaseSocket = async (files: DatabaseFiles): Promise<DatabaseSocket> => {
  const path = join(files.dir, `database-${randomBytes(3).toString('hex')}.sock`);
  if (Buffer.byteLength(path) > longestPath)
    throw new Error(
      `${files.dir} is too long a path: a socket in it has ${longestPath} bytes at most`,
    );
  const host = randomAddress();
  const port = await freePort();
  const log = openSync(files.log, 'a');
  const command = [process.execPath, relay, path, host, String(port)];
  // Detached: Ctrl-C reaches the server, which stops its database last.
  const child = spawn('/bin/sh', ['-c', script, 'sh', ...command], {
    stdio: ['pipe', 'pipe', log],
    detached: true,
  });
  closeSync(log);
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('the relay has no pipes');
  stdin.on('error', () => {});
  const gone = once(child, 'exit');
  const isUp = await Promise.race([once(stdout, 'data').then(() => true), gone.then(() => false)]);
  if (!isUp) throw new Error(`The socket of the database does not open: see ${files.log}`);
  child.unref();
  const { pid = 0 } = child;
  const isAlone = !sharesWithUs('net', pid);
  const user = sharesWithUs('user', pid) ? [] : ['--user', '--preserve-credentials'];
  return {
    path,
    host,
    port,
    enter: isAlone ? ['nsenter', '--target', String(pid), '--net', ...user] : [],
    isAlone,
    async stop() {
      child.ref();
      stdin.destroy();
      child.kill('SIGKILL');
      await gone;
      rmSync(path, { force: true });
    },
  };
};

/** Removes the sockets of hotlines that were killed. Only the holder of the lock may call it. */
export const removeOldSockets = ({ dir }: DatabaseFiles, own: DatabaseSocket): void => {
  for (const name of readdirSync(dir))
    if (namePattern.test(name) && join(dir, name) !== own.path) rmSync(join(dir, name));
};

const sharesWithUs = (kind: 'net' | 'user', pid: number): boolean => {
  try {
    return readlinkSync(`/proc/self/ns/${kind}`) === readlinkSync(`/proc/${pid}/ns/${kind}`);
  } catch {
    return true;
  }
};
