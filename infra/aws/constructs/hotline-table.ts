import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AttributeType,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { table } from '#infra/table.ts';
import type { Retention } from '../retention.ts';

type IndexName = (typeof table.indexes)[number]['name'];
/** The DynamoDB actions a function uses. A transaction needs the actions of its parts and no other. */
type TableUse = {
  read: ('GetItem' | 'BatchGetItem' | 'Query')[];
  write: ('PutItem' | 'UpdateItem' | 'DeleteItem')[];
  query: IndexName[];
};

/** The stack's own table, or a restored one. */
type DeployedTable = {
  readonly tableArn: string;
  readonly tableName: string;
  readonly tableStreamArn?: string | undefined;
};

const types = { S: AttributeType.STRING, N: AttributeType.NUMBER };
const projections = { ALL: ProjectionType.ALL, KEYS_ONLY: ProjectionType.KEYS_ONLY };
const keys = ({ partition, sort }: Pick<(typeof table.indexes)[number], 'partition' | 'sort'>) => ({
  partitionKey: { name: partition.name, type: types[partition.type] },
  sortKey: { name: sort.name, type: types[sort.type] },
});

/**
 * Deploys infra/table.ts, on demand, with point-in-time recovery to any second of the last 35 days. Its time to live
 * only cleans up: code that reads an item never relies on its deletion.
 */
export class HotlineTable extends Construct {
  readonly table: DeployedTable;
  readonly streamArn: string;

  constructor(
    scope: Construct,
    id: string,
    { retention, restoredStream }: { retention: Retention; restoredStream?: string | undefined },
  ) {
    super(scope, id);
    this.table = restoredStream
      ? TableV2.fromTableAttributes(this, 'Restored', {
          tableArn: restoredStream.replace(/\/stream\/.*$/, ''),
          tableStreamArn: restoredStream,
        })
      : this.create(retention);
    this.streamArn = streamOf(this.table);
  }

  private create(retention: Retention): TableV2 {
    return new TableV2(this, 'Table', {
      partitionKey: { name: table.partition.name, type: types[table.partition.type] },
      sortKey: { name: table.sort.name, type: types[table.sort.type] },
      globalSecondaryIndexes: table.indexes.map((index) => ({
        indexName: index.name,
        projectionType: projections[index.copies],
        ...keys(index),
      })),
      dynamoStream: StreamViewType[table.stream],
      timeToLiveAttribute: table.expires,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: retention.isProtected,
      removalPolicy: retention.removalPolicy,
      ...(retention.key && { encryption: TableEncryptionV2.customerManagedKey(retention.key) }),
    });
  }

  /** Refused reads and writes, of the table and of each index: a throttled index throttles the table. */
  throttles(): Record<string, Metric> {
    const of = (metricName: string, index?: string): Metric =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: {
          TableName: this.table.tableName,
          ...(index !== undefined && { GlobalSecondaryIndexName: index }),
        },
        statistic: 'Sum',
        period: Duration.minutes(5),
      });
    return {
      Reads: of('ReadThrottleEvents'),
      Writes: of('WriteThrottleEvents'),
      ...Object.fromEntries(
        table.indexes.map(({ name }) => [`Writes_${name}`, of('WriteThrottleEvents', name)]),
      ),
    };
  }

  /** Policy statements for exactly these actions. No statement allows a scan: only the operator's commands read all items. */
  grant({ read, write, query }: TableUse): PolicyStatement[] {
    const { tableArn } = this.table;
    const on = (sid: string, actions: string[], resources: string[]) =>
      new PolicyStatement({ sid, actions: actions.map((a) => `dynamodb:${a}`), resources });
    return [
      on('ReadTable', read, [tableArn]),
      ...(write.length > 0 ? [on('WriteTable', write, [tableArn])] : []),
      ...(query.length > 0
        ? [
            on(
              'QueryIndexes',
              ['Query'],
              query.map((name) => `${tableArn}/index/${name}`),
            ),
          ]
        : []),
    ];
  }
}

const streamOf = ({ tableStreamArn }: DeployedTable): string => {
  if (tableStreamArn === undefined) throw new Error('the table has no stream');
  return tableStreamArn;
};
