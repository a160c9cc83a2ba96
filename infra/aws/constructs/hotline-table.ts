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
/** What a function does to the table; a transaction is allowed by the actions of its parts. */
type TableUse = {
  read: ('GetItem' | 'BatchGetItem' | 'Query')[];
  write: ('PutItem' | 'UpdateItem' | 'DeleteItem')[];
  query: IndexName[];
};

const types = { S: AttributeType.STRING, N: AttributeType.NUMBER };
const copied = { ALL: ProjectionType.ALL, KEYS_ONLY: ProjectionType.KEYS_ONLY };
const keys = ({ partition, sort }: Pick<(typeof table.indexes)[number], 'partition' | 'sort'>) => ({
  partitionKey: { name: partition.name, type: types[partition.type] },
  sortKey: { name: sort.name, type: types[sort.type] },
});

/**
 * infra/table.ts deployed: on demand, recoverable to any second of 35 days. Its time to live only cleans up: nothing is
 * taken for gone because it should have expired.
 */
export class HotlineTable extends Construct {
  readonly table: TableV2;
  readonly streamArn: string;

  constructor(scope: Construct, id: string, keeping: Retention) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: table.partition.name, type: types[table.partition.type] },
      sortKey: { name: table.sort.name, type: types[table.sort.type] },
      globalSecondaryIndexes: table.indexes.map((index) => ({
        indexName: index.name,
        projectionType: copied[index.copies],
        ...keys(index),
      })),
      dynamoStream: StreamViewType[table.stream],
      timeToLiveAttribute: table.expires,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: keeping.outlivesTheStack,
      removalPolicy: keeping.removalPolicy,
      ...(keeping.key && { encryption: TableEncryptionV2.customerManagedKey(keeping.key) }),
    });
    this.streamArn = streamOf(this.table);
  }

  /** Statements for just this use. Never a scan: only the operator's commands read everyone. */
  allows({ read, write, query }: TableUse): PolicyStatement[] {
    const { tableArn } = this.table;
    const on = (sid: string, actions: string[], resources: string[]) =>
      new PolicyStatement({ sid, actions: actions.map((a) => `dynamodb:${a}`), resources });
    return [
      on('ReadTable', read, [tableArn]),
      on('WriteTable', write, [tableArn]),
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

const streamOf = ({ tableStreamArn }: TableV2): string => {
  if (tableStreamArn === undefined) throw new Error('the table has no stream');
  return tableStreamArn;
};
