import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ListStreamsCommand,
  type Shard,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBStreamEvent } from 'aws-lambda';

/** The ARN of the table's stream. Throws when it has no stream. */
export const findStream = async (client: DynamoDBStreamsClient, table: string): Promise<string> => {
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: table }));
  const arn = Streams.at(-1)?.StreamArn;
  if (arn === undefined) throw new Error(`The table ${table} has no stream`);
  return arn;
};

/** Every shard of the stream, ended or not. */
export const shardsOf = async (client: DynamoDBStreamsClient, arn: string): Promise<Shard[]> => {
  const shards: Shard[] = [];
  let from: string | undefined;
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({
        StreamArn: arn,
        ...(from !== undefined && { ExclusiveStartShardId: from }),
      }),
    );
    shards.push(...(StreamDescription?.Shards ?? []));
    from = StreamDescription?.LastEvaluatedShardId;
  } while (from !== undefined);
  return shards;
};

/** Records in Lambda's form: JSON, with the time as a number of seconds. */
export const toEventRecords = (
  records: StreamRecord[],
  arn: string,
): DynamoDBStreamEvent['Records'] => {
  const plain = records.map(({ dynamodb, ...record }) => ({
    ...record,
    eventSourceARN: arn,
    dynamodb: {
      ...dynamodb,
      ApproximateCreationDateTime: (dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
    },
  }));
  return JSON.parse(JSON.stringify(plain));
};
