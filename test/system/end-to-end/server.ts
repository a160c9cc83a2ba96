import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { HotlineConfig } from '#functions/hotline-config.ts';
import { freePort } from '#infra/local/free-port.ts';
import { builtVariable } from './build-hotline.ts';

const run = promisify(execFile);
const root = new URL('../../../', import.meta.url).pathname;

/** The longest wait, in real milliseconds. It measures nothing: on a busy machine everything is slow, and what never happens still fails. */
const patienceMs = 180_000;

/** Polls until the check is true. After the longest wait it throws with the name of the event and the `state`. */
export const until = async <T>(
  what: string,
  isSo: () => T | undefined | false | Promise<T | undefined | false>,
  { withinMs = patienceMs, state = () => '' }: { withinMs?: number; state?: () => string } = {},
): Promise<T> => {
  for (const end = Date.now() + withinMs; ; await wait(25)) {
    const value = await isSo();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms for: ${what} ${state()}`);
  }
};

export const isAlive = (pid: number): boolean => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/\) [ZX]/.test(stat);
  } catch {
    return false;
  }
};

/** Writes the repository's configuration with changes as a file for HOTLINE_CONFIG. */
export const configFile = (dir: string, change: (config: HotlineConfig) => void): string => {
  const config = JSON.parse(readFileSync(join(root, 'hotline.config.json'), 'utf8'));
  change(config);
  const path = join(dir, 'config.json');
  writeFileSync(path, JSON.stringify(config));
  return path;
};

export const scratch = (): { dir: string; remove(): void } => {
  const dir = mkdtempSync(join(tmpdir(), 'hotline-e2e-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
};

type Env = Record<string, string>;
const clean = (env: Env): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  ...env,
});

/** The arguments for node to run infra/local/NAME.ts, or the built file when there is one (build-hotline.ts). */
const entry = (name: 'main' | 'cli'): string[] => {
  const built = process.env[builtVariable];
  return built ? [join(built, `${name}.js`)] : ['--import', 'tsx', `infra/local/${name}.ts`];
};

/** Starts a process of the hotline, with `npm start` when `npm` is true, otherwise with node, in `cwd` with its built file. */
export const launch = (env: Env, { npm = false, cwd = root } = {}) => {
  const child: ChildProcess = npm
    ? spawn('npm', ['start'], { cwd: root, env: clean(env), detached: true })
    : spawn(process.execPath, entry('main'), { cwd, env: clean(env) });
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    err += String(chunk);
  });
  const exited = once(child, 'close');
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    pid: child.pid ?? 0,
    out: () => out,
    err: () => err,
    exited,
    hasEnded,
    ready: () =>
      until('the ready line', () => {
        if (hasEnded()) throw new Error(`the hotline ended: ${out}${err}`);
        return out.split('\n').find((line) => line.startsWith('ready'));
      }),
    async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
      if (hasEnded()) return;
      child.kill(signal);
      await exited;
    },
  };
};
export type Launched = ReturnType<typeof launch>;

/** Runs an operator's command. Returns its exit code and output. */
export const cli = async (
  env: Env,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> => {
  try {
    const { stdout, stderr } = await run(process.execPath, [...entry('cli'), ...args], {
      cwd: root,
      env: clean(env),
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, out: failed.stdout, err: failed.stderr };
  }
};

/** A hotline with its own data folder that can be killed and restarted on the same port. */
export const createServerUnderTest = async (env: Env) => {
  const { dir, remove } = scratch();
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const all = { PORT: String(port), DATA_DIR: dir, ...env };
  let running: Launched | undefined;
  const before: string[] = [];
  const start = async (): Promise<Launched> => {
    if (running) before.push(running.out(), running.err());
    running = launch(all);
    await running.ready();
    return running;
  };
  return {
    dir,
    port,
    publicUrl,
    env: all,
    start,
    log: () => running?.err() ?? '',
    /** All lines of its output, also from before a kill. */
    everyLine: () =>
      [...before, running?.out() ?? '', running?.err() ?? '']
        .flatMap((text) => text.split('\n'))
        .filter((line) => line.trim() !== ''),
    pid: () => running?.pid ?? 0,
    /** The process id of the embedded database, as DATA_DIR records it. */
    databasePid: (): number =>
      Number(JSON.parse(readFileSync(join(dir, 'database.json'), 'utf8')).pid),
    kill: async () => running?.kill('SIGKILL'),
    stop: async () => running?.kill('SIGTERM'),
    hasEnded: (): boolean => running?.hasEnded() ?? true,
    cli: (...args: string[]) => cli(all, ...args),
    /** Writes the lines to a file and imports the file. */
    async imports(what: 'donors' | 'volunteers', header: string, lines: string[]) {
      const file = join(dir, `${what}.csv`);
      writeFileSync(file, [header, ...lines, ''].join('\n'));
      return cli(all, 'import', what, file);
    },
    async remove(): Promise<void> {
      await running?.kill('SIGTERM');
      remove();
    },
  };
};
export type ServerUnderTest = Awaited<ReturnType<typeof createServerUnderTest>>;
