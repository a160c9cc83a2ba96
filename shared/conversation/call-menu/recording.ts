import * as z from 'zod';
import { recordingIdSchema, requestIdSchema } from '../../terms/ids.ts';
import { phoneNumberSchema } from '../../terms/phone-number.ts';
import { epochMsSchema } from '../../terms/time.ts';

/** What a caller recorded for others to hear, or a photograph that a family sent. The carrier keeps it until `dueAt`; then both are deleted. */
export const recordingSchema = z.lazy(() =>
  z.object({
    kind: z.literal('recording'),
    id: recordingIdSchema,
    version: z.number().int().nonnegative(),
    carrierId: z.string().min(1).max(80),
    about: z.enum([
      'hospital',
      'patient',
      'attendant',
      'name',
      'reason',
      'message',
      'story',
      'photo',
    ]),
    by: phoneNumberSchema,
    requestId: requestIdSchema.optional(),
    seconds: z.number().int().nonnegative(),
    at: epochMsSchema,
    /** When it is deleted here and at the carrier. */
    dueAt: epochMsSchema,
  }),
);
export type Recording = z.infer<typeof recordingSchema>;
