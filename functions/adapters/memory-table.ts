import { blockOf } from '#shared/places/geo.ts';
import type { Block, Cell } from '#shared/places/place.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import { InvalidItem, type OnInvalidItem } from '../ports/invalid-item.ts';
import type { Write } from '../ports/store.ts';
import { cellsKey, type ItemKey, keyOf, renderKey } from './dynamodb/keys.ts';
import { entityOf, type Stored, skipInvalid, toStored } from './stored-entities.ts';

type Kind = Stored['kind'];
export type EntityOf<K extends Kind> = Extract<Stored, { kind: K }>;

const isKind =
  <K extends Kind>(kind: K) =>
  (entity: Stored | undefined): entity is EntityOf<K> =>
    entity?.kind === kind;

const idOf = ({ pk, sk }: ItemKey): string => `${pk} ${sk}`;

/**
 * What the memory store holds. Its entities are replaced, never changed, and frozen at any depth: a reader that changed
 * one would change the table.
 */
export class MemoryTable {
  private readonly onInvalid: OnInvalidItem;
  private readonly items: Map<string, Stored>;
  private readonly byKind: Map<Kind, Map<string, Stored>>;
  private readonly invalid: Set<string>;
  private readonly cells: Map<string, Set<Cell>>;
  private readonly counts: Map<string, number>;

  constructor(onInvalid: OnInvalidItem, from?: MemoryTable) {
    this.onInvalid = onInvalid;
    this.items = new Map(from?.items);
    this.byKind = new Map([...(from?.byKind ?? [])].map(([kind, same]) => [kind, new Map(same)]));
    this.invalid = new Set(from?.invalid);
    this.cells = new Map(from?.cells);
    this.counts = new Map(from?.counts);
  }

  get<K extends Kind>(kind: K, key: ItemKey): EntityOf<K> | undefined {
    const entity = this.items.get(idOf(key));
    return isKind(kind)(entity) ? this.read(entity) : undefined;
  }

  /** The entity; throws InvalidItem for one that was made invalid. */
  read<T extends Stored>(entity: T): T {
    if (this.invalid.size === 0) return entity;
    const key = keyOf(entity);
    if (this.invalid.has(idOf(key))) throw new InvalidItem(renderKey(key), 'kind');
    return entity;
  }

  /** As a list reads it: an invalid item is reported and left out. */
  readListed<T extends Stored>(entity: T): T[] {
    return skipInvalid(() => this.read(entity), this.onInvalid);
  }

  allOf<K extends Kind>(kind: K): EntityOf<K>[] {
    return [...(this.byKind.get(kind)?.values() ?? [])].filter(isKind(kind));
  }

  cellsOf(group: BloodGroup, block: Block): Cell[] {
    return [...(this.cells.get(idOf(cellsKey(group, block))) ?? [])];
  }

  count({ pk }: ItemKey, add: 0 | 1): number {
    const count = (this.counts.get(pk) ?? 0) + add;
    this.counts.set(pk, count);
    return count;
  }

  save(writes: Write[]): 'saved' | 'conflict' {
    refuseImpossible(writes);
    const next = writes.map(toWritten);
    for (const entity of next) this.addCell(entity);
    if (!writes.every((write) => this.holds(write))) return 'conflict';
    writes.forEach((write, i) => {
      const entity = next[i];
      if (entity === undefined) return;
      const id = idOf(keyOf(entity));
      this.invalid.delete(id);
      if ('remove' in write) this.drop(id, entity);
      else this.keep(id, entity);
    });
    return 'saved';
  }

  invalidate(key: ItemKey): void {
    this.invalid.add(idOf(key));
  }

  private keep(id: string, entity: Stored): void {
    this.items.set(id, entity);
    const same = this.byKind.get(entity.kind) ?? new Map<string, Stored>();
    this.byKind.set(entity.kind, same.set(id, entity));
  }

  private drop(id: string, { kind }: Stored): void {
    this.items.delete(id);
    this.byKind.get(kind)?.delete(id);
  }

  /** The condition of the write, as the database checks it. */
  private holds(write: Write): boolean {
    const now = this.items.get(idOf(keyOf(entityOf(write))));
    if ('put' in write) return versionOf(now) === write.put.version;
    if ('remove' in write) return versionOf(now) === write.remove.version;
    if ('add' in write) return now === undefined;
    const code = isKind('code')(now) ? now : undefined;
    if ('keep' in write) {
      const isAsSeen = write.seen === undefined || code?.lookAt === write.seen;
      return code?.requestId === write.keep.requestId && isAsSeen;
    }
    const freeFrom = code?.freeFrom;
    return now === undefined || (typeof freeFrom === 'number' && freeFrom <= write.now);
  }

  private addCell(entity: Stored): void {
    if (entity.kind !== 'person' || entity.donor === undefined) return;
    const { cell, group } = entity.donor;
    const id = idOf(cellsKey(group, blockOf(cell)));
    this.cells.set(id, new Set([...(this.cells.get(id) ?? []), cell]));
  }
}

const versionOf = (entity: Stored | undefined): number | undefined =>
  entity === undefined ? 0 : 'version' in entity ? entity.version : undefined;

/** The entity that a write leaves: for a put, its next version. */
const toWritten = (write: Write): Stored => {
  const entity =
    'put' in write ? { ...write.put, version: write.put.version + 1 } : entityOf(write);
  return freeze(toStored(entity, renderKey(keyOf(entity))));
};

const freeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
};

/** A transaction takes 100 actions, and one action for each item (docs/facts.md#aws). */
const refuseImpossible = (writes: Write[]): void => {
  const ids = new Set(writes.map((write) => idOf(keyOf(entityOf(write)))));
  if (writes.length > 100) throw new Error(`${writes.length} writes in one transaction of 100`);
  if (ids.size < writes.length) throw new Error('One item written twice in one transaction');
};
