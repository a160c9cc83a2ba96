import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import { answers, dynoxideBinary } from '#infra/local/database/dynoxide.ts';
import { freePort } from '#infra/local/free-port.ts';
import { table } from '#infra/table.ts';
import { RawDocumentClient } from './raw-client.ts';
import type { SeedDatabase } from './seed-store.ts';

/**
 * Starts the embedded database without a file, or uses the one at `endpoint`. Its tables have no stream: the test
 * delivers the records itself, and the server becomes slower with every record it keeps.
 */
export const startSeedDatabase = async (endpoint?: string): Promise<SeedDatabase> => {
  const server = endpoint === undefined ? await startServer() : undefined;
  const url = endpoint ?? server?.endpoint ?? '';
  const documents = new RawDocumentClient(url);
  let count = 0;
  return {
    async fresh() {
      count += 1;
      const TableName = `seed-${process.pid}-${count}`;
      await documents.ask('CreateTable', tableInput(TableName));
      return {
        open: () => createDynamoDbStore(documents, TableName),
        injectFault(next) {
          documents.next = next;
        },
        async items() {
          const { Items = [] } = await documents.send(new ScanCommand({ TableName }));
          return Items;
        },
        async drop() {
          documents.next = undefined;
          await documents.ask('DeleteTable', { TableName });
        },
      };
    },
    async stop() {
      documents.destroy();
      await server?.stop();
    },
  };
};

const startServer = async () => {
  const port = await freePort();
  const child: ChildProcess = spawn(
    dynoxideBinary(),
    ['serve', '--host', '127.0.0.1', '--port', String(port)],
    { stdio: 'ignore' },
  );
  const stopWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', stopWithUs);
  for (const end = Date.now() + 10_000; !(await answers(port)); await wait(5))
    if (Date.now() > end) throw new Error('The database for the seeds does not start');
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      process.off('exit', stopWithUs);
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
};

type KeyPart = { name: string; type: 'S' | 'N' };
const schema = ({ partition, sort }: { partition: KeyPart; sort: KeyPart }) => [
  { AttributeName: partition.name, KeyType: 'HASH' },
  { AttributeName: sort.name, KeyType: 'RANGE' },
];

/** infra/table.ts without the stream. */
const tableInput = (TableName: string) => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    ...new Map(
      [table, ...table.indexes].flatMap(({ partition, sort }) => [
        [partition.name, partition.type],
        [sort.name, sort.type],
      ]),
    ),
  ].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
  KeySchema: schema(table),
  GlobalSecondaryIndexes: table.indexes.map((index) => ({
    IndexName: index.name,
    KeySchema: schema(index),
    Projection: { ProjectionType: index.copies },
  })),
});
