import * as z from 'zod';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';

/** The request units of one database call, as the database reports them. */
export type DatabaseCall = {
  /** The SDK's name of the command without `Command`: Get, Query, TransactWrite. */
  operation: string;
  /** The input of the command. */
  input: unknown;
  reads: number;
  writes: number;
  /** The units of each index. */
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
 * A Store on a table that reports the consumed units of each call. `inOrder` runs one call at a time in the order of the
 * calls, so that the result does not depend on response times. A conflicting transaction throws, and its units are not
 * reported.
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
