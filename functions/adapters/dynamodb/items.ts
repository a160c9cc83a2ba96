import * as z from 'zod';
import { type DonorQueue, queuedSince, queueOf } from '#shared/matching/donor-queue.ts';
import { cellSchema } from '#shared/places/place.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import type { Due } from '../../ports/store.ts';
import {
  dueOf,
  dueSchema,
  mayBeAsked,
  parseStored,
  type Stored,
  toStored,
} from '../stored-entities.ts';
import {
  type ItemKey,
  indexes,
  keyOf,
  parseDueOrder,
  renderDueOrder,
  renderKey,
  tableAttributes,
} from './keys.ts';

export type Item = Record<string, unknown>;

/**
 * What was heard is remembered for longer than any token that may have signed it is in use (docs/operate.md: changed
 * once a year): afterwards nobody's signature on it is right any more, so it is never taken for new (docs/adr/0016).
 */
const rememberedDays = 730;

/** The entity with its key and the attributes that put it into the indexes. Throws BrokenItem when it could not be read back. */
export const toItem = (entity: Stored): Item => {
  const key = keyOf(entity);
  const stored = toStored(entity, renderKey(key));
  return { ...stored, ...key, ...indexed(stored) };
};

const indexed = (entity: Stored): Item => {
  const { donors, roster, due } = indexes;
  const waiting = dueOf(entity);
  return {
    ...(entity.kind === 'person' &&
      mayBeAsked(entity) && {
        [donors.partition]: renderLine(entity.donor.group, queueOf(entity.donor)),
        [donors.sort]: queuedSince(entity),
      }),
    ...(entity.kind === 'person' &&
      entity.volunteer && { [roster.partition]: entity.volunteer.zone }),
    ...(waiting && {
      [due.partition]: waiting.kind,
      [due.sort]: renderDueOrder(waiting.at, waiting.id),
    }),
    ...expiry(entity),
  };
};

/** A repetition is answered for a day (functions/use-cases/webhook-replay.ts); one day more, and the words are gone. */
const repliesDays = 2;

/** Markers, their replies, and calls that are over: cleaning up, never meaning. */
const expiry = (entity: Stored): Item => {
  if (entity.kind === 'reply') return expires(entity.at, repliesDays);
  const at = entity.kind === 'incoming' ? entity.at : entity.kind === 'call' && entity.endedAt;
  return at ? expires(at, rememberedDays) : {};
};

const expires = (at: number, days: number): Item => ({
  [tableAttributes.expires]: Math.ceil(at / 1000) + days * 86_400,
});

/** The donor index's partition: one group in one line. */
export const renderLine = (group: BloodGroup, line: DonorQueue): string =>
  'keenIn' in line ? `${group}#KEEN#${line.keenIn}` : `${group}#${line.othersIn}`;

/** The entity in an item; our attributes fall away. Throws BrokenItem. */
export const fromItem = <T extends z.ZodType>(schema: T, item: Item): z.output<T> =>
  parseStored(schema, item, renderItemKey(item));

const dueItemSchema = z.object({
  [indexes.due.partition]: z.string(),
  [indexes.due.sort]: z.string(),
});

/** An entry of the due index, which holds keys only. */
export const dueFromItem = (item: Item): Due => {
  const key = renderItemKey(item);
  const found = parseStored(dueItemSchema, item, key);
  return parseStored(dueSchema, { kind: found.dueKind, ...parseDueOrder(found.dueOrder) }, key);
};

const cellsItemSchema = z.object({ cells: z.set(cellSchema) });
export const cellsFromItem = (item: Item) => [...fromItem(cellsItemSchema, item).cells];

const keySchema: z.ZodType<ItemKey> = z.object({ pk: z.string(), sk: z.string() });
const renderItemKey = (item: Item): string => {
  const key = keySchema.safeParse(item);
  return key.success ? renderKey(key.data) : 'without a key';
};
