import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#infra/local/free-port.ts';
import { databaseAddress } from '../../world/servers/database-address.ts';
import { type Attack, runAttacks } from './run-attacks.ts';

/* A browser, another user or a lost setting on the machine that runs the whole hotline. */

type Work = (dataDir: string) => Promise<string | undefined>;

const inFolder = (work: Work) => async (): Promise<string | undefined> => {
  const dir = mkdtempSync(join(tmpdir(), 'hotline-hostile-'));
  try {
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

const withDatabase = (work: Work) =>
  inFolder(async (dir) => {
    const { startEmbeddedDatabase } = await import('#infra/local/database/embedded-database.ts');
    const database = await startEmbeddedDatabase(dir);
    try {
      return await work(dir);
    } finally {
      await database.stop();
    }
  });

/** The database without its own network, on an address that every page knows. */
const openPort = async ({ dir }: { dir: string }) => {
  const path = join(dir, 'database-open.sock');
  const port = await freePort();
  const server: Server = createServer((client) => {
    const database = connect({ host: '127.0.0.1', port });
    for (const end of [client, database]) end.on('error', () => client.destroy());
    client.pipe(database).pipe(client);
  });
  await new Promise<void>((resolve) => void server.listen(path, resolve));
  const stop = async () => void server.close();
  return { path, host: '127.0.0.1', port, enter: [], isAlone: true, stop };
};

const listTables = async (url: string): Promise<string | undefined> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Target': 'DynamoDB_20120810.ListTables',
        Authorization:
          'AWS4-HMAC-SHA256 Credential=x/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
        Origin: 'http://evil.example',
      },
      body: '{}',
      signal: AbortSignal.timeout(2000),
    });
    return `${response.status} ${await response.text()}`;
  } catch {
    return undefined;
  }
};

/** Starts the hotline with these settings; true when it serves the phones of everyone. */
const opensPhones = async (dataDir: string, given: Record<string, string>): Promise<boolean> => {
  const { readEnvironment } = await import('#infra/local/environment.ts');
  const { startHotline } = await import('#infra/local/start-hotline.ts');
  const env = { PORT: String(await freePort()), DATA_DIR: dataDir, ...given };
  try {
    const hotline = await startHotline(readEnvironment(env));
    await hotline.stop();
    return hotline.urls['phones'] !== undefined;
  } catch {
    return false;
  }
};

const carrierGuard = { module: '#infra/local/served-carrier.ts', off: { guardCarrier: () => {} } };

const attacks: Attack[] = [
  {
    name: 'a web page finds the port of the database and asks it',
    guard: {
      module: '#infra/local/database/database-socket.ts',
      off: { openDatabaseSocket: openPort, removeOldSockets: () => {} },
    },
    strike: withDatabase(async (dir) =>
      listTables(`http://127.0.0.1:${databaseAddress(dir).port}`),
    ),
  },
  {
    name: 'another user of the machine opens the data folder',
    guard: {
      module: '#infra/local/database/private-folder.ts',
      off: { makePrivateFolder: () => {} },
    },
    strike: inFolder(async (dir) => {
      const { chmodSync } = await import('node:fs');
      chmodSync(dir, 0o755);
      const { databaseFiles } = await import('#infra/local/database/database-files.ts');
      databaseFiles(dir);
      const mode = statSync(dir).mode & 0o077;
      return mode === 0 ? undefined : `open to others: ${mode.toString(8)}`;
    }),
  },
  {
    name: 'lost credentials open the phones of a folder that has served a real carrier',
    guard: carrierGuard,
    strike: inFolder(async (dir) => {
      const account = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'token' };
      const { guardCarrier } = await import('#infra/local/served-carrier.ts');
      guardCarrier({ dataDir: dir, publicUrl: 'https://hotline.example', isSimulated: false });
      if (await opensPhones(dir, account)) throw new Error('phones with a real carrier');
      return (await opensPhones(dir, {})) ? 'the phones page is served' : undefined;
    }),
  },
  {
    name: 'lost credentials behind a public URL open the phones',
    guard: carrierGuard,
    strike: inFolder(async (dir) =>
      (await opensPhones(dir, { PUBLIC_URL: 'https://hotline.example' }))
        ? 'the phones page is served'
        : undefined,
    ),
  },
];

runAttacks(attacks);
