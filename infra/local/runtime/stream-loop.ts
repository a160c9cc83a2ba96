import { setTimeout as wait } from 'node:timers/promises';
import {
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { connectionTo } from '#functions/adapters/dynamodb/client.ts';
import { deliver, type StreamHandler } from './stream-delivery.ts';
import { findStream, shardsOf, toEventRecords } from './table-stream.ts';

export type StreamLoop = {
  /** Ends after the batches in hand. */
  stop(): Promise<void>;
};

/** Real milliseconds between two looks at a stream that had nothing. */
const idleMs = 100;
/** As Lambda's default. */
const batchSize = 100;
/** As many as infra/aws gives each shard: a batch that waits for a slow carrier does not hold up the next. */
const batchesAtOnce = 4;
const betweenDescriptionsMs = 10_000;

/** Where we are in one shard. `after` is the last record read; without an iterator one is asked for anew. */
type Place = {
  iterator: string | undefined;
  after: string | undefined;
  from: 'LATEST' | 'TRIM_HORIZON';
  ended: boolean;
};

/**
 * Reads the table's stream as a Lambda event source does and hands each batch to `handle`, a few at once: what is
 * written from the moment this resolves, read in order within a shard, at least once. A batch that keeps failing is told to `notice` and
 * left behind; the sweep of the next minute does its work. Lives through the database's restarts.
 */
export const startStreamLoop = async (options: {
  endpoint: string;
  table: string;
  handle: StreamHandler;
  notice?: (what: string) => void;
}): Promise<StreamLoop> => {
  const { handle, notice = () => {} } = options;
  const client = new DynamoDBStreamsClient({ ...connectionTo(options.endpoint), maxAttempts: 6 });
  const stopping = new AbortController();
  const arn = await findStream(client, options.table);
  const places = new Map<string, Place>();
  const inHand = new Set<Promise<void>>();
  let describedAt = Date.now();

  const describe = async (from: Place['from']): Promise<void> => {
    describedAt = Date.now();
    // Dynoxide gives its open shard an ending number, so only a missing next iterator says that a shard is over.
    for (const { ShardId = '' } of await shardsOf(client, arn))
      if (!places.has(ShardId))
        places.set(ShardId, { iterator: undefined, after: undefined, from, ended: false });
  };

  const iteratorOf = async (id: string, place: Place): Promise<string | undefined> => {
    const start = place.after
      ? ({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: place.after } as const)
      : { ShardIteratorType: place.from };
    const command = new GetShardIteratorCommand({ StreamArn: arn, ShardId: id, ...start });
    return (await client.send(command)).ShardIterator;
  };

  /** Comes back when another batch may be read. */
  const take = async (records: ReturnType<typeof toEventRecords>): Promise<void> => {
    const batch = deliver(records, handle, { notice, signal: stopping.signal });
    inHand.add(batch);
    void batch.finally(() => inHand.delete(batch));
    if (inHand.size >= batchesAtOnce) await Promise.race(inHand);
  };

  /** Reads the next batch of a shard; how many records it had. */
  const advance = async (id: string, place: Place): Promise<number> => {
    place.iterator ??= await iteratorOf(id, place);
    if (place.iterator === undefined) return 0;
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator: place.iterator, Limit: batchSize }),
    );
    if (Records.length > 0) await take(toEventRecords(Records, arn));
    const last = Records.at(-1)?.dynamodb?.SequenceNumber;
    if (last) place.after = last;
    if (NextShardIterator) place.iterator = NextShardIterator;
    else place.ended = true;
    return Records.length;
  };

  const round = async (): Promise<number> => {
    let handled = 0;
    for (const [id, place] of places) {
      if (place.ended || stopping.signal.aborted) continue;
      handled += await advance(id, place).catch((error: unknown) => {
        // Any other fault, a restart of the database included, leaves the iterator good.
        const isTrimmed = error instanceof TrimmedDataAccessException;
        if (!isTrimmed && !(error instanceof ExpiredIteratorException)) throw error;
        place.iterator = undefined;
        if (isTrimmed) Object.assign(place, { after: undefined, from: 'TRIM_HORIZON' });
        return 0;
      });
    }
    const isStale = Date.now() - describedAt > betweenDescriptionsMs;
    if (isStale || [...places.values()].every(({ ended }) => ended)) await describe('TRIM_HORIZON');
    return handled;
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const handled = await round().catch((error: unknown) => {
        notice(`The stream could not be read: ${String(error)}`);
        return 0;
      });
      if (handled === 0) await wait(idleMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };

  await describe('LATEST');
  for (const [id, place] of places) if (!place.ended) place.iterator = await iteratorOf(id, place);
  const running = run();

  return {
    async stop() {
      stopping.abort();
      await running;
      await Promise.all(inHand);
      client.destroy();
    },
  };
};
