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
import type { MarkUncertain } from '#infra/local/backup/staging.ts';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { startEmbeddedDatabase } from '#infra/local/database/embedded-database.ts';
import { withSqlite } from '#infra/local/database/sqlite-file.ts';
import { countWritesAfterTear } from '#infra/local/database/wal-check.ts';
import { freePort } from '#infra/local/free-port.ts';
import { createTable } from '#infra/table.ts';
import {
  aDonor,
  aMarker,
  anAlert,
  anOutboxRow,
  aPerson,
  aReply,
  aRequest,
  later,
  phone,
  requestId,
  zone,
} from '../../contract/samples.ts';
import { launch } from '../end-to-end/server.ts';

/* What a power cut, a bad disk or a careless hand leaves of hotline.db: what is whole is served, and the rest said. */

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

describe.skipIf(!isDynoxideInstalled())('a torn database file', () => {
  let root: string;
  let whole: string;
  /** As `kill -9` leaves it: a file, and a log that holds the last of what was answered. */
  let killed: string;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'hotline-torn-'));
    [whole, killed] = [join(root, 'whole'), join(root, 'killed')];
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
    more.close();
    await second.stop();
    for (const end of ['', '-wal'])
      cpSync(join(root, `kept${end}`), join(killed, `hotline.db${end}`));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** Starts on a spoilt copy, and looks at what it serves. */
  const startOn = async (
    from: string,
    spoil: (dir: string) => void,
    look: (store: Store) => Promise<void> = async () => {},
    doubt: MarkUncertain = async () => 0,
  ) => {
    const dir = mkdtempSync(join(root, 'spoilt-'));
    cpSync(from, dir, { recursive: true });
    spoil(dir);
    const notices: string[] = [];
    const notice = (what: string): void => void notices.push(what);
    const database = await startEmbeddedDatabase(dir, { notice, doubt });
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
  /** The pages of a table or an index, in the order in which it was filled. */
  const pagesOf = (name: string): number[] =>
    withSqlite(join(whole, 'hotline.db'), (database) =>
      database
        .all('SELECT rootpage AS page FROM sqlite_master WHERE name = ?', [name])
        .map(({ page }) => Number(page)),
    );
  /** Six items each, and the one list of cells: 121. */
  const everything = async (store: Store): Promise<void> => {
    for (let n = 0; n < many; n++) {
      expect(await store.person(phone(n))).toMatchObject({ name: `Name ${n}` });
      expect(await store.requestFile(requestId(`r${n}`))).toMatchObject({ alerts: [{ id: 'a1' }] });
      expect(await store.reply(`SM${n}`)).toBeDefined();
    }
    expect(await store.due('request', later(many - 1), 1000)).toHaveLength(many);
    expect(await store.due('outbox', later(many - 1), 1000)).toHaveLength(many);
    expect(await store.donorCells(zone('prayagraj'))).toHaveLength(1);
  };

  test('a whole one is served without a word', async () => {
    expect((await startOn(whole, () => {}, everything)).notices).toEqual([]);
  });

  test('what is lost in the table is found in its records and indexes', async () => {
    // The first page of the table, and of the key index: every way into them.
    const spoil = noiseOn(...pagesOf('hotline'));
    const { dir, notices } = await startOn(whole, spoil, everything);
    expect(notices).toEqual([
      expect.stringMatching(
        /hotline\.db was damaged \(.*\)\. All 121 items in it could be read and are served\. The damaged file lies in .*damaged-/s,
      ),
    ]);
    const [aside = ''] = readdirSync(dir).filter((name) => name.startsWith('damaged-'));
    expect(existsSync(join(dir, aside, 'hotline.db'))).toBe(true);
    expect(existsSync(join(dir, 'staging'))).toBe(false);
    // Mended once, it is whole.
    expect((await startOn(dir, () => {}, everything)).notices).toEqual([]);
  });

  test('indexes are made anew from what was read', async () => {
    const names = ['hotline::gsi::due', 'hotline::gsi::donors', '_tables', '_stream_records'];
    const spoil = noiseOn(...names.flatMap(pagesOf));
    expect((await startOn(whole, spoil, everything)).notices).toHaveLength(1);
  });

  test('a file cut in half: what is left is served, and told by kind', async () => {
    const half = (dir: string): void => {
      const file = join(dir, 'hotline.db');
      truncateSync(file, Math.floor(readFileSync(file).length / 2));
    };
    let read = 0;
    const { notices } = await startOn(whole, half, async (store) => {
      for (let n = 0; n < many; n++) if (await store.person(phone(n))) read += 1;
      // Whoever is there can be found as a donor, whether the list of cells was among what is lost or not.
      expect(await store.donorCells(zone('prayagraj'))).toHaveLength(1);
    });
    expect(read).toBeGreaterThan(many / 10);
    expect(notices.join()).toMatch(
      /\d+ items could be read and are served, (at least )?\d+ are lost \(\d+ \w+/,
    );
  });

  test.each([
    ['its first page', noiseOn(1), 'file is not a database'],
    [
      'to nothing',
      (dir: string) => {
        truncateSync(join(dir, 'hotline.db'), 0);
        writeFileSync(join(dir, 'clock.json'), '{}');
      },
      'it is empty',
    ],
  ])('torn %s, nothing is served, and the way out is said', async (_, spoil, fault) => {
    const dir = mkdtempSync(join(root, 'lost-'));
    cpSync(whole, dir, { recursive: true });
    spoil(dir);
    const before = readFileSync(join(dir, 'hotline.db'));
    await expect(startEmbeddedDatabase(dir)).rejects.toThrow(
      new RegExp(
        `hotline\\.db was damaged \\(.*${fault}.*\\) and nothing in it can be read: .*npm run hotline -- restore DIR$`,
      ),
    );
    expect(readFileSync(join(dir, 'hotline.db')).equals(before)).toBe(true);
    expect(readdirSync(dir).filter((name) => /damaged|staging/.test(name))).toEqual([]);
  });

  test('the hotline itself starts on it, and logs it; or says in one line why not', async () => {
    const spoilt = (spoil: (dir: string) => void): string => {
      const dir = mkdtempSync(join(root, 'server-'));
      cpSync(whole, dir, { recursive: true });
      spoil(dir);
      return dir;
    };
    const start = async (dir: string) => launch({ DATA_DIR: dir, PORT: String(await freePort()) });
    const [mended, lost] = await Promise.all([
      start(spoilt(noiseOn(...pagesOf('hotline')))),
      start(spoilt(noiseOn(1))),
    ]);
    await Promise.all([mended.ready(), lost.exited]);
    expect(mended.err()).toMatch(
      /"level":"error","what":"database","said":"[^"]*was damaged[^"]*All 121 items/,
    );
    await mended.kill('SIGTERM');
    expect(lost.child.exitCode).toBe(1);
    expect(lost.err()).toMatch(/^DATA_DIR: .*nothing in it can be read: .* -- restore DIR\n$/);
  });

  describe('its log', () => {
    const spoilLog = (where: number) => (dir: string) => {
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
      'torn %s: what lies before the tear is served, and what may have left is doubted',
      async (_, where) => {
        let doubted = 0;
        const doubt: MarkUncertain = async () => {
          doubted += 1;
          return 0;
        };
        const { dir, notices } = await startOn(killed, spoilLog(where), everything, doubt);
        expect(notices).toEqual([
          expect.stringMatching(
            /its log is torn, with \d+ writes behind the tear\)\. All \d+ items/,
          ),
        ]);
        expect(doubted).toBe(1);
        const [aside = ''] = readdirSync(dir).filter((name) => name.startsWith('damaged-'));
        expect(existsSync(join(dir, aside, 'hotline.db-wal'))).toBe(true);
      },
    );

    test('cut off in a write that was under way, it is whole', () => {
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
