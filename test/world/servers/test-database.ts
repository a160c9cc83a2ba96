import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import type { OnInvalidItem } from '#functions/ports/invalid-item.ts';
import { createTable } from '#infra/table.ts';
import { RawDocumentClient } from '../../faults/store/raw-client.ts';

/** The database of this run, or the one that DYNAMODB_ENDPOINT names. Undefined without either: skip the test. */
export const databaseEndpoint: string | undefined =
  inject('databaseEndpoint') ?? process.env['DYNAMODB_ENDPOINT'];

/** The same with a client of few parts: a story asks the database thousands of times, and the SDK costs more than that. */
export const freshRawStore = async (onBroken?: OnInvalidItem) => {
  const { client, table, endpoint } = await freshStore();
  client.destroy();
  const documents = new RawDocumentClient(endpoint);
  return { store: createDynamoDbStore(documents, table, onBroken), table, documents };
};

/** A new table on the database of this run, and a Store on it. Throws when there is no database. */
export const freshStore = async (onBroken?: OnInvalidItem) => {
  if (databaseEndpoint === undefined) throw new Error('There is no database on this machine');
  const endpoint = databaseEndpoint;
  const table = `test-${randomUUID()}`;
  const client = createDynamoDbClient(endpoint);
  await createTable(client, table);
  const documents = createDocumentClient(client);
  return {
    store: createDynamoDbStore(documents, table, onBroken),
    table,
    endpoint,
    client,
    documents,
  };
};
