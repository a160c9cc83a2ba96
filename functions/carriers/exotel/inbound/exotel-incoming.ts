import * as z from 'zod';
import { maskPhoneNumber, parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { epochMs } from '#shared/terms/time.ts';
import type { Form, ParsedText, TextWebhooks } from '../../../ports/webhooks.ts';
import { exotelGuarded } from './exotel-guard.ts';

/** The fields of Exotel's incoming text that we read. */
const textSchema = z.object({
  SmsSid: z.string().regex(/^[\w-]{8,64}$/),
  From: z
    .string()
    .trim()
    .regex(/^[\w+][\w+.@ -]{0,31}$/),
  Body: z.string().default(''),
  /** ISO 8601, in Indian time. */
  DateCreated: z.string().optional(),
});

/** Indian numbers come as +91… and as 0…; a header or a short code is no phone. */
const parseExotelText = (form: Form): ParsedText => {
  const fields = textSchema.safeParse(form);
  if (!fields.success)
    return { type: 'malformed', field: String(fields.error.issues[0]?.path[0] ?? 'form') };
  const { SmsSid, From, Body, DateCreated } = fields.data;
  const isNumber = /^\+?\d{10,15}$/.test(From);
  const from = isNumber ? parsePhoneNumber(From) : undefined;
  if (!from) return { type: 'no-phone', from: maskPhoneNumber(From), channel: 'sms', text: Body };
  const writtenAt = toWrittenAt(DateCreated);
  return {
    type: 'text',
    incoming: {
      id: SmsSid,
      from,
      channel: 'sms',
      text: Body,
      media: 0,
      ...(writtenAt !== undefined && { writtenAt: epochMs(writtenAt) }),
    },
  };
};

/** The latest moment of that second. A time without a zone is Indian. */
const toWrittenAt = (date: string | undefined): number | undefined => {
  const iso = /(?:Z|[+-]\d\d:?\d\d)$/.test(date ?? '') ? date : `${date?.replace(' ', 'T')}+05:30`;
  const at = Date.parse(iso ?? '');
  return Number.isNaN(at) ? undefined : at + 999;
};

/** Exotel's webhook of an incoming text. It reads no reply there: the replies are sent as texts. */
export const exotelTexts: TextWebhooks = {
  ...exotelGuarded,
  repliesByText: true,
  parseText: ({ form }) => parseExotelText(form),
  renderReply: () => ({ contentType: 'text/plain; charset=utf-8', body: '' }),
};
