import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** A config whose quiet hours are half a day away: what a browser sees must not depend on the hour of the test. */
const writeWakefulConfig = (path: string): void => {
  const config = JSON.parse(readFileSync('hotline.config.json', 'utf8'));
  const indianHour = new Date(Date.now() + 5.5 * 3_600_000).getUTCHours();
  const clock = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;
  config.policy.quietHours = { from: clock(indianHour + 12), to: clock(indianHour + 13) };
  writeFileSync(path, JSON.stringify(config));
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
  const config = join(dataDir, 'wakeful.json');
  writeWakefulConfig(config);
  const usual = { PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: site, HOTLINE_CONFIG: config };
  const child = spawn('npm', ['start'], {
    env: { ...process.env, ...usual, ...env },
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
