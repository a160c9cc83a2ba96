import * as z from 'zod';
import { parsePayload } from '#shared/messages/templates/whatsapp/quick-replies.ts';
import { maskPhoneNumber } from '#shared/terms/phone-number.ts';
import type { IncomingText } from '../../../ports/incoming-text.ts';
import type { Form, ParsedText } from '../../../ports/webhooks.ts';
import { parseOptOut } from './opt-out-words.ts';
import { parseSenderAddress } from './sender-address.ts';

const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(?:\.\d+)?$/)
    .transform(Number)
    .refine((value) => Math.abs(value) <= most)
    .optional()
    .catch(undefined);

/** The fields of Twilio's incoming-message webhook that we read. */
const smsFormSchema = z.object({
  MessageSid: z.string().regex(/^(?:SM|MM)[\da-f]{32}$/),
  AccountSid: z
    .string()
    .regex(/^AC[\dA-Za-z]{1,62}$/)
    .optional(),
  /** A phone, a short code or a name of letters, by SMS or another channel. */
  From: z
    .string()
    .trim()
    .regex(/^[\w+][\w+:.@ -]{0,63}$/),
  Body: z.string().default(''),
  NumMedia: z.coerce.number().int().nonnegative().catch(0),
  /** What the first file is: `audio/ogg` of a voice note on WhatsApp. */
  MediaContentType0: z.string().default('').catch(''),
  /** Where the first file is. Only its two ids are read: the address that we ask is our own. */
  MediaUrl0: z
    .string()
    .transform((url) => /\/Messages\/((?:SM|MM)[\da-f]{32})\/Media\/(ME[\da-f]{32})$/.exec(url))
    .optional()
    .catch(undefined),
  /** Of a button on WhatsApp, as its template was filed: an answer, the code it is about, and its question. */
  ButtonPayload: z.string().transform(parsePayload).optional().catch(undefined),
  /** Of a place that was sent on WhatsApp. */
  Latitude: degrees(90),
  Longitude: degrees(180),
  Label: z.string().default('').catch(''),
  Address: z.string().default('').catch(''),
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
});

/** Parses an incoming SMS or WhatsApp message; `whatsapp:+91…` is the same person on another channel. */
export const parseSmsForm = (form: Form): ParsedText => {
  const fields = smsFormSchema.safeParse(form);
  if (!fields.success) {
    return { type: 'malformed', field: String(fields.error.issues[0]?.path[0] ?? 'form') };
  }
  const { MessageSid, Body, NumMedia, OptOutType, ButtonPayload: tap } = fields.data;
  const { channel, phone } = parseSenderAddress(fields.data.From);
  if (!phone)
    return { type: 'no-phone', from: maskPhoneNumber(fields.data.From), channel, text: Body };
  const optOut = OptOutType ?? parseOptOut(Body);
  return {
    type: 'text',
    incoming: {
      id: MessageSid,
      from: phone,
      channel,
      // A tap on an old alert answers that alert; the words on the button do not say which.
      text: tap ? `${tap.digit} ${tap.code}` : Body,
      media: NumMedia,
      ...(fields.data.MediaContentType0.startsWith('audio/') && { voice: true }),
      ...photoOf(fields.data),
      ...(tap && { tap }),
      ...sharedPlace(fields.data),
      ...(optOut && { optOut }),
    },
  };
};

/** A photograph of this very message. */
const photoOf = ({
  MessageSid,
  MediaContentType0,
  MediaUrl0,
}: z.output<typeof smsFormSchema>): Pick<IncomingText, 'photo'> =>
  MediaUrl0?.[1] === MessageSid && /^image\/(?:jpeg|png)$/.test(MediaContentType0)
    ? { photo: `${MessageSid}/${MediaUrl0[2] ?? ''}` }
    : {};

const sharedPlace = ({
  Latitude: lat,
  Longitude: lon,
  Label,
  Address,
}: z.output<typeof smsFormSchema>): Pick<IncomingText, 'sharedPlace'> =>
  lat === undefined || lon === undefined
    ? {}
    : { sharedPlace: { lat, lon, name: `${Label} ${Address}`.trim().slice(0, 200) } };
