import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { campSchema } from '#shared/camp/camp.ts';
import { seatSchema } from '#shared/camp/seat.ts';
import { callSchema } from '#shared/conversation/call-menu/call.ts';
import { recordingSchema } from '#shared/conversation/call-menu/recording.ts';
import { outboxRowSchema } from '#shared/outbox/outbox-row.ts';
import { auditEntrySchema } from '#shared/people/audit/audit-entry.ts';
import { donorPersonSchema, personSchema } from '#shared/people/person.ts';
import { photoSchema } from '#shared/people/stories/photo.ts';
import { storySchema } from '#shared/people/stories/story.ts';
import { alertSchema } from '#shared/request/alert.ts';
import { requestSchema } from '#shared/request/request.ts';
import { InvalidItem } from '../../ports/invalid-item.ts';
import type { RequestFile, Store } from '../../ports/store.ts';
import {
  codePointerSchema,
  failOnInvalid,
  incomingMarkerSchema,
  requestPartSchema,
  skipInvalid,
  storedReplySchema,
  sweepSchema,
} from '../stored-entities.ts';
import { createCounter } from './counter.ts';
import { createDonorCells } from './donor-cells.ts';
import { dueFromItem, fromItem, type Item, renderQueue } from './items.ts';
import { createKeyReads } from './key-reads.ts';
import {
  alertKey,
  auditKey,
  auditPartition,
  callKey,
  campKey,
  campPartition,
  codeKey,
  dueOrderEnd,
  incomingKey,
  indexes,
  isSeatItem,
  outboxKey,
  personKey,
  personPrefix,
  photoKey,
  recordingKey,
  renderDueOrder,
  replyKey,
  requestKey,
  requestPartition,
  requestSort,
  seatKey,
  storyKey,
  sweepKey,
} from './keys.ts';
import { createQueries } from './queries.ts';
import { saveAll } from './writes.ts';

/**
 * The Store on a DynamoDB table made by infra/table.ts. `onInvalid` is called for each item that a list leaves out
 * because it does not fit its schema; without it a list throws InvalidItem, as every read by key does.
 */
export const createDynamoDbStore = (
  client: DynamoDBDocumentClient,
  TableName: string,
  onInvalid = failOnInvalid,
): Store => {
  const donorCells = createDonorCells(client, TableName);

  const { get, getMany } = createKeyReads(client, TableName, onInvalid);
  const { queryPartition, queryIndex } = createQueries(client, TableName, onInvalid);
  const readPerson = (item: Item) => fromItem(personSchema, item);

  return {
    person: (phone, freshness) => get(personSchema, personKey(phone), freshness),
    persons: (phones) => getMany(personSchema, [...new Set(phones)].map(personKey)),
    request: (id, freshness) => get(requestSchema, requestKey(id), freshness),
    async alertedRequest(id, freshness) {
      const items = await queryPartition(requestPartition(id), { last: requestSort, freshness });
      if (items.length === 0) return undefined;
      const { request, alerts } = toRequestFile(requestPartition(id), items);
      return { request, alerts };
    },
    async requestFile(id) {
      const items = await queryPartition(requestPartition(id));
      return items.length === 0 ? undefined : toRequestFile(requestPartition(id), items);
    },
    alert: (requestId, alertId, freshness) =>
      get(alertSchema, alertKey(requestId, alertId), freshness),
    code: (code, freshness) => get(codePointerSchema, codeKey(code), freshness),
    incoming: (id, freshness) => get(incomingMarkerSchema, incomingKey(id), freshness),
    reply: (id) => get(storedReplySchema, replyKey(id)),
    outboxRow: (id, freshness) => get(outboxRowSchema, outboxKey(id), freshness),
    call: (id) => get(callSchema, callKey(id)),
    recording: (id) => get(recordingSchema, recordingKey(id)),
    camp: (id) => get(campSchema, campKey(id)),
    seat: (campId, id) => get(seatSchema, seatKey(campId, id)),
    async seats(campId) {
      const items = await queryPartition(campPartition(campId));
      return items
        .filter(isSeatItem)
        .flatMap((item) => skipInvalid(() => fromItem(seatSchema, item), onInvalid));
    },
    story: (id) => get(storySchema, storyKey(id)),
    photo: (id) => get(photoSchema, photoKey(id)),
    auditEntry: (id) => get(auditEntrySchema, auditKey(id)),
    async auditMonth(month) {
      const items = await queryPartition(auditPartition(month));
      return items.flatMap((item) =>
        skipInvalid(() => fromItem(auditEntrySchema, item), onInvalid),
      );
    },
    sweep: (freshness) => get(sweepSchema, sweepKey, freshness),

    donors({ group, line, by, limit }) {
      const partition = renderQueue(group, line);
      const upTo = { includes: true, sort: by };
      const read = (item: Item) => fromItem(donorPersonSchema, item);
      return queryIndex({ index: indexes.donors, partition, upTo, limit, read });
    },
    donorCells: donorCells.read,
    roster: (zone) => queryIndex({ index: indexes.roster, partition: zone, read: readPerson }),
    due(kind, now, limit, since) {
      const from = since === undefined ? undefined : renderDueOrder(since, '');
      const upTo = { includes: false, from, sort: dueOrderEnd(now) };
      return queryIndex({ index: indexes.due, partition: kind, upTo, limit, read: dueFromItem });
    },
    tally: createCounter(client, TableName),
    async *everyone() {
      const input = {
        TableName,
        FilterExpression: 'begins_with(pk, :prefix)',
        ExpressionAttributeValues: { ':prefix': personPrefix },
      };
      for await (const page of paginateScan({ client }, input))
        yield* (page.Items ?? []).flatMap((item) => skipInvalid(() => readPerson(item), onInvalid));
    },

    async save(writes) {
      if (writes.length === 0) return 'saved';
      await donorCells.addFrom(writes);
      return saveAll(client, TableName, writes);
    },
  };
};

const toRequestFile = (key: string, items: Item[]): RequestFile => {
  const parts = items.map((item) => fromItem(requestPartSchema, item));
  const request = parts.find((part) => part.kind === 'request');
  if (request === undefined) throw new InvalidItem(key, 'the request itself, which is missing');
  return {
    request,
    alerts: parts.filter((part) => part.kind === 'alert'),
    timeline: parts.filter((part) => part.kind === 'timeline'),
  };
};
