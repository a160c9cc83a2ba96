import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildBundle, bundleBudgets } from '#infra/aws/bundle/build-bundle.ts';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { startSecretsManager } from '../world/servers/secrets-manager.ts';
import { baselineNames, buildBaseline } from './baselines.ts';
import { type FirstText, firstTexts, openFirstTexts } from './bundles/first-texts.ts';

/* `npm run bench -- bundles`: the size of each function's bundle, its import time in a new Node process, and its content. */

/** The limits for receive-sms as shares of the usual handler. The bench fails above them. */
const limits = { bytes: 3 / 20, importTime: 1 / 3 };
/** The number of new processes for each bundle. They run in turn, so that changes of the machine's load affect all bundles. */
const rounds = 15;

type Measured = { name: string; file: string; bytes: number; gzip: number; times: number[] };

const run = promisify(execFile);

/**
 * The processor time in milliseconds that the process itself measures: on a machine with other work the clock shows that
 * work too. It includes building the services and reading the secret from a local stand-in, and excludes Node's own
 * start. With an event it also includes the answer to it.
 */
const script = `
const before = process.cpuUsage();
const { handler } = await import(process.argv[1]);
const event = process.argv[2] && JSON.parse(process.argv[2]);
const answer = event && (await handler(event, { awsRequestId: 'bench', getRemainingTimeInMillis: () => 300_000 }));
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ms: (user + system) / 1000, answer: answer?.body }));
`;

/** Runs the bundle in a process of its own. */
const runOnce = async (
  file: string,
  env: Record<string, string>,
  event?: object,
): Promise<{ ms: number; answer?: string }> => {
  const args = ['--input-type=module', '-e', script, file];
  const { stdout } = await run(process.execPath, event ? [...args, JSON.stringify(event)] : args, {
    env: { ...asOnLambda, ...env },
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
};

/** The import and the first text together, in milliseconds: what an import only leaves for later would show here. */
const measureFirstTexts = async (file: string, env: Record<string, string>) => {
  const texts = await openFirstTexts(asOnLambda.TABLE_NAME, {
    publicUrl: asOnLambda.PUBLIC_URL,
    authToken: credentials.TWILIO_AUTH_TOKEN,
  });
  const times: Record<FirstText, number[]> = { '1': [], need: [] };
  try {
    for (let i = 0; i < rounds; i += 1)
      for (const text of ['1', 'need'] as const) {
        const withTable = { ...env, AWS_ENDPOINT_URL_DYNAMODB: texts.endpoint };
        const { ms, answer = '' } = await runOnce(file, withTable, await texts.event(text));
        if (!firstTexts[text].answer.test(answer)) throw new Error(`${text}: ${answer}`);
        times[text].push(ms);
      }
  } finally {
    await texts.close();
  }
  return times;
};
const asOnLambda = {
  STAGE: 'dev',
  TABLE_NAME: 'none',
  PUBLIC_URL: 'https://example.org',
  HOTLINE_NUMBER: '+915320000000',
  TWILIO_SECRET_ARN: 'arn:aws:secretsmanager:ap-south-1:000000000000:secret:none',
  AWS_REGION: 'ap-south-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  // Only examine-itself reads these.
  ALARM_PHONE: '',
  ALARM_TOPIC: 'arn:aws:sns:ap-south-1:000000000000:none',
  SOURCE_FUNCTIONS: 'none',
};
const credentials = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'none' };

const median = (times: number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/** Prints the packages and folders with the largest share of the bundle. */
const printHeaviest = (entry: string, outfile: string): void => {
  const { files } = buildBundle(entry, outfile, { write: false });
  const weights = new Map<string, number>();
  for (const [path, bytes] of Object.entries(files)) {
    const name =
      /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/').slice(0, 2).join('/');
    weights.set(name, (weights.get(name) ?? 0) + bytes);
  }
  console.log(`\nWhat weighs most in ${entry}:`);
  for (const [name, bytes] of [...weights].sort((a, b) => b[1] - a[1]).slice(0, 12))
    console.log(`  ${kilobytes(bytes).padStart(8)}  ${name}`);
};

export const bench = async (): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'hotline-bundles-'));
  const secrets = await startSecretsManager(() => JSON.stringify(credentials));
  try {
    const env = { AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url };
    const ours = Object.keys(bundleBudgets).map((entry) => ({
      name: entry,
      file: join(dir, `${entry}.mjs`),
    }));
    for (const { name, file } of ours) buildBundle(name, file);
    const against = baselineNames.map((name) => ({ name, file: buildBaseline(name, dir) }));
    const measured: Measured[] = [...against, ...ours].map(({ name, file }) => {
      const content = readFileSync(file);
      return { name, file, bytes: content.length, gzip: gzipSync(content).length, times: [] };
    });
    for (let i = 0; i < rounds; i += 1)
      for (const { file, times } of measured) times.push((await runOnce(file, env)).ms);
    print(measured);
    if (isDynoxideInstalled())
      printFirstTexts(await measureFirstTexts(join(dir, 'receive-sms.mjs'), env));
    printHeaviest('receive-sms', join(dir, 'weighed.mjs'));
  } finally {
    secrets.close();
    rmSync(dir, { recursive: true, force: true });
  }
};

const printFirstTexts = (times: Record<FirstText, number[]>): void => {
  for (const [text, ms] of Object.entries(times))
    console.log(
      `receive-sms, import and the first text (${text}): median ${median(ms).toFixed(0)} ms, least ${Math.min(...ms).toFixed(0)} ms`,
    );
};

const rowOf = ({ name, bytes, gzip, times }: Measured, usual: Measured): string =>
  [
    name.padEnd(17),
    kilobytes(bytes).padStart(9),
    kilobytes(gzip).padStart(9),
    `${median(times).toFixed(1)} ms`.padStart(9),
    `÷ ${(usual.bytes / bytes).toFixed(1)}`.padStart(10),
    `÷ ${(median(usual.times) / median(times)).toFixed(1)}`.padStart(8),
  ].join(' ');

const print = (measured: Measured[]): void => {
  const usual = measured.find(({ name }) => name === 'usual handler');
  const ours = measured.find(({ name }) => name === 'receive-sms');
  if (!usual || !ours) throw new Error('nothing to compare');
  console.log(
    `Processor time to import in a fresh Node ${process.version}, median of ${rounds}, one run; ÷: the usual handler's.`,
  );
  console.log('                      bytes      gzip    import      bytes   import');
  for (const one of measured) console.log(rowOf(one, usual));
  const ratios = {
    bytes: ours.bytes / usual.bytes,
    importTime: median(ours.times) / median(usual.times),
  };
  for (const key of ['bytes', 'importTime'] as const)
    if (ratios[key] > limits[key]) {
      console.error(
        `receive-sms: ${key} 1/${(1 / ratios[key]).toFixed(2)} of the usual handler, the limit is 1/${1 / limits[key]}.`,
      );
      process.exitCode = 1;
    }
};
