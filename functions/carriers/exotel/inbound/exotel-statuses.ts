import * as z from 'zod';
import type { MessageStatus } from '../../../ports/inbound.ts';
import type { StatusWebhooks, Webhook } from '../../../ports/webhooks.ts';
import { meaningOf } from '../delivery-words.ts';
import { exotelGuarded } from './exotel-guard.ts';

/** Both shapes of the callback (docs/facts.md#carriers): in JSON the detailed word stands in `Status`. */
const statusSchema = z.object({
  SmsSid: z.string().min(1).max(64),
  Status: z.string().max(64).optional(),
  DetailedStatus: z.string().max(64).optional(),
});
const messageIdSchema = z.string().min(1).max(64);

const fieldsOf = ({ form, body }: Webhook): unknown => {
  if (Object.keys(form).length > 0) return form;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
};

const parseExotelStatus = (webhook: Webhook): MessageStatus | undefined => {
  const fields = statusSchema.safeParse(fieldsOf(webhook)).data;
  const ours = messageIdSchema.safeParse(webhook.query('m'));
  const word = fields?.DetailedStatus || fields?.Status;
  if (!fields || !ours.success || !word) return undefined;
  return { messageId: ours.data, carrierId: fields.SmsSid, ...meaningOf(word) };
};

/** Exotel's callbacks about our texts. Their URL names our own id: `m`. */
export const exotelStatuses: StatusWebhooks = {
  ...exotelGuarded,
  parseMessageStatus: parseExotelStatus,
  parseCallStatus: () => undefined,
};
