import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/** What Lambda's Node runtime does: it imports the handler once and then passes it one event after the other. */
const script = `
import { createInterface } from 'node:readline';
const { handler } = await import(process.argv[1]);
const context = { awsRequestId: 'canned', getRemainingTimeInMillis: () => 300_000 };
for await (const event of createInterface({ input: process.stdin })) {
  const answer = await handler(JSON.parse(event), context);
  process.stdout.write('\\nANSWER ' + JSON.stringify(answer ?? null) + '\\n');
}
process.exit(0);
`;

/** The variables that Lambda sets (its developer guide, "Defined runtime environment variables"), and no others. */
export const lambdaEnvironment = (bundle: string): Record<string, string> => ({
  _HANDLER: 'index.handler',
  AWS_REGION: 'ap-south-1',
  AWS_DEFAULT_REGION: 'ap-south-1',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: 'canned',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/canned',
  AWS_LAMBDA_LOG_STREAM_NAME: '2023/11/14/[$LATEST]canned',
  AWS_ACCESS_KEY_ID: 'canned',
  AWS_SECRET_ACCESS_KEY: 'canned',
  AWS_SESSION_TOKEN: 'canned',
  LAMBDA_TASK_ROOT: dirname(bundle),
  LAMBDA_RUNTIME_DIR: '/var/runtime',
  LANG: 'en_US.UTF-8',
  PATH: '/usr/local/bin:/usr/bin:/bin',
  TZ: ':UTC',
});

/** Starts a built bundle in its own Node process, cold until its first event. `env`: the stack's environment of the function. */
export const startLambda = (bundle: string, env: Record<string, string>) => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, bundle], {
    cwd: dirname(bundle),
    env: { ...lambdaEnvironment(bundle), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const logged: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const answers: ((answer: string) => void)[] = [];
  lines.on('line', (line) => {
    if (line.startsWith('ANSWER ')) answers.shift()?.(line.slice('ANSWER '.length));
    else if (line !== '') logged.push(line);
  });
  createInterface({ input: child.stderr }).on('line', (line) => logged.push(line));
  const ended = once(child, 'close').then(() => {
    throw new Error(`the function ended: ${logged.join('\n')}`);
  });
  ended.catch(() => {});
  return {
    /** Returns the handler's result. Throws with the process's output when the process ends instead. */
    invoke: async (event: object): Promise<unknown> => {
      const answer = new Promise<string>((resolve) => answers.push(resolve));
      child.stdin.write(`${JSON.stringify(event)}\n`);
      return JSON.parse(await Promise.race([answer, ended]));
    },
    /** All lines of its log. */
    log: () => logged,
    stop: async (): Promise<void> => {
      child.stdin.end();
      await ended.catch(() => {});
    },
  };
};
