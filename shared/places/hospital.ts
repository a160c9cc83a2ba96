import * as z from 'zod';
import { pinSchema } from './place.ts';

/** A hospital or blood centre people name: `name` is how the hotline writes it (at most 24 GSM-7 characters), aliases how people do. */
export const hospitalSchema = z.strictObject({
  name: z.string().max(24),
  aliases: z.array(z.string()),
  pin: pinSchema,
});
export type Hospital = z.infer<typeof hospitalSchema>;
