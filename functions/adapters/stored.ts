import * as z from 'zod';
import { callSchema } from '#shared/conversation/call/call.ts';
import { recordingSchema } from '#shared/conversation/call/recording.ts';
import { type DonorPerson, isDonor, type Person, personSchema } from '#shared/donor/person.ts';
import { outboxRowSchema } from '#shared/messages/outbox.ts';
import { alertSchema } from '#shared/request/alert.ts';
import { requestSchema } from '#shared/request/request.ts';
import { timelineEntrySchema } from '#shared/request/timeline.ts';
import { callIdSchema, recordingIdSchema } from '#shared/terms/call-id.ts';
import { requestCodeSchema, requestIdSchema } from '#shared/terms/request-code.ts';
import { epochMsSchema } from '#shared/terms/time.ts';
import type { Due } from '../ports/store.ts';

/*
 * What any store keeps, parsed on the way in and on the way out: nothing is written that could not be read
 * back, and nothing broken is read as if it were whole.
 */
export const incomingMarkerSchema = z.object({
  kind: z.literal('incoming'),
  id: z.string().min(1),
  reply: z.string().nullable(),
  at: epochMsSchema,
});

export const codePointerSchema = z.object({
  kind: z.literal('code'),
  code: requestCodeSchema,
  requestId: requestIdSchema,
  freeFrom: epochMsSchema.nullable(),
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
  codePointerSchema,
]);
export type Stored = z.infer<typeof storedSchema>;

/** An item that does not fit its schema. Names the key (masked) and the fields, never their contents. */
export class BrokenItem extends Error {
  override name = 'BrokenItem';
  readonly key: string;

  constructor(key: string, fields: string) {
    super(`The item ${key} is broken in: ${fields}`);
    this.key = key;
  }
}

/** The value as its schema has it; throws BrokenItem with `key`, which must be fit for a log. */
export const parseStored = <T extends z.ZodType>(
  schema: T,
  value: unknown,
  key: string,
): z.output<T> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'itself');
  throw new BrokenItem(key, [...new Set(fields)].join(', '));
};

/**
 * The entity as a database keeps it: a plain copy, without undefined fields, that can be read back (or BrokenItem).
 * Half an emoji, where someone's text was cut, becomes U+FFFD: DynamoDB takes UTF-8 only and would refuse the item.
 */
export const toStored = (entity: Stored, key: string): Stored =>
  parseStored(storedSchema, JSON.parse(JSON.stringify(entity), mendText), key);

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
      return waits('person', entity.phone, entity.donor?.remindAt);
    case 'request':
    case 'outbox':
    case 'call':
    case 'recording':
      return waits(entity.kind, entity.id, entity.dueAt);
    default:
      return undefined;
  }
};

const waits = <K extends string>(kind: K, id: string, at: number | undefined) =>
  at === undefined ? undefined : { kind, id, at };

/** Branded again after a trip through an index. */
export const dueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('request'), id: requestIdSchema, at: epochMsSchema }),
  z.object({ kind: z.literal('outbox'), id: z.string(), at: epochMsSchema }),
  z.object({ kind: z.literal('person'), id: personSchema.shape.phone, at: epochMsSchema }),
  z.object({ kind: z.literal('call'), id: callIdSchema, at: epochMsSchema }),
  z.object({ kind: z.literal('recording'), id: recordingIdSchema, at: epochMsSchema }),
]);
