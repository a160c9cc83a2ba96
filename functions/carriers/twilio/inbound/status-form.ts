import * as z from 'zod';
import type { Form } from '../../../http/form.ts';
import { type MessageStatus, messageStates } from '../../../ports/inbound.ts';

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
    status: (form.MessageStatus ?? form.SmsStatus)?.toLowerCase(),
    error: form.ErrorCode,
  }));

const messageStateSchema = z.enum(messageStates);

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
  const status = messageStateSchema.safeParse(fields.data?.status);
  const ours = messageIdSchema.safeParse(messageId);
  if (!fields.data?.carrierId || !status.success || !ours.success) return undefined;
  const { carrierId, error } = fields.data;
  return { messageId: ours.data, carrierId, status: status.data, ...(error && { error }) };
};
