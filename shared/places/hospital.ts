import * as z from 'zod';
import { languageSchema } from '../terms/language.ts';
import { pinSchema, zoneIdSchema } from './place.ts';

/** A hospital or blood centre. `name`: as the hotline writes it, at most 24 GSM-7 characters. `aliases`: as people do. */
export const hospitalSchema = z.strictObject({
  name: z.string().max(24),
  aliases: z.array(z.string()),
  /** As people say it in Hindi, in Devanagari: a Hindi voice reads Latin letters as English. */
  inHindi: z.string().max(40).optional(),
  pin: pinSchema,
});
export type Hospital = z.infer<typeof hospitalSchema>;

/** A police zone: its districts (today's names; old ones are accepted when read) and its neighbours, nearest first. */
export const zoneSchema = z.strictObject({
  id: zoneIdSchema,
  names: z.record(languageSchema, z.string({ error: 'a zone needs its name in every language' })),
  districts: z.array(z.string()).min(1),
  neighbours: z.array(zoneIdSchema),
});
export type Zone = z.infer<typeof zoneSchema>;
