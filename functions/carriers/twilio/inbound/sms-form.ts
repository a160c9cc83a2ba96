import * as z from 'zod';
import { maskPhoneNumber } from '#shared/terms/phone-number.ts';
import type { Form, ParsedText } from '../../../ports/webhooks.ts';
import { parseOptOut } from './opt-out-words.ts';
import { parseSenderAddress } from './sender-address.ts';

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
  /** Of a button on WhatsApp, as its template was filed: an answer and the code it is about. */
  ButtonPayload: z
    .string()
    .regex(/^[1-9] \d{4,7}$/)
    .optional()
    .catch(undefined),
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
});

/** Parses an incoming SMS or WhatsApp message; `whatsapp:+91…` is the same person on another channel. */
export const parseSmsForm = (form: Form): ParsedText => {
  const fields = smsFormSchema.safeParse(form);
  if (!fields.success) {
    return { type: 'malformed', field: String(fields.error.issues[0]?.path[0] ?? 'form') };
  }
  const { MessageSid, Body, NumMedia, OptOutType } = fields.data;
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
      // A tap on an old alert answers that alert; the words on the button name none.
      text: fields.data.ButtonPayload ?? Body,
      media: NumMedia,
      ...(optOut && { optOut }),
    },
  };
};
