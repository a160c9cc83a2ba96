import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type {
  Form,
  SignedWebhooks,
  StatusWebhooks,
  TextWebhooks,
} from '#functions/ports/webhooks.ts';
import type { DeliveryFailure } from '#shared/outbox/outbox-row.ts';
import { maskPhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { acmeDefinition } from './acme-definition.ts';

export const acmeFailures: Record<string, DeliveryFailure> = {
  '1': 'unreachable',
  '2': 'temporary',
  '3': 'opted-out',
  '9': 'other',
};

export const signAcme = (url: string, form: Form, token: string): string =>
  createHmac('sha256', token)
    .update(JSON.stringify([url, form]))
    .digest('hex');

const signed: SignedWebhooks = {
  name: acmeDefinition.name,
  path: acmeDefinition.path,
  checkSignature({ url, form, header }, { publicUrl, authTokens }) {
    const signature = header('x-acme-signature');
    if (signature === undefined) return 'missing';
    const { pathname, search } = new URL(url);
    const isSigned = authTokens.some(
      (token) => token !== '' && signAcme(publicUrl + pathname + search, form, token) === signature,
    );
    return isSigned ? 'signed' : 'wrong';
  },
};

const textSchema = z.object({
  id: z.string(),
  from: z.string(),
  text: z.string(),
  channel: z.enum(['sms', 'whatsapp']),
});

export const acmeTexts: TextWebhooks = {
  ...signed,
  parseText({ form }) {
    const fields = textSchema.safeParse(form);
    if (!fields.success) return { type: 'malformed', field: 'id' };
    const from = phoneNumberSchema.safeParse(fields.data.from);
    return from.success
      ? { type: 'text', incoming: { ...fields.data, from: from.data, media: 0 } }
      : { type: 'no-phone', from: maskPhoneNumber(fields.data.from) };
  },
  renderReply: (reply) => ({
    contentType: 'application/json',
    body: JSON.stringify(reply === null ? [] : [reply]),
  }),
};

const statusSchema = z.object({
  id: z.string(),
  state: z.enum(['sent', 'delivered', 'failed']),
  code: z.string().default('9'),
});

export const acmeStatuses: StatusWebhooks = {
  ...signed,
  parseMessageStatus({ form, query }) {
    const fields = statusSchema.safeParse(form);
    const messageId = query('m');
    if (!fields.success || messageId === undefined) return undefined;
    const { id: carrierId, state, code } = fields.data;
    return state === 'failed'
      ? { messageId, carrierId, state, error: { code, failure: acmeFailures[code] ?? 'other' } }
      : { messageId, carrierId, state };
  },
  parseCallStatus: () => undefined,
};
