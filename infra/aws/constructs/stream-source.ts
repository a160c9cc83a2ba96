import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type IFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { tableAttributes } from '#functions/adapters/dynamodb/keys.ts';
import type { Retention } from '../retention.ts';
import type { HotlineTable } from './hotline-table.ts';

/** Only items that were due when they were written invoke the function: two thirds of the others have nothing to do yet. */
const itemsDueNow = FilterCriteria.filter({
  dynamodb: { NewImage: { [tableAttributes.dueNow]: { N: FilterRule.exists() } } },
});

/**
 * Delivers the table's stream to a function. A batch that fails every retry is reported to a queue, and the shard goes
 * on (docs/facts.md#aws).
 */
export class StreamSource extends Construct {
  private readonly table: HotlineTable;
  readonly failed: Queue;

  constructor(
    scope: Construct,
    id: string,
    { table, retention }: { table: HotlineTable; retention: Retention },
  ) {
    super(scope, id);
    this.table = table;
    this.failed = new Queue(this, 'Failed', {
      ...(retention.key
        ? { encryption: QueueEncryption.KMS, encryptionMasterKey: retention.key }
        : { encryption: QueueEncryption.SQS_MANAGED }),
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.failed).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This queue is itself the dead letter queue of the stream source.',
    });
  }

  /** Policy statements for the target of the stream. IAM grants ListStreams on all streams of a table, not on one. */
  grant(): PolicyStatement[] {
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

  addTarget(target: IFunction): void {
    new EventSourceMapping(this, 'Mapping', {
      target,
      eventSourceArn: this.table.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      // A new table has four shards at least, so four functions at once: a new account runs ten (docs/facts.md#aws).
      parallelizationFactor: 1,
      // What is older waits for no stream: the minute's sweep has done it.
      maxRecordAge: Duration.minutes(5),
      filters: [itemsDueNow],
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 5,
      // SqsDlq would add statements of its own to the role.
      onFailure: { bind: () => ({ destination: this.failed.queueArn }) },
    });
  }
}
