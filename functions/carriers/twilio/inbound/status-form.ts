import * as z from 'zod';
import type { MessageStatus } from '../../../ports/inbound.ts';
import type { Form } from '../../../ports/webhooks.ts';
import { toDeliveryError } from '../error-codes.ts';

/** The fields of Twilio's message status callback that we read; older numbers still send the Sms… names. */
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

/** Ours are 26 letters; what is longer than a key may be would make the database throw. */
const messageIdSchema = z.string().min(1).max(64);

/**
 * What became of one of our messages. Undefined: nothing to settle (a reply's own callback, a call's, a state we
 * do not know). `messageId` is the `m` of the callback's URL.
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
