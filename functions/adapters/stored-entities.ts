import * as z from 'zod';
import { callSchema } from '#shared/conversation/call-menu/call.ts';
import { recordingSchema } from '#shared/conversation/call-menu/recording.ts';
import { outboxRowSchema } from '#shared/outbox/outbox-row.ts';
import { type DonorPerson, isDonor, type Person, personSchema } from '#shared/people/person.ts';
import { alertSchema } from '#shared/request/alert.ts';
import { requestSchema } from '#shared/request/request.ts';
import { timelineEntrySchema } from '#shared/request/timeline.ts';
import {
  callIdSchema,
  recordingIdSchema,
  requestCodeSchema,
  requestIdSchema,
} from '#shared/terms/ids.ts';
import { epochMsSchema } from '#shared/terms/time.ts';
import { InvalidItem, type OnInvalidItem } from '../ports/invalid-item.ts';
import type { Due, Write } from '../ports/store.ts';

/*
 * What any store keeps, parsed on the way in and on the way out: nothing is written that could not be read
 * back, and nothing broken is read as if it were whole.
 */
export const incomingMarkerSchema = z.object({
  kind: z.literal('incoming'),
  id: z.string().min(1),
  at: epochMsSchema,
});

export const storedReplySchema = z.object({
  kind: z.literal('reply'),
  id: z.string().min(1),
  text: z.string(),
  at: epochMsSchema,
});

export const codePointerSchema = z.object({
  kind: z.literal('code'),
  code: requestCodeSchema,
  requestId: requestIdSchema,
  freeFrom: epochMsSchema.nullable(),
  lookAt: epochMsSchema.optional(),
});

export const sweepSchema = z.object({
  kind: z.literal('sweep'),
  version: z.number().int().min(0),
  at: epochMsSchema,
  mended: z.number().int().min(0),
});

/** What lies under a request's key. */
export const requestPartSchema = z.discriminatedUnion('kind', [
  requestSchema,
  alertSchema,
  timelineEntrySchema,
]);

const storedSchema = z.discriminatedUnion('kind', [
  personSchema,
  requestSchema,
  alertSchema,
  timelineEntrySchema,
  outboxRowSchema,
  callSchema,
  recordingSchema,
  incomingMarkerSchema,
  storedReplySchema,
  codePointerSchema,
  sweepSchema,
]);
export type Stored = z.infer<typeof storedSchema>;

/** What a write is about, as the writer knows it: what is put has yet to get its next version. */
export const entityOf = (write: Write): Stored => {
  if ('put' in write) return write.put;
  if ('remove' in write) return write.remove;
  if ('add' in write) return write.add;
  return 'take' in write ? write.take : write.keep;
};

/** What a list does with an item that cannot be read, unless somebody wants to hear of it. */
export const failOnInvalid: OnInvalidItem = (item) => {
  throw item;
};

/** What was read; of an item that cannot be, `onBroken` hears, and it is left out. */
export const skipInvalid = <T>(read: () => T, onBroken: OnInvalidItem): T[] => {
  try {
    return [read()];
  } catch (error) {
    if (!(error instanceof InvalidItem)) throw error;
    onBroken(error);
    return [];
  }
};

/** The value as its schema has it; throws BrokenItem with `key`, which must be fit for a log. */
export const parseStored = <T extends z.ZodType>(
  schema: T,
  value: unknown,
  key: string,
): z.output<T> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'itself');
  throw new InvalidItem(key, [...new Set(fields)].join(', '));
};

/**
 * The entity as a database keeps it: a plain copy, without undefined fields, that can be read back (or BrokenItem).
 * Half an emoji, where someone's text was cut, becomes U+FFFD: DynamoDB takes UTF-8 only and would refuse the item.
 */
export const toStored = (entity: Stored, key: string): Stored => {
  const json = JSON.stringify(entity);
  return parseStored(
    storedSchema,
    JSON.parse(json, halfEmoji.test(json) ? mendText : undefined),
    key,
  );
};

/** As JSON writes half an emoji; a whole one it leaves as it is. */
const halfEmoji = /\\ud[89a-f]/;
const mendText = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\u{fffd}') : value;

/** By text or by call. */
const isReachable = (person: Person): boolean =>
  person.unreachable === undefined || person.uncallable === undefined;

/** Only these are found as donors; the others are known by their number alone. */
export const mayBeAsked = (person: Person): person is DonorPerson =>
  isDonor(person) && !person.optedOut && isReachable(person);

/** When the entity has to be looked at, if ever: what puts it into the due index. */
export const dueOf = (
  entity: Stored,
): { kind: Due['kind']; id: string; at: number } | undefined => {
  switch (entity.kind) {
    case 'person':
      return waits('person', entity.phone, entity.donor?.remindAt ?? entity.forgetAt);
    case 'request':
      return waits('request', entity.id, entity.dueAt) ?? waits('over', entity.id, entity.forgetAt);
    case 'outbox':
    case 'call':
    case 'recording':
      return waits(entity.kind, entity.id, entity.dueAt);
    case 'code':
      return waits('code', entity.code, entity.lookAt);
    default:
      return undefined;
  }
};

const waits = <K extends string>(kind: K, id: string, at: number | undefined) =>
  at === undefined ? undefined : { kind, id, at };

/** Branded again after a trip through an index. */
export const dueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('request'), id: requestIdSchema, at: epochMsSchema }),
  z.object({ kind: z.literal('over'), id: requestIdSchema, at: epochMsSchema }),
  z.object({ kind: z.literal('outbox'), id: z.string().min(1), at: epochMsSchema }),
  z.object({ kind: z.literal('person'), id: personSchema.shape.phone, at: epochMsSchema }),
  z.object({ kind: z.literal('call'), id: callIdSchema, at: epochMsSchema }),
  z.object({ kind: z.literal('recording'), id: recordingIdSchema, at: epochMsSchema }),
  z.object({ kind: z.literal('code'), id: requestCodeSchema, at: epochMsSchema }),
]);
