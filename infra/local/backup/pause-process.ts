import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Resumes $1 (SIGCONT) when stdin closes, even if we are killed. */
const guard = 'echo ready; cat >/dev/null; kill -CONT "$1"';

/**
 * Pauses a process (SIGSTOP) while `work` runs, which must be synchronous. Returns the milliseconds of the pause. The
 * process resumes whatever happens to the work or to us. Throws when there is no such process.
 */
export const pauseProcess = async (pid: number, work: () => void): Promise<number> => {
  const child = spawn('/bin/sh', ['-c', guard, 'sh', String(pid)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  const gone = once(child, 'exit');
  await once(child.stdout, 'data');
  const began = performance.now();
  try {
    process.kill(pid, 'SIGSTOP');
    work();
  } finally {
    process.kill(pid, 'SIGCONT');
    child.stdin.end();
  }
  const pausedMs = performance.now() - began;
  await gone;
  return pausedMs;
};
