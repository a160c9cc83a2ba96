import { setTimeout as wait } from 'node:timers/promises';
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  paginateScan,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { personSchema } from '#shared/donor/person.ts';
import { outboxRowSchema } from '#shared/messages/outbox.ts';
import { alertSchema } from '#shared/request/alert.ts';
import { requestSchema } from '#shared/request/request.ts';
import type { RequestFile, Store } from '../../ports/store.ts';
import {
  BrokenItem,
  codePointerSchema,
  incomingMarkerSchema,
  requestPartSchema,
} from '../stored.ts';
import { createDonorCells } from './donor-cells.ts';
import { dueFromItem, fromItem, type Item, renderDonorsIn } from './items.ts';
import {
  alertKey,
  codeKey,
  dueOrderEnd,
  type ItemKey,
  incomingKey,
  indexes,
  outboxKey,
  personKey,
  personPrefix,
  requestKey,
  requestPartition,
} from './keys.ts';
import { transact } from './writes.ts';

/** What one BatchGet takes (DynamoDB's limit). */
const batchKeys = 100;

/** The Store on a DynamoDB table made by infra/table.ts. Items that do not fit their schema throw BrokenItem. */
export const createDynamoDbStore = (client: DynamoDBDocumentClient, table: string): Store => {
  const TableName = table;
  const donorCells = createDonorCells(client, TableName);

  const read = async <T extends z.ZodType>(
    schema: T,
    Key: ItemKey,
  ): Promise<z.output<T> | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item === undefined ? undefined : fromItem(schema, Item);
  };

  const query = async (
    index: { name: string; partition: string },
    partition: string,
    { limit = Number.POSITIVE_INFINITY, ...more }: QueryMore = {},
  ): Promise<Item[]> => {
    const found: Item[] = [];
    if (limit < 1) return found;
    const input: QueryCommandInput = {
      TableName,
      IndexName: index.name,
      KeyConditionExpression: ['#in = :in', more.upTo?.text].filter(Boolean).join(' AND '),
      ExpressionAttributeNames: { '#in': index.partition },
      ExpressionAttributeValues: { ':in': partition, ...more.upTo?.values },
      ...(Number.isFinite(limit) && { Limit: limit }),
    };
    for await (const page of paginateQuery({ client }, input)) {
      found.push(...(page.Items ?? []));
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  };

  /** One batch; what the database put off (16 MB, throttling) is asked again after a growing wait. */
  const readBatch = async (Keys: ItemKey[], tries = 1): Promise<Item[]> => {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
    );
    const found = Responses?.[TableName] ?? [];
    const left = UnprocessedKeys?.[TableName]?.Keys ?? [];
    if (left.length === 0) return found;
    if (tries === 6) throw new Error(`The database put off ${left.length} reads ${tries} times`);
    await wait(25 * 2 ** tries);
    const keys = left.map(({ pk, sk }): ItemKey => ({ pk, sk }));
    return [...found, ...(await readBatch(keys, tries + 1))];
  };

  return {
    person: (phone) => read(personSchema, personKey(phone)),
    async persons(phones) {
      const keys = [...new Set(phones)].map(personKey);
      const batches = Array.from({ length: Math.ceil(keys.length / batchKeys) }, (_, i) =>
        readBatch(keys.slice(i * batchKeys, (i + 1) * batchKeys)),
      );
      return (await Promise.all(batches)).flat().map((item) => fromItem(personSchema, item));
    },
    request: (id) => read(requestSchema, requestKey(id)),
    async requestFile(id) {
      const input = {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': requestPartition(id) },
        ConsistentRead: true,
      };
      const items: Item[] = [];
      for await (const page of paginateQuery({ client }, input)) items.push(...(page.Items ?? []));
      return items.length === 0 ? undefined : toRequestFile(requestPartition(id), items);
    },
    alert: (requestId, alertId) => read(alertSchema, alertKey(requestId, alertId)),
    code: (code) => read(codePointerSchema, codeKey(code)),
    incoming: (id) => read(incomingMarkerSchema, incomingKey(id)),
    outboxRow: (id) => read(outboxRowSchema, outboxKey(id)),

    async donors({ eligibleBy, limit, ...where }) {
      const upTo = { text: `${indexes.donors.sort} <= :upTo`, values: { ':upTo': eligibleBy } };
      const items = await query(indexes.donors, renderDonorsIn(where), { upTo, limit });
      return items.map((item) => fromItem(personSchema, item));
    },
    donorCells: donorCells.read,
    async roster(zone) {
      const items = await query(indexes.roster, zone);
      return items.map((item) => fromItem(personSchema, item));
    },
    async due(kind, now, limit) {
      const upTo = { text: `${indexes.due.sort} < :upTo`, values: { ':upTo': dueOrderEnd(now) } };
      return (await query(indexes.due, kind, { upTo, limit })).map(dueFromItem);
    },
    async *everyone() {
      const input = {
        TableName,
        FilterExpression: 'begins_with(pk, :prefix)',
        ExpressionAttributeValues: { ':prefix': personPrefix },
      };
      for await (const page of paginateScan({ client }, input))
        for (const item of page.Items ?? []) yield fromItem(personSchema, item);
    },

    async save(writes) {
      if (writes.length === 0) return 'saved';
      await donorCells.addFrom(writes);
      return transact(client, TableName, writes);
    },
  };
};

type QueryMore = {
  upTo?: { text: string; values: Record<string, string | number> };
  limit?: number;
};

const toRequestFile = (key: string, items: Item[]): RequestFile => {
  const parts = items.map((item) => fromItem(requestPartSchema, item));
  const request = parts.find((part) => part.kind === 'request');
  if (request === undefined) throw new BrokenItem(key, 'the request itself, which is missing');
  return {
    request,
    alerts: parts.filter((part) => part.kind === 'alert'),
    timeline: parts.filter((part) => part.kind === 'timeline'),
  };
};
