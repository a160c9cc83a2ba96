import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, test, vi } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { twilioStatuses } from '#functions/carriers/twilio/inbound/status-webhooks.ts';
import { twilioSender } from '#functions/carriers/twilio/twilio-carrier.ts';
import { twilioDefinition } from '#functions/carriers/twilio/twilio-definition.ts';
import { parseCarrierSecret } from '#functions/http/lambda-environment.ts';
import { createStatusApp } from '#functions/http/webhooks/status-app.ts';
import { createWebhookApp } from '#functions/http/webhooks/webhook-app.ts';
import type { Services } from '#functions/ports/services.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { twilioSettings } from '#test/world/twilio-settings.ts';

/* Rotation of the carrier's auth token in the order of docs/operate.md: the right token is accepted at every step. */

const publicUrl = 'https://hotline.example.org';
const path = '/twilio/status?m=m1';
const fields = { MessageSid: 'SM1', MessageStatus: 'delivered' };

/** The status of a callback signed with that token, while the secret has these values. */
const answerTo = async (token: string, secret: Record<string, string>): Promise<number> => {
  const text = JSON.stringify({ TWILIO_ACCOUNT_SID: 'AC1', ...secret });
  const log = { error() {} };
  const services = { store: createMemoryStore(), log, publicUrl } as unknown as Services;
  const app = createWebhookApp(
    {
      services,
      ...twilioSettings(...twilioDefinition.authTokens(parseCarrierSecret('twilio', text))),
    },
    [
      createStatusApp({
        carrier: twilioStatuses,
        recordDelivery: async () => undefined,
        recordCallStatus: async () => undefined,
      }),
    ],
  );
  const signature = twilioWebhooks.getExpectedTwilioSignature(token, publicUrl + path, fields);
  const answer = await app.request(path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': signature,
    },
    body: new URLSearchParams(fields).toString(),
  });
  return answer.status;
};

describe('during a rotation of the auth token', () => {
  test.each([
    ['before', { TWILIO_AUTH_TOKEN: 'old' }, { old: 204, new: 403 }],
    [
      'both, until the new one signs',
      { TWILIO_AUTH_TOKEN: 'new', TWILIO_AUTH_TOKEN_BEFORE: 'old' },
      { old: 204, new: 204 },
    ],
    ['the old one is taken out', { TWILIO_AUTH_TOKEN: 'new' }, { old: 403, new: 204 }],
    [
      'the old one is emptied',
      { TWILIO_AUTH_TOKEN: 'new', TWILIO_AUTH_TOKEN_BEFORE: '' },
      { old: 403, new: 204 },
    ],
  ])('accepts only the tokens of the secret: %s', async (_, secret, letIn) => {
    expect({ old: await answerTo('old', secret), new: await answerTo('new', secret) }).toEqual(
      letIn,
    );
    expect(await answerTo('', secret)).toBe(403);
  });
});

test('requests to the carrier use the API key of the secret, and without one the token', async () => {
  const used: string[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: { headers: { Authorization: string } }) => {
    const [, login = ''] = init.headers.Authorization.split(' ');
    used.push(Buffer.from(login, 'base64').toString());
    return Response.json({ sid: 'SM1' }, { status: 201 });
  });
  const secret = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token' };
  const key = { TWILIO_API_KEY: 'SK1', TWILIO_API_KEY_SECRET: 'key-secret' };
  const from = phoneNumberSchema.parse('+915320000000');
  for (const held of [secret, { ...secret, ...key }]) {
    const values = parseCarrierSecret('twilio', JSON.stringify(held));
    await twilioSender
      .texts(values, { from, publicUrl })
      .send({ to: from, channel: 'sms', text: 'hello', messageId: 'm1' });
  }
  vi.unstubAllGlobals();
  expect(used).toEqual(['AC1:token', 'SK1:key-secret']);
});
