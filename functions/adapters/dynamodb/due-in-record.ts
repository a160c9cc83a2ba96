import * as z from 'zod';
import type { Due } from '../../ports/store.ts';
import { dueFromItem } from './items.ts';
import { indexes } from './keys.ts';

const text = z.object({ S: z.string() });

/** The part of a stream record that says whether its item waits for something. */
const waitingRecordSchema = z.object({
  dynamodb: z.object({
    NewImage: z.object({
      pk: text,
      sk: text,
      [indexes.due.partition]: text,
      [indexes.due.sort]: text,
    }),
  }),
});

/** What the item of a stream record waits for; undefined when it waits for nothing. */
export const dueInRecord = (record: unknown): Due | undefined => {
  const parsed = waitingRecordSchema.safeParse(record);
  if (!parsed.success) return undefined;
  const image = parsed.data.dynamodb.NewImage;
  return dueFromItem(Object.fromEntries(Object.entries(image).map(([name, { S }]) => [name, S])));
};
