import * as z from 'zod';
import { segmentsOf } from '#shared/messages/segments.ts';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { type EpochMs, epochMsSchema } from '#shared/terms/time.ts';

export const channels = ['sms', 'whatsapp'] as const;
export type Channel = (typeof channels)[number];

/** A text between one phone and the hotline, as the simulated carrier keeps it. */
export const simMessageSchema = z.object({
  /** Twilio's form: SM or MM (with media) and 32 hexadecimal digits. */
  sid: z.string().min(1),
  /** 'carrier': its own answer to STOP, START or HELP. */
  author: z.enum(['phone', 'hotline', 'carrier']),
  direction: z.enum(['inbound', 'outbound-api', 'outbound-reply']),
  phone: phoneNumberSchema,
  channel: z.enum(channels),
  body: z.string(),
  media: z.number().int().nonnegative(),
  status: z.enum(['received', 'queued', 'sent', 'delivered', 'undelivered', 'failed']),
  /** Twilio's error code, of undelivered and failed ones. */
  error: z.number().int().optional(),
  statusCallback: z.string().optional(),
  /** Inbound: what became of the hotline's webhook. */
  webhook: z.enum(['waiting', 'answered', 'failed']).optional(),
  /** Hotline time, all of them. */
  createdAt: epochMsSchema,
  updatedAt: epochMsSchema,
  sentAt: epochMsSchema.optional(),
  arrivedAt: epochMsSchema.optional(),
});
export type SimMessage = z.infer<typeof simMessageSchema>;

/** The same message as it looks on the phone. */
export type Bubble = {
  sid: string;
  phone: PhoneNumber;
  author: SimMessage['author'];
  channel: Channel;
  text: string;
  media: number;
  /** When it was written on the phone, or came to it; of one still under way: when the hotline sent it. */
  at: EpochMs;
  /** False: the phone does not show it, or not yet. */
  arrived: boolean;
  status: SimMessage['status'];
  error: number | null;
  /** An own text: whether the hotline took it. */
  webhook: SimMessage['webhook'] | null;
  characters: number;
  segments: number;
};

export const toBubble = (message: SimMessage): Bubble => {
  const { sid, phone, author, channel, body, media, status, createdAt, arrivedAt } = message;
  return {
    sid,
    phone,
    author,
    channel,
    text: body,
    media,
    at: arrivedAt ?? createdAt,
    arrived: arrivedAt !== undefined,
    status,
    error: message.error ?? null,
    webhook: message.webhook ?? null,
    // Counted when somebody asks: most who hear the news do not.
    get characters() {
      return segmentsOf(body).characters;
    },
    get segments() {
      return segmentsOf(body).segments;
    },
  };
};

/** A message of more than 1,600 characters is not taken (Twilio's error 21617), be it by REST or as a reply in TwiML. */
export const isTooLong = (body: string): boolean => [...body].length > 1600;

/** As Twilio writes a party: +91…, or whatsapp:+91… on that channel. */
export const renderAddress = (phone: string, channel: Channel): string =>
  channel === 'whatsapp' ? `whatsapp:${phone}` : phone;

/** Undefined when it is no phone in E.164. */
export const parseAddress = (
  address: string,
): { phone: PhoneNumber; channel: Channel } | undefined => {
  const whatsapp = address.startsWith('whatsapp:');
  const phone = phoneNumberSchema.safeParse(whatsapp ? address.slice(9) : address);
  return phone.success ? { phone: phone.data, channel: whatsapp ? 'whatsapp' : 'sms' } : undefined;
};
