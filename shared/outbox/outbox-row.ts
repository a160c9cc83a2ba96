import * as z from 'zod';
import { messageSchema } from '../messages/message-keys.ts';
import { alertIdSchema, requestIdSchema } from '../terms/ids.ts';
import { phoneNumberSchema } from '../terms/phone-number.ts';
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

/** What a failed delivery means, in our own terms. Each carrier maps its error codes to these. */
export const deliveryFailures = [
  'opted-out',
  'no-such-number',
  /** This number takes no texts at all. */
  'unreachable',
  /** This number takes no calls. */
  'uncallable',
  /** May be gone in a while. */
  'temporary',
  /** WhatsApp no longer takes it; a plain text may still arrive. */
  'other-channel',
  /** Says nothing about the number: our account, our pace, or the carrier itself. */
  'other',
] as const;
export type DeliveryFailure = (typeof deliveryFailures)[number];

/** Why a message did not arrive. `failure` is present when the carrier gave the code, absent for a code of our own. */
export type DeliveryError = { code: string; failure?: DeliveryFailure | undefined };

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
  /** The carrier's code, or one of our own. */
  error: z.string().optional(),
  /** What the carrier's code means; absent for our own codes, and in rows stored before it was kept. */
  failure: z.enum(deliveryFailures).optional(),
  /** Given up because its time was over; the carrier never took it. */
  neverLeft: z.literal(true).optional(),
  createdAt: epochMsSchema,
});
export type OutboxRow = z.infer<typeof outboxRowSchema>;
