import * as z from 'zod';
import { type Message, messageSchema } from '../messages/message-keys.ts';
import { alertIdSchema, requestIdSchema } from '../terms/ids.ts';
import { type PhoneNumber, phoneNumberSchema } from '../terms/phone-number.ts';
import { type EpochMs, epochMsSchema } from '../terms/time.ts';

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
  /** May be over in a while. */
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
 * A message to send. Language, channel and wording are chosen when it is sent, from the person's latest settings.
 * Number, parameters and text are deleted when it has ended: only needed data stays (docs/facts.md#law).
 */
export const outboxRowSchema = z.object({
  kind: z.literal('outbox'),
  id: z.string().min(1),
  version: z.number().int().nonnegative(),
  to: phoneNumberSchema.optional(),
  message: messageSchema.optional(),
  /** The request it is about, for the timeline. */
  requestId: requestIdSchema.optional(),
  /** An alert is sent only while its request is searching, and outside quiet hours unless critical. */
  alertId: alertIdSchema.optional(),
  /** A call without a message: the menu for the caller of a missed call. */
  callsBack: z.boolean().optional(),
  /** A volunteer asked in the console to be connected: with the family, or with the donor of this alert. */
  connects: z.object({ requestId: requestIdSchema, alertId: alertIdSchema.optional() }).optional(),
  /** The answer to FORGET, when it cannot be a reply: its phone is no longer stored. */
  toErased: z.literal(true).optional(),
  /** May wait for the morning ("you may give again"). */
  keepsQuietHours: z.boolean(),
  state: z.enum(outboxStates),
  tries: z.number().int().nonnegative(),
  /**
   * When to look at it next: send, retry, or take a failed message off the console's list. Absent once
   * nothing is left to do.
   */
  dueAt: epochMsSchema.optional(),
  /**
   * Until when it is in hand: with the process that claimed it, then with the carrier, whose report is awaited. `dueAt`
   * stays as it is meanwhile: each move in the index of what is due is charged like two writes.
   */
  leaseEndsAt: epochMsSchema.optional(),
  /** The exact text and channel of the first try: the carrier is asked about exactly these before a second try. */
  text: z.string().optional(),
  /** call: the phone rings, and the message is spoken (shared/conversation/call-menu). */
  channel: z.enum(['sms', 'whatsapp', 'call']).optional(),
  /** WhatsApp refused it (`error`), so it leaves as an SMS, once. */
  movedFrom: z.literal('whatsapp').optional(),
  /** When it was first handed to the carrier, for asking the carrier before a second try. */
  firstTriedAt: epochMsSchema.optional(),
  carrierId: z.string().optional(),
  /** The carrier's code, or one of our own. */
  error: z.string().optional(),
  /** What the carrier's code means; absent for our own codes, and in rows stored before this field existed. */
  failure: z.enum(deliveryFailures).optional(),
  /**
   * Given up because its stage was over, while the carrier could not say whether it had left. It is never sent; the
   * carrier is asked later, because a donor it did not reach may be asked again.
   */
  givenUp: z.literal(true).optional(),
  /** Given up; the carrier never accepted it. */
  neverLeft: z.literal(true).optional(),
  createdAt: epochMsSchema,
});
export type OutboxRow = z.infer<typeof outboxRowSchema>;

/** A message to send at once. */
export const newRow = (id: string, to: PhoneNumber, message: Message, now: EpochMs): OutboxRow => ({
  kind: 'outbox',
  id,
  version: 0,
  to,
  message,
  keepsQuietHours: false,
  state: 'queued',
  tries: 0,
  dueAt: now,
  createdAt: now,
});
