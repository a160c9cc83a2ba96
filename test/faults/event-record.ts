import { keyOf } from '#functions/adapters/dynamodb/keys.ts';
import { dueOf, type Stored, entityOf as writtenOf } from '#functions/adapters/stored-entities.ts';
import type { Write } from '#functions/ports/store.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { Person } from '#shared/people/person.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import type { TimelineEntry } from '#shared/request/timeline.ts';

type Kind = Stored['kind'];
type Of<K extends Kind> = Extract<Stored, { kind: K }>;

/** The entity as it is stored after the write. */
export const entityOf = (write: Write): Stored => {
  const known = entities.get(write);
  if (known) return known;
  const entity =
    'put' in write ? { ...write.put, version: write.put.version + 1 } : writtenOf(write);
  entities.set(write, entity);
  return entity;
};
/** Each rule asks for the entity of each write. */
const entities = new WeakMap<Write, Stored>();

/** What a handler works on: the incoming text or the outbox row. */
export type HandlerTask = {
  what: string;
  /** The sid of an incoming text. */
  sid?: string;
  says?: string;
  from?: string;
  /** The number of saves before the handler began. */
  began?: number;
  /** The current outbox row, and the phase of its request at the last read after the claim. */
  row?: string;
  claimed?: boolean;
  lookedAt?: string;
};

/** One committed transaction, and the state before it. */
export type Saved = {
  at: number;
  writes: Write[];
  task: HandlerTask | undefined;
  before: (entity: Stored) => Stored | undefined;
  /** The number of the last save before this one that changed an item of this request. */
  lastChange: (requestId: string) => number | undefined;
};

const idOf = (entity: Stored): string => {
  const { pk, sk } = keyOf(entity);
  return `${pk} ${sk}`;
};

const requestOf = (entity: Stored): string | undefined => {
  if (entity.kind === 'request') return entity.id;
  return 'requestId' in entity ? entity.requestId : undefined;
};

/**
 * Records everything that was committed, whatever result the writer got. The rules check this record, not what the
 * handlers believe.
 */
export const createEventRecord = () => {
  const stored = new Map<string, Stored>();
  const byKind = new Map<Kind, Map<string, Stored>>();
  const waits = new Map<string, { kind: string; id: string; at: number }>();
  /** Outbox rows as they were first saved; a final row loses its text. */
  const messages = new Map<string, OutboxRow>();
  /** The number of saves that each incoming text caused. */
  const savesOfText = new Map<string, number>();
  const changes = new Map<string, number>();
  let saves = 0;

  const all = <K extends Kind>(kind: K): Of<K>[] =>
    [...(byKind.get(kind)?.values() ?? [])] as Of<K>[];
  const keep = (id: string, entity: Stored): void => {
    stored.set(id, entity);
    const same = byKind.get(entity.kind) ?? new Map<string, Stored>();
    byKind.set(entity.kind, same.set(id, entity));
  };
  const drop = (id: string, { kind }: Stored): void => {
    stored.delete(id);
    byKind.get(kind)?.delete(id);
  };

  return {
    /** Adds a transaction. Returns what the rules check. */
    take(writes: Write[], at: number, task: HandlerTask | undefined): Saved {
      const before = new Map(writes.map((w) => [idOf(entityOf(w)), stored.get(idOf(entityOf(w)))]));
      saves += 1;
      const changedBefore = new Map<string, number | undefined>();
      for (const write of writes) {
        const entity = entityOf(write);
        const about = requestOf(entity);
        if (about && !changedBefore.has(about)) changedBefore.set(about, changes.get(about));
        if (about) changes.set(about, saves);
        const id = idOf(entity);
        const due = dueOf(entity);
        if ('remove' in write || due === undefined) waits.delete(id);
        else waits.set(id, due);
        if ('remove' in write) drop(id, entity);
        else keep(id, entity);
        if (entity.kind === 'outbox' && !messages.has(entity.id)) messages.set(entity.id, entity);
      }
      const isSweepsEnd = writes.every((w) => 'put' in w && w.put.kind === 'sweep');
      if (task?.sid && !isSweepsEnd)
        savesOfText.set(task.sid, (savesOfText.get(task.sid) ?? 0) + 1);
      return {
        at,
        writes,
        task,
        before: (entity) => before.get(idOf(entity)),
        lastChange: (id) => (changedBefore.has(id) ? changedBefore.get(id) : changes.get(id)),
      };
    },
    versionOf(entity: Stored): number {
      const now = stored.get(idOf(entity));
      return now && 'version' in now ? now.version : 0;
    },
    requests: (): Request[] => all('request'),
    persons: (): Person[] => all('person'),
    alerts: (): Alert[] => all('alert'),
    rows: (): OutboxRow[] => all('outbox'),
    entries: (): TimelineEntry[] => all('timeline'),
    everything: () => stored,
    request: (id: string) => all('request').find((r) => r.id === id),
    alert: (id: string) => all('alert').find((a) => a.id === id),
    message: (id: string) => messages.get(id),
    messages: () => [...messages.values()],
    saves: () => saves,
    savesOfText: () => savesOfText,
    waiting: () => [...waits.values()],
    /** The time at which the next item of these kinds is due; Infinity without one. */
    nextDue: (...kinds: string[]): number =>
      Math.min(...[...waits.values()].filter((w) => kinds.includes(w.kind)).map((w) => w.at)),
  };
};
export type EventRecord = ReturnType<typeof createEventRecord>;
