import type { Call } from '#shared/conversation/call/call.ts';
import type { Recording } from '#shared/conversation/call/recording.ts';
import type { DonorPerson, Person } from '#shared/donor/person.ts';
import type { DonorLine } from '#shared/matching/donor-line.ts';
import type { OutboxRow } from '#shared/messages/outbox.ts';
import type { Cell, ZoneId } from '#shared/places/place.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import type { TimelineEntry } from '#shared/request/timeline.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import type { CallId, RecordingId } from '#shared/terms/call-id.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { RequestCode, RequestId } from '#shared/terms/request-code.ts';
import type { EpochMs } from '#shared/terms/time.ts';

/** The marker of an incoming message with the reply it got: the same message twice gets the same answer. */
export type IncomingMarker = { kind: 'incoming'; id: string; reply: string | null; at: EpochMs };

/** Which request a code stands for. `freeFrom`: when a closed request's code may be given out again. */
export type CodePointer = {
  kind: 'code';
  code: RequestCode;
  requestId: RequestId;
  freeFrom: EpochMs | null;
};

/** What a versioned entity was when it was read; 0 = it must not exist yet. */
type Versioned = Person | Request | Alert | OutboxRow | Call | Recording;

export type Write =
  /** Put with version + 1, on condition that the stored version still equals `entity.version` (0: not there). */
  | { put: Versioned }
  /** Delete, on condition that the stored version still equals the entity's. */
  | { remove: Person | Recording }
  /** Put once: refused when it exists. */
  | { add: IncomingMarker | TimelineEntry }
  /** Take a code: refused while another request holds it and `freeFrom` has not come. */
  | { take: CodePointer; now: EpochMs }
  /** Change a code this request holds (setting `freeFrom`). */
  | { release: CodePointer };

/** A request with everything under its key. */
export type RequestFile = { request: Request; alerts: Alert[]; timeline: TimelineEntry[] };

export type Due =
  | { kind: 'request'; id: RequestId; at: EpochMs }
  | { kind: 'outbox'; id: string; at: EpochMs }
  | { kind: 'person'; id: PhoneNumber; at: EpochMs }
  | { kind: 'call'; id: CallId; at: EpochMs }
  | { kind: 'recording'; id: RecordingId; at: EpochMs };

/**
 * The one table. Every accepted event is one `save`: all of its writes or none.
 * What waits says so itself: `request.dueAt`, `outbox.dueAt`, `person.donor.remindAt`, `call.dueAt`, `recording.dueAt` put it into the due index.
 * Reads by key are strongly consistent; the three lists (donors, roster, due) come from indexes and may lag.
 * Every read throws when an item does not fit its schema, naming the key, masked: nothing broken is skipped.
 */
export interface Store {
  person(phone: PhoneNumber): Promise<Person | undefined>;
  /** In any order; the missing ones are left out. */
  persons(phones: PhoneNumber[]): Promise<Person[]>;
  request(id: RequestId): Promise<Request | undefined>;
  requestFile(id: RequestId): Promise<RequestFile | undefined>;
  alert(requestId: RequestId, alertId: string): Promise<Alert | undefined>;
  code(code: RequestCode): Promise<CodePointer | undefined>;
  incoming(id: string): Promise<IncomingMarker | undefined>;
  outboxRow(id: string): Promise<OutboxRow | undefined>;
  call(id: CallId): Promise<Call | undefined>;
  recording(id: RecordingId): Promise<Recording | undefined>;

  /**
   * Donors of one group in one line who may give (any component) and were last asked by `by`, not opted out and
   * reachable, the longest in line first; at most `limit`. Cost follows the neighbourhood, not the table.
   */
  donors(query: {
    group: BloodGroup;
    line: DonorLine;
    by: EpochMs;
    limit: number;
  }): Promise<DonorPerson[]>;
  /** The cells of a zone in which a donor has ever lived; one or another may never have had any (a save that failed). */
  donorCells(zone: ZoneId): Promise<Cell[]>;
  /** All volunteers of a zone, on duty or not. */
  roster(zone: ZoneId): Promise<Person[]>;
  /** What waits and whose time has come by `now`, oldest first. `kind` request with a far `now` lists the open requests. */
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
