import { createHash } from 'node:crypto';
import {
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { connectionTo } from '#functions/adapters/dynamodb/client.ts';
import { findStream, shardsOf, toEventRecords } from '#infra/local/runtime/table-stream.ts';
import type { Json } from '../infra/synthesized.ts';
import { type DeployedTemplate, functionIdOf, roleAllows } from './deployed-template.ts';
import type { LambdaService } from './lambda-service.ts';
import type { Metrics } from './metrics-and-alarms.ts';
import type { Queues } from './queues.ts';

/** A new table has four shards at least (docs/facts.md#aws); the embedded database has one. */
const shards = 4;
/** After a throttle Lambda asks again; its own pause is not documented. */
const againMs = 1000;

type StreamRecord = { record: Json; at: number };
type Lane = { records: StreamRecord[]; underWay: boolean; tries: number; waitsUntil: number };

/** A filter of an event source: objects are looked into, and a list holds what one value may be. */
const passes = (pattern: Json, value: Json): boolean =>
  Array.isArray(pattern)
    ? pattern.some((p) =>
        p?.exists === undefined ? p === value : p.exists === (value !== undefined),
      )
    : Object.entries(pattern).every(([name, part]) => passes(part, value?.[name]));

/** Lambda's event source on the table's stream: filter, batches, lanes, tries, the age of records and the failed queue. */
export const createTableSource = async (options: {
  template: DeployedTemplate;
  database: string;
  table: string;
  lambda: LambdaService;
  queues: Queues;
  metrics: Metrics;
  now: () => number;
}) => {
  const { template, lambda, queues, metrics, now } = options;
  const [source] = template
    .of('AWS::Lambda::EventSourceMapping')
    .filter(({ EventSourceArn }) => EventSourceArn.includes('/stream/'));
  if (!source) throw new Error('the stream has no event source');
  const patterns: Json[] = source.FilterCriteria.Filters.map(({ Pattern }: Json) =>
    JSON.parse(Pattern),
  );
  const role = template.named(source.FunctionName).Role;
  const mayRead = ['DescribeStream', 'GetRecords', 'GetShardIterator'].every((action) =>
    roleAllows(template, role, `dynamodb:${action}`, source.EventSourceArn),
  );
  const client = new DynamoDBStreamsClient(connectionTo(options.database));
  const stream = await findStream(client, options.table);
  const iterators = new Map<string, string | undefined>();
  const lanes: Lane[] = Array.from({ length: shards * source.ParallelizationFactor }, () => ({
    records: [],
    underWay: false,
    tries: 0,
    waitsUntil: 0,
  }));

  const take = (record: Json): void => {
    if (!patterns.some((pattern) => passes(pattern, record))) return;
    const key = createHash('sha1').update(JSON.stringify(record.dynamodb.Keys)).digest();
    lanes[(key[0] ?? 0) % lanes.length]?.records.push({ record, at: now() });
  };
  /** Reads what has been written; returns how many records there were. */
  const read = async (): Promise<number> => {
    if (iterators.size === 0)
      for (const { ShardId = '' } of await shardsOf(client, stream))
        iterators.set(
          ShardId,
          (
            await client.send(
              new GetShardIteratorCommand({
                StreamArn: stream,
                ShardId,
                ShardIteratorType: 'TRIM_HORIZON',
              }),
            )
          ).ShardIterator,
        );
    let found = 0;
    for (const [id, ShardIterator] of iterators) {
      if (ShardIterator === undefined) continue;
      const page = await client.send(new GetRecordsCommand({ ShardIterator, Limit: 1000 }));
      const records = toEventRecords(page.Records ?? [], stream);
      iterators.set(id, page.NextShardIterator);
      for (const record of records) take(record);
      found += records.length;
    }
    return found;
  };

  const keepFailed = (batch: StreamRecord[]): void => {
    const { Destination } = source.DestinationConfig.OnFailure;
    queues.named(Destination).send(`${batch.length} records`);
  };
  const deliver = async (lane: Lane): Promise<void> => {
    const oldest = now() - source.MaximumRecordAgeInSeconds * 1000;
    const old = lane.records.filter(({ at }) => at < oldest);
    if (old.length > 0) {
      lane.records = lane.records.filter(({ at }) => at >= oldest);
      lane.tries = 0;
      return keepFailed(old);
    }
    const batch = lane.records.slice(0, source.BatchSize);
    const age = Math.max(...batch.map(({ at }) => now() - at));
    metrics.add(
      'AWS/Lambda',
      'IteratorAge',
      { FunctionName: functionIdOf(source.FunctionName) },
      age,
      now(),
    );
    const { type } = await lambda.invoke(source.FunctionName, {
      Records: batch.map(({ record }) => record),
    });
    if (type === 'failed' || type === 'timed-out') lane.tries += 1;
    if (type === 'answered' || lane.tries > source.MaximumRetryAttempts) {
      if (type !== 'answered') keepFailed(batch);
      lane.records = lane.records.slice(batch.length);
      lane.tries = 0;
    } else lane.waitsUntil = now() + againMs;
  };

  return {
    read,
    /** Starts the next batch of each lane that has one. */
    poll(track: (work: Promise<void>) => void): void {
      for (const lane of lanes) {
        const waits = lane.records.length > 0 && lane.waitsUntil <= now();
        if (!mayRead || lane.underWay || !waits) continue;
        lane.underWay = true;
        track(
          deliver(lane).finally(() => {
            lane.underWay = false;
          }),
        );
      }
    },
    /** When a lane that failed goes on. */
    nextAt: (): number =>
      Math.min(...lanes.filter(({ records }) => records.length > 0).map((l) => l.waitsUntil)),
    close: (): void => client.destroy(),
  };
};
