import * as z from 'zod';
import { requestIdSchema } from '../terms/request-code.ts';
import { epochMsSchema } from '../terms/time.ts';

/**
 * What happened to a request, in order. `who` is a role and a masked number, `facts` hold numbers and codes
 * only: the timeline never has a whole phone number, a name or a text in it.
 */
export const timelineEntrySchema = z.object({
  kind: z.literal('timeline'),
  requestId: requestIdSchema,
  /** Unique within the request: the moment and a tie-breaker. */
  id: z.string(),
  at: epochMsSchema,
  what: z.string(),
  who: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
