import * as z from 'zod';
import { alertIdSchema, requestCodeSchema, requestIdSchema } from '../terms/ids.ts';
import { epochMsSchema } from '../terms/time.ts';

/** One alert to this donor; kept for the alert caps, for late answers, and to find what to erase. */
export const alertRefSchema = z.object({
  requestId: requestIdSchema,
  alertId: alertIdSchema,
  code: requestCodeSchema,
  at: epochMsSchema,
  /** Until when it keeps other alerts away. */
  openUntil: epochMsSchema,
  /** pledged: said yes, and is confirmed or on standby; that too keeps other alerts away. */
  state: z.enum(['open', 'pledged', 'ended', 'not-needed']),
});
export type AlertRef = z.infer<typeof alertRefSchema>;

/** The person's own request, as the family. Closed requests stay listed so that they can be erased. */
export const requestRefSchema = z.object({
  requestId: requestIdSchema,
  code: requestCodeSchema,
  open: z.boolean(),
  /** When the family is asked whether the blood reached the patient; absent once it was. */
  askReachedAt: epochMsSchema.optional(),
});
export type RequestRef = z.infer<typeof requestRefSchema>;
