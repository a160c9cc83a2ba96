import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import { type DatabaseRecord, isAlive } from '#infra/local/database/database-files.ts';
import { answers, isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import {
  connectOrStart,
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from '#infra/local/database/embedded-database.ts';
import { createTable } from '#infra/table.ts';
import { aPerson, phone } from '../../contract/samples.ts';

const until = { timeout: 10_000, interval: 10 };

describe.skipIf(!isDynoxideInstalled())('the embedded database', () => {
  let dir: string;
  let running: EmbeddedDatabase[];
  let parents: ChildProcess[];

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'hotline-embedded-'));
    running = [];
    parents = [];
  });
  afterEach(async () => {
    for (const parent of parents) parent.kill('SIGKILL');
    for (const database of running) await database.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const start = async (how = startEmbeddedDatabase, options = {}) => {
    const database = await how(dir, options);
    running.push(database);
    return database;
  };
  const record = (): DatabaseRecord => JSON.parse(readFileSync(join(dir, 'database.json'), 'utf8'));
  const openStore = async ({ endpoint }: EmbeddedDatabase) => {
    const client = createDynamoDbClient(endpoint);
    await createTable(client, 'hotline');
    return createDynamoDbStore(createDocumentClient(client), 'hotline');
  };
  /** A server in a process of its own on `dir`; settles when its database answers. */
  const startParent = async () => {
    const script = `
      import { startEmbeddedDatabase } from '${new URL('../../../infra/local/database/embedded-database.ts', import.meta.url).href}';
      await startEmbeddedDatabase(process.argv[1]);
      console.log('started');
      setInterval(() => {}, 1000);`;
    const parent = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script, dir],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    parents.push(parent);
    await once(parent.stdout, 'data');
    return parent;
  };

  it('keeps its data over a restart', async () => {
    const first = await start();
    await (await openStore(first)).save([{ put: aPerson(1, { name: 'अनीता' }) }]);
    const { pid } = record();
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const store = await openStore(await start());
    expect(await store.person(phone(1))).toMatchObject({ name: 'अनीता' });
  });

  it('is restarted on the same socket with all its data when it is killed', async () => {
    const notices: string[] = [];
    const database = await start(startEmbeddedDatabase, {
      notice: (what: string) => notices.push(what),
    });
    const store = await openStore(database);
    for (let n = 0; n < 5; n++) {
      await store.save([{ put: aPerson(n) }]);
      const { pid } = record();
      process.kill(pid, 'SIGKILL');
      expect(await store.person(phone(n))).toBeDefined();
      await vi.waitFor(() => expect(record().pid).not.toBe(pid), until);
    }
    expect(await store.persons([0, 1, 2, 3, 4].map(phone))).toHaveLength(5);
    expect(notices.filter((line) => !line.startsWith('This system'))).toEqual(
      Array(5).fill('The database had died and was started again'),
    );
  });

  it('dies with its server, and the next server finds its data', async () => {
    const parent = await startParent();
    const { pid, socket } = record();
    const store = await openStore({ endpoint: `unix:${socket}`, stop: async () => {} });
    await store.save([{ put: aPerson(1) }]);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), until);
    expect(await (await openStore(await start())).person(phone(1))).toBeDefined();
  });

  it('replaces the database of a killed server at once', async () => {
    const parent = await startParent();
    const { pid } = record();
    parent.kill('SIGKILL');
    const database = await start();
    expect(isAlive(pid)).toBe(false);
    expect(record()).toMatchObject({ owner: process.pid });
    expect(database.endpoint).toBe(`unix:${record().socket}`);
    expect(await answers(record().socket)).toBe(true);
  });

  it('never shares its file with a second server, recorded or not', async () => {
    await start();
    const { pid } = record();
    await expect(startEmbeddedDatabase(dir, { patienceMs: 0 })).rejects.toThrow(
      `${dir} is in use by another hotline (process ${process.pid}): stop it, or set another DATA_DIR`,
    );
    rmSync(join(dir, 'database.json'));
    await expect(startEmbeddedDatabase(dir, { patienceMs: 0 })).rejects.toThrow(
      `${dir} is in use by another hotline: stop it, or set another DATA_DIR`,
    );
    expect(isAlive(pid)).toBe(true);
  });

  it('does not kill another process that has the recorded number', async () => {
    writeFileSync(
      join(dir, 'database.json'),
      JSON.stringify({ pid: process.pid, socket: '', owner: 1 }),
    );
    await start();
    expect(record().pid).not.toBe(process.pid);
  });

  it('is shared with an operator’s command while a server runs, and started for the command otherwise', async () => {
    const alone = await start(connectOrStart);
    await alone.stop();
    expect(await answers(alone.endpoint.slice('unix:'.length))).toBe(false);
    const server = await start();
    const guest = await connectOrStart(dir);
    expect(guest.endpoint).toBe(server.endpoint);
    await guest.stop();
    expect(isAlive(record().pid)).toBe(true);
  });

  it('is shared with a command that begins while it is too busy to answer', async () => {
    const server = await start();
    const { pid } = record();
    process.kill(pid, 'SIGSTOP');
    const goOn = setTimeout(() => process.kill(pid, 'SIGCONT'), 1500);
    const guest = await connectOrStart(dir);
    clearTimeout(goOn);
    expect(guest.endpoint).toBe(server.endpoint);
    await guest.stop();
    expect(isAlive(pid)).toBe(true);
  });

  it('is shared by twenty commands at once beside a running server', async () => {
    const server = await start();
    const guests = await Promise.all(Array.from({ length: 20 }, () => connectOrStart(dir)));
    expect(new Set(guests.map(({ endpoint }) => endpoint))).toEqual(new Set([server.endpoint]));
    await Promise.all(guests.map((guest) => guest.stop()));
    expect(isAlive(record().pid)).toBe(true);
  });
});
