import * as z from 'zod';
import { alertIdSchema, requestIdSchema } from '../terms/ids.ts';
import { phoneNumberSchema } from '../terms/phone-number.ts';
import { epochMsSchema } from '../terms/time.ts';

/** One request sent to one donor. Its id is also the id of its outbox row. */
export const alertSchema = z.object({
  kind: z.literal('alert'),
  id: alertIdSchema,
  requestId: requestIdSchema,
  version: z.number().int().nonnegative(),
  /** Absent when the donor was erased, and when the alert was never sent: then the donor may be asked again. */
  phone: phoneNumberSchema.optional(),
  stage: z.number().int().min(1),
  /** When it was sent; until then, when it was decided. */
  at: epochMsSchema,
  distanceKm: z.number().nonnegative(),
  /** The donor's estimated probability of a donation when asked, 0–1. */
  chance: z.number().min(0).max(1),
  /** The probability of a yes in it, the weight of a refusal (0–1), and whether it was sent at night. */
  yes: z.number().min(0).max(1),
  fair: z.number().min(0).max(1),
  night: z.boolean(),
  /**
   * queued → sent → answered; 'withdrawn' when the request needs no more donors, 'undelivered' when the text cannot
   * arrive.
   */
  state: z.enum(['queued', 'sent', 'yes', 'no', 'withdrawn', 'undelivered']),
  /** The carrier's id of its text: accepted, whatever the row says (functions/use-cases/outbox/update-alert.ts). */
  carrierId: z.string().optional(),
  answeredAt: epochMsSchema.optional(),
  /** The arrival time that it named (`arrivalTime`). */
  arriveBy: epochMsSchema.optional(),
  /** It is unknown whether it arrived: an answer counts, but no answer is expected. */
  unsure: z.literal(true).optional(),
  /** Withdrawn, and its donor has heard so. */
  told: z.literal(true).optional(),
  /** Asked again, when a place had opened after the donor had been told that no more donors were needed. */
  again: z.literal(true).optional(),
});
export type Alert = z.infer<typeof alertSchema>;

/** True until the alert is answered or has ended. */
export const isOpen = ({ state }: Pick<Alert, 'state'>): boolean =>
  state === 'queued' || state === 'sent';
