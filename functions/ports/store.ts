import type { Camp } from '#shared/camp/camp.ts';
import type { Seat } from '#shared/camp/seat.ts';
import type { Call } from '#shared/conversation/call-menu/call.ts';
import type { Recording } from '#shared/conversation/call-menu/recording.ts';
import type { DonorQueue } from '#shared/matching/donor-queue.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { AuditEntry } from '#shared/people/audit/audit-entry.ts';
import type { DonorPerson, Person } from '#shared/people/person.ts';
import type { Photo } from '#shared/people/stories/photo.ts';
import type { Story } from '#shared/people/stories/story.ts';
import type { Block, Cell, ZoneId } from '#shared/places/place.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import type { TimelineEntry } from '#shared/request/timeline.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import type {
  CallId,
  CampId,
  PhotoId,
  RecordingId,
  RequestCode,
  RequestId,
  SeatNumber,
  StoryId,
} from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { type EpochMs, hours } from '#shared/terms/time.ts';

/** Marks an incoming message as handled: a repeated message gets the same reply. */
export type IncomingMarker = { kind: 'incoming'; id: string; at: EpochMs };
/** The reply to it, for repetitions of the same day; deleted after two days (docs/facts.md#law: only the data needed). */
export type StoredReply = { kind: 'reply'; id: string; text: string; at: EpochMs };

/** How often an open request is audited, whatever its own due time. */
export const auditEvery = hours(1);

/**
 * The request a code stands for. `freeFrom`: when the code of a closed request may be given out again. `lookAt`: when
 * the request is audited next; absent once it is over and the audit found nothing.
 */
export type CodePointer = {
  kind: 'code';
  code: RequestCode;
  requestId: RequestId;
  freeFrom: EpochMs | null;
  lookAt?: EpochMs | undefined;
};

/** The last finished run of the due steps, or the beginning of the first. */
export type Sweep = {
  kind: 'sweep';
  version: number;
  /** When it ended. */
  at: EpochMs;
  /** How much it had to repair. */
  mended: number;
  /** Every text written before this moment has been looked up in the carrier's list. */
  textsUpTo?: EpochMs | undefined;
  /** When it last looked at the kinds that can wait for minutes. */
  slowAt?: EpochMs | undefined;
  /** It left items to the next run: its time was over, or the carrier was silent. */
  isCut?: true | undefined;
};

/** `version` is the one that was read; 0 means that the entity must not exist yet. */
type Versioned =
  | Person
  | Request
  | Alert
  | OutboxRow
  | Call
  | Recording
  | Sweep
  | AuditEntry
  | Camp
  | Seat
  | Story
  | Photo;

export type Write =
  /** Put with version + 1, on condition that the stored version still equals `entity.version` (0: not there). */
  | { put: Versioned }
  /** Delete, on condition that the stored version still equals the entity's version. */
  | { remove: Person | Recording | AuditEntry | Story | Photo }
  /** Put once: refused when it exists. */
  | { add: IncomingMarker | StoredReply | TimelineEntry }
  /** Take a code: refused while another request holds it and `freeFrom` is in the future. */
  | { take: CodePointer; now: EpochMs }
  /** Change a code that this request holds: free again, audited. `seen`: refused when `lookAt` is another one now. */
  | { keep: CodePointer; seen?: EpochMs };

/** A request with its alerts: what decisions need. */
export type AlertedRequest = { request: Request; alerts: Alert[] };
/** A request with its alerts and its timeline. */
export type RequestFile = AlertedRequest & { timeline: TimelineEntry[] };

export type Due =
  | { kind: 'request'; id: RequestId; at: EpochMs }
  /** A request that ended long ago: its names and numbers are deleted. */
  | { kind: 'over'; id: RequestId; at: EpochMs }
  | { kind: 'outbox'; id: string; at: EpochMs }
  | { kind: 'person'; id: PhoneNumber; at: EpochMs }
  | { kind: 'call'; id: CallId; at: EpochMs }
  | { kind: 'recording'; id: RecordingId; at: EpochMs }
  /** An entry of the audit trail, to be deleted. */
  | { kind: 'audit'; id: string; at: EpochMs }
  | { kind: 'camp'; id: CampId; at: EpochMs }
  /** A camp that was held or called off: its numbers are deleted, then it leaves the list. */
  | { kind: 'camp-over'; id: CampId; at: EpochMs }
  /** `id`: the camp and the four digits, `CAMP/4821` (parseSeatId). */
  | { kind: 'seat'; id: string; at: EpochMs }
  /** A story that is not shown yet, and one that is shown: when it is removed. */
  | { kind: 'story' | 'story-shown'; id: StoryId; at: EpochMs }
  /** An open request to be audited. */
  | { kind: 'code'; id: RequestCode; at: EpochMs };

/** Each kind once: a kind of Due without its entry does not compile. */
const isDueKind = {
  request: true,
  outbox: true,
  person: true,
  call: true,
  recording: true,
  audit: true,
  over: true,
  code: true,
  camp: true,
  'camp-over': true,
  seat: true,
  story: true,
  'story-shown': true,
} as const satisfies Record<Due['kind'], true>;
const isKind = (name: string): name is Due['kind'] => Object.hasOwn(isDueKind, name);

/** The kinds of entry in the due index. */
export const dueKinds: readonly Due['kind'][] = Object.keys(isDueKind).filter(isKind);

/** A read by key is strongly consistent, unless it says that it may lag: where a later save or read protects it. */
export type Freshness = 'may-lag';

/**
 * The one table. Every accepted event is one `save`: all of its writes or no write.
 *
 * These fields put an entity into the due index: `request.dueAt`, `outbox.dueAt`, `person.donor.remindAt`,
 * `person.draftCheck.at`, `person.forgetAt`, `request.forgetAt`, `call.dueAt`, `recording.dueAt`, `code.lookAt`, `audit.forgetAt`,
 * `camp.dueAt`, `seat.dueAt`, `story.dueAt`.
 *
 * Reads by key are strongly consistent. The three lists from indexes (donors, roster, due) may lag.
 *
 * An item that does not fit its schema throws InvalidItem when it is read by its key; the error names the key, masked.
 * The lists (persons, donors, roster, due, everyone) report such an item and leave it out; the next one takes its place.
 */
export interface Store {
  person(phone: PhoneNumber, freshness?: Freshness): Promise<Person | undefined>;
  /** In any order, without missing and invalid ones. */
  persons(phones: PhoneNumber[]): Promise<Person[]>;
  request(id: RequestId, freshness?: Freshness): Promise<Request | undefined>;
  alertedRequest(id: RequestId, freshness?: Freshness): Promise<AlertedRequest | undefined>;
  requestFile(id: RequestId): Promise<RequestFile | undefined>;
  alert(requestId: RequestId, alertId: string, freshness?: Freshness): Promise<Alert | undefined>;
  code(code: RequestCode, freshness?: Freshness): Promise<CodePointer | undefined>;
  incoming(id: string, freshness?: Freshness): Promise<IncomingMarker | undefined>;
  reply(id: string): Promise<StoredReply | undefined>;
  /** `may-lag`: at half the cost, perhaps as it was a moment ago, or not there yet. A save of it then conflicts. */
  outboxRow(id: string, freshness?: Freshness): Promise<OutboxRow | undefined>;
  call(id: CallId): Promise<Call | undefined>;
  recording(id: RecordingId): Promise<Recording | undefined>;
  camp(id: CampId): Promise<Camp | undefined>;
  seat(campId: CampId, id: SeatNumber): Promise<Seat | undefined>;
  /** Everyone who said yes to the camp or walked in, by their four digits. */
  seats(campId: CampId): Promise<Seat[]>;
  story(id: StoryId): Promise<Story | undefined>;
  photo(id: PhotoId): Promise<Photo | undefined>;
  auditEntry(id: string): Promise<AuditEntry | undefined>;
  /** The entries of a month (`2026-11`), oldest first. */
  auditMonth(month: string): Promise<AuditEntry[]>;
  /** The last finished run of the due steps. */
  sweep(freshness?: Freshness): Promise<Sweep | undefined>;

  /**
   * Eligible donors (for any component) of one group in one queue, not opted out and reachable, last asked at `by` or
   * before, least recently asked first. At most `limit`, fewer only when there are no more. The cost depends on the
   * neighbourhood, not on the table.
   */
  donors(query: {
    group: BloodGroup;
    line: DonorQueue;
    by: EpochMs;
    limit: number;
  }): Promise<DonorPerson[]>;
  /**
   * The cells of a block in which a donor of this group has ever lived; may lag. Some may never have had one, after a
   * save that failed.
   */
  donorCells(group: BloodGroup, block: Block): Promise<Cell[]>;
  /** All volunteers of a zone, on duty or not. */
  roster(zone: ZoneId): Promise<Person[]>;
  /**
   * Entries of the due index that are due by `now`, oldest first; fewer than `limit` only when there are no more. Kind
   * `request` or `camp` with a far `now` lists the open ones. With `since`, only those due at `since` or later.
   */
  due(kind: Due['kind'], now: EpochMs, limit: number, since?: EpochMs): Promise<Due[]>;
  /**
   * Counts one event of the hour that begins at `hour`. Returns the count, this event included. It is counted at once,
   * outside any save, so that callers at the same moment all get different numbers. With `add` 0 it is only read. Kept
   * for a day after `hour`.
   */
  tally(what: string, hour: EpochMs, add?: 0 | 1): Promise<number>;
  /** Every person, page by page; only for export and erasure. */
  everyone(): AsyncIterable<Person>;

  /**
   * All or nothing: at most 100 writes, each to a different item; an empty list counts as saved. After a `conflict`,
   * which does not name the item, load again and decide again. Throws on a fault, and for an entity that could not be
   * read back.
   */
  save(writes: Write[]): Promise<'saved' | 'conflict'>;
}
