import { table as plan } from '#infra/table.ts';
import { parseStoredItem, type StoredItem, type StoredKey } from './item-counts.ts';
import { type SqliteFile, tableNamesIn } from './sqlite-file.ts';

/** What could be read of one table. */
export type ReadTable = {
  name: string;
  items: StoredItem[];
  /** Of those that are known to have been there and could not be read. */
  lost: StoredKey[];
  /** Whether all that was there is known: otherwise more may be lost. */
  isKnown: boolean;
};

type Row = Record<string, unknown>;
type Found = Map<string, { key: StoredKey; item: StoredItem }>;

/**
 * Every whole item in a damaged file (a copy: it is written to). Three places have an item: the table; those indexes
 * that copy whole items; and for a day the record of its last change. Throws when the file's list of tables cannot be
 * read.
 */
export const readTornDatabase = (database: SqliteFile): ReadTable[] => {
  // A file that has been cut off is read as far as it goes.
  database.exec('PRAGMA writable_schema = ON');
  database.exec('PRAGMA cell_size_check = ON');
  return tableNamesIn(database).map((name) => readTable(database, name));
};

const readTable = (database: SqliteFile, name: string): ReadTable => {
  const { known, isWhole } = knownKeys(database, name);
  const found: Found = new Map();
  const keep = (key: StoredKey, text: unknown): void => {
    if (found.has(nameOf(key))) return;
    const item = parseStoredItem(text, key);
    if (item) found.set(nameOf(key), { key, item });
  };
  for (const { pk, sk, item_json } of readRows(database, name))
    keep({ pk: String(pk), sk: String(sk) }, item_json);
  for (const index of plan.indexes)
    for (const row of readRows(database, `${name}::gsi::${index.name}`)) {
      const key = { pk: String(row['table_pk']), sk: String(row['table_sk']) };
      // Written and deleted together with the item: it was there.
      known.set(nameOf(key), key);
      if (index.copies === 'ALL') keep(key, row['item_json']);
    }
  // Only what is known to have been there: what people had erased stays erased.
  for (const { key, image } of lastChanges(database, name))
    if (known.has(nameOf(key))) keep(key, image);
  return {
    name,
    items: [...found.values()].map(({ item }) => item),
    lost: [...known].filter(([id]) => !found.has(id)).map(([, key]) => key),
    isKnown: isWhole,
  };
};

const nameOf = ({ pk, sk }: StoredKey): string => JSON.stringify([pk, sk]);

/** The keys in the table's own key index, from both ends as far as it can be read. */
const knownKeys = (
  database: SqliteFile,
  name: string,
): { known: Map<string, StoredKey>; isWhole: boolean } => {
  const known = new Map<string, StoredKey>();
  let isWhole = true;
  for (const order of ['pk, sk', 'pk DESC, sk DESC'])
    try {
      const rows = database
        .prepare(`SELECT pk, sk FROM ${quoted(name)} ORDER BY ${order}`)
        .iterate();
      for (const { pk, sk } of rows) {
        const key = { pk: String(pk), sk: String(sk) };
        known.set(nameOf(key), key);
      }
    } catch {
      // A page that cannot be read: the other end may still be.
      isWhole = false;
    }
  return { known, isWhole };
};

/** The image of each item after its last change, newest first; none of what was deleted. */
const lastChanges = (database: SqliteFile, name: string): { key: StoredKey; image: unknown }[] => {
  const seen = new Set<string>();
  const records = readRows(database, '_stream_records').filter(
    ({ table_name }) => table_name === name,
  );
  return records
    .sort((a, b) => Number(b['id']) - Number(a['id']))
    .flatMap(({ event_name, keys_json, new_image }) => {
      const key = parseKey(String(keys_json));
      if (!key || seen.has(nameOf(key))) return [];
      seen.add(nameOf(key));
      return event_name === 'REMOVE' ? [] : [{ key, image: new_image }];
    });
};

const parseKey = (json: string): StoredKey | undefined => {
  const [, pk] = /"pk":\{"S":("(?:[^"\\]|\\.)*")\}/.exec(json) ?? [];
  const [, sk] = /"sk":\{"S":("(?:[^"\\]|\\.)*")\}/.exec(json) ?? [];
  if (pk === undefined || sk === undefined) return undefined;
  return { pk: `S:${JSON.parse(pk)}`, sk: `S:${JSON.parse(sk)}` };
};

/**
 * Every row that can be read, by its number: a range that holds a damaged page is halved until only the rows on that
 * page are left out.
 */
const readRows = (database: SqliteFile, name: string): Row[] => {
  const rows: Row[] = [];
  const read = (from: number, to: number): void => {
    const inRange = `SELECT rowid AS id, * FROM ${quoted(name)} WHERE rowid BETWEEN ? AND ?`;
    try {
      // All of a range or nothing of it: a part would be read once more.
      rows.push(...database.all(inRange, [from, to]));
    } catch {
      if (from === to) return;
      const middle = Math.floor((from + to) / 2);
      read(from, middle);
      read(middle + 1, to);
    }
  };
  if (!canEnter(database, name)) return [];
  for (let from = 1, last = lastRow(database, name); from <= last; from += rowsAtOnce)
    read(from, Math.min(last, from + rowsAtOnce - 1));
  return rows;
};
const rowsAtOnce = 1000;

/** Whether there is such a table, and its first page leads into it. */
const canEnter = (database: SqliteFile, name: string): boolean => {
  try {
    database.all(`SELECT 1 FROM ${quoted(name)} WHERE rowid = 0`);
    return true;
  } catch {
    return false;
  }
};

/** The highest row number; when that cannot be read, more than a file of this size can well have. */
const lastRow = (database: SqliteFile, name: string): number => {
  try {
    return Number(database.get(`SELECT max(rowid) AS last FROM ${quoted(name)}`)?.['last'] ?? 0);
  } catch {
    const pages = Number(database.get('PRAGMA page_count')?.['page_count'] ?? 0);
    return pages * rowsOnAPage;
  }
};
const rowsOnAPage = 40;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
