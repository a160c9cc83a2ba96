import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import { type HourlyBackup, startHourlyBackup } from '#infra/local/backup/hourly-backup.ts';
import { makeBackup } from '#infra/local/backup/make-backup.ts';
import { restoreBackup } from '#infra/local/backup/restore-backup.ts';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from '#infra/local/database/embedded-database.ts';
import { createTable } from '#infra/table.ts';
import { aPerson, phone } from '../../contract/samples.ts';
import { scratch, until } from '../end-to-end/server.ts';

describe.skipIf(!isDynoxideInstalled())('the hourly backup', () => {
  let files: ReturnType<typeof scratch>;
  let database: EmbeddedDatabase;
  let hourly: HourlyBackup | undefined;
  let notices: string[];

  const into = (): string => join(files.dir, 'backups');
  const backups = (): string[] => {
    try {
      return readdirSync(into())
        .filter((name) => name.startsWith('hotline-'))
        .sort();
    } catch {
      return [];
    }
  };
  const start = (options: { everyMs?: number; keep?: number; table?: string } = {}) => {
    hourly = startHourlyBackup({
      dataDir: files.dir,
      table: 'hotline',
      notice: (what) => notices.push(what),
      ...options,
    });
  };
  const openStore = async ({ endpoint }: EmbeddedDatabase) => {
    const client = createDynamoDbClient(endpoint);
    await createTable(client, 'hotline');
    return createDynamoDbStore(createDocumentClient(client), 'hotline');
  };
  const makeOne = () => makeBackup(files.dir, { into: into(), table: 'hotline' });
  const madeAt = (name = ''): number =>
    Date.parse(JSON.parse(readFileSync(join(into(), name, 'manifest.json'), 'utf8')).madeAt);

  beforeEach(async () => {
    files = scratch();
    notices = [];
    database = await startEmbeddedDatabase(files.dir);
    await (await openStore(database)).save([{ put: aPerson(1) }]);
  });
  afterEach(async () => {
    await hourly?.stop();
    await database.stop();
    files.remove();
  });

  it('is made while the hotline runs, and can be restored', async () => {
    start({ everyMs: 100 });
    await until('a backup', () => backups().length > 0);
    await hourly?.stop();
    await database.stop();
    const from = join(into(), backups().at(-1) ?? '');
    await restoreBackup(files.dir, { from, table: 'hotline', markUncertain: async () => 0 });
    database = await startEmbeddedDatabase(files.dir);
    expect(await (await openStore(database)).person(phone(1))).toBeDefined();
    expect(notices).toEqual([]);
  });

  it('keeps the newest ones, and leaves every other folder alone', async () => {
    mkdirSync(join(into(), 'mine'), { recursive: true });
    mkdirSync(join(into(), 'hotline-without-a-manifest'));
    const { dir: oldest } = await makeOne();
    await makeOne();
    start({ everyMs: 100, keep: 2 });
    await until('the oldest is gone', () => !readdirSync(into()).some((n) => oldest.endsWith(n)));
    await hourly?.stop();
    const names = readdirSync(into()).filter((name) => !name.startsWith('.'));
    expect(names).toHaveLength(4);
    expect(names).toEqual(expect.arrayContaining(['mine', 'hotline-without-a-manifest']));
  });

  it('stays when the machine’s clock was set back, although its name sorts first', async () => {
    const { dir } = await makeOne();
    renameSync(dir, join(into(), 'hotline-2099-01-01T00-00-00.000Z'));
    start({ everyMs: 100, keep: 1 });
    await until(
      'only the new one is left',
      () => backups().length === 1 && !backups().join().includes('2099'),
    );
    await hourly?.stop();
    expect(backups()).toHaveLength(1);
  });

  it('logs a failed one, removes nothing, and goes on', async () => {
    for (let n = 0; n < 3; n++) await makeOne();
    const before = backups();
    start({ everyMs: 100, keep: 1, table: 'none' });
    await until('two failures', () => notices.length >= 2);
    await hourly?.stop();
    expect(notices[0]).toBe('The hourly backup failed: there is no table none in it');
    expect(backups()).toEqual(before);
  });

  it('is due an hour after the newest backup, also across restarts', async () => {
    const { dir } = await makeOne();
    const first = backups()[0];
    start({ everyMs: 3000 });
    await until('the second', () => backups().length === 2);
    await hourly?.stop();
    expect(madeAt(backups()[1]) - madeAt(first)).toBeGreaterThanOrEqual(2900);

    const before = backups();
    start();
    await wait(500);
    expect(backups()).toEqual(before);
    await hourly?.stop();

    for (const name of before) {
      const path = join(into(), name, 'manifest.json');
      const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
      writeFileSync(path, readFileSync(path, 'utf8').replace(/20[^"]*Z/, hourAgo));
    }
    expect(madeAt(first)).toBeLessThan(Date.now() - 3_500_000);
    start();
    await until('the third', () => backups().length === 3);
    expect(dir).toContain(String(first));
  });
});
