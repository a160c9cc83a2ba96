import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { dynoxideBinary } from '#infra/local/database/dynoxide.ts';
import { startEmbeddedDatabase } from '#infra/local/database/embedded-database.ts';
import { createTable } from '#infra/table.ts';
import type { Crowd } from './donor-crowd.ts';

export const tableName = 'hotline';

/** A marker file of a changed database that was not restored yet. A killed run leaves it behind. */
export const inUse = 'in-use';

/**
 * Prepares a folder with a database of that many donors for `startEmbeddedDatabase`. The donors are written in
 * DynamoDB's export format and imported by Dynoxide (a fraction of a millisecond a donor). The folder is kept under
 * `scratch` and reused until the donors, the table or the schema change.
 */
export const prepareTable = async (
  crowd: Crowd,
  donors: number,
  scratch: string,
): Promise<string> => {
  mkdirSync(scratch, { recursive: true });
  const schema = await describeTable(scratch);
  const dir = join(scratch, `${donors}-donors-${fingerprint(crowd, schema)}`);
  if (existsSync(join(dir, 'hotline.db')) && !existsSync(join(dir, inUse))) return dir;
  const making = `${dir}-${process.pid}`;
  const exported = join(making, 'export', tableName, 'data');
  mkdirSync(exported, { recursive: true });
  await writeExport(crowd, donors, join(exported, 'donors.json.gz'));
  const schemaFile = join(making, 'schema.json');
  writeFileSync(schemaFile, schema);
  const source = join(making, 'export');
  const output = join(making, 'hotline.db');
  execFileSync(
    dynoxideBinary(),
    ['import', '--source', source, '--schema', schemaFile, '--output', output],
    { stdio: 'pipe' },
  );
  rmSync(source, { recursive: true });
  rmSync(dir, { recursive: true, force: true });
  renameSync(making, dir);
  return dir;
};

/** Writes the DescribeTable output of infra/table.ts as a file for the import, without values that differ between runs. */
const describeTable = async (scratch: string): Promise<string> => {
  const dir = join(scratch, `schema-${process.pid}`);
  mkdirSync(dir, { recursive: true });
  const database = await startEmbeddedDatabase(dir);
  const client = createDynamoDbClient(database.endpoint);
  await createTable(client, tableName);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  client.destroy();
  await database.stop();
  rmSync(dir, { recursive: true });
  return JSON.stringify({
    Table: {
      TableName: tableName,
      AttributeDefinitions: Table?.AttributeDefinitions,
      KeySchema: Table?.KeySchema,
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      GlobalSecondaryIndexes: Table?.GlobalSecondaryIndexes?.map((index) => ({
        IndexName: index.IndexName,
        KeySchema: index.KeySchema,
        Projection: index.Projection,
      })),
    },
  });
};

const fingerprint = (crowd: Crowd, schema: string): string => {
  const hash = createHash('sha256').update(schema);
  for (let i = 0; i < crowd.smallest + 200; i += 50) hash.update(JSON.stringify(crowd.itemOf(i)));
  return hash.digest('hex').slice(0, 12);
};

const writeExport = async (crowd: Crowd, donors: number, file: string): Promise<void> => {
  const gzip = createGzip({ level: 1 });
  const written = finished(gzip.pipe(createWriteStream(file)));
  const write = async (item: object): Promise<void> => {
    if (!gzip.write(`${JSON.stringify({ Item: attributesOf(item) })}\n`)) await once(gzip, 'drain');
  };
  for (let i = 0; i < donors; i += 1) await write(crowd.itemOf(i));
  for (const item of crowd.cellItems(donors)) await write(item);
  gzip.end();
  await written;
};

const attributesOf = (item: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, attributeOf(value)]),
  );

/** Converts the value types of a person to DynamoDB's JSON. */
const attributeOf = (value: unknown): object => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value instanceof Set) return { SS: [...value] };
  if (Array.isArray(value)) return { L: value.map(attributeOf) };
  if (typeof value === 'object' && value !== null) return { M: attributesOf(value) };
  throw new Error(`${typeof value} has no place in an item`);
};
