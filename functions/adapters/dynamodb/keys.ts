import { monthOf } from '#shared/people/audit/audit-entry.ts';
import type { Block } from '#shared/places/place.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import { maskPhoneNumber } from '#shared/terms/phone-number.ts';
import type { Stored } from '../stored-entities.ts';

/** The table's own attributes, in addition to the entity's; infra/table.ts builds the table from these. */
export const tableAttributes = {
  partition: 'pk',
  sort: 'sk',
  /**
   * Seconds since 1970, only on incoming markers, replies, ended calls and tallies. Only cleans up: an embedded table
   * keeps such items (docs/facts.md#tools).
   */
  expires: 'expiresAt',
  /** 1 on an item that was due when it was written: only such an item wakes the stream's function. */
  dueNow: 'dueNow',
  /** Which try wrote the item, on an item that was put alone (writes.ts). */
  nonce: 'nonce',
} as const;

/** The sparse indexes: an item is in one only while it has both of its attributes. */
export const indexes = {
  /** Donors who may be asked, by group and queue, least recently asked first. */
  donors: { name: 'donors', partition: 'donorLine', sort: 'inLineSince' },
  /** Volunteers by zone. */
  roster: { name: 'roster', partition: 'rosterOf', sort: 'pk' },
  /** Due items by kind, earliest first. */
  due: { name: 'due', partition: 'dueKind', sort: 'dueOrder' },
} as const;

export type ItemKey = { pk: string; sk: string };

export const personPrefix = 'PERSON#';
/** The sort key of every person's item, also of one whose attributes are spoilt. */
export const personSort = 'PERSON';
export const personKey = (phone: string): ItemKey => ({
  pk: personPrefix + phone,
  sk: personSort,
});
/**
 * A request's alerts and timeline share its partition, and its own item sorts between them: one query reads alerts and
 * request, without the timeline, which decides nothing.
 */
export const requestPartition = (requestId: string): string => `REQUEST#${requestId}`;
export const requestSort = 'REQUEST';
export const requestKey = (id: string): ItemKey => ({
  pk: requestPartition(id),
  sk: requestSort,
});
export const alertPrefix = 'ALERT#';
export const alertKey = (requestId: string, id: string): ItemKey => ({
  pk: requestPartition(requestId),
  sk: alertPrefix + id,
});
export const codeKey = (code: string): ItemKey => ({ pk: `CODE#${code}`, sk: 'CODE' });
export const incomingKey = (id: string): ItemKey => ({ pk: `INCOMING#${id}`, sk: 'INCOMING' });
export const replyKey = (id: string): ItemKey => ({ pk: `INCOMING#${id}`, sk: 'REPLY' });
export const outboxKey = (id: string): ItemKey => ({ pk: `OUTBOX#${id}`, sk: 'OUTBOX' });
export const callKey = (id: string): ItemKey => ({ pk: `CALL#${id}`, sk: 'CALL' });
export const recordingKey = (id: string): ItemKey => ({ pk: `RECORDING#${id}`, sk: 'RECORDING' });
/** The entries of a month share a partition. */
export const auditPartition = (month: string): string => `AUDIT#${month}`;
export const auditKey = (id: string): ItemKey => ({
  pk: auditPartition(monthOf(id)),
  sk: `AUDIT#${id}`,
});
/** A camp and its seats share a partition. */
export const campPartition = (id: string): string => `CAMP#${id}`;
export const campKey = (id: string): ItemKey => ({ pk: campPartition(id), sk: 'CAMP' });
const seatPrefix = 'SEAT#';
export const seatKey = (campId: string, id: string): ItemKey => ({
  pk: campPartition(campId),
  sk: seatPrefix + id,
});
export const isSeatItem = ({ sk }: Record<string, unknown>): boolean =>
  typeof sk === 'string' && sk.startsWith(seatPrefix);
export const storyKey = (id: string): ItemKey => ({ pk: `STORY#${id}`, sk: 'STORY' });
export const photoKey = (id: string): ItemKey => ({ pk: `PHOTO#${id}`, sk: 'PHOTO' });
export const sweepKey: ItemKey = { pk: 'SWEEP', sk: 'SWEEP' };
/** `hour`: its first millisecond. */
export const counterKey = (what: string, hour: number): ItemKey => ({
  pk: `TALLY#${what}#${hour}`,
  sk: 'TALLY',
});
export const cellsKey = (group: BloodGroup, block: Block): ItemKey => ({
  pk: `CELLS#${group}#${block}`,
  sk: 'CELLS',
});

export const keyOf = (entity: Stored): ItemKey => {
  switch (entity.kind) {
    case 'person':
      return personKey(entity.phone);
    case 'request':
      return requestKey(entity.id);
    case 'alert':
      return alertKey(entity.requestId, entity.id);
    case 'timeline':
      return { pk: requestPartition(entity.requestId), sk: `TIMELINE#${entity.id}` };
    case 'outbox':
      return outboxKey(entity.id);
    case 'call':
      return callKey(entity.id);
    case 'recording':
      return recordingKey(entity.id);
    case 'incoming':
      return incomingKey(entity.id);
    case 'reply':
      return replyKey(entity.id);
    case 'code':
      return codeKey(entity.code);
    case 'audit':
      return auditKey(entity.id);
    case 'camp':
      return campKey(entity.id);
    case 'seat':
      return seatKey(entity.campId, entity.id);
    case 'story':
      return storyKey(entity.id);
    case 'photo':
      return photoKey(entity.id);
    case 'sweep':
      return sweepKey;
  }
};

/** Renders a key for logs and errors, with a person's number masked. */
export const renderKey = ({ pk, sk }: ItemKey): string =>
  pk.startsWith(personPrefix)
    ? personPrefix + maskPhoneNumber(pk.slice(personPrefix.length))
    : sk.includes('#')
      ? `${pk} ${sk}`
      : pk;

/** Milliseconds have at most 16 digits, so text order is time order. The id breaks ties and is parsed from the index. */
const timeDigits = 16;
export const renderDueOrder = (at: number, id: string): string =>
  `${String(at).padStart(timeDigits, '0')}#${id}`;
export const parseDueOrder = (order: string): { at: number; id: string } => ({
  at: Number(order.slice(0, timeDigits)),
  id: order.slice(timeDigits + 1),
});
/** Sorts after every entry due at `now` or before, and before every later one. */
export const dueOrderEnd = (now: number): string => renderDueOrder(now, '\u{10ffff}');
