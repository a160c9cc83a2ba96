import * as z from 'zod';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';

/** What one call to the database cost, in request units, by the database's own word. */
export type DatabaseCall = {
  /** The command as the SDK names it, without its ending: Get, Query, TransactWrite. */
  operation: string;
  /** What was asked, as the store wrote it. */
  input: unknown;
  reads: number;
  writes: number;
  /** How much of that fell on each index. */
  indexes: Record<string, number>;
};

const share = z.object({ CapacityUnits: z.number() });
const capacity = z.object({
  CapacityUnits: z.number(),
  GlobalSecondaryIndexes: z.record(z.string(), share).optional(),
});
const consumed = z.object({
  ConsumedCapacity: z.union([capacity, z.array(capacity)]).optional(),
});

const reading = new Set(['Get', 'Query', 'BatchGet', 'Scan']);

/**
 * The Store on a table, each call of which is asked what it consumed. `inOrder`: one call at a time, in the order in
 * which they were made, so that nothing depends on which answer comes first. A transaction that meets a conflict
 * throws, and is not told what it cost.
 */
export const openMeteredTable = (
  endpoint: string,
  table: string,
  { onCall, inOrder = false }: { onCall: (call: DatabaseCall) => void; inOrder?: boolean },
) => {
  const client = createDynamoDbClient(endpoint);
  const documents = createDocumentClient(client);
  let last: Promise<unknown> = Promise.resolve();
  documents.middlewareStack.add(
    (next, context) => async (args) => {
      const ask = () =>
        next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' } });
      const asked = inOrder ? last.then(ask, ask) : ask();
      last = asked.catch(() => {});
      const result = await asked;
      onCall(toCall(context['commandName'], args.input, result.output));
      return result;
    },
    { step: 'initialize', name: 'meter', priority: 'high' },
  );
  return { client, documents, store: createDynamoDbStore(documents, table) };
};

const toCall = (commandName: unknown, input: unknown, output: unknown): DatabaseCall => {
  const operation = String(commandName).replace(/(Item)?s?Command$/, '');
  const { ConsumedCapacity = [] } = consumed.parse(output);
  const parts = [ConsumedCapacity].flat();
  const units = parts.reduce((sum, part) => sum + part.CapacityUnits, 0);
  const indexes: Record<string, number> = {};
  for (const { GlobalSecondaryIndexes = {} } of parts)
    for (const [name, { CapacityUnits }] of Object.entries(GlobalSecondaryIndexes))
      indexes[name] = (indexes[name] ?? 0) + CapacityUnits;
  const isReading = reading.has(operation);
  return { operation, input, reads: isReading ? units : 0, writes: isReading ? 0 : units, indexes };
};
