import * as z from 'zod';
import { messageSchema } from '../messages/message-keys.ts';
import { phoneNumberSchema } from '../terms/phone-number.ts';
import { alertIdSchema, requestIdSchema } from '../terms/request-code.ts';
import { epochMsSchema } from '../terms/time.ts';

export const outboxStates = [
  'queued',
  'claimed',
  'unknown',
  'sent',
  'delivered',
  'undelivered',
  'withdrawn',
] as const;

/**
 * A message to send. Language, channel and wording are chosen when it leaves, from what the person last told us.
 * Number, parameters and words are dropped when it has ended: only the data needed (FACTS §4).
 */
export const outboxRowSchema = z.object({
  kind: z.literal('outbox'),
  id: z.string().min(1),
  version: z.number().int().nonnegative(),
  to: phoneNumberSchema.optional(),
  message: messageSchema.optional(),
  /** The request it is about, for the timeline. */
  requestId: requestIdSchema.optional(),
  /** An alert leaves only while its request is searching and outside quiet hours unless critical. */
  alertId: alertIdSchema.optional(),
  /** A call without a message: the menu for whoever gave a missed call. */
  callsBack: z.boolean().optional(),
  /** May wait for the morning ("you may give again"). */
  keepsQuietHours: z.boolean(),
  state: z.enum(outboxStates),
  tries: z.number().int().nonnegative(),
  /** When to look at it next: send, retry, or find a dead claim. Absent when it has ended. */
  dueAt: epochMsSchema.optional(),
  /** The very words and channel of the first try: the carrier is asked about exactly these before a second. */
  text: z.string().optional(),
  /** call: the phone rings, and what the message says is said there (shared/conversation/call). */
  channel: z.enum(['sms', 'whatsapp', 'call']).optional(),
  /** When it was first handed to the carrier, for asking the carrier before a second try. */
  firstTriedAt: epochMsSchema.optional(),
  carrierId: z.string().optional(),
  error: z.string().optional(),
  /** Given up because its time was over; the carrier never took it. */
  neverLeft: z.literal(true).optional(),
  createdAt: epochMsSchema,
});
export type OutboxRow = z.infer<typeof outboxRowSchema>;
