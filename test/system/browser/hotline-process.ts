import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '#infra/local/free-port.ts';

const readyLine = async (child: ChildProcess): Promise<string> => {
  if (!child.stdout) throw new Error('no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('ready')) return line;
  }
  throw new Error('the hotline ended before it was ready');
};

/**
 * The hotline as a person starts it, `npm start`, in a folder of its own, with demo data and phones page. `host`: its
 * name for browsers; a passkey needs one that is not an address.
 */
export const startHotlineProcess = async (
  env: Record<string, string> = {},
  host: '127.0.0.1' | 'localhost' = '127.0.0.1',
) => {
  const port = await freePort();
  const site = `http://${host}:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'hotline-browser-'));
  const child = spawn('npm', ['start'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: site, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ready = await readyLine(child);
  return {
    ready,
    dataDir,
    site,
    phones: `http://127.0.0.1:${port}/phones`,
    /** Ctrl-C, as the terminal sends it: to the whole process group. */
    stop: async (): Promise<void> => {
      if (child.pid !== undefined && child.exitCode === null) {
        process.kill(-child.pid, 'SIGINT');
        await once(child, 'exit');
      }
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
