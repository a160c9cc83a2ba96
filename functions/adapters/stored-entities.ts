import * as z from 'zod';
import { campSchema, isCampOver } from '#shared/camp/camp.ts';
import { seatSchema } from '#shared/camp/seat.ts';
import { callSchema } from '#shared/conversation/call-menu/call.ts';
import { recordingSchema } from '#shared/conversation/call-menu/recording.ts';
import { outboxRowSchema } from '#shared/outbox/outbox-row.ts';
import { auditEntrySchema } from '#shared/people/audit/audit-entry.ts';
import { type DonorPerson, isDonor, type Person, personSchema } from '#shared/people/person.ts';
import { photoSchema } from '#shared/people/stories/photo.ts';
import { storySchema } from '#shared/people/stories/story.ts';
import { alertSchema } from '#shared/request/alert.ts';
import { requestSchema } from '#shared/request/request.ts';
import { timelineEntrySchema } from '#shared/request/timeline.ts';
import {
  callIdSchema,
  campIdSchema,
  recordingIdSchema,
  requestCodeSchema,
  requestIdSchema,
  storyIdSchema,
} from '#shared/terms/ids.ts';
import { earliest, epochMsSchema } from '#shared/terms/time.ts';
import { InvalidItem, type OnInvalidItem } from '../ports/invalid-item.ts';
import type { Due, Write } from '../ports/store.ts';
import { parseStored } from './parse-stored.ts';

/* The entities of a store. They are parsed before a write and after a read, so that no invalid item is stored or used. */
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
  textsUpTo: epochMsSchema.optional(),
  slowAt: epochMsSchema.optional(),
  isCut: z.literal(true).optional(),
});

/** The items under a request's key. */
export const requestPartSchema = z.discriminatedUnion('kind', [
  requestSchema,
  alertSchema,
  timelineEntrySchema,
]);

/** Those that few texts touch are made at their first use (`z.lazy`): making all takes as long as the rest of a start. */
const storedSchemas = {
  person: personSchema,
  request: requestSchema,
  alert: alertSchema,
  timeline: timelineEntrySchema,
  outbox: outboxRowSchema,
  call: callSchema,
  recording: recordingSchema,
  incoming: incomingMarkerSchema,
  reply: storedReplySchema,
  code: codePointerSchema,
  sweep: sweepSchema,
  audit: auditEntrySchema,
  camp: campSchema,
  seat: seatSchema,
  story: storySchema,
  photo: photoSchema,
};
export type Stored = z.infer<(typeof storedSchemas)[keyof typeof storedSchemas]>;

/** The entity of a write; one that is put still has the version that was read. */
export const entityOf = (write: Write): Stored => {
  if ('put' in write) return write.put;
  if ('remove' in write) return write.remove;
  if ('add' in write) return write.add;
  return 'take' in write ? write.take : write.keep;
};

/** What a list does with an invalid item by default: it throws. */
export const failOnInvalid: OnInvalidItem = (item) => {
  throw item;
};

/** The entity in a list of one; an empty list for an invalid item, which is reported to `onInvalid`. */
export const skipInvalid = <T>(read: () => T, onInvalid: OnInvalidItem): T[] => {
  try {
    return [read()];
  } catch (error) {
    if (!(error instanceof InvalidItem)) throw error;
    onInvalid(error);
    return [];
  }
};

/**
 * The entity as a database keeps it: a plain copy without undefined fields. Throws InvalidItem when it could not be
 * read back. Half an emoji, left where a text was cut, becomes U+FFFD: DynamoDB takes UTF-8 only and would refuse it.
 */
export const toStored = (entity: Stored, key: string): Stored => {
  const json = JSON.stringify(entity);
  const schema: z.ZodType<Stored> = storedSchemas[entity.kind];
  return parseStored(schema, JSON.parse(json, halfEmoji.test(json) ? repairText : undefined), key);
};

/** Half an emoji as JSON escapes it; JSON leaves a whole one as it is. */
const halfEmoji = /\\ud[89a-f]/;
const repairText = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\u{fffd}') : value;

/** By text or by call. */
const isReachable = (person: Person): boolean =>
  person.unreachable === undefined || person.uncallable === undefined;

/** True for a donor who may be asked; only candidates are in the donor index. */
export const isCandidate = (person: Person): person is DonorPerson =>
  isDonor(person) && !person.optedOut && person.blockedAt === undefined && isReachable(person);

/** What puts the entity into the due index: when it must be handled next. Undefined: never. */
export const dueOf = (
  entity: Stored,
): { kind: Due['kind']; id: string; at: number } | undefined => {
  switch (entity.kind) {
    case 'person':
      return dueAt(
        'person',
        entity.phone,
        earliest(
          entity.draftCheck?.at,
          entity.donor?.remindAt ?? entity.forgetAt,
          entity.donor?.lapsedAt,
          entity.story?.askAt,
          ...entity.requests.map(({ askReachedAt }) => askReachedAt),
          ...(entity.donor?.followUps ?? []).map(({ at }) => at),
        ),
      );
    case 'request':
      return dueAt('request', entity.id, entity.dueAt) ?? dueAt('over', entity.id, entity.forgetAt);
    case 'outbox':
    case 'call':
    case 'recording':
      return dueAt(entity.kind, entity.id, entity.dueAt);
    case 'camp':
      return dueAt(isCampOver(entity) ? 'camp-over' : 'camp', entity.id, entity.dueAt);
    case 'seat':
      return dueAt('seat', `${entity.campId}/${entity.id}`, entity.dueAt);
    case 'story':
      return dueAt(entity.state === 'shown' ? 'story-shown' : 'story', entity.id, entity.dueAt);
    case 'audit':
      return dueAt('audit', entity.id, entity.forgetAt);
    case 'code':
      return dueAt('code', entity.code, entity.lookAt);
    default:
      return undefined;
  }
};

/**
 * True when the stream must wake a function for it. A message that was claimed or sent is in hand; a sweep finds an
 * abandoned claim.
 */
export const wakes = (entity: Stored, now: number): boolean => {
  const due = dueOf(entity);
  const isInHand =
    entity.kind === 'outbox' && (entity.state === 'claimed' || entity.leaseEndsAt !== undefined);
  return due !== undefined && due.at <= now && !isInHand;
};

const dueAt = <K extends string>(kind: K, id: string, at: number | undefined) =>
  at === undefined ? undefined : { kind, id, at };

/** An entry of the due index, with its branded id. */
export const dueSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('request'), id: requestIdSchema, at: epochMsSchema }),
    z.object({ kind: z.literal('over'), id: requestIdSchema, at: epochMsSchema }),
    z.object({ kind: z.literal('outbox'), id: z.string().min(1), at: epochMsSchema }),
    z.object({ kind: z.literal('person'), id: personSchema.shape.phone, at: epochMsSchema }),
    z.object({ kind: z.literal('call'), id: callIdSchema, at: epochMsSchema }),
    z.object({ kind: z.literal('recording'), id: recordingIdSchema, at: epochMsSchema }),
    z.object({ kind: z.literal('audit'), id: z.string().min(1), at: epochMsSchema }),
    z.object({ kind: z.literal('code'), id: requestCodeSchema, at: epochMsSchema }),
    z.object({ kind: z.literal('camp'), id: campIdSchema, at: epochMsSchema }),
    z.object({ kind: z.literal('camp-over'), id: campIdSchema, at: epochMsSchema }),
    z.object({ kind: z.literal('seat'), id: z.string().min(1), at: epochMsSchema }),
    z.object({ kind: z.literal('story'), id: storyIdSchema, at: epochMsSchema }),
    z.object({ kind: z.literal('story-shown'), id: storyIdSchema, at: epochMsSchema }),
  ]),
);
