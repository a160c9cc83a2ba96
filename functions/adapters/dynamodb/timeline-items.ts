import type { TimelineEntry } from '#shared/request/timeline.ts';
import type { Write } from '../../ports/store.ts';
import type { Item } from './items.ts';
import { timelineKey } from './keys.ts';

/*
 * The entries of one save share an item, the first one's: a transaction charges each item two write units. Items with one
 * entry are as they were before.
 */

type Added = Extract<Write, { add: unknown }>;
export type AddedEntries = { add: TimelineEntry; more: TimelineEntry[] };

const isEntry = (write: Write): write is { add: TimelineEntry } =>
  'add' in write && write.add.kind === 'timeline';

/** The same writes, with the entries of each request in one. */
export const joinEntries = (writes: Write[]): (Exclude<Write, Added> | Added | AddedEntries)[] => {
  const byRequest = new Map<string, AddedEntries>();
  const others = writes.filter((write) => !isEntry(write));
  for (const { add } of writes.filter(isEntry)) {
    const joined = byRequest.get(add.requestId);
    if (joined) joined.more.push(add);
    else byRequest.set(add.requestId, { add, more: [] });
  }
  return [...others, ...byRequest.values()];
};

/** What the first entry's item holds of the others: what is not the same for all. */
export const packMore = (more: TimelineEntry[]): Item =>
  more.length === 0 ? {} : { more: more.map(({ kind: _, requestId: __, ...entry }) => entry) };

const isMap = (value: unknown): value is Item => typeof value === 'object' && value !== null;

/** An item for each entry in a timeline's item, with the keys that it would have alone; any other item as it is. */
export const splitEntries = (item: Item): Item[] => {
  const { more, ...first } = item;
  if (item['kind'] !== 'timeline' || !Array.isArray(more)) return [item];
  const { kind, requestId } = first;
  const others = more.filter(isMap).map((entry) => ({
    ...{ kind, requestId, ...entry },
    ...timelineKey(String(requestId), String(entry['id'])),
  }));
  return [first, ...others];
};
