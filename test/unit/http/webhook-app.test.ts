import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { twilioStatuses } from '#functions/carriers/twilio/inbound/status-webhooks.ts';
import { twilioTexts } from '#functions/carriers/twilio/inbound/text-webhooks.ts';
import { createSmsApp } from '#functions/http/webhooks/sms-app.ts';
import { createStatusApp } from '#functions/http/webhooks/status-app.ts';
import { createWebhookApp } from '#functions/http/webhooks/webhook-app.ts';
import type { ReceiveText, RecordDelivery } from '#functions/ports/inbound.ts';
import type { Services } from '#functions/ports/services.ts';
import { epochMs } from '#shared/terms/time.ts';
import { twilioSettings } from '#test/world/twilio-settings.ts';
import { messageSid } from '../../fixtures/message-sid.ts';

const publicUrl = 'https://hotline.example.org/base';
const token = 'the-token';
const receiveText = vi.fn<ReceiveText>();
const recordDelivery = vi.fn<RecordDelivery>();
const logged = vi.fn();
const store = createMemoryStore();
const clock = { now: () => epochMs(1.8e12) };
const services = {
  store,
  clock,
  log: { info: logged, error: logged },
  publicUrl: `${publicUrl}/`,
} as unknown as Services;
const writeMetric = vi.fn();
const app = createWebhookApp(
  { services, writeMetric, ...twilioSettings('the-new-token', token, '') },
  [
    createSmsApp({ carrier: twilioTexts, receiveText, replyToHiddenSender: () => 'Please call' }),
    createStatusApp({
      carrier: twilioStatuses,
      recordDelivery,
      recordCallStatus: async () => undefined,
    }),
  ],
);

type Fields = Record<string, string>;
const text: Fields = {
  MessageSid: messageSid('1'),
  From: '+919415012345',
  To: '+915320000000',
  Body: 'Need B+ & 2 units, SRN? बी',
  NumMedia: '0',
};

const form = 'application/x-www-form-urlencoded';
const sign = (pathAndQuery: string, fields: Fields, by = token, base = publicUrl): string =>
  twilioWebhooks.getExpectedTwilioSignature(by, base + pathAndQuery, fields);

const post = (
  path: string,
  fields: Fields,
  signature: string | null = sign(path, fields),
  headers: Record<string, string> = {},
) =>
  app.request(`http://10.0.0.1:8080${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'Content-Type': form,
      ...(signature !== null && { 'X-Twilio-Signature': signature }),
      ...headers,
    },
  });

beforeEach(() => {
  vi.resetAllMocks();
  receiveText.mockResolvedValue({ reply: null });
});

describe('POST /twilio/sms', () => {
  it('passes the text on and answers in TwiML', async () => {
    receiveText.mockResolvedValue({ reply: 'Units <2> & more? हाँ' });
    const response = await post('/twilio/sms', text);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await response.text()).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response><Message>Units &lt;2&gt; &amp; more? हाँ</Message></Response>',
    );
    expect(receiveText).toHaveBeenCalledExactlyOnceWith(services, {
      id: messageSid('1'),
      from: '+919415012345',
      channel: 'sms',
      text: text['Body'],
      media: 0,
    });
  });

  it('answers with an empty Response when there is no reply', async () => {
    const response = await post('/twilio/sms', text);
    expect(await response.text()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  it.each([
    ['whatsapp:+919415012345', { channel: 'whatsapp', from: '+919415012345' }],
    ['+14155550100', { channel: 'sms', from: '+14155550100' }],
  ])('parses the channel of %s', async (From, expected) => {
    await post('/twilio/sms', { ...text, From });
    expect(receiveText.mock.calls[0]?.[1]).toMatchObject(expected);
  });

  it('accepts a picture without text', async () => {
    await post('/twilio/sms', { ...text, Body: '', NumMedia: '2' });
    expect(receiveText.mock.calls[0]?.[1]).toMatchObject({ text: '', media: 2 });
    const { Body: _, NumMedia: __, ...bare } = text;
    await post('/twilio/sms', bare);
    expect(receiveText.mock.calls[1]?.[1]).toMatchObject({ text: '', media: 0 });
  });

  it.each([
    [{ Body: 'stop' }, 'STOP'],
    [{ Body: ' StopAll ' }, 'STOP'],
    [{ Body: 'CANCEL' }, 'STOP'],
    [{ Body: 'start' }, 'START'],
    [{ Body: 'Unstop' }, 'START'],
    [{ Body: 'Yes' }, undefined],
    [{ Body: 'Stop please' }, undefined],
    [{ Body: 'HELP' }, undefined],
    [{ Body: 'Yes', OptOutType: 'START' }, 'START'],
    [{ Body: 'arret', OptOutType: 'STOP' }, 'STOP'],
    [{ Body: 'info', OptOutType: 'HELP' }, 'HELP'],
    [{ Body: 'hello', OptOutType: 'WHATEVER' }, undefined],
  ])('reads %j as %s', async (fields: Fields, optOut) => {
    await post('/twilio/sms', { ...text, ...fields });
    expect(receiveText.mock.calls[0]?.[1].optOut).toBe(optOut);
  });

  it.each(['VM-HDFCBK', '57575', 'messenger:123'])('sends no answer at %s', async (From) => {
    const response = await post('/twilio/sms', { ...text, From });
    expect([response.status, await response.text()]).toEqual([
      200,
      '<?xml version="1.0" encoding="UTF-8"?><Response/>',
    ]);
    expect(receiveText).not.toHaveBeenCalled();
    expect(logged).toHaveBeenCalledOnce();
  });

  it('answers a person on WhatsApp who hides the number', async () => {
    const response = await post('/twilio/sms', { ...text, From: 'whatsapp:IN.1234567890' });
    expect(await response.text()).toContain('<Message>Please call</Message>');
    expect(receiveText).not.toHaveBeenCalled();
  });

  it.each(['MessageSid', 'From'])('answers 400 to a form without %s', async (field) => {
    const { [field]: _, ...rest } = text;
    const response = await post('/twilio/sms', rest);
    expect([response.status, await response.text()]).toEqual([
      400,
      `${field} is missing or malformed`,
    ]);
    expect(receiveText).not.toHaveBeenCalled();
  });

  it('answers 500 without a body when the use case throws, and logs nothing personal', async () => {
    receiveText.mockRejectedValue(new TypeError('Anita +919415012345 said Ramesh'));
    const response = await post('/twilio/sms', text);
    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(JSON.stringify(logged.mock.calls)).not.toMatch(/Anita|9415012345|Ramesh/);
    expect(logged.mock.calls[0]?.[1]).toMatchObject({ path: '/twilio/sms', error: 'TypeError' });
  });
});

describe('the signature', () => {
  const refused = async (response: Response | Promise<Response>) => {
    expect((await response).status).toBe(403);
    expect(receiveText).not.toHaveBeenCalled();
    expect(recordDelivery).not.toHaveBeenCalled();
  };
  const taken = async (response: Response | Promise<Response>) =>
    expect((await response).status).toBe(200);

  it('must be present', async () => {
    await refused(post('/twilio/sms', text, null));
    // A stranger's, so no alarm.
    expect(writeMetric).not.toHaveBeenCalled();
  });
  it('is counted when it is wrong, for an alarm: the hotline may be deaf to its carrier', async () => {
    await refused(post('/twilio/sms', text, sign('/twilio/sms', text, 'another-token')));
    expect(writeMetric).toHaveBeenCalledExactlyOnceWith({ values: { WebhooksRefused: 1 } });
  });
  it('must not be empty', () => refused(post('/twilio/sms', text, '')));
  it('must be made with one of the tokens', async () => {
    await taken(post('/twilio/sms', text, sign('/twilio/sms', text, 'the-new-token')));
    await refused2('another-token');
    await refused2('');
  });
  const refused2 = async (by: string) => {
    receiveText.mockClear();
    await refused(post('/twilio/sms', text, sign('/twilio/sms', text, by)));
  };

  it('covers every field', () =>
    refused(post('/twilio/sms', { ...text, Body: 'changed' }, sign('/twilio/sms', text))));
  it('covers the path and the query as they arrived', async () => {
    await taken(post('/twilio/sms?a=b%20c&d', text));
    receiveText.mockClear();
    await refused(post('/twilio/sms?a=c', text, sign('/twilio/sms?a=b', text)));
    await refused(post('/twilio/sms', text, sign('/twilio/status', text)));
  });
  it('covers the configured URL, whatever the headers say', async () => {
    const foreign = sign('/twilio/sms', text, token, 'https://evil.example.com');
    await refused(
      post('/twilio/sms', text, foreign, {
        Host: 'evil.example.com',
        'X-Forwarded-Host': 'evil.example.com',
        'X-Forwarded-Proto': 'https',
        'X-Original-URL': 'https://evil.example.com/twilio/sms',
      }),
    );
    await refused(
      post('/twilio/sms', text, sign('/twilio/sms', text, token, 'http://10.0.0.1:8080')),
    );
  });
  it('may include the standard port', () =>
    taken(
      post(
        '/twilio/sms',
        text,
        sign('/twilio/sms', text, token, 'https://hotline.example.org:443/base'),
      ),
    ));
  it('covers both values of a repeated field', async () => {
    const fields = { ...text, Extra: ['2', '1'] };
    const signature = twilioWebhooks.getExpectedTwilioSignature(
      token,
      `${publicUrl}/twilio/sms`,
      fields,
    );
    const body = `${new URLSearchParams(text)}&Extra=2&Extra=1`;
    const headers = { 'Content-Type': `${form}; charset=utf-8`, 'X-Twilio-Signature': signature };
    await taken(app.request('/twilio/sms', { method: 'POST', body, headers }));
  });
  it('does not turn another content type into a form', async () => {
    const headers = {
      'Content-Type': 'application/json',
      'X-Twilio-Signature': sign('/twilio/sms', {}),
    };
    const body = JSON.stringify(text);
    const response = await app.request('/twilio/sms', { method: 'POST', body, headers });
    expect(response.status).toBe(400);
  });
  it('is not checked for a body over 64 KB', async () => {
    const big = { ...text, Body: 'x'.repeat(64 * 1024) };
    expect((await post('/twilio/sms', big)).status).toBe(413);
    const stream = new Blob([new URLSearchParams(big).toString()]).stream();
    const response = await app.request('/twilio/sms', {
      method: 'POST',
      body: stream,
      headers: { 'Content-Type': form },
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(receiveText).not.toHaveBeenCalled();
    expect((await post('/twilio/sms', { ...text, Body: 'x'.repeat(60_000) })).status).toBe(200);
  });
});

describe('POST /twilio/status', () => {
  const path = '/twilio/status?m=01abc-%C3%A9%2F';
  const status: Fields = { MessageSid: 'SM2', MessageStatus: 'delivered', To: '+919415012345' };

  it('passes on the state of the message', async () => {
    const response = await post(path, status);
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(recordDelivery).toHaveBeenCalledExactlyOnceWith(services, {
      messageId: '01abc-é/',
      carrierId: 'SM2',
      state: 'delivered',
    });
  });
  it('passes on the carrier’s error and what it means', async () => {
    const failed = { ...status, MessageStatus: 'undelivered', ErrorCode: '30003' };
    await post(path, failed);
    expect(recordDelivery.mock.calls[0]?.[1]).toMatchObject({
      state: 'failed',
      error: { code: '30003', failure: 'temporary' },
    });
  });
  it.each([
    ['/twilio/status', status],
    [path, { ...status, MessageStatus: 'abducted' }],
    [path, { CallSid: 'CA1', CallStatus: 'completed' }],
  ])('records nothing for %s %j', async (where, fields) => {
    expect((await post(where, fields as Fields)).status).toBe(204);
    expect(recordDelivery).not.toHaveBeenCalled();
  });
  it('reads the older field names', async () => {
    await post(path, { SmsSid: 'SM3', SmsStatus: 'sent', ErrorCode: '0' });
    expect(recordDelivery.mock.calls[0]?.[1]).toEqual({
      messageId: '01abc-é/',
      carrierId: 'SM3',
      state: 'sent',
    });
  });
  it.each([
    ['undelivered', { code: 'undelivered' }],
    ['failed', { code: 'failed' }],
    ['canceled', { code: 'canceled' }],
  ])('uses the state %s as the code when there is no error code', async (MessageStatus, error) => {
    await post(path, { ...status, MessageStatus });
    expect(recordDelivery.mock.calls[0]?.[1]).toMatchObject({ state: 'failed', error });
  });
  it.each(['accepted', 'scheduled', 'queued', 'sending', 'sent'])(
    'reads %s as sent',
    async (MessageStatus) => {
      await post(path, { ...status, MessageStatus });
      expect(recordDelivery.mock.calls[0]?.[1]).toMatchObject({ state: 'sent' });
    },
  );
  it('reads read as delivered', async () => {
    await post(path, { ...status, MessageStatus: 'read' });
    expect(recordDelivery.mock.calls[0]?.[1]).toMatchObject({ state: 'delivered' });
  });
  it('must be signed, query included', async () => {
    expect((await post(path, status, sign('/twilio/status', status))).status).toBe(403);
    expect(recordDelivery).not.toHaveBeenCalled();
  });
  it('answers 500 when it cannot be stored', async () => {
    recordDelivery.mockRejectedValue(new Error('away'));
    expect((await post(path, status)).status).toBe(500);
  });
});

describe('everything else', () => {
  it('names the method that a route takes', async () => {
    const response = await app.request('/twilio/sms');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
  it('answers 404 to other paths', async () => {
    expect((await app.request('/twilio/fax')).status).toBe(404);
    // Public, so it has no place beside texts.
    expect((await app.request('/health')).status).toBe(404);
  });
});
