import { parseArgs } from 'node:util';
import { EnvironmentError } from '#functions/http/lambda-environment.ts';
import { readEnvironment } from './environment.ts';
import { startHotline } from './start-hotline.ts';
import { stopWithNpm } from './stop-with-npm.ts';

/* `npm start`: the whole hotline on this machine, until Ctrl-C. `-- --group NAME`: with the configuration of that group. */

const fail = (error: unknown): never => {
  const known = error instanceof EnvironmentError || (error instanceof Error && 'code' in error);
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `${known || !(error instanceof Error) ? message : (error.stack ?? message)}\n`,
  );
  process.exit(1);
};

// What is stored holds people's numbers: other users must not read it.
process.umask(0o077);
// Hides the SDK's reminder about Node versions, which the operator cannot act on.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

try {
  const { group } = parseArgs({ options: { group: { type: 'string' } } }).values;
  const env = { ...process.env, ...(group !== undefined && { GROUP: group }) };
  const hotline = await startHotline(readEnvironment(env));
  const urls = Object.entries(hotline.urls).map(([name, url]) => `${name} ${url}`);
  process.stdout.write(`ready  ${urls.join('  ')}\n`);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await hotline.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  stopWithNpm(() => void stop());
} catch (error) {
  fail(error);
}
