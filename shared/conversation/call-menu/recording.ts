import * as z from 'zod';
import { recordingIdSchema, requestIdSchema } from '../../terms/ids.ts';
import { phoneNumberSchema } from '../../terms/phone-number.ts';
import { epochMsSchema } from '../../terms/time.ts';

/** Something a caller said for others to hear; the sound itself lies with the carrier until `dueAt`, then both go. */
export const recordingSchema = z.object({
  kind: z.literal('recording'),
  id: recordingIdSchema,
  version: z.number().int().nonnegative(),
  carrierId: z.string().min(1).max(64),
  about: z.enum(['hospital', 'patient', 'attendant', 'name', 'reason', 'message']),
  by: phoneNumberSchema,
  requestId: requestIdSchema.optional(),
  seconds: z.number().int().nonnegative(),
  at: epochMsSchema,
  /** When it is deleted here and with the carrier. */
  dueAt: epochMsSchema,
});
export type Recording = z.infer<typeof recordingSchema>;
