import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { lambdaEnvironment } from '../../world/servers/lambda-process.ts';
import type { Json } from '../infra/synthesized.ts';
import { type DeployedTemplate, functionIdOf, type Resource } from './deployed-template.ts';
import type { Metrics } from './metrics-and-alarms.ts';

/** A busy machine is slower than Lambda: all time-outs are so many times longer. */
const patience = 4;

/**
 * What Lambda's runtime does, at the hour of the rehearsal: `Date` and `performance` are shifted by what each line says.
 * Requests to the public URL go to where the rehearsed API is. The fourth word shortens what a function only waits for.
 */
const script = `
import { createInterface } from 'node:readline';
import { flushCompileCache, syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
const [bundle, api, first, haste] = process.argv.slice(1);
const { setTimeout: realWait } = timers;
timers.setTimeout = (ms, value, options) => realWait(ms * (options ? ${patience} : Number(haste)), value, options);
syncBuiltinESMExports();
const { setTimeout: realTimeout } = globalThis;
globalThis.setTimeout = (run, ms, ...more) =>
  realTimeout(run, ms >= 1000 ? ms * ${patience} : ms, ...more);
let shift = Number(first);
const RealDate = Date;
globalThis.Date = class Date extends RealDate {
  constructor(...given) { if (given.length > 0) super(...given); else super(RealDate.now() + shift); }
  static now() { return RealDate.now() + shift; }
};
const realNow = performance.now.bind(performance);
performance.now = () => realNow() + shift;
const { fetch: realFetch } = globalThis;
globalThis.fetch = (url, init) => realFetch(String(url).replace(process.env.PUBLIC_URL, api), init);
const say = (word, value) => process.stdout.write('\\n' + word + ' ' + JSON.stringify(value ?? null) + '\\n');
const { handler } = await import(bundle);
say('READY');
flushCompileCache();
createInterface({ input: process.stdin }).on('line', async (line) => {
  const given = JSON.parse(line);
  shift = given.shift;
  if (!given.event) return;
  const ends = Date.now() + given.timeoutMs;
  const context = { awsRequestId: given.id, getRemainingTimeInMillis: () => ends - Date.now() };
  try { say('ANSWER', await handler(given.event, context)); } catch (error) { say('FAILED', String(error)); }
}).on('close', () => process.exit(0));
`;

export type Invoked =
  | { type: 'answered'; answer: Json }
  | { type: 'failed' | 'timed-out' | 'throttled' };

/** What is wrong with the account and its functions now. */
export type LambdaState = {
  accountLimit: number;
  /** Milliseconds by which each new instance of a function starts later: too little of a processor. */
  startDelayMs: Record<string, number>;
  /** Files in place of the built bundles, by function: of the versions that the aliases call, and of the newest code. */
  live: Record<string, string>;
  newest: Record<string, string>;
  /** Real milliseconds that stand for one of Lambda's and the carrier's time-outs. */
  pace: number;
};

export const healthyLambda: LambdaState = {
  accountLimit: 1000,
  startDelayMs: {},
  live: {},
  newest: {},
  pace: patience,
};

/** Lambda gives a new instance this long to start; after that the start is repeated within the invocation's time-out. */
const startMs = 10_000;

type Options = {
  template: DeployedTemplate;
  /** May be changed at any time. */
  state: LambdaState;
  outdir: string;
  node: string;
  /** Endpoints of the stand-ins, which the template does not name. */
  environment: Record<string, string>;
  apiUrl: string;
  metrics: Metrics;
  /** Functions that wait for what happens in minutes: their timers run faster, as the hours here do. */
  hasty: (functionId: string) => boolean;
  shift: () => number;
  now: () => number;
};

/** Lambda: instances that handle one event at a time, in processes of the Node version that runs there. */
export const createLambdaService = (options: Options) => {
  const { template, state, metrics, now } = options;
  const functions = new Map(
    template.of('AWS::Lambda::Function').map((one) => [one.id, one] as const),
  );
  const instances = new Set<Instance>();
  const log: string[] = [];
  let invoked = 0;

  /** An alias calls a published version; the bare name calls the newest code. */
  const bundleOf = ({ id, Code }: Resource, reference: string): string =>
    state[reference.endsWith(':live') ? 'live' : 'newest'][id] ??
    join(options.outdir, `asset.${Code.S3Key.replace('.zip', '')}`, 'index.mjs');
  const start = (of: Resource, bundle: string): Instance => {
    const env = { ...of.Environment.Variables, ...options.environment, AWS_ACCESS_KEY_ID: of.id };
    const onLine = (line: string): void => {
      log.push(`${of.id} ${line}`);
      metrics.addLine(line);
    };
    const delay = state.startDelayMs[of.id] ?? 0;
    const delayMs = (delay > startMs ? startMs + delay : delay) * state.pace;
    const made = startInstance(of.id, { ...options, bundle, env, onLine, delayMs });
    instances.add(made);
    log.push(`START ${of.id}`);
    void made.ended.then(() => instances.delete(made));
    return made;
  };
  const count = (name: string, id: string): void =>
    metrics.add('AWS/Lambda', name, { FunctionName: id }, 1, now());

  const run = async (of: Resource, bundle: string, event: object): Promise<Invoked> => {
    const free = [...instances].find(
      (one) => one.id === of.id && one.bundle === bundle && one.isFree(),
    );
    const instance = free ?? start(of, bundle);
    const { pace } = state;
    const timeoutMs = of.Timeout * 1000;
    const over = new AbortController();
    const { signal } = over;
    const isLate = async (): Promise<Invoked> => {
      if (!free) await Promise.race([instance.started, wait(startMs * pace, 0, { signal })]);
      await wait(timeoutMs * pace, undefined, { signal });
      return { type: 'timed-out' };
    };
    const late = isLate();
    late.catch(() => {});
    const handled = instance.handle({ event, id: `request-${invoked}`, timeoutMs });
    const result = await Promise.race([handled, late]);
    over.abort();
    if (result.type === 'timed-out') instance.stop();
    return result;
  };

  return {
    state,
    /** The lines of all functions, each after its function's name. */
    log,
    /** Calls a function by its id, name or ARN, as an invocation that waits for its result. */
    async invoke(reference: string, event: object): Promise<Invoked> {
      const of = functions.get(functionIdOf(reference));
      if (!of) throw new Error(`no function ${reference}`);
      const busy = [...instances].filter(({ isFree }) => !isFree());
      const own = busy.filter(({ id }) => id === of.id);
      const limit = of.ReservedConcurrentExecutions ?? Number.POSITIVE_INFINITY;
      if (busy.length >= state.accountLimit || own.length >= limit) {
        count('Throttles', of.id);
        return { type: 'throttled' };
      }
      invoked += 1;
      count('Invocations', of.id);
      const result = await run(of, bundleOf(of, reference), event);
      if (result.type !== 'answered') count('Errors', of.id);
      return result;
    },
    /** The hour has moved on. */
    shifted: (): void => {
      for (const instance of instances) instance.shift();
    },
    /** New instances only from now on, of one function or all, as after a deployment or a quiet hour. */
    recycle(id?: string): void {
      for (const instance of instances)
        if (instance.isFree() && (id === undefined || id === instance.id)) instance.stop();
    },
    async close(): Promise<void> {
      const all = [...instances];
      for (const instance of all) instance.stop();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
};
export type LambdaService = ReturnType<typeof createLambdaService>;

type Instance = ReturnType<typeof startInstance>;

const startInstance = (
  id: string,
  {
    bundle,
    env,
    onLine,
    delayMs,
    ...options
  }: Options & {
    bundle: string;
    env: Record<string, string>;
    onLine: (line: string) => void;
    delayMs: number;
  },
) => {
  const { shift } = options;
  const haste = options.hasty(id) ? '0.02' : '1';
  const given = [bundle, options.apiUrl, String(shift()), haste];
  const args = ['--input-type=module', '-e', script, ...given];
  const child = spawn(options.node, args, {
    cwd: dirname(bundle),
    // A bundle is compiled once for all instances.
    env: { ...lambdaEnvironment(bundle), ...env, NODE_COMPILE_CACHE: `${options.outdir}/compiled` },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {});
  let busy: ((result: Invoked) => void) | undefined;
  let isReady = (): void => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const end = (result: Invoked): void => {
    busy?.(result);
    busy = undefined;
  };
  const ended = once(child, 'close').then(() => {
    isReady();
    end({ type: 'failed' });
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word = ''] = line.split(' ', 1);
    if (word === 'READY') isReady();
    else if (word === 'ANSWER') end({ type: 'answered', answer: JSON.parse(line.slice(7)) });
    else if (word === 'FAILED') end({ type: 'failed' });
    if (line !== '' && word !== 'READY' && word !== 'ANSWER') onLine(line);
  });
  createInterface({ input: child.stderr }).on('line', onLine);
  let stopped = false;
  const started = delayMs > 0 ? ready.then(() => wait(delayMs)) : ready;
  return {
    id,
    bundle,
    started,
    ended,
    isFree: (): boolean => busy === undefined && !stopped,
    handle: (given: object): Promise<Invoked> =>
      new Promise((resolve) => {
        busy = resolve;
        void started.then(() =>
          child.stdin.write(`${JSON.stringify({ ...given, shift: shift() })}\n`),
        );
      }),
    shift: (): void => void child.stdin.write(`${JSON.stringify({ shift: shift() })}\n`),
    stop: (): void => {
      stopped = true;
      child.kill('SIGKILL');
    },
  };
};
