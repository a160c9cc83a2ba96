import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type DatabaseFiles, findRunning, isAlive } from './database-files.ts';

export type FileLock = { release(): Promise<void> };

/** $1 lock file. Ends, and lets go, when our pipe does: however we end. */
const script = `
if command -v flock >/dev/null; then exec 9>"$1"; flock -n 9 || exit 75; fi
echo held
cat >/dev/null
`;

/** The lock of the database file for ourselves; 'locked' while a database has it. An orphaned one is ended first. */
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
