import {
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { connectionTo } from '#functions/adapters/dynamodb/client.ts';
import { parseDueRecord } from '#functions/adapters/dynamodb/due-in-record.ts';
import { indexes, sweepKey } from '#functions/adapters/dynamodb/keys.ts';
import { createMetricLines } from '#functions/adapters/metrics/metric-lines.ts';
import { withStoreMetrics } from '#functions/adapters/metrics/store-metrics.ts';
import { dueOf, entityOf } from '#functions/adapters/stored-entities.ts';
import { createJsonLog } from '#functions/adapters/system/json-log.ts';
import { createTwilioCarrier } from '#functions/carriers/twilio/twilio-carrier.ts';
import { createHotline } from '#functions/hotline.ts';
import type { HotlineConfig } from '#functions/hotline-config.ts';
import type { Services } from '#functions/ports/services.ts';
import type { Store, Write } from '#functions/ports/store.ts';
import { startEmbeddedDatabase } from '#infra/local/database/embedded-database.ts';
import { findStream, shardsOf, toEventRecords } from '#infra/local/runtime/table-stream.ts';
import { createSimulatedCarrier } from '#infra/local/simulator/simulated-carrier.ts';
import { createTable } from '#infra/table.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { type EpochMs, minutes } from '#shared/terms/time.ts';
import { seededIds } from '#test/world/seeded-ids.ts';
import { twilioSettings } from '#test/world/twilio-settings.ts';
import { virtualTime } from '#test/world/virtual-time.ts';
import { type DatabaseCall, openMeteredTable } from '../metered-table.ts';
import { createUnitCounter } from './database-lines.ts';
import { createInvocations, functionOf } from './invocations.ts';

const tableName = 'hotline';
const publicUrl = 'https://hotline.test';
/** As many records as Lambda hands over at once (infra/aws/constructs/stream-source.ts). */
const streamBatch = 100;
const account = { accountSid: 'ACcost', authToken: 'cost-token' };

type Given = {
  /** An empty folder for the database. */
  dir: string;
  config: HotlineConfig;
  gazetteer: Gazetteer;
  start: EpochMs;
  seed: number;
  /** Called for every database call of a function. */
  onCall?: (call: DatabaseCall) => void;
};

/** A message that reached a phone, as its key and code. */
export type Arrived = { to: string; key: Message['key']; code?: string | undefined };

/**
 * The hotline's functions on a metered table in virtual time, invoked as on AWS: webhooks by the carrier, `send-outbox`
 * by the stream records that pass the source's filter, `run-due-steps` every minute. All events are sequential, so
 * that the same seed gives the same counts.
 */
export const openMeasuredHotline = async ({
  dir,
  config,
  gazetteer,
  start,
  seed,
  onCall = () => {},
}: Given) => {
  const time = virtualTime(start);
  const invocations = createInvocations(time.clock.now);
  const book = createUnitCounter();
  /** A sweep of a minute in which nothing is due runs. */
  let isIdle = false;
  const database = await startEmbeddedDatabase(dir);
  const { store, documents, client } = openMeteredTable(database.endpoint, tableName, {
    inOrder: true,
    onCall: (call) => {
      if (!invocations.isRunning()) return;
      if (isIdle && isOfTheClock(call)) return;
      invocations.database(call);
      book.add(call);
      onCall(call);
    },
  });
  await createTable(client, tableName);

  const record = createItemRecord();
  const meanings = new Map<string, Arrived>();
  const watched: Store = {
    ...store,
    async save(writes) {
      const result = await store.save(writes);
      record.saved(writes, result);
      for (const write of writes)
        if ('put' in write && write.put.kind === 'outbox') remember(meanings, write.put);
      return result;
    },
  };

  const counting = withStoreMetrics(watched, {
    writeMetric: createMetricLines('cost', invocations.log, time.clock.now),
    clock: time.clock,
  });

  let last: Promise<unknown> = Promise.resolve();
  let underWay = 0;
  const tracked = async <T>(work: Promise<T>): Promise<T> => {
    underWay += 1;
    try {
      return await work;
    } finally {
      underWay -= 1;
    }
  };
  /** Webhooks run one after the other. */
  const webhook = (request: Request): Promise<Response> => {
    const serve = () =>
      invocations.run(functionOf(new URL(request.url).pathname), async () => {
        const response = await hotline.app.fetch(request);
        invocations.reply((await response.clone().arrayBuffer()).byteLength);
        return response;
      });
    const served = last.then(serve, serve);
    last = served.catch(() => {});
    return tracked(served);
  };

  const hotlineNumber = phoneNumberSchema.parse('+915320000000');
  const carrier = createSimulatedCarrier({
    ...account,
    publicUrl,
    hotlineNumber,
    now: time.clock.now,
    later: time.later,
    webhook,
    seed,
    // The simulated answer never hangs, and this machine may be slow.
    webhookTimeoutMs: minutes(1),
  });
  const services: Services = {
    store: counting,
    carrier: createTwilioCarrier({
      ...account,
      from: hotlineNumber,
      publicUrl,
      apiUrl: 'https://carrier.test',
      fetch: (url, init) => {
        invocations.carrier(Buffer.byteLength(String(init?.body ?? '')));
        return tracked(Promise.resolve(carrier.app.fetch(new Request(url, init))));
      },
    }),
    clock: time.clock,
    ids: seededIds(seed),
    log: createJsonLog(invocations.log, time.clock.now),
    config,
    gazetteer,
    hotlineNumber,
    publicUrl,
  };
  const hotline = createHotline({ services, ...twilioSettings(account.authToken) });

  const stream = await openStream(database.endpoint);
  const quiet = async (): Promise<void> => {
    for (let calm = 0; calm < 5; calm = underWay > 0 ? 0 : calm + 1)
      await new Promise((resolve) => setImmediate(resolve));
  };
  let lastSweep = start - (start % minutes(1));
  const nextSweep = (): number =>
    Math.max(Math.ceil(record.nextDue() / minutes(1)) * minutes(1), lastSweep + minutes(1));
  const sweep = (): Promise<number> => invocations.run('RunDueSteps', () => hotline.runDueSteps());

  /**
   * The sweep of a minute in which nothing is due, as on AWS. It is one of the month's idle ones; only what it does for a
   * request is counted: it looks for its texts in the carrier's list.
   */
  const sweepIdly = async (): Promise<void> => {
    const { all } = invocations;
    isIdle = true;
    await sweep();
    isIdle = false;
    const run = all.at(-1);
    if (run?.databaseCalls === 0) all.pop();
    else if (run) run.isIdle = true;
  };

  /** Runs until no more events follow. */
  const settle = async (): Promise<void> => {
    for (;;) {
      await quiet();
      // As the source's filter: only what was due when it was written.
      const records = (await stream.read()).filter((record) => {
        const due = parseDueRecord(record);
        return due !== undefined && due.at <= time.clock.now();
      });
      for (let i = 0; i < records.length; i += streamBatch) {
        const Records = records.slice(i, i + streamBatch);
        await invocations.run('SendOutbox', () => hotline.processStream({ Records }));
      }
      if (records.length > 0) continue;
      if (nextSweep() > time.clock.now()) return;
      lastSweep = time.clock.now();
      await sweep();
    }
  };

  return {
    services,
    carrier,
    clock: time.clock,
    later: time.later,
    lines: book.lines,
    invocations: invocations.all,
    record,
    /** The key of a shown message; undefined for the reply to a text. */
    meaningOf: (phone: string, text: string): Arrived | undefined =>
      meanings.get(`${phone} ${text}`),
    settle,
    /** Advances the time to that moment, or until the condition is true. */
    async until(end: number, isEnough: () => boolean = () => false): Promise<void> {
      await settle();
      while (time.clock.now() < end && !isEnough()) {
        const next = Math.min(time.nextTimer() ?? Number.POSITIVE_INFINITY, nextSweep(), end);
        // Of the idle sweeps since the last event the last one is enough.
        const minute = Math.ceil(next / minutes(1) - 1) * minutes(1);
        if (minute > Math.max(lastSweep, time.clock.now())) {
          time.goTo(minute);
          lastSweep = minute;
          await sweepIdly();
        }
        time.goTo(next);
        await settle();
      }
    },
    /** Stores items before the counting begins. */
    async fill(items: object[]): Promise<void> {
      for (let i = 0; i < items.length; i += 25) {
        const puts = items.slice(i, i + 25).map((Item) => ({ PutRequest: { Item } }));
        await documents.send(new BatchWriteCommand({ RequestItems: { [tableName]: puts } }));
      }
      while ((await stream.read()).length > 0);
    },
    /** One scheduled run without due items. The counting begins after it. */
    async idleSweep(): Promise<void> {
      await sweep();
      book.clear();
    },
    async close(): Promise<void> {
      carrier.stop();
      stream.close();
      client.destroy();
      await database.stop();
    },
  };
};
export type MeasuredHotline = Awaited<ReturnType<typeof openMeasuredHotline>>;

/** What every sweep reads and writes, whatever there is to do. */
const isOfTheClock = ({ input }: DatabaseCall): boolean => {
  const { IndexName, Key, Item } = sweepCallSchema.parse(input);
  return IndexName === indexes.due.name || (Key ?? Item)?.pk === sweepKey.pk;
};
const pkSchema = z.object({ pk: z.string() });
const sweepCallSchema = z.object({
  IndexName: z.string().optional(),
  Key: pkSchema.optional(),
  Item: pkSchema.optional(),
});

const remember = (meanings: Map<string, Arrived>, row: OutboxRow): void => {
  const { to, text, message } = row;
  if (to === undefined || text === undefined || !message) return;
  const code = 'code' in message.params ? message.params.code : undefined;
  meanings.set(`${to} ${text}`, { to, key: message.key, code });
};

/** Records the due times, the stored items and the number of conflicts. */
const createItemRecord = () => {
  const due = new Map<string, number>();
  const stored = new Map<string, Write>();
  let conflicts = 0;
  return {
    saved(writes: Write[], result: 'saved' | 'conflict'): void {
      if (result === 'conflict') {
        conflicts += 1;
        return;
      }
      for (const write of writes) {
        const entity = entityOf(write);
        const name = `${entity.kind} ${nameOf(entity)}`;
        stored.set(name, write);
        const waits = 'remove' in write ? undefined : dueOf(entity);
        if (waits) due.set(name, waits.at);
        else due.delete(name);
      }
    },
    nextDue: (): number => Math.min(Number.POSITIVE_INFINITY, ...due.values()),
    conflicts: (): number => conflicts,
    /** All items as they are stored now. */
    stored: () =>
      [...stored.values()].filter((write) => !('remove' in write)).map((write) => entityOf(write)),
  };
};

const nameOf = (entity: ReturnType<typeof entityOf>): string => {
  switch (entity.kind) {
    case 'person':
      return entity.phone;
    case 'code':
      return entity.code;
    case 'sweep':
      return entity.kind;
    case 'alert':
    case 'timeline':
      return `${entity.requestId} ${entity.id}`;
    default:
      return entity.id;
  }
};

/** Reads the table's stream from its end, as Lambda does. */
const openStream = async (endpoint: string) => {
  const client = new DynamoDBStreamsClient(connectionTo(endpoint));
  const arn = await findStream(client, tableName);
  const iterators = new Map<string, string | undefined>();
  const describe = async (from: 'LATEST' | 'TRIM_HORIZON'): Promise<void> => {
    for (const { ShardId = '' } of await shardsOf(client, arn)) {
      if (iterators.has(ShardId)) continue;
      const where = { StreamArn: arn, ShardId, ShardIteratorType: from };
      const { ShardIterator } = await client.send(new GetShardIteratorCommand(where));
      iterators.set(ShardId, ShardIterator);
    }
  };
  await describe('LATEST');
  return {
    async read() {
      const found = [];
      for (const [shard, ShardIterator] of iterators) {
        if (ShardIterator === undefined) continue;
        const answer = await client.send(new GetRecordsCommand({ ShardIterator, Limit: 1000 }));
        iterators.set(shard, answer.NextShardIterator);
        found.push(...toEventRecords(answer.Records ?? [], arn));
        if (answer.NextShardIterator === undefined) await describe('TRIM_HORIZON');
      }
      return found;
    },
    close: () => client.destroy(),
  };
};
