import * as z from 'zod';
import type { Due } from '../../ports/store.ts';
import { dueFromItem } from './items.ts';
import { indexes } from './keys.ts';

const text = z.object({ S: z.string() });

/** The part of a stream record that shows whether its item is in the due index, and whether a process has it in hand. */
const dueRecordSchema = z.object({
  dynamodb: z.object({
    NewImage: z.object({
      pk: text,
      sk: text,
      [indexes.due.partition]: text,
      [indexes.due.sort]: text,
      state: text.optional().catch(undefined),
      leaseEndsAt: z.unknown().optional(),
    }),
  }),
});

/** The due entry of a stream record's item; undefined when the item is not in the due index, or in hand (`wakes`). */
export const parseDueRecord = (record: unknown): Due | undefined => {
  const parsed = dueRecordSchema.safeParse(record);
  if (!parsed.success) return undefined;
  const { state, leaseEndsAt, ...image } = parsed.data.dynamodb.NewImage;
  if (state?.S === 'claimed' || leaseEndsAt !== undefined) return undefined;
  return dueFromItem(Object.fromEntries(Object.entries(image).map(([name, { S }]) => [name, S])));
};
