import * as z from 'zod';
import { type DonorQueue, queuedSince, queueOf } from '#shared/matching/donor-queue.ts';
import { cellSchema } from '#shared/places/place.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import type { Due } from '../../ports/store.ts';
import { parseStored } from '../parse-stored.ts';
import { dueOf, dueSchema, isCandidate, type Stored, toStored, wakes } from '../stored-entities.ts';
import {
  alertPrefix,
  type ItemKey,
  indexes,
  keyOf,
  parseDueOrder,
  personSort,
  renderDueOrder,
  renderKey,
  requestSort,
  tableAttributes,
} from './keys.ts';
import { packPerson, unpackPerson } from './packed-person.ts';
import { packAlert, packRequest, unpackAlert, unpackRequest } from './packed-request.ts';

export type Item = Record<string, unknown>;

/**
 * Markers outlive the token that may have signed the message (docs/operate.md: changed once a year). After that no
 * signature on it is valid, so an old message is never taken for a new one (docs/adr/0016).
 */
const markerDays = 730;

/**
 * The entity with its key and index attributes; what is due at `now`, in real time, wakes the stream's function. Throws
 * InvalidItem when it could not be read back.
 */
export const toItem = (entity: Stored, now = Number.NEGATIVE_INFINITY): Item => {
  const key = keyOf(entity);
  const stored = toStored(entity, renderKey(key));
  return { ...pack(stored), ...key, ...indexAttributes(stored, now) };
};

const pack = (stored: Stored): Item => {
  if (stored.kind === 'person') return packPerson(stored);
  if (stored.kind === 'request') return packRequest(stored);
  return stored.kind === 'alert' ? packAlert(stored) : stored;
};

const unpack = (item: Item): Item => {
  const { sk } = item;
  if (sk === personSort) return unpackPerson(item);
  if (sk === requestSort) return unpackRequest(item);
  return typeof sk === 'string' && sk.startsWith(alertPrefix) ? unpackAlert(item) : item;
};

const indexAttributes = (entity: Stored, now: number): Item => {
  const due = dueOf(entity);
  return {
    ...(entity.kind === 'person' &&
      isCandidate(entity) && {
        [indexes.donors.partition]: renderQueue(entity.donor.group, queueOf(entity.donor)),
        [indexes.donors.sort]: queuedSince(entity),
      }),
    ...(entity.kind === 'person' &&
      entity.volunteer && { [indexes.roster.partition]: entity.volunteer.zone }),
    ...(due && {
      [indexes.due.partition]: due.kind,
      [indexes.due.sort]: renderDueOrder(due.at, due.id),
      ...(wakes(entity, now) && { [tableAttributes.dueNow]: 1 }),
    }),
    ...expiryOf(entity),
  };
};

/** A repeated message gets its reply for a day (functions/use-cases/webhook-replay.ts); the text stays one day more. */
const replyDays = 2;

/** Markers, their replies, and calls that are over. Only cleans up: no decision depends on it. */
const expiryOf = (entity: Stored): Item => {
  if (entity.kind === 'reply') return expires(entity.at, replyDays);
  const at = entity.kind === 'incoming' ? entity.at : entity.kind === 'call' && entity.endedAt;
  return at ? expires(at, markerDays) : {};
};

const expires = (at: number, days: number): Item => ({
  [tableAttributes.expires]: Math.ceil(at / 1000) + days * 86_400,
});

/** The donor index's partition: one blood group in one queue. */
export const renderQueue = (group: BloodGroup, queue: DonorQueue): string =>
  'keenIn' in queue ? `${group}#KEEN#${queue.keenIn}` : `${group}#${queue.othersIn}`;

/** The entity in an item, without our own attributes. Throws InvalidItem. */
export const fromItem = <T extends z.ZodType>(schema: T, item: Item): z.output<T> =>
  parseStored(schema, unpack(item), renderItemKey(item));

const dueItemSchema = z.object({
  [indexes.due.partition]: z.string(),
  [indexes.due.sort]: z.string(),
});

/** An entry of the due index, which holds keys only. */
export const dueFromItem = (item: Item): Due => {
  const key = renderItemKey(item);
  const { dueKind, dueOrder } = parseStored(dueItemSchema, item, key);
  return parseStored(dueSchema, { kind: dueKind, ...parseDueOrder(dueOrder) }, key);
};

const cellsItemSchema = z.object({ cells: z.set(cellSchema) });
export const cellsFromItem = (item: Item) => [...fromItem(cellsItemSchema, item).cells];

const keySchema: z.ZodType<ItemKey> = z.object({ pk: z.string(), sk: z.string() });
const renderItemKey = (item: Item): string => {
  const key = keySchema.safeParse(item);
  return key.success ? renderKey(key.data) : 'without a key';
};
