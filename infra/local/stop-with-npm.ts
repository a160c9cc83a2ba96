import { readFileSync } from 'node:fs';

/** Real milliseconds between two checks. */
const pollMs = 250;

const readIfThere = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** The parent: the fourth field of /proc/PID/stat, after the name in brackets. */
const parentOf = (pid: number): string =>
  /.*\) \S (\d+)/s.exec(readIfThere(`/proc/${pid}/stat`))?.[1] ?? '';

/**
 * Stops the server when npm dies. npm killed with -9 does not end its children: the server would keep its port. Between
 * npm and us there may be the shell of the script, which outlives npm (dash) or was replaced by us (bash).
 */
export const stopWithNpm = (
  stop: () => void,
  env: Record<string, string | undefined> = process.env,
): void => {
  const script = env['npm_lifecycle_script'];
  if (!env['npm_lifecycle_event'] || !script) return;
  const isShell = readIfThere(`/proc/${process.ppid}/cmdline`).includes(`-c\0${script}`);
  const above = (): string => `${process.ppid} ${isShell ? parentOf(process.ppid) : ''}`;
  const before = above();
  setInterval(() => {
    if (above() !== before) stop();
  }, pollMs).unref();
};
