import * as z from 'zod';
import { languageSchema } from '../terms/language.ts';
import { zoneIdSchema } from './place.ts';

/** A police zone: its districts (today's names; old ones are accepted when read) and the zones next to it, nearest first. */
export const zoneSchema = z.strictObject({
  id: zoneIdSchema,
  names: z.record(languageSchema, z.string()),
  districts: z.array(z.string()).min(1),
  neighbours: z.array(zoneIdSchema),
});
export type Zone = z.infer<typeof zoneSchema>;
