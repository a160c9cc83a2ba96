import { queuedSince, queueOf } from '#shared/matching/donor-queue.ts';
import { monthOf } from '#shared/people/audit/audit-entry.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { TimelineEntry } from '#shared/request/timeline.ts';
import type { RequestId } from '#shared/terms/ids.ts';
import type { AlertedRequest, Due, Store } from '../ports/store.ts';
import { renderQueue } from './dynamodb/items.ts';
import {
  alertKey,
  auditKey,
  callKey,
  campKey,
  codeKey,
  counterKey,
  type ItemKey,
  incomingKey,
  outboxKey,
  personKey,
  photoKey,
  recordingKey,
  replyKey,
  requestKey,
  seatKey,
  storyKey,
  sweepKey,
} from './dynamodb/keys.ts';
import { MemoryTable } from './memory-table.ts';
import { dueOf, dueSchema, failOnInvalid, isCandidate } from './stored-entities.ts';

export type MemoryStore = Store & {
  /** Makes an item invalid, as if spoilt in the database: it cannot be read until it is written again. */
  spoil(key: ItemKey): void;
  /** A copy of the store as it is now. */
  copy(): MemoryStore;
};

/**
 * The Store in memory, for tests: it accepts, refuses and returns what the database would. Its lists never lag.
 * `onInvalid` works as in the database's store.
 */
export const createMemoryStore = (
  onInvalid = failOnInvalid,
  table = new MemoryTable(onInvalid),
): MemoryStore => ({
  ...readsByKey(table),
  ...lists(table),
  tally: async (what, hour, add = 1) => table.count(counterKey(what, hour), add),
  save: async (writes) => table.save(writes),
  spoil: (key) => table.invalidate(key),
  copy: () => createMemoryStore(onInvalid, new MemoryTable(onInvalid, table)),
});

type Lists = 'donors' | 'donorCells' | 'roster' | 'due' | 'everyone';
type ReadsByKey = Omit<Store, Lists | 'tally' | 'save'>;

const readsByKey = (table: MemoryTable): ReadsByKey => ({
  person: async (phone) => table.get('person', personKey(phone)),
  async persons(phones) {
    const wanted = new Set(phones);
    return table
      .allOf('person')
      .filter(({ phone }) => wanted.has(phone))
      .flatMap((person) => table.readListed(person));
  },
  request: async (id) => table.get('request', requestKey(id)),
  alertedRequest: async (id) => alertedRequest(table, id),
  async requestFile(id) {
    const file = alertedRequest(table, id);
    return file && { ...file, timeline: partsOf(table, table.allOf('timeline'), id) };
  },
  alert: async (requestId, alertId) => table.get('alert', alertKey(requestId, alertId)),
  code: async (code) => table.get('code', codeKey(code)),
  incoming: async (id) => table.get('incoming', incomingKey(id)),
  reply: async (id) => table.get('reply', replyKey(id)),
  outboxRow: async (id) => table.get('outbox', outboxKey(id)),
  call: async (id) => table.get('call', callKey(id)),
  recording: async (id) => table.get('recording', recordingKey(id)),
  camp: async (id) => table.get('camp', campKey(id)),
  seat: async (campId, id) => table.get('seat', seatKey(campId, id)),
  async seats(campId) {
    return table
      .allOf('seat')
      .filter((seat) => seat.campId === campId)
      .sort((a, b) => compare(a.id, b.id))
      .flatMap((seat) => table.readListed(seat));
  },
  story: async (id) => table.get('story', storyKey(id)),
  photo: async (id) => table.get('photo', photoKey(id)),
  auditEntry: async (id) => table.get('audit', auditKey(id)),
  async auditMonth(month) {
    return table
      .allOf('audit')
      .filter(({ id }) => monthOf(id) === month)
      .sort((a, b) => compare(a.id, b.id))
      .flatMap((entry) => table.readListed(entry));
  },
  sweep: async () => table.get('sweep', sweepKey),
});

const partsOf = <T extends Alert | TimelineEntry>(table: MemoryTable, all: T[], of: string): T[] =>
  all
    .filter(({ requestId }) => requestId === of)
    .sort((a, b) => compare(a.id, b.id))
    .map((part) => table.read(part));

const alertedRequest = (table: MemoryTable, id: RequestId): AlertedRequest | undefined => {
  const request = table.get('request', requestKey(id));
  return request && { request, alerts: partsOf(table, table.allOf('alert'), id) };
};

const lists = (table: MemoryTable): Pick<Store, Lists> => ({
  async donors({ group, line, by, limit }) {
    const wanted = renderQueue(group, line);
    return table
      .allOf('person')
      .filter(isCandidate)
      .filter(({ donor }) => renderQueue(donor.group, queueOf(donor)) === wanted)
      .filter((person) => queuedSince(person) <= by)
      .sort((a, b) => queuedSince(a) - queuedSince(b) || compare(a.phone, b.phone))
      .flatMap((person) => table.readListed(person))
      .slice(0, limit);
  },
  donorCells: async (group, block) => table.cellsOf(group, block),
  async roster(zone) {
    return table
      .allOf('person')
      .filter(({ volunteer }) => volunteer?.zone === zone)
      .sort((a, b) => compare(a.phone, b.phone))
      .flatMap((person) => table.readListed(person));
  },
  async due(kind, now, limit, since) {
    return table
      .allOf(kindOf(kind))
      .map(dueOf)
      .filter((due) => due !== undefined)
      .filter((due) => due.kind === kind && due.at <= now && due.at >= (since ?? 0))
      .sort((a, b) => a.at - b.at || compare(a.id, b.id))
      .slice(0, limit)
      .map((due) => dueSchema.parse(due));
  },
  async *everyone() {
    yield* table.allOf('person').flatMap((person) => table.readListed(person));
  },
});

/** The kind of entity in a list of the due index. */
const kindOf = (kind: Due['kind']) => {
  if (kind === 'over') return 'request';
  if (kind === 'camp-over') return 'camp';
  return kind === 'story-shown' ? 'story' : kind;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
