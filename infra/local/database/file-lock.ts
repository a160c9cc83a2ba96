import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type DatabaseFiles, findRunning, isAlive } from './database-files.ts';

export type FileLock = { release(): Promise<void> };

/** $1 lock file. Releases the lock when our pipe ends, in any way that we end. */
const script = `
if command -v flock >/dev/null; then exec 9>"$1"; flock -n 9 || exit 75; fi
echo held
cat >/dev/null
`;

/** Locks the database file for this process; 'locked' while a database has it. Kills an orphaned database first. */
export const lockFile = async (files: DatabaseFiles): Promise<FileLock | 'locked'> => {
  const running = findRunning(files);
  if (running && isAlive(running.owner)) return 'locked';
  if (running) process.kill(running.pid, 'SIGKILL');
  const child = spawn('/bin/sh', ['-c', script, 'sh', files.lock], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  const gone = once(child, 'exit');
  child.stdin.on('error', () => {});
  const isHeld = await Promise.race([
    once(child.stdout, 'data').then(() => true),
    gone.then(() => false),
  ]);
  if (!isHeld) return 'locked';
  return {
    async release() {
      child.stdin.end();
      await gone;
    },
  };
};
