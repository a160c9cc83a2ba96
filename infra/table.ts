import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { indexes, tableAttributes } from '#functions/adapters/dynamodb/keys.ts';

type AttributeType = 'S' | 'N';
type TableIndex = {
  name: string;
  partition: { name: string; type: AttributeType };
  sort: { name: string; type: AttributeType };
  /** ALL copies whole items, so that one query answers. */
  copies: 'ALL' | 'KEYS_ONLY';
};

const text = (name: string) => ({ name, type: 'S' }) as const;
const number = (name: string) => ({ name, type: 'N' }) as const;

/** The one table as data: created from it here, deployed from it by infra/aws. Billed per request. */
export const table = {
  partition: text(tableAttributes.partition),
  sort: text(tableAttributes.sort),
  expires: tableAttributes.expires,
  stream: 'NEW_IMAGE',
  indexes: [
    {
      name: indexes.donors.name,
      partition: text(indexes.donors.partition),
      sort: number(indexes.donors.sort),
      copies: 'ALL',
    },
    {
      name: indexes.roster.name,
      partition: text(indexes.roster.partition),
      sort: text(indexes.roster.sort),
      copies: 'ALL',
    },
    {
      name: indexes.due.name,
      partition: text(indexes.due.partition),
      sort: text(indexes.due.sort),
      copies: 'KEYS_ONLY',
    },
  ] satisfies TableIndex[],
} as const;

const keySchema = (key: Pick<TableIndex, 'partition' | 'sort'>) => [
  { AttributeName: key.partition.name, KeyType: 'HASH' as const },
  { AttributeName: key.sort.name, KeyType: 'RANGE' as const },
];

const createInput = (TableName: string): CreateTableCommandInput => {
  const types = new Map(
    [table, ...table.indexes].flatMap(({ partition, sort }) => [
      [partition.name, partition.type],
      [sort.name, sort.type],
    ]),
  );
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...types].map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    KeySchema: keySchema(table),
    GlobalSecondaryIndexes: table.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: index.copies },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream },
  };
};

/** Creates the table and waits until it is active (30 s at most). An existing table of that name stays as it is. */
export const createTable = async (client: DynamoDBClient, name: string): Promise<void> => {
  try {
    await client.send(new CreateTableCommand(createInput(name)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
    return;
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: name });
  const TimeToLiveSpecification = { Enabled: true, AttributeName: table.expires };
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
};
