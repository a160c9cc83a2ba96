import * as z from 'zod';
import type { MessageStatus } from '../../../ports/inbound.ts';
import type { Form } from '../../../ports/webhooks.ts';
import { toDeliveryError } from '../error-codes.ts';

/** The fields of Twilio's message status callback that we read; older numbers still send the names with Sms. */
const statusFormSchema = z
  .object({
    MessageSid: z.string().min(1).max(64).optional(),
    SmsSid: z.string().min(1).max(64).optional(),
    MessageStatus: z.string().optional(),
    SmsStatus: z.string().optional(),
    ErrorCode: z
      .string()
      .regex(/^[1-9]\d{0,9}$/)
      .optional()
      .catch(undefined),
  })
  .transform((form) => ({
    carrierId: form.MessageSid ?? form.SmsSid,
    status: (form.MessageStatus ?? form.SmsStatus)?.toLowerCase() ?? '',
    code: form.ErrorCode,
  }));

/** Twilio's message states in our terms. */
const states = new Map<string, MessageStatus['state']>([
  ['accepted', 'sent'],
  ['scheduled', 'sent'],
  ['queued', 'sent'],
  ['sending', 'sent'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
]);

/** Our ids have 26 letters; an id longer than a database key would make the database throw. */
const messageIdSchema = z.string().min(1).max(64);

/**
 * Parses a message's status callback. `messageId` is the `m` of its URL. Undefined: nothing to record (the callback of
 * a reply or of a call, or a state we do not know).
 */
export const parseStatusForm = (
  form: Form,
  messageId: string | undefined,
): MessageStatus | undefined => {
  const fields = statusFormSchema.safeParse(form);
  const ours = messageIdSchema.safeParse(messageId);
  if (!fields.data?.carrierId || !ours.success) return undefined;
  const { carrierId, status, code } = fields.data;
  const state = states.get(status);
  if (!state) return undefined;
  const news = { messageId: ours.data, carrierId };
  if (state !== 'failed') return { ...news, state };
  return { ...news, state, error: code ? toDeliveryError(code) : { code: status } };
};
