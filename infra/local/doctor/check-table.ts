import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import {
  type CheckResult,
  fail,
  pass,
  renderError,
  skipped,
} from '#functions/doctor/check-result.ts';
import { table } from '#infra/table.ts';

/** The table that the doctor looks at. */
export type TableTarget = { client: DynamoDBClient; tableName: string; isOnAws: boolean };

/** Compares the table with infra/table.ts: keys, indexes, stream, expiry, backups. */
export const checkTable = async (target: TableTarget): Promise<CheckResult[]> => {
  const { client, tableName: TableName } = target;
  let found: TableDescription | undefined;
  try {
    found = (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    return [fail('table', renderError(error), 'TABLE_NAME must be the output TableName.')];
  }
  return [
    checkKeys(TableName, found),
    checkStreamSetting(found),
    await checkCleaning(target),
    ...(await checkSafety(target, found)),
  ];
};

const keyOf = (schema: KeySchemaElement[] = []): string =>
  schema.map(({ AttributeName }) => AttributeName).join('+');
const wantedKey = ({ partition, sort }: { partition: { name: string }; sort: { name: string } }) =>
  `${partition.name}+${sort.name}`;

const checkKeys = (name: string, found: TableDescription | undefined): CheckResult => {
  const check = 'table and indexes';
  const indexes = found?.GlobalSecondaryIndexes ?? [];
  const faults = [
    ...(keyOf(found?.KeySchema) === wantedKey(table) ? [] : ['it has another key']),
    ...table.indexes.flatMap((wanted) => {
      const index = indexes.find(({ IndexName }) => IndexName === wanted.name);
      if (!index) return [`index ${wanted.name} is missing`];
      const isActive = (index.IndexStatus ?? 'ACTIVE') === 'ACTIVE';
      return [
        ...(keyOf(index.KeySchema) === wantedKey(wanted) ? [] : [`${wanted.name} has another key`]),
        ...(index.Projection?.ProjectionType === wanted.copies
          ? []
          : [`${wanted.name} does not copy ${wanted.copies}`]),
        ...(isActive ? [] : [`index ${wanted.name} is ${index.IndexStatus}`]),
      ];
    }),
    ...(found?.TableStatus === 'ACTIVE' ? [] : [`it is ${found?.TableStatus ?? 'unknown'}`]),
  ];
  const names = table.indexes.map((index) => index.name).join(', ');
  return faults.length === 0
    ? pass(check, `${name}: active, with ${names}`)
    : fail(check, `${name}: ${faults.join(', ')}`, 'Deploy the stack again (`npx cdk deploy`).');
};

const checkStreamSetting = (found: TableDescription | undefined): CheckResult => {
  const check = 'stream is on';
  const { StreamEnabled, StreamViewType } = found?.StreamSpecification ?? {};
  return StreamEnabled && StreamViewType === table.stream
    ? pass(check, table.stream)
    : fail(
        check,
        StreamEnabled ? `it carries ${StreamViewType}` : 'it is off',
        'Deploy the stack again; until then every message waits for the minute.',
      );
};

const checkCleaning = async ({ client, tableName }: TableTarget): Promise<CheckResult> => {
  const check = 'old markers expire';
  try {
    const { TimeToLiveDescription: ttl } = await client.send(
      new DescribeTimeToLiveCommand({ TableName: tableName }),
    );
    const isOn = ttl?.TimeToLiveStatus === 'ENABLED' || ttl?.TimeToLiveStatus === 'ENABLING';
    return isOn && ttl?.AttributeName === table.expires
      ? pass(check, `by ${table.expires}`)
      : fail(check, `time to live is ${ttl?.TimeToLiveStatus}`, 'Deploy the stack again.');
  } catch (error) {
    return skipped(check, renderError(error));
  }
};

/** Safety settings that only AWS has. */
const checkSafety = async (
  { client, tableName, isOnAws }: TableTarget,
  found: TableDescription | undefined,
): Promise<CheckResult[]> => {
  const [restore, protection] = ['point-in-time recovery', 'deletion protection'];
  if (!isOnAws)
    return [
      skipped(restore, 'on this machine the hourly backups in DATA_DIR/backups serve instead'),
    ];
  const protectedNow: CheckResult = found?.DeletionProtectionEnabled
    ? pass(protection, 'on')
    : fail(protection, 'off', 'Deploy the stack again.');
  try {
    const { ContinuousBackupsDescription: backups } = await client.send(
      new DescribeContinuousBackupsCommand({ TableName: tableName }),
    );
    const recovery = backups?.PointInTimeRecoveryDescription;
    const from = recovery?.EarliestRestorableDateTime?.toISOString();
    return [
      recovery?.PointInTimeRecoveryStatus === 'ENABLED'
        ? pass(restore, `on, back to ${from ?? 'now'}`)
        : fail(restore, 'off', 'Deploy the stack again: nothing can be restored until then.'),
      protectedNow,
    ];
  } catch (error) {
    return [
      skipped(restore, renderError(error), 'Allow dynamodb:DescribeContinuousBackups.'),
      protectedNow,
    ];
  }
};
