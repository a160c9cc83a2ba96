import { queuedSince, queueOf } from '#shared/matching/donor-queue.ts';
import type { Cell, ZoneId } from '#shared/places/place.ts';
import { InvalidItem } from '../ports/invalid-item.ts';
import type { Store, Write } from '../ports/store.ts';
import { renderLine } from './dynamodb/items.ts';
import {
  alertKey,
  callKey,
  codeKey,
  counterKey,
  type ItemKey,
  incomingKey,
  keyOf,
  outboxKey,
  personKey,
  recordingKey,
  renderKey,
  replyKey,
  requestKey,
  sweepKey,
} from './dynamodb/keys.ts';
import {
  dueOf,
  dueSchema,
  entityOf,
  failOnInvalid,
  mayBeAsked,
  type Stored,
  skipInvalid,
  toStored,
} from './stored-entities.ts';

type Kind = Stored['kind'];
type Of<K extends Kind> = Extract<Stored, { kind: K }>;

const is =
  <K extends Kind>(kind: K) =>
  (entity: Stored | undefined): entity is Of<K> =>
    entity?.kind === kind;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const idOf = ({ pk, sk }: ItemKey): string => `${pk} ${sk}`;

export type MemoryStore = Store & {
  /** As if somebody had spoilt that item in the table: nobody can read it until it is written anew. */
  spoil(key: ItemKey): void;
  /** The same as it is now, which then goes its own way. */
  copy(): MemoryStore;
};

/**
 * The Store in memory, for tests: it accepts, refuses and returns what the database would. Its lists never lag.
 * `onBroken`: as that of the database.
 */
export const createMemoryStore = (onBroken = failOnInvalid, from = nothing()): MemoryStore => {
  const { stored, spoilt, cells, tallies } = from;

  const get = async <K extends Kind>(kind: K, key: ItemKey): Promise<Of<K> | undefined> => {
    const entity = stored.get(idOf(key));
    return is(kind)(entity) ? read(entity) : undefined;
  };
  const read = <T extends Stored>(entity: T): T => {
    const key = keyOf(entity);
    if (spoilt.has(idOf(key))) throw new InvalidItem(renderKey(key), 'kind');
    return structuredClone(entity);
  };
  const listed = <T extends Stored>(entity: T): T[] => skipInvalid(() => read(entity), onBroken);
  const all = <K extends Kind>(kind: K): Of<K>[] => [...stored.values()].filter(is(kind));

  const holds = (write: Write): boolean => {
    const now = stored.get(idOf(keyOf(entityOf(write))));
    if ('put' in write) return versionOf(now) === write.put.version;
    if ('remove' in write) return versionOf(now) === write.remove.version;
    if ('add' in write) return now === undefined;
    if ('keep' in write) return is('code')(now) && now.requestId === write.keep.requestId;
    const freeFrom = is('code')(now) ? now.freeFrom : undefined;
    return now === undefined || (typeof freeFrom === 'number' && freeFrom <= write.now);
  };

  const addCell = (entity: Stored): void => {
    if (entity.kind !== 'person' || entity.donor === undefined) return;
    const { cell, place } = entity.donor;
    cells.set(place.zone, new Set([...(cells.get(place.zone) ?? []), cell]));
  };

  return {
    person: (phone) => get('person', personKey(phone)),
    async persons(phones) {
      const wanted = new Set(phones);
      return all('person')
        .filter(({ phone }) => wanted.has(phone))
        .flatMap(listed);
    },
    request: (id) => get('request', requestKey(id)),
    async requestFile(id) {
      const request = await get('request', requestKey(id));
      if (request === undefined) return undefined;
      const ofRequest = (part: { requestId: string }) => part.requestId === id;
      const byId = (a: { id: string }, b: { id: string }) => byText(a.id, b.id);
      return {
        request,
        alerts: all('alert').filter(ofRequest).sort(byId).map(read),
        timeline: all('timeline').filter(ofRequest).sort(byId).map(read),
      };
    },
    alert: (requestId, alertId) => get('alert', alertKey(requestId, alertId)),
    code: (code) => get('code', codeKey(code)),
    incoming: (id) => get('incoming', incomingKey(id)),
    reply: (id) => get('reply', replyKey(id)),
    outboxRow: (id) => get('outbox', outboxKey(id)),
    call: (id) => get('call', callKey(id)),
    recording: (id) => get('recording', recordingKey(id)),
    sweep: () => get('sweep', sweepKey),

    async donors({ group, line, by, limit }) {
      const wanted = renderLine(group, line);
      return all('person')
        .filter(mayBeAsked)
        .filter(({ donor }) => renderLine(donor.group, queueOf(donor)) === wanted)
        .filter((person) => queuedSince(person) <= by)
        .sort((a, b) => queuedSince(a) - queuedSince(b) || byText(a.phone, b.phone))
        .flatMap(listed)
        .slice(0, limit);
    },
    donorCells: async (zone) => [...(cells.get(zone) ?? [])],
    async roster(zone) {
      return all('person')
        .filter(({ volunteer }) => volunteer?.zone === zone)
        .sort((a, b) => byText(a.phone, b.phone))
        .flatMap(listed);
    },
    async due(kind, now, limit) {
      return [...stored.values()]
        .map(dueOf)
        .filter((due) => due !== undefined)
        .filter((due) => due.kind === kind && due.at <= now)
        .sort((a, b) => a.at - b.at || byText(a.id, b.id))
        .slice(0, limit)
        .map((due) => dueSchema.parse(due));
    },
    async tally(what, hour) {
      const { pk } = counterKey(what, hour);
      const count = (tallies.get(pk) ?? 0) + 1;
      tallies.set(pk, count);
      return count;
    },
    async *everyone() {
      yield* all('person').flatMap(listed);
    },

    async save(writes) {
      refuseImpossible(writes);
      const next = writes.map(written);
      next.forEach(addCell);
      if (!writes.every(holds)) return 'conflict';
      writes.forEach((write, i) => {
        const entity = next[i];
        if (entity === undefined) return;
        const id = idOf(keyOf(entity));
        spoilt.delete(id);
        if ('remove' in write) stored.delete(id);
        else stored.set(id, entity);
      });
      return 'saved';
    },
    spoil: (key) => void spoilt.add(idOf(key)),
    // What is in them is never changed, only replaced.
    copy: () =>
      createMemoryStore(onBroken, {
        stored: new Map(stored),
        spoilt: new Set(spoilt),
        cells: new Map(cells),
        tallies: new Map(tallies),
      }),
  };
};

const nothing = () => ({
  stored: new Map<string, Stored>(),
  spoilt: new Set<string>(),
  cells: new Map<ZoneId, Set<Cell>>(),
  tallies: new Map<string, number>(),
});

const versionOf = (entity: Stored | undefined): number | undefined =>
  entity === undefined ? 0 : 'version' in entity ? entity.version : undefined;

/** What a write leaves behind: for a put, the next version. */
const written = (write: Write): Stored => {
  const entity =
    'put' in write ? { ...write.put, version: write.put.version + 1 } : entityOf(write);
  return toStored(entity, renderKey(keyOf(entity)));
};

/** A transaction takes 100 actions and one action an item (FACTS §7). */
const refuseImpossible = (writes: Write[]): void => {
  const ids = new Set(writes.map((write) => idOf(keyOf(entityOf(write)))));
  if (writes.length > 100) throw new Error(`${writes.length} writes in one transaction of 100`);
  if (ids.size < writes.length) throw new Error('One item written twice in one transaction');
};
