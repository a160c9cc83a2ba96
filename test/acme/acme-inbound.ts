import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { SignedWebhooks, StatusWebhooks, TextWebhooks } from '#functions/ports/webhooks.ts';
import type { DeliveryFailure } from '#shared/outbox/outbox-row.ts';
import { maskPhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { acmeDefinition } from './acme-definition.ts';

export const acmeFailures: Record<string, DeliveryFailure> = {
  '1': 'unreachable',
  '2': 'temporary',
  '3': 'opted-out',
  '9': 'other',
};

/** Over the body alone: the URL is not signed. */
export const signAcme = (body: string | Uint8Array, token: string): string =>
  createHmac('sha256', token).update(body).digest('hex');

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const parseJson = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
};

const signed: SignedWebhooks = {
  name: acmeDefinition.name,
  path: acmeDefinition.path,
  bodyType: 'raw',
  checkSignature({ body, header }, { authTokens }) {
    const signature = header('x-acme-signature');
    if (signature === undefined) return 'missing';
    const isSigned = authTokens.some(
      (token) => token !== '' && isSame(signAcme(body, token), signature),
    );
    return isSigned ? 'signed' : 'wrong';
  },
};

const textSchema = z.object({
  id: z.string(),
  from: z.string(),
  text: z.string(),
});

export const acmeTexts: TextWebhooks = {
  ...signed,
  parseText({ body }) {
    const fields = textSchema.safeParse(parseJson(body));
    if (!fields.success) return { type: 'malformed', field: 'id' };
    const from = phoneNumberSchema.safeParse(fields.data.from);
    return from.success
      ? { type: 'text', incoming: { ...fields.data, from: from.data, channel: 'sms', media: 0 } }
      : {
          type: 'no-phone',
          from: maskPhoneNumber(fields.data.from),
          channel: 'sms',
          text: fields.data.text,
        };
  },
  renderReply: (reply) => ({
    contentType: 'application/json',
    body: JSON.stringify(reply === null ? [] : [reply]),
  }),
};

const statusSchema = z.object({
  /** Our own id, as we sent it. */
  ref: z.string(),
  id: z.string(),
  state: z.enum(['sent', 'delivered', 'failed']),
  code: z.string().default('9'),
});

export const acmeStatuses: StatusWebhooks = {
  ...signed,
  parseMessageStatus({ body }) {
    const fields = statusSchema.safeParse(parseJson(body));
    if (!fields.success) return undefined;
    const { ref: messageId, id: carrierId, state, code } = fields.data;
    return state === 'failed'
      ? { messageId, carrierId, state, error: { code, failure: acmeFailures[code] ?? 'other' } }
      : { messageId, carrierId, state };
  },
  parseCallStatus: () => undefined,
};
