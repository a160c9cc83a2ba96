import * as z from 'zod';
import { segmentsOf } from '#shared/messages/segments.ts';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { type EpochMs, epochMsSchema } from '#shared/terms/time.ts';

export const channels = ['sms', 'whatsapp'] as const;
export type Channel = (typeof channels)[number];

const buttonSchema = z.object({ title: z.string(), id: z.string() });

/** A text between one phone and the hotline, as the simulated carrier keeps it. */
export const simMessageSchema = z.object({
  /** Twilio's form: SM or MM (with media) and 32 hexadecimal digits. */
  sid: z.string().min(1),
  /** 'carrier': its answer to STOP, START or HELP. */
  author: z.enum(['phone', 'hotline', 'carrier']),
  direction: z.enum(['inbound', 'outbound-api', 'outbound-reply']),
  phone: phoneNumberSchema,
  channel: z.enum(channels),
  body: z.string(),
  media: z.number().int().nonnegative(),
  /** Of the first file: image/jpeg, audio/ogg. */
  mediaType: z.string().optional(),
  /** The first file itself, in base64; gone once the hotline has deleted it. */
  file: z.string().optional(),
  /** The content template it was made of, and its buttons. */
  content: z.string().optional(),
  buttons: z.array(buttonSchema).optional(),
  /** A tap on a button of an earlier message. */
  tap: z.object({ on: z.string(), ...buttonSchema.shape }).optional(),
  /** A place that the phone sent. */
  place: z.object({ lat: z.number(), lon: z.number(), label: z.string() }).optional(),
  status: z.enum(['received', 'queued', 'sent', 'delivered', 'undelivered', 'failed']),
  /** Twilio's error code, of undelivered and failed ones. */
  error: z.number().int().optional(),
  statusCallback: z.string().optional(),
  /** Inbound: the state of the hotline's webhook. */
  webhook: z.enum(['waiting', 'answered', 'failed']).optional(),
  /** All times are hotline time. */
  createdAt: epochMsSchema,
  updatedAt: epochMsSchema,
  sentAt: epochMsSchema.optional(),
  arrivedAt: epochMsSchema.optional(),
});
export type SimMessage = z.infer<typeof simMessageSchema>;

/** The sid of its first file. */
export const mediaSidOf = (sid: string): string => `ME${sid.slice(2)}`;

/** The same message as the phone shows it. */
export type Bubble = {
  sid: string;
  phone: PhoneNumber;
  author: SimMessage['author'];
  channel: Channel;
  text: string;
  media: number;
  /** The titles of its buttons. */
  buttons: string[];
  /** When the phone wrote or received it; for a message under way, when the hotline sent it. */
  at: EpochMs;
  /** False: the phone does not show it (yet). */
  arrived: boolean;
  status: SimMessage['status'];
  error: number | null;
  /** A text of the phone: whether the hotline took it. */
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
    buttons: (message.buttons ?? []).map(({ title }) => title),
    at: arrivedAt ?? createdAt,
    arrived: arrivedAt !== undefined,
    status,
    error: message.error ?? null,
    webhook: message.webhook ?? null,
    // Counted on access: most listeners do not read it.
    get characters() {
      return segmentsOf(body).characters;
    },
    get segments() {
      return segmentsOf(body).segments;
    },
  };
};

/** Twilio refuses a message of more than 1,600 characters (error 21617), by REST and as a reply in TwiML. */
export const isTooLong = (body: string): boolean => [...body].length > 1600;

/** Twilio's form of an address: +91…, or whatsapp:+91… on that channel. */
export const renderAddress = (phone: string, channel: Channel): string =>
  channel === 'whatsapp' ? `whatsapp:${phone}` : phone;

/** Undefined unless it is a phone number in E.164. */
export const parseAddress = (
  address: string,
): { phone: PhoneNumber; channel: Channel } | undefined => {
  const whatsapp = address.startsWith('whatsapp:');
  const phone = phoneNumberSchema.safeParse(whatsapp ? address.slice(9) : address);
  return phone.success ? { phone: phone.data, channel: whatsapp ? 'whatsapp' : 'sms' } : undefined;
};
