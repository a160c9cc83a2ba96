import { copyFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { createDocumentClient } from '#functions/adapters/dynamodb/client.ts';
import { createDonorCells } from '#functions/adapters/dynamodb/donor-cells.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import { createTable } from '#infra/table.ts';
import { inStaging, type MarkUncertain, serveStaged } from '../backup/staging.ts';
import { swapDatabase } from '../backup/swap-database.ts';
import type { DatabaseFiles } from './database-files.ts';
import { freeSpaceOn, fullDisk } from './disk-space.ts';
import { DamagedDatabase } from './dynoxide.ts';
import { lockFile } from './file-lock.ts';
import { countKinds, renderKinds, type StoredItem } from './item-counts.ts';
import { pruneStream } from './prune-stream.ts';
import { type ReadTable, readTornDatabase } from './read-torn-database.ts';
import { leaveItemsOnly, withSqlite } from './sqlite-file.ts';

/**
 * Puts a new database with every item that can be read in the place of a damaged one, which stays beside it. What was
 * saved and what was lost, in one line. Throws DamagedDatabase when nothing can be read.
 */
export const mendDatabase = async (
  files: DatabaseFiles,
  { fault, doubt }: { fault: string; doubt: MarkUncertain },
): Promise<string> => {
  const lock = await lockFile(files);
  if (lock === 'locked') throw new Error(`${files.dir} is in use by another hotline`);
  try {
    return await inStaging(files, async (staged) => {
      const tables = readCopy(files, staged);
      if (!tables.some(({ items }) => items.length > 0))
        throw new DamagedDatabase(
          `${renderDamage(files, fault)} and nothing in it can be read: ${way}`,
        );
      await serveStaged(staged, async (client) => {
        for (const { name } of tables) await createTable(client, name);
      });
      withSqlite(staged.database, pruneStream);
      await serveStaged(staged, async (client) => {
        for (const table of tables) await fill(client, table, doubt);
      });
      withSqlite(staged.database, leaveItemsOnly);
      const aside = swapDatabase(files, staged.database, 'damaged');
      return [
        renderDamage(files, fault),
        renderRead(tables),
        `The damaged file lies in ${aside}; ${way}`,
      ].join('. ');
    });
  } finally {
    await lock.release();
  }
};

const way = 'to go back to a backup: npm run hotline -- restore DIR';

const renderDamage = ({ database }: DatabaseFiles, fault: string): string =>
  `${database} was damaged (${fault.slice(0, 200)})`;

const renderRead = (tables: readonly ReadTable[]): string => {
  const count = tables.flatMap(({ items }) => items).length;
  const lost = tables.flatMap((table) => table.lost);
  const kinds = lost.length > 0 ? ` (${renderKinds(countKinds(lost))})` : '';
  if (!tables.every(({ isKnown }) => isKnown))
    return `${count} items could be read and are served, at least ${lost.length} are lost${kinds}`;
  return lost.length === 0
    ? `All ${count} items in it could be read and are served`
    : `${count} items could be read and are served, ${lost.length} are lost${kinds}`;
};

/** What can be read in a copy: SQLite writes into what it opens, and the damaged file stays as it was found. */
const readCopy = (files: DatabaseFiles, staged: DatabaseFiles): ReadTable[] => {
  const parts = ['', '-wal'].filter((end) => existsSync(files.database + end));
  const size = parts.reduce((sum, end) => sum + statSync(files.database + end).size, 0);
  if (freeSpaceOn(files.dir) < 3 * size) throw new Error(fullDisk(files.dir));
  const copy = join(staged.dir, 'torn.db');
  for (const end of parts) copyFileSync(files.database + end, copy + end);
  try {
    return withSqlite(copy, readTornDatabase);
  } catch {
    // Not even the list of its tables.
    return [];
  }
};

const fill = async (
  client: DynamoDBClient,
  { name, items }: ReadTable,
  doubt: MarkUncertain,
): Promise<void> => {
  for (const some of inPortions(items)) await write(client, name, some);
  const documents = createDocumentClient(client);
  // What cannot be read stays as it is: the running hotline tells of it, and goes on.
  const store = createDynamoDbStore(documents, name, () => {});
  // Without its cell a donor is not found: the lists of cells may be among what is lost.
  const cells = createDonorCells(documents, name);
  for await (const put of store.everyone()) await cells.addFrom([{ put }]);
  await doubt(store);
};

/** As much as a transaction may have, with room to spare: it is seven times as fast as a batch. */
const most = { items: 100, characters: 1_000_000 };

const inPortions = (items: readonly StoredItem[]): StoredItem[][] => {
  const portions: StoredItem[][] = [];
  let last: StoredItem[] = [];
  let characters = 0;
  for (const item of items) {
    const size = JSON.stringify(item).length;
    if (last.length === 0 || last.length >= most.items || characters + size > most.characters) {
      last = [];
      characters = 0;
      portions.push(last);
    }
    last.push(item);
    characters += size;
  }
  return portions;
};

const write = async (
  client: DynamoDBClient,
  TableName: string,
  items: readonly StoredItem[],
): Promise<void> => {
  const TransactItems = items.map((Item) => ({ Put: { TableName, Item } }));
  await client.send(new TransactWriteItemsCommand({ TransactItems }));
};
