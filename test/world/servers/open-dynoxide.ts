import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { dynoxideBinary } from '#infra/local/database/dynoxide.ts';
import { freePort } from '#infra/local/free-port.ts';

/** The shell becomes Dynoxide; its child reads our pipe, and kills Dynoxide when this process ends in any way. */
const script = `
exec 3<&0
( cat <&3 >/dev/null; kill -9 $$ ) 2>/dev/null &
exec "$@" </dev/null 3<&-
`;

/** Dynoxide on a port, without the guard that the hotline has (infra/local/database/dynoxide.ts): faster, for invented people. */
export const startOpenDynoxide = async (...options: string[]) => {
  const port = await freePort();
  const serve = ['serve', '--host', '127.0.0.1', '--port', String(port), ...options];
  const child = spawn('/bin/sh', ['-c', script, 'sh', dynoxideBinary(), ...serve], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin.on('error', () => {});
  const endpoint = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + 60_000; !(await isUp(endpoint)); await wait(5))
    if (Date.now() > end || child.exitCode !== null)
      throw new Error('The database for the tests does not start');
  child.unref();
  return {
    endpoint,
    async stop(): Promise<void> {
      child.ref();
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
};

const isUp = async (endpoint: string): Promise<boolean> => {
  try {
    const response = await fetch(endpoint, { signal: AbortSignal.timeout(1000) });
    await response.arrayBuffer();
    return true;
  } catch {
    return false;
  }
};
