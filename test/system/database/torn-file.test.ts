import { randomFillSync } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import type { Store, Write } from '#functions/ports/store.ts';
import { makeBackup } from '#infra/local/backup/make-backup.ts';
import { restoreBackup } from '#infra/local/backup/restore-backup.ts';
import type { MarkUncertain } from '#infra/local/backup/staging.ts';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { startEmbeddedDatabase } from '#infra/local/database/embedded-database.ts';
import { withSqlite } from '#infra/local/database/sqlite-file.ts';
import { countWritesAfterTear } from '#infra/local/database/wal-check.ts';
import { freePort } from '#infra/local/free-port.ts';
import { createTable } from '#infra/table.ts';
import { blockOf } from '#shared/places/geo.ts';
import {
  aDonor,
  aMarker,
  anAlert,
  anOutboxRow,
  aPerson,
  aReply,
  aRequest,
  cell,
  later,
  phone,
  requestId,
} from '../../contract/samples.ts';
import { launch } from '../end-to-end/server.ts';

/* A damaged hotline.db (power cut, bad disk, cut-off copy) is refused; a torn log is served up to the tear and reported. */

const pageBytes = 4096;
const many = 20;
const itemsOf = (n: number): Write[] => [
  { put: aPerson(n, { name: `Name ${n}`, donor: aDonor({ remindAt: later(n) }) }) },
  { put: aRequest(`r${n}`, { dueAt: later(n) }) },
  { put: anAlert(`r${n}`, 'a1') },
  { put: anOutboxRow(`o${n}`, { dueAt: later(n) }) },
  { add: aMarker(`SM${n}`) },
  { add: aReply(`SM${n}`) },
];

const openStore = async (endpoint: string) => {
  const client = createDynamoDbClient(endpoint);
  await createTable(client, 'hotline');
  const store = createDynamoDbStore(createDocumentClient(client), 'hotline');
  return { store, close: () => client.destroy() };
};

describe.skipIf(!isDynoxideInstalled())('a damaged database file', () => {
  let root: string;
  let whole: string;
  /** As `kill -9` leaves it: a file, and a log with the last answered texts. */
  let killed: string;
  let begun = 0;
  let finished = 0;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'hotline-torn-'));
    [whole, killed] = [join(root, 'whole'), join(root, 'killed')];
    begun = Date.now();
    const first = await startEmbeddedDatabase(whole);
    const { store, close } = await openStore(first.endpoint);
    for (let n = 0; n < many; n++) await store.save(itemsOf(n));
    close();
    await first.stop();
    cpSync(whole, killed, { recursive: true });
    const second = await startEmbeddedDatabase(killed);
    const more = await openStore(second.endpoint);
    for (let n = many; n < many + 5; n++) await more.store.save(itemsOf(n));
    for (const end of ['', '-wal'])
      cpSync(join(killed, `hotline.db${end}`), join(root, `kept${end}`));
    finished = Date.now();
    more.close();
    await second.stop();
    for (const end of ['', '-wal'])
      cpSync(join(root, `kept${end}`), join(killed, `hotline.db${end}`));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** Starts on a damaged copy and calls `look` with what it serves. */
  const startOn = async (
    from: string,
    damage: (dir: string) => void,
    look: (store: Store) => Promise<void> = async () => {},
    markUncertain: MarkUncertain = async () => 0,
  ) => {
    const dir = mkdtempSync(join(root, 'damaged-copy-'));
    cpSync(from, dir, { recursive: true });
    damage(dir);
    const notices: string[] = [];
    const notice = (what: string): void => void notices.push(what);
    const database = await startEmbeddedDatabase(dir, { notice, markUncertain });
    try {
      const { store, close } = await openStore(database.endpoint);
      await look(store);
      close();
    } finally {
      await database.stop();
    }
    return { dir, notices };
  };
  const noiseOn =
    (...pages: number[]) =>
    (dir: string) => {
      const file = join(dir, 'hotline.db');
      const bytes = readFileSync(file);
      for (const page of pages) randomFillSync(bytes, (page - 1) * pageBytes, pageBytes);
      writeFileSync(file, bytes);
    };
  /** Six items each, and the one list of cells: 121 items. */
  const everything = async (store: Store): Promise<void> => {
    for (let n = 0; n < many; n++) {
      expect(await store.person(phone(n))).toMatchObject({ name: `Name ${n}` });
      expect(await store.requestFile(requestId(`r${n}`))).toMatchObject({ alerts: [{ id: 'a1' }] });
      expect(await store.reply(`SM${n}`)).toBeDefined();
    }
    expect(await store.due('request', later(many - 1), 1000)).toHaveLength(many);
    expect(await store.due('outbox', later(many - 1), 1000)).toHaveLength(many);
    expect(await store.donorCells('B+', blockOf(cell('508,1636')))).toHaveLength(1);
  };

  test('serves a whole one without a notice', async () => {
    expect((await startOn(whole, () => {}, everything)).notices).toEqual([]);
  });

  /** The pages of a table or an index, in the order in which it was filled. */
  const pagesOf = (name: string): number[] =>
    withSqlite(join(whole, 'hotline.db'), (database) =>
      database
        .all('SELECT rootpage AS page FROM sqlite_master WHERE name = ?', [name])
        .map(({ page }) => Number(page)),
    );
  const damagedCopy = (damage: (dir: string) => void): string => {
    const dir = mkdtempSync(join(root, 'damaged-'));
    cpSync(whole, dir, { recursive: true });
    damage(dir);
    return dir;
  };
  /** The whole sentence, with the fault that SQLite names. */
  const refusal = (dir: string, fault: string, backup = 'DIR'): RegExp =>
    new RegExp(
      `${join(dir, 'hotline.db')} is damaged \\(.*${fault}.*\\)\\. Put the last backup back: npm run hotline -- restore ${backup}\\n?$`,
    );

  test.each<[string, (dir: string) => void, string]>([
    ['its first page', noiseOn(1), 'file is not a database'],
    ['the pages of the table', (dir) => noiseOn(...pagesOf('hotline'))(dir), ''],
    ['the pages of an index', (dir) => noiseOn(...pagesOf('hotline::gsi::due'))(dir), ''],
    ['the list of tables', (dir) => noiseOn(...pagesOf('_tables'))(dir), ''],
    [
      'its second half',
      (dir) => {
        const file = join(dir, 'hotline.db');
        truncateSync(file, Math.floor(readFileSync(file).length / 2));
      },
      '',
    ],
    [
      'all of it',
      (dir) => {
        truncateSync(join(dir, 'hotline.db'), 0);
        writeFileSync(join(dir, 'clock.json'), '{}');
      },
      'it is empty',
    ],
  ])(
    'refuses a file without %s, in one sentence, and leaves it as it is',
    async (_, damage, fault) => {
      const dir = damagedCopy(damage);
      const before = readFileSync(join(dir, 'hotline.db'));
      await expect(startEmbeddedDatabase(dir)).rejects.toThrow(refusal(dir, fault));
      expect(readFileSync(join(dir, 'hotline.db')).equals(before)).toBe(true);
      expect(readdirSync(dir).filter((name) => /before|staging/.test(name))).toEqual([]);
    },
  );

  test('names the newest backup, and starts once that is restored', async () => {
    const dir = mkdtempSync(join(root, 'backed-up-'));
    cpSync(whole, dir, { recursive: true });
    const database = await startEmbeddedDatabase(dir);
    const into = join(dir, 'backups');
    await makeBackup(dir, { into, table: 'hotline' });
    const { dir: newest } = await makeBackup(dir, { into, table: 'hotline' });
    await database.stop();
    noiseOn(1, 2, 3)(dir);
    await expect(startEmbeddedDatabase(dir)).rejects.toThrow(refusal(dir, '', newest));

    const markUncertain = async () => 0;
    const { aside = '' } = await restoreBackup(dir, {
      from: newest,
      table: 'hotline',
      markUncertain,
    });
    expect(existsSync(join(aside, 'hotline.db'))).toBe(true);
    expect((await startOn(dir, () => {}, everything)).notices).toEqual([]);
  });

  test('ends the hotline itself with exit code 1 and that one sentence', async () => {
    const dir = damagedCopy(noiseOn(...pagesOf('hotline')));
    const hotline = launch({ DATA_DIR: dir, PORT: String(await freePort()) });
    await hotline.exited;
    expect(hotline.child.exitCode).toBe(1);
    expect(hotline.err()).toMatch(/^DATA_DIR: [^\n]*\n$/);
    expect(hotline.err()).toMatch(refusal(dir, ''));
  });

  describe('its log', () => {
    const damageLog = (where: number) => (dir: string) => {
      const file = join(dir, 'hotline.db-wal');
      const bytes = readFileSync(file);
      randomFillSync(bytes, Math.floor(bytes.length * where), 64);
      writeFileSync(file, bytes);
    };
    const last = phone(many + 4);

    test('is read to its end after a sudden end', async () => {
      const { notices } = await startOn(
        killed,
        () => {},
        async (store) => {
          expect(await store.person(last)).toBeDefined();
          await everything(store);
        },
      );
      expect(notices).toEqual([]);
    });

    test.each([
      ['in its middle', 0.5],
      ['in its head', 0],
    ])(
      'torn %s: serves what was written before the tear, reports the rest once, marks unsent messages',
      async (_, where) => {
        let marked = 0;
        const markUncertain: MarkUncertain = async () => {
          marked += 1;
          return 7;
        };
        const { dir, notices } = await startOn(killed, damageLog(where), everything, markUncertain);
        expect(notices).toEqual([
          expect.stringMatching(
            /^The log of .*hotline\.db is torn: at least \d+ writes after the tear are lost\. Writes since \d{4}-.*Z may be missing\. 7 unsent messages /,
          ),
        ]);
        const since = Date.parse(/since (\S+)/.exec(notices.join())?.[1] ?? '');
        expect(since).toBeGreaterThanOrEqual(begun - 1000);
        expect(since).toBeLessThanOrEqual(finished);
        expect(marked).toBe(1);
        expect((await startOn(dir, () => {}, everything, markUncertain)).notices).toEqual([]);
        expect(marked).toBe(1);
      },
    );

    test('torn: a start that fails to mark the messages reports it again at the next one', async () => {
      let dir = '';
      const damage = (at: string): void => {
        dir = at;
        damageLog(0.5)(at);
      };
      const failing: MarkUncertain = async () => {
        throw new Error('killed here');
      };
      await expect(startOn(killed, damage, everything, failing)).rejects.toThrow('killed here');
      expect((await startOn(dir, () => {}, everything)).notices).toEqual([
        expect.stringContaining('is torn: at least'),
      ]);
    });

    test('counts as whole when it is cut off in a write that was under way', () => {
      const log = readFileSync(join(killed, 'hotline.db-wal'));
      expect(countWritesAfterTear(log)).toBe(0);
      for (const cut of [1, 100, 4000, 5000, 20_000])
        expect(countWritesAfterTear(log.subarray(0, log.length - cut))).toBe(0);
      expect(countWritesAfterTear(Buffer.alloc(0))).toBe(0);
      log[32 + 24 + 7] = (log[32 + 24 + 7] ?? 0) ^ 1;
      expect(countWritesAfterTear(log)).toBeGreaterThan(1);
    });
  });
});
