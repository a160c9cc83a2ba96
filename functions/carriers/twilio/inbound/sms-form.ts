import * as z from 'zod';
import { maskPhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import type { IncomingText } from '../../../ports/incoming-text.ts';
import type { Form, ParsedText } from '../../../ports/webhooks.ts';
import { parseOptOut } from './opt-out-words.ts';

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
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
});

/** Parses an incoming SMS or WhatsApp message; `whatsapp:+91…` is the same person on another channel. */
export const parseSmsForm = (form: Form): ParsedText => {
  const fields = smsFormSchema.safeParse(form);
  if (!fields.success) {
    return { type: 'malformed', field: String(fields.error.issues[0]?.path[0] ?? 'form') };
  }
  const { MessageSid, Body, NumMedia, OptOutType } = fields.data;
  const { channel, address } = parseAddress(fields.data.From);
  const from = phoneNumberSchema.safeParse(address);
  if (!from.success) return { type: 'no-phone', from: maskPhoneNumber(address) };
  const optOut = OptOutType ?? parseOptOut(Body);
  return {
    type: 'text',
    incoming: {
      id: MessageSid,
      from: from.data,
      channel,
      text: Body,
      media: NumMedia,
      ...(optOut && { optOut }),
    },
  };
};

const parseAddress = (from: string): { channel: IncomingText['channel']; address: string } => {
  const whatsapp = /^whatsapp:(.*)$/i.exec(from)?.[1];
  return whatsapp === undefined
    ? { channel: 'sms', address: from }
    : { channel: 'whatsapp', address: whatsapp.trim() };
};
