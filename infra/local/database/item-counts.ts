/** Key columns as Dynoxide writes them: `S:PERSON#…`. */
export type StoredKey = { pk: string; sk: string };

/** The kind of item a key belongs to: person, request, alert, timeline, outbox, incoming… */
const kindOf = ({ sk }: StoredKey): string =>
  (/^S:([A-Z]+)/.exec(sk)?.[1] ?? 'other').toLowerCase();

/** The number of items of each kind, the largest first. */
export const countKinds = (keys: Iterable<StoredKey>): Record<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(kindOf(key), (counts.get(kindOf(key)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
};
