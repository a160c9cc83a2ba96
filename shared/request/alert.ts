import * as z from 'zod';
import { alertIdSchema, requestIdSchema } from '../terms/ids.ts';
import { phoneNumberSchema } from '../terms/phone-number.ts';
import { epochMsSchema } from '../terms/time.ts';

/** One donor asked for one request. Its id is also the id of its outbox row. */
export const alertSchema = z.object({
  kind: z.literal('alert'),
  id: alertIdSchema,
  requestId: requestIdSchema,
  version: z.number().int().nonnegative(),
  /** Absent once the donor asked to be forgotten, and when it never left: then they may be asked anew. */
  phone: phoneNumberSchema.optional(),
  stage: z.number().int().min(1),
  /** When it left; until then, when it was decided on. */
  at: epochMsSchema,
  distanceKm: z.number().nonnegative(),
  /** The chance to give that this donor was given when asked, 0–1. */
  chance: z.number().min(0).max(1),
  /** The chance of a yes in it, how fair a question it was (0–1), and whether it came at night. */
  yes: z.number().min(0).max(1),
  fair: z.number().min(0).max(1),
  night: z.boolean(),
  /** queued → sent → answered; 'withdrawn' when the request needs nobody more, 'undelivered' when the text cannot arrive. */
  state: z.enum(['queued', 'sent', 'yes', 'no', 'withdrawn', 'undelivered']),
  answeredAt: epochMsSchema.optional(),
  /** Nobody can tell whether it arrived: an answer is heard, none is expected. */
  unsure: z.literal(true).optional(),
});
export type Alert = z.infer<typeof alertSchema>;

/** Neither answered nor ended. */
export const isOpen = ({ state }: Pick<Alert, 'state'>): boolean =>
  state === 'queued' || state === 'sent';
