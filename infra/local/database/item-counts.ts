import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';

/** An item as Dynoxide keeps it in its file: DynamoDB's own JSON. Bytes, which no item of ours has, are refused. */
const attributeSchema: z.ZodType<AttributeValue> = z.lazy(() =>
  z.union([
    z.strictObject({ S: z.string() }),
    z.strictObject({ N: z.string() }),
    z.strictObject({ BOOL: z.boolean() }),
    z.strictObject({ NULL: z.literal(true) }),
    z.strictObject({ SS: z.array(z.string()) }),
    z.strictObject({ NS: z.array(z.string()) }),
    z.strictObject({ L: z.array(attributeSchema) }),
    z.strictObject({ M: z.record(z.string(), attributeSchema) }),
  ]),
);
const itemSchema = z.record(z.string(), attributeSchema);
export type StoredItem = z.infer<typeof itemSchema>;

/** Key columns as Dynoxide writes them: `S:PERSON#…`. */
export type StoredKey = { pk: string; sk: string };

/** The item, if it is whole and really the one of this key. */
export const parseStoredItem = (text: unknown, { pk, sk }: StoredKey): StoredItem | undefined => {
  const parsed = itemSchema.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { pk: ownPk, sk: ownSk } = parsed.data;
  return `S:${ownPk?.S}` === pk && `S:${ownSk?.S}` === sk ? parsed.data : undefined;
};

const parseJson = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
};

/** What a key is of: person, request, alert, timeline, outbox, incoming… */
export const kindOf = ({ sk }: StoredKey): string =>
  (/^S:([A-Z]+)/.exec(sk)?.[1] ?? 'other').toLowerCase();

/** How many of each kind, the most first: "12 alert, 3 person". */
export const countKinds = (keys: Iterable<StoredKey>): Record<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(kindOf(key), (counts.get(kindOf(key)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
};

export const renderKinds = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
