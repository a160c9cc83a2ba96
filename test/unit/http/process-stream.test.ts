import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { outboxKey, renderDueOrder, requestKey } from '#functions/adapters/dynamodb/keys.ts';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { processStream } from '#functions/http/process-stream.ts';
import type { Store } from '#functions/ports/store.ts';
import { createWorld } from '../../world/world.ts';

const record = (kind: 'outbox' | 'request', id: string): DynamoDBRecord => {
  const key = kind === 'outbox' ? outboxKey(id) : requestKey(id);
  const image = { ...key, dueKind: kind, dueOrder: renderDueOrder(1, id) };
  const NewImage = Object.fromEntries(Object.entries(image).map(([k, S]) => [k, { S }]));
  return { dynamodb: { NewImage } };
};

test('handles decisions before messages that wait for a carrier', async () => {
  const looked: string[] = [];
  const clean = createMemoryStore();
  const store: Store = {
    ...clean,
    outboxRow: (id, freshness) => {
      if (freshness === 'may-lag') looked.push('outbox');
      return clean.outboxRow(id);
    },
    alertedRequest: (id) => {
      looked.push('request');
      return clean.alertedRequest(id);
    },
  };
  const { services } = await createWorld({ on: store });
  const rows = Array.from({ length: 30 }, (_, i) => record('outbox', `m${i}`));
  await processStream(services, { Records: [...rows, record('request', 'r1')] });
  expect(looked).toHaveLength(31);
  expect(looked[0]).toBe('request');
});
