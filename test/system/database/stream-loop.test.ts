import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import { isAlive } from '#infra/local/database/database-files.ts';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from '#infra/local/database/embedded-database.ts';
import type { StreamHandler } from '#infra/local/runtime/stream-delivery.ts';
import { type StreamLoop, startStreamLoop } from '#infra/local/runtime/stream-loop.ts';
import { createTable } from '#infra/table.ts';
import { anOutboxRow, aPerson } from '../../contract/samples.ts';

const until = { timeout: 10_000, interval: 10 };

describe.skipIf(!isDynoxideInstalled())('the stream loop', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hotline-stream-'));
  let database: EmbeddedDatabase;
  let store: ReturnType<typeof createDynamoDbStore>;
  let loop: StreamLoop | undefined;
  let seen: DynamoDBStreamEvent['Records'];

  beforeEach(async () => {
    database = await startEmbeddedDatabase(dir);
    const client = createDynamoDbClient(database.endpoint);
    await createTable(client, 'hotline');
    store = createDynamoDbStore(createDocumentClient(client), 'hotline');
    seen = [];
  });
  afterEach(async () => {
    await loop?.stop();
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const note: StreamHandler = async ({ Records }) => {
    seen.push(...Records);
    return undefined;
  };
  const start = async (handle = note) => {
    loop = await startStreamLoop({ endpoint: database.endpoint, table: 'hotline', handle });
  };
  const killDatabase = async () => {
    const pid = (): number => JSON.parse(readFileSync(join(dir, 'database.json'), 'utf8')).pid;
    await vi.waitFor(() => expect(isAlive(pid())).toBe(true), until);
    process.kill(pid(), 'SIGKILL');
  };
  const ids = () => seen.map(({ dynamodb }) => dynamodb?.Keys?.['pk']?.S);

  it('passes on what is written after its start, in Lambda’s form', async () => {
    await store.save([{ put: anOutboxRow('before') }]);
    await start();
    await store.save([{ put: anOutboxRow('m1', { to: aPerson(1).phone }) }]);
    await vi.waitFor(() => expect(seen).toHaveLength(1), until);
    expect(seen[0]).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      eventSourceARN: expect.stringContaining('table/hotline/stream/'),
      dynamodb: {
        Keys: { pk: { S: 'OUTBOX#m1' }, sk: { S: 'OUTBOX' } },
        NewImage: { kind: { S: 'outbox' }, version: { N: '1' }, keepsQuietHours: { BOOL: false } },
        SequenceNumber: expect.any(String),
        StreamViewType: 'NEW_IMAGE',
        ApproximateCreationDateTime: expect.any(Number),
      },
    });
  });

  it('passes on a thousand records once each, in order', async () => {
    await start();
    for (let n = 0; n < 10; n++)
      await store.save(
        Array.from({ length: 100 }, (_, i) => ({ put: anOutboxRow(`m${n * 100 + i}`) })),
      );
    await vi.waitFor(() => expect(seen.length).toBeGreaterThanOrEqual(1000), until);
    expect(ids()).toEqual(Array.from({ length: 1000 }, (_, n) => `OUTBOX#m${n}`));
  });

  it('survives restarts of the database and misses nothing', async () => {
    await start();
    await store.save([{ put: anOutboxRow('m1') }]);
    await vi.waitFor(() => expect(ids()).toEqual(['OUTBOX#m1']), until);
    for (const id of ['m2', 'm3', 'm4']) {
      await killDatabase();
      await store.save([{ put: anOutboxRow(id) }]);
    }
    await vi.waitFor(() => expect(new Set(ids()).size).toBe(4), until);
  });

  it('does not miss what is written when the database dies before the first record', async () => {
    await start();
    await killDatabase();
    await store.save([{ put: anOutboxRow('m1') }]);
    await vi.waitFor(() => expect(ids()).toEqual(['OUTBOX#m1']), until);
  });

  it('repeats a batch that its handler failed', async () => {
    let calls = 0;
    await start(async (event) => {
      calls += 1;
      if (calls === 1) throw new Error('not today');
      return note(event);
    });
    await store.save([{ put: anOutboxRow('m1') }]);
    await vi.waitFor(() => expect(ids()).toEqual(['OUTBOX#m1']), until);
  });
});
