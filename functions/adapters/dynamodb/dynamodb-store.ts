import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { callSchema } from '#shared/conversation/call/call.ts';
import { recordingSchema } from '#shared/conversation/call/recording.ts';
import { isDonor, personSchema } from '#shared/donor/person.ts';
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
import { dueFromItem, fromItem, type Item, renderLine } from './items.ts';
import {
  alertKey,
  callKey,
  codeKey,
  dueOrderEnd,
  incomingKey,
  indexes,
  outboxKey,
  personKey,
  personPrefix,
  recordingKey,
  requestKey,
  requestPartition,
} from './keys.ts';
import { createReads } from './reads.ts';
import { createTally } from './tally.ts';
import { transact } from './writes.ts';

/** The Store on a DynamoDB table made by infra/table.ts. Items that do not fit their schema throw BrokenItem. */
export const createDynamoDbStore = (client: DynamoDBDocumentClient, TableName: string): Store => {
  const donorCells = createDonorCells(client, TableName);

  const { get, getMany, queryPartition, queryIndex } = createReads(client, TableName);

  return {
    person: (phone) => get(personSchema, personKey(phone)),
    persons: (phones) => getMany(personSchema, [...new Set(phones)].map(personKey)),
    request: (id) => get(requestSchema, requestKey(id)),
    async requestFile(id) {
      const items = await queryPartition(requestPartition(id));
      return items.length === 0 ? undefined : toRequestFile(requestPartition(id), items);
    },
    alert: (requestId, alertId) => get(alertSchema, alertKey(requestId, alertId)),
    code: (code) => get(codePointerSchema, codeKey(code)),
    incoming: (id) => get(incomingMarkerSchema, incomingKey(id)),
    outboxRow: (id) => get(outboxRowSchema, outboxKey(id)),
    call: (id) => get(callSchema, callKey(id)),
    recording: (id) => get(recordingSchema, recordingKey(id)),

    async donors({ group, line, by, limit }) {
      const partition = renderLine(group, line);
      const upTo = { includes: true, sort: by };
      const items = await queryIndex({ index: indexes.donors, partition, upTo, limit });
      return items.map((item) => fromItem(personSchema, item)).filter(isDonor);
    },
    donorCells: donorCells.read,
    async roster(zone) {
      const items = await queryIndex({ index: indexes.roster, partition: zone });
      return items.map((item) => fromItem(personSchema, item));
    },
    async due(kind, now, limit) {
      const upTo = { includes: false, sort: dueOrderEnd(now) };
      const items = await queryIndex({ index: indexes.due, partition: kind, upTo, limit });
      return items.map(dueFromItem);
    },
    tally: createTally(client, TableName),
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
