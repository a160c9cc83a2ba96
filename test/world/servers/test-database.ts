import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import type { OnInvalidItem } from '#functions/ports/invalid-item.ts';
import { createTable } from '#infra/table.ts';

/** Undefined where this machine has no database: `describe.skipIf(!databaseEndpoint)`. */
export const databaseEndpoint: string | undefined = inject('databaseEndpoint') ?? undefined;

/** A table of its own on the run's database, and a Store on it. */
export const freshStore = async (onBroken?: OnInvalidItem) => {
  if (databaseEndpoint === undefined) throw new Error('No database on this machine');
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
