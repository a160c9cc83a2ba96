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

/** As it lies there once it is written. */
export const entityOf = (write: Write): Stored =>
  'put' in write ? { ...write.put, version: write.put.version + 1 } : writtenOf(write);

/** What a handler is about: whose text, which message. */
export type Errand = {
  what: string;
  /** Of an incoming text. */
  sid?: string;
  says?: string;
  from?: string;
  /** How many saves there had been when it began. */
  began?: number;
  /** The outbox row in hand, and how its request stood when it was last looked at after the claim. */
  row?: string;
  claimed?: boolean;
  lookedAt?: string;
};

/** One transaction that took place, and what was there before it. */
export type Saved = {
  at: number;
  writes: Write[];
  errand: Errand | undefined;
  before: (entity: Stored) => Stored | undefined;
  /** The save before this one that last touched anything of this request. */
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
 * Everything that truly was saved, whatever its writer was told: what people's lives hang on, told apart from what
 * the handlers believe.
 */
export const createLedger = () => {
  const stored = new Map<string, Stored>();
  const waits = new Map<string, { kind: string; id: string; at: number }>();
  /** As they were first put: an ended row forgets its words. */
  const messages = new Map<string, OutboxRow>();
  /** Saves by the text that led to them. */
  const savesOfText = new Map<string, number>();
  const changes = new Map<string, number>();
  let saves = 0;

  const all = <K extends Kind>(kind: K): Of<K>[] =>
    [...stored.values()].filter((one): one is Of<K> => one.kind === kind);

  return {
    /** Returns what the rules look at. */
    take(writes: Write[], at: number, errand: Errand | undefined): Saved {
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
        if ('remove' in write) stored.delete(id);
        else stored.set(id, entity);
        if (entity.kind === 'outbox' && !messages.has(entity.id)) messages.set(entity.id, entity);
      }
      if (errand?.sid) savesOfText.set(errand.sid, (savesOfText.get(errand.sid) ?? 0) + 1);
      return {
        at,
        writes,
        errand,
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
    /** When the next of these is due; Infinity when none waits. */
    nextDue: (...kinds: string[]): number =>
      Math.min(...[...waits.values()].filter((w) => kinds.includes(w.kind)).map((w) => w.at)),
  };
};
export type Ledger = ReturnType<typeof createLedger>;
