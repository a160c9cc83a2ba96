import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import { table } from '#infra/table.ts';
import { startOpenDynoxide } from '../../world/servers/open-dynoxide.ts';
import { RawDocumentClient } from './raw-client.ts';
import type { SeedDatabase } from './seed-store.ts';

/**
 * Starts the embedded database without a file, or uses the one at `endpoint`. Its tables have no stream: the test
 * delivers the records itself, and the server becomes slower with every record it keeps.
 */
export const startSeedDatabase = async (endpoint?: string): Promise<SeedDatabase> => {
  const server = endpoint === undefined ? await startOpenDynoxide() : undefined;
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
