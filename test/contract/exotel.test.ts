import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { meaningOf } from '#functions/carriers/exotel/delivery-words.ts';
import { exotelDefinition } from '#functions/carriers/exotel/exotel-definition.ts';
import { exotelTexts } from '#functions/carriers/exotel/inbound/exotel-incoming.ts';
import { exotelStatuses } from '#functions/carriers/exotel/inbound/exotel-statuses.ts';
import { createExotelTexts } from '#functions/carriers/exotel/outbound/exotel-texts.ts';
import type { Webhook } from '#functions/ports/webhooks.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import {
  aText,
  type CarrierFault,
  describeTextSender,
  type TextSenderWorld,
} from './carrier.contract.ts';
import { describeWebhooks, type FarWebhooks, hotlineNumber } from './webhooks.contract.ts';

type Fields = Record<string, string>;
const secrets = {
  now: 'new-secret-of-twenty-four-letters',
  before: 'old-secret-of-twenty-four-letters',
};
const values = {
  EXOTEL_SID: 'group1',
  EXOTEL_API_KEY: 'key',
  EXOTEL_API_TOKEN: 'token',
  EXOTEL_WEBHOOK_SECRET: secrets.now,
  EXOTEL_WEBHOOK_SECRET_BEFORE: secrets.before,
  EXOTEL_HEADER: 'PMITRA',
  EXOTEL_DLT_ENTITY_ID: '1101234567890123456',
};
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Exotel's REST API for texts, as its documentation has it. */
const openExotel = async (): Promise<
  TextSenderWorld & {
    forms: URLSearchParams[];
    answer(status: number, headers: Fields, body: object): void;
  }
> => {
  let fault: CarrierFault = { type: 'none' };
  let instead: { status: number; headers: Fields; body: object } | undefined;
  const forms: URLSearchParams[] = [];
  const server = createServer(async (request, response): Promise<void> => {
    const json = (status: number, body: object, headers: Fields = {}): void =>
      void response
        .writeHead(status, { 'Content-Type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    let body = '';
    for await (const chunk of request) body += chunk;
    expect(request.url).toBe('/v1/Accounts/group1/Sms/send.json');
    expect(request.headers.authorization).toBe(
      `Basic ${Buffer.from('key:token').toString('base64')}`,
    );
    if (instead) return json(instead.status, instead.body, instead.headers);
    if (fault.type === 'status') {
      const { status, code } = fault;
      return json(status, { RestException: { Status: status, Message: 'no', Code: code } });
    }
    if (fault.type === 'time-out-before-accepting') return;
    const form = new URLSearchParams(body);
    forms.push(form);
    const Sid = `e${String(forms.length).padStart(31, '0')}`;
    const [From, To, Body] = ['From', 'To', 'Body'].map((name) => form.get(name));
    const created = { Sid, AccountSid: 'group1', From, To, Body, Status: 'queued' };
    // 200 on one page, 202 on another.
    if (fault.type === 'none')
      json(202, { SMSMessage: { ...created, DateSent: null, Price: null } });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const from = phoneNumberSchema.parse('+915320000000');
  const options = { from, publicUrl: 'https://hotline.example.org/' };
  return {
    carrier: createExotelTexts({ ...values, EXOTEL_API_URL: url }, options, { timeoutMs: 1000 }),
    forms,
    fault: (next) => {
      fault = next;
    },
    answer: (status, headers, body) => {
      instead = { status, headers, body };
    },
    accepted: () =>
      forms.map((form) => ({
        to: form.get('To') ?? '',
        from: form.get('From') ?? '',
        text: form.get('Body') ?? '',
        callback: form.get('StatusCallback') ?? '',
      })),
  };
};

describeTextSender('Exotel’s adapter', openExotel, {
  carriesWhatsApp: false,
  tells: false,
  id: /^e\d+$/,
  status: /\/exotel\/status\/new-secret-of-twenty-four-letters\?m=01abc$/,
  optedOut: 'FAILED_DND',
  means: 'unreachable',
  busy: 'FAILED_RATE_LIMITED',
});

describe('Exotel’s REST API', () => {
  it('gets header, DLT ids, encoding and priority', async () => {
    const { carrier, forms } = await openExotel();
    await carrier.send(aText({ text: 'Plain', templateId: '1107', isUrgent: true }));
    await carrier.send(aText({ text: 'खून' }));
    expect(Object.fromEntries(forms[0] ?? [])).toMatchObject({
      From: 'PMITRA',
      EncodingType: 'plain',
      SmsType: 'transactional',
      DltEntityId: '1101234567890123456',
      DltTemplateId: '1107',
      Priority: 'high',
      CustomField: '01abc',
    });
    expect(forms[1]?.get('EncodingType')).toBe('unicode');
    expect(forms[1]?.get('Priority')).toBe('normal');
  });

  it.each([
    [400, 'INVALID_DLT_TEMPLATE', { type: 'refused', failure: 'other' }],
    [400, 40200, { type: 'refused', code: '40200', failure: 'other' }],
    [401, undefined, { type: 'busy', code: 'HTTP_401' }],
    [403, 'ACCOUNT_SUSPENDED', { type: 'busy', failure: 'other' }],
    [503, undefined, { type: 'unknown' }],
    [500, undefined, { type: 'unknown' }],
  ])('maps %i %s to its result', async (status, code, result) => {
    const { carrier, fault } = await openExotel();
    await fault({ type: 'status', status, ...(code !== undefined && { code }) });
    const found = await carrier.send(aText());
    expect(found).toMatchObject(result);
  });

  it('says when to come again', async () => {
    const { carrier, answer } = await openExotel();
    answer(429, { 'Retry-After': '30' }, { RestException: { Status: 429 } });
    expect(await carrier.send(aText())).toMatchObject({ type: 'busy', afterMs: 30_000 });
  });
});

const post = (path: string, form: Fields, json?: object): Webhook => {
  const url = `http://10.0.0.1:8080${path}`;
  const body = json ? JSON.stringify(json) : new URLSearchParams(form).toString();
  return {
    url,
    form: json ? {} : form,
    body: new TextEncoder().encode(body),
    query: (name) => new URL(url).searchParams.get(name) ?? undefined,
    header: () => undefined,
    address: '203.0.113.7',
  };
};
const words = {
  unreachable: 'FAILED_DND',
  temporary: 'FAILED_UNREACHABLE',
  other: 'FAILED_DLT_TEMPLATE',
};
const wordOf = (state: Parameters<FarWebhooks['messageStatus']>[1]): string => {
  if (typeof state === 'object')
    return new Map<string, string>(Object.entries(words)).get(state.failure) ?? '';
  return state === 'sent' ? 'SUBMITTED_TO_OPERATOR' : 'DELIVERED_TO_HANDSET';
};
const noCalls = (): never => {
  throw new Error('Exotel carries texts alone');
};
/** Both shapes of the callback. */
const far = (isJson: boolean): FarWebhooks => ({
  text: ({ id, from = '', text = '' }, secret = secrets.now) =>
    post(`/exotel/sms/${secret.split(' ')[0]}`, {
      ...(id !== undefined && { SmsSid: id }),
      From: from.replace(/^\+91/, '0'),
      To: hotlineNumber,
      Body: text,
      AccountSid: 'group1',
    }),
  messageStatus(messageId, state) {
    const path = `/exotel/status/${secrets.now}?m=${messageId}`;
    const named = { SmsSid: 'e0001234', To: '+919415012345' };
    return isJson
      ? post(path, {}, { ...named, Status: wordOf(state), ExoStatusCode: 20005 })
      : post(path, {
          ...named,
          AccountSid: 'group1',
          Status: 'sent',
          DetailedStatus: wordOf(state),
        });
  },
  callStatus: () => post(`/exotel/status/${secrets.now}`, { AccountSid: 'group1' }),
  call: noCalls,
  answer: noCalls,
  pickUp: noCalls,
  unsigned: (webhook) => ({ ...webhook, url: webhook.url.replace(/\/[\w-]{24,}/, '') }),
  messagesIn: () => [],
});

for (const isJson of [false, true])
  describeWebhooks(`Exotel, callbacks in ${isJson ? 'JSON' : 'a form'}`, {
    texts: exotelTexts,
    statuses: exotelStatuses,
    far: far(isJson),
    carries: exotelDefinition.carries,
    isUnsigned: true,
    tokens: {
      now: 'new-secret-of-twenty-four-letters group1 ',
      before: 'old-secret-of-twenty-four-letters group1 ',
    },
    failures: ['unreachable', 'temporary', 'other'],
  });

describe('what guards Exotel’s webhooks', () => {
  const guard = (more = '') => ({
    publicUrl: 'https://hotline.example.org',
    authTokens: exotelDefinition.authTokens({ ...values, ...(more && { EXOTEL_ADDRESSES: more }) }),
  });
  const text = far(false).text({ id: 'e0001234', from: '+919415012345', text: '1' });

  it('is a secret, our account and, where they are known, the addresses', () => {
    expect(exotelTexts.checkSignature(text, guard())).toBe('signed');
    expect(exotelTexts.checkSignature(text, guard('203.0.113.7,203.0.113.8'))).toBe('signed');
    expect(exotelTexts.checkSignature(text, guard('203.0.113.8'))).toBe('wrong');
    const { AccountSid: _, ...nameless } = text.form;
    expect(exotelTexts.checkSignature({ ...text, form: nameless }, guard())).toBe('wrong');
    const other = { ...text, form: { ...text.form, AccountSid: 'another' } };
    expect(exotelTexts.checkSignature(other, guard())).toBe('wrong');
  });
});

describe('a word of Exotel’s', () => {
  it.each([
    ['DELIVERED_TO_HANDSET', { state: 'delivered' }],
    ['delivered', { state: 'delivered' }],
    ['DELIVERED_TO_OPERATOR', { state: 'sent' }],
    ['PENDING_TO_OPERATOR', { state: 'sent' }],
    ['failed-dnd', { error: { code: 'FAILED_DND', failure: 'unreachable' } }],
    ['FAILED_REJECTED_BLACKLIST', { error: { failure: 'unreachable' } }],
    ['FAILED_DLT_CONSENT_MISSING', { error: { failure: 'unreachable' } }],
    ['FAILED_DLT_TEMPLATE', { error: { failure: 'other' } }],
    ['FAILED_INVALID_SENDER_ID', { error: { failure: 'other' } }],
    ['FAILED_INVALID_NUMBER', { error: { failure: 'no-such-number' } }],
    ['FAILED_SUBSCRIBER_UNKNOWN', { error: { failure: 'no-such-number' } }],
    ['FAILED_INSUFFICIENT_BALANCE', { error: { failure: 'other' } }],
    ['FAILED_OPERATOR_ERROR', { error: { failure: 'temporary' } }],
    ['EXPIRED', { error: { failure: 'temporary' } }],
    ['FAILED_RATE_LIMITED', { error: { failure: 'temporary' } }],
    ['SOMETHING_NEW', { state: 'failed', error: { failure: 'other' } }],
  ])('%s', (word, meaning) => {
    expect(meaningOf(word)).toMatchObject(meaning);
  });
});
