import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { indexes } from '#functions/adapters/dynamodb/keys.ts';
import type { Retention } from '../retention.ts';
import type { HotlineTable } from './hotline-table.ts';

/** Only what waits for something wakes anybody (functions/adapters/dynamodb/due-in-record.ts). */
const whatIsDue = FilterCriteria.filter({
  dynamodb: { NewImage: { [indexes.due.partition]: { S: FilterRule.exists() } } },
});

/** The table's stream into a function; what fails to the end is told to a queue, and the shard goes on (FACTS §7). */
export class StreamSource extends Construct {
  private readonly table: HotlineTable;
  readonly failed: Queue;

  constructor(
    scope: Construct,
    id: string,
    { table, keeping }: { table: HotlineTable; keeping: Retention },
  ) {
    super(scope, id);
    this.table = table;
    this.failed = new Queue(this, 'Failed', {
      ...(keeping.key
        ? { encryption: QueueEncryption.KMS, encryptionMasterKey: keeping.key }
        : { encryption: QueueEncryption.SQS_MANAGED }),
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.failed).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is the dead letter queue itself: of the stream source.',
    });
  }

  /** What the function needs that `feeds` names; ListStreams is allowed on a table's streams, not on one of them. */
  allows(): PolicyStatement[] {
    return [
      new PolicyStatement({
        sid: 'ReadStream',
        actions: ['DescribeStream', 'GetRecords', 'GetShardIterator'].map((a) => `dynamodb:${a}`),
        resources: [this.table.streamArn],
      }),
      new PolicyStatement({
        sid: 'ListStreams',
        actions: ['dynamodb:ListStreams'],
        resources: [`${this.table.table.tableArn}/stream/*`],
      }),
      new PolicyStatement({
        sid: 'KeepFailedBatches',
        actions: ['sqs:SendMessage'],
        resources: [this.failed.queueArn],
      }),
    ];
  }

  feeds(target: LambdaFunction): void {
    new EventSourceMapping(this, 'Mapping', {
      target,
      eventSourceArn: this.table.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      // One item's changes stay in order; a stage's alerts need not wait for one another.
      parallelizationFactor: 4,
      filters: [whatIsDue],
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 5,
      // Not SqsDlq: it would add statements of its own to the role.
      onFailure: { bind: () => ({ destination: this.failed.queueArn }) },
    });
  }
}
