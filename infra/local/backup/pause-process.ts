import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** $1 process. It goes on when our pipe ends, however we do: kill -9 included. */
const guard = 'echo ready; cat >/dev/null; kill -CONT "$1"';

/**
 * Stops a process for the moment in which `work` is done, which must not wait for anything; how long, in
 * milliseconds. It goes on whatever happens to the work, or to us. Throws when there is no such process.
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
  const stood = performance.now() - began;
  await gone;
  return stood;
};
