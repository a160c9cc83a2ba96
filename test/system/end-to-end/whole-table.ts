import { setTimeout as wait } from 'node:timers/promises';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { databaseFiles, findRunning } from '#infra/local/database/database-files.ts';
import type { ForeignCarrier } from '../../world/servers/foreign-carrier.ts';

/** All items of a hotline's table as they are stored. Throws when its embedded database does not run. */
export const wholeTable = async (
  dataDir: string,
  TableName: string,
): Promise<Record<string, unknown>[]> => {
  const running = findRunning(databaseFiles(dataDir));
  if (!running) throw new Error('The database does not run');
  const client = createDynamoDbClient(`unix:${running.socket}`);
  const items: Record<string, unknown>[] = [];
  const input = { TableName, ConsistentRead: true };
  for await (const page of paginateScan({ client: createDocumentClient(client) }, input))
    items.push(...(page.Items ?? []));
  client.destroy();
  return items;
};

/**
 * True for an item that waits, except a message whose callback was lost or that failed: it only leaves a list later, by
 * itself.
 */
const isWaiting = ({ kind, dueAt, state }: Record<string, unknown>): boolean =>
  dueAt !== undefined &&
  (kind === 'request' || (kind === 'outbox' && state !== 'sent' && state !== 'undelivered'));

/** The table once no request and no message waits, or after this many milliseconds without a webhook. */
export const tableAtRest = async (
  dataDir: string,
  table: string,
  carrier: ForeignCarrier,
  patienceMs = 120_000,
): Promise<Record<string, unknown>[]> => {
  let seen = -1;
  let readMs = 0;
  // The reads must not slow the hotline: a table of tens of thousands of items is read one sixth of the time.
  for (let end = 0; ; await wait(Math.max(1000, 5 * readMs))) {
    const isNews = carrier.webhooks.length !== seen;
    seen = carrier.webhooks.length;
    if (isNews) end = Date.now() + patienceMs;
    const isOver = Date.now() > end;
    // Reading thousands of items blocks the carrier in this process, so it happens only after a quiet second.
    if (!isOver && (isNews || !carrier.isQuiet())) continue;
    const began = Date.now();
    const items = await wholeTable(dataDir, table);
    readMs = Date.now() - began;
    if (isOver || (!items.some(isWaiting) && carrier.isQuiet())) return items;
  }
};
