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
  /** Settles when the batches under way are done. */
  stop(): Promise<void>;
};

type StreamLoopOptions = {
  endpoint: string;
  table: string;
  handle: StreamHandler;
  notice?: (what: string) => void;
};

/** Real milliseconds between two reads of a stream that had no records. */
const idleMs = 100;
/** Lambda's default. */
const batchSize = 100;
/** As many as the shards of a new table on AWS: a batch that waits for a slow carrier does not delay the next. */
const batchesAtOnce = 4;
const betweenDescriptionsMs = 10_000;

/** The position in one shard. `after` is the last record read; a missing iterator is requested again. */
type Position = {
  iterator: string | undefined;
  after: string | undefined;
  from: 'LATEST' | 'TRIM_HORIZON';
  ended: boolean;
};

/**
 * Reads the table's stream as a Lambda event source does and passes each batch to `handle`, a few at once. It covers
 * what is written after this settles, in order within a shard, at least once. A batch that keeps failing is reported
 * to `notice` and skipped; the sweep of the next minute does its work. Survives restarts of the database.
 */
export const startStreamLoop = async (options: StreamLoopOptions): Promise<StreamLoop> => {
  const client = new DynamoDBStreamsClient({ ...connectionTo(options.endpoint), maxAttempts: 6 });
  const reader = new StreamReader(client, await findStream(client, options.table), options);
  await reader.seekEnd();
  const running = reader.run();
  return {
    async stop() {
      reader.stop();
      await running;
      await reader.idle();
      client.destroy();
    },
  };
};

class StreamReader {
  readonly #client: DynamoDBStreamsClient;
  readonly #arn: string;
  readonly #handle: StreamHandler;
  readonly #notice: (what: string) => void;
  readonly #stopping = new AbortController();
  readonly #positions = new Map<string, Position>();
  readonly #underWay = new Set<Promise<void>>();
  #describedAt = 0;

  constructor(
    client: DynamoDBStreamsClient,
    arn: string,
    { handle, notice = () => {} }: StreamLoopOptions,
  ) {
    this.#client = client;
    this.#arn = arn;
    this.#handle = handle;
    this.#notice = notice;
  }

  /** Starts behind the records that exist now. */
  async seekEnd(): Promise<void> {
    await this.#describe('LATEST');
    for (const [id, position] of this.#positions)
      if (!position.ended) position.iterator = await this.#requestIterator(id, position);
  }

  async run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const read = await this.#readShards().catch((error: unknown) => {
        this.#notice(`The stream could not be read: ${String(error)}`);
        return 0;
      });
      if (read === 0) await wait(idleMs, undefined, { signal }).catch(() => {});
    }
  }

  stop(): void {
    this.#stopping.abort();
  }

  async idle(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  /** Finds new shards. */
  async #describe(from: Position['from']): Promise<void> {
    this.#describedAt = Date.now();
    // Dynoxide gives its open shard an ending number, so only a missing next iterator says that a shard is over.
    for (const { ShardId = '' } of await shardsOf(this.#client, this.#arn))
      if (!this.#positions.has(ShardId))
        this.#positions.set(ShardId, { iterator: undefined, after: undefined, from, ended: false });
  }

  /** Reads each shard once; returns the number of records. */
  async #readShards(): Promise<number> {
    let read = 0;
    for (const [id, position] of this.#positions) {
      if (position.ended || this.#stopping.signal.aborted) continue;
      read += await this.#readBatch(id, position).catch((error: unknown) => {
        // Any other error, a restart of the database included, leaves the iterator valid.
        const isTrimmed = error instanceof TrimmedDataAccessException;
        if (!isTrimmed && !(error instanceof ExpiredIteratorException)) throw error;
        position.iterator = undefined;
        if (isTrimmed) Object.assign(position, { after: undefined, from: 'TRIM_HORIZON' });
        return 0;
      });
    }
    const isStale = Date.now() - this.#describedAt > betweenDescriptionsMs;
    if (isStale || [...this.#positions.values()].every(({ ended }) => ended))
      await this.#describe('TRIM_HORIZON');
    return read;
  }

  /** Reads the next batch of a shard; returns the number of its records. */
  async #readBatch(id: string, position: Position): Promise<number> {
    position.iterator ??= await this.#requestIterator(id, position);
    if (position.iterator === undefined) return 0;
    const { Records = [], NextShardIterator } = await this.#client.send(
      new GetRecordsCommand({ ShardIterator: position.iterator, Limit: batchSize }),
    );
    if (Records.length > 0) await this.#start(toEventRecords(Records, this.#arn));
    const last = Records.at(-1)?.dynamodb?.SequenceNumber;
    if (last) position.after = last;
    if (NextShardIterator) position.iterator = NextShardIterator;
    else position.ended = true;
    return Records.length;
  }

  async #requestIterator(id: string, position: Position): Promise<string | undefined> {
    const start = position.after
      ? ({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position.after } as const)
      : { ShardIteratorType: position.from };
    const command = new GetShardIteratorCommand({ StreamArn: this.#arn, ShardId: id, ...start });
    return (await this.#client.send(command)).ShardIterator;
  }

  /** Starts a batch; settles when another one may be read. */
  async #start(records: ReturnType<typeof toEventRecords>): Promise<void> {
    const { signal } = this.#stopping;
    const batch = deliver(records, this.#handle, { notice: this.#notice, signal });
    this.#underWay.add(batch);
    void batch.finally(() => this.#underWay.delete(batch));
    if (this.#underWay.size >= batchesAtOnce) await Promise.race(this.#underWay);
  }
}
