import type { Call } from '#shared/conversation/call-menu/call.ts';
import type { Recording } from '#shared/conversation/call-menu/recording.ts';
import type { DonorQueue } from '#shared/matching/donor-queue.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { DonorPerson, Person } from '#shared/people/person.ts';
import type { Cell, ZoneId } from '#shared/places/place.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import type { TimelineEntry } from '#shared/request/timeline.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import type { CallId, RecordingId, RequestCode, RequestId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { type EpochMs, hours } from '#shared/terms/time.ts';

/** The marker of an incoming message with the reply it got: the same message twice gets the same answer. */
export type IncomingMarker = { kind: 'incoming'; id: string; at: EpochMs };
/** What it was answered, for repetitions of the same day; gone two days later (FACTS §4: only the data needed). */
export type StoredReply = { kind: 'reply'; id: string; text: string; at: EpochMs };

/** How often an open request is looked over, whatever itself says of when. */
export const auditEvery = hours(1);

/**
 * Which request a code stands for. `freeFrom`: when a closed request's code may be given out again. `lookAt`: when
 * the auditor looks at it next, until the request is over and was found well.
 */
export type CodePointer = {
  kind: 'code';
  code: RequestCode;
  requestId: RequestId;
  freeFrom: EpochMs | null;
  lookAt?: EpochMs | undefined;
};

/** That the due steps were gone through to the end: when, and how much they found that should not exist. */
export type Sweep = { kind: 'sweep'; version: number; at: EpochMs; mended: number };

/** What a versioned entity was when it was read; 0 = it must not exist yet. */
type Versioned = Person | Request | Alert | OutboxRow | Call | Recording | Sweep;

export type Write =
  /** Put with version + 1, on condition that the stored version still equals `entity.version` (0: not there). */
  | { put: Versioned }
  /** Delete, on condition that the stored version still equals the entity's. */
  | { remove: Person | Recording }
  /** Put once: refused when it exists. */
  | { add: IncomingMarker | StoredReply | TimelineEntry }
  /** Take a code: refused while another request holds it and `freeFrom` has not come. */
  | { take: CodePointer; now: EpochMs }
  /** Change a code this request holds (when it is free again, when it is audited). */
  | { keep: CodePointer };

/** A request with everything under its key. */
export type RequestFile = { request: Request; alerts: Alert[]; timeline: TimelineEntry[] };

export type Due =
  | { kind: 'request'; id: RequestId; at: EpochMs }
  /** Its request has long ended: names and numbers go. */
  | { kind: 'over'; id: RequestId; at: EpochMs }
  | { kind: 'outbox'; id: string; at: EpochMs }
  | { kind: 'person'; id: PhoneNumber; at: EpochMs }
  | { kind: 'call'; id: CallId; at: EpochMs }
  | { kind: 'recording'; id: RecordingId; at: EpochMs }
  /** An open request is to be looked over. */
  | { kind: 'code'; id: RequestCode; at: EpochMs };

/** What may wait in the due index. */
export const dueKinds = [
  'request',
  'outbox',
  'person',
  'call',
  'recording',
  'over',
  'code',
] as const;

/**
 * The one table. Every accepted event is one `save`: all of its writes or none.
 * What waits says so itself: `request.dueAt`, `outbox.dueAt`, `person.donor.remindAt`, `person.forgetAt`, `request.forgetAt`, `call.dueAt`, `recording.dueAt`, `code.lookAt` put it into the due index.
 * Reads by key are strongly consistent; the three lists (donors, roster, due) come from indexes and may lag.
 * An item that does not fit its schema delays nobody else. Read by its key, it throws InvalidItem, which names the key,
 * masked; the lists of many (persons, donors, roster, due, everyone) leave it out and report it: nothing broken is
 * passed over in silence, and its place in a list goes to the next.
 */
export interface Store {
  person(phone: PhoneNumber): Promise<Person | undefined>;
  /** In any order; the missing and the broken ones are left out. */
  persons(phones: PhoneNumber[]): Promise<Person[]>;
  request(id: RequestId): Promise<Request | undefined>;
  requestFile(id: RequestId): Promise<RequestFile | undefined>;
  alert(requestId: RequestId, alertId: string): Promise<Alert | undefined>;
  code(code: RequestCode): Promise<CodePointer | undefined>;
  incoming(id: string): Promise<IncomingMarker | undefined>;
  reply(id: string): Promise<StoredReply | undefined>;
  outboxRow(id: string): Promise<OutboxRow | undefined>;
  call(id: CallId): Promise<Call | undefined>;
  recording(id: RecordingId): Promise<Recording | undefined>;
  /** The last one that came to its end. */
  sweep(): Promise<Sweep | undefined>;

  /**
   * Donors of one group in one line who may give (any component) and were last asked by `by`, not opted out and
   * reachable, the longest in line first; at most `limit`, fewer only when there are no more. Cost follows the neighbourhood, not the table.
   */
  donors(query: {
    group: BloodGroup;
    line: DonorQueue;
    by: EpochMs;
    limit: number;
  }): Promise<DonorPerson[]>;
  /** The cells of a zone in which a donor has ever lived; one or another may never have had any (a save that failed). */
  donorCells(zone: ZoneId): Promise<Cell[]>;
  /** All volunteers of a zone, on duty or not. */
  roster(zone: ZoneId): Promise<Person[]>;
  /**
   * What waits and whose time has come by `now`, oldest first; fewer than `limit` only when there is no more. `kind` request with a far `now` lists the open requests.
   */
  due(kind: Due['kind'], now: EpochMs, limit: number): Promise<Due[]>;
  /**
   * One more of what happens in the hour that begins there; how many there have been, this one included. Counted at
   * once and outside of any save: every caller gets another number, however many come together.
   */
  tally(what: string, hour: EpochMs): Promise<number>;
  /** Every person, page by page: export and erasure only. */
  everyone(): AsyncIterable<Person>;

  /**
   * All or nothing, at most 100 writes, each to another item; nothing to write is saved. 'conflict' names no culprit:
   * load again and decide again. Faults throw, and so does an entity that could not be read back.
   */
  save(writes: Write[]): Promise<'saved' | 'conflict'>;
}
