import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, describe, expect, test } from 'vitest';
import { openJournal } from '#infra/local/simulator/messages/journal-file.ts';
import {
  createSimulatedCarrier,
  type SimulatedCarrierOptions,
} from '#infra/local/simulator/simulated-carrier.ts';
import { epochMs } from '#shared/terms/time.ts';
import { virtualTime } from '../../world/virtual-time.ts';

const account = 'AC0123456789abcdef0123456789abcdef';
const token = 'a-token-of-the-test';
const publicUrl = 'https://hotline.example/base';
const hotline = '+915320000000';
const anita = '+915550000101';
const start = epochMs(Date.UTC(2026, 10, 23, 4, 30, 15));

type Heard = { path: string; form: Record<string, string>; signed: boolean };

/** The smallest hotline: it checks signatures with Twilio's package and gives the answers that the test sets. */
const fakeHotline = () => {
  const heard: Heard[] = [];
  const answers: (() => Response | Promise<Response>)[] = [];
  const app = new Hono();
  app.post('*', async (c) => {
    const form = Object.fromEntries(new URLSearchParams(await c.req.text()));
    const signed = twilioWebhooks.validateRequest(
      token,
      c.req.header('x-twilio-signature') ?? '',
      c.req.url,
      form,
    );
    const { pathname, search } = new URL(c.req.url);
    heard.push({ path: pathname + search, form, signed });
    const answer = answers.shift();
    if (answer) return answer();
    if (pathname.endsWith('/status')) return c.body(null, 204);
    return c.body(`<?xml version="1.0" encoding="UTF-8"?><Response/>`, 200, {
      'Content-Type': 'text/xml',
    });
  });
  const says = (xml: string) =>
    answers.push(() => new Response(xml, { headers: { 'Content-Type': 'text/xml' } }));
  const statuses = () => heard.filter((h) => h.path.includes('/status'));
  return { app, heard, answers, says, statuses };
};

const world = (more: Partial<SimulatedCarrierOptions> = {}) => {
  const time = virtualTime(start);
  const phone = fakeHotline();
  const carrier = createSimulatedCarrier({
    accountSid: account,
    authToken: token,
    publicUrl,
    hotlineNumber: hotline,
    now: time.clock.now,
    later: time.later,
    webhook: async (request) => phone.app.request(request),
    webhookTimeoutMs: 20,
    ...more,
  });
  const pass = async (ms: number) => {
    const until = time.clock.now() + ms;
    for (
      let next = time.nextTimer();
      next !== undefined && next <= until;
      next = time.nextTimer()
    ) {
      time.goTo(next);
      await carrier.idle();
    }
    time.goTo(until);
    await carrier.idle();
  };
  return { ...phone, carrier, time, pass };
};

const url = `/2010-04-01/Accounts/${account}/Messages.json`;
const basic = `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`;
type World = ReturnType<typeof world>;

const send = async (w: World, form: Record<string, string> = {}, authorization = basic) => {
  const response = await w.carrier.app.request(url, {
    method: 'POST',
    headers: { Authorization: authorization },
    body: new URLSearchParams({
      To: anita,
      From: hotline,
      Body: 'Can you give?',
      StatusCallback: `${publicUrl}/twilio/status?m=42`,
      ...form,
    }),
  });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
};
const list = async (w: World, query: string) => {
  const response = await w.carrier.app.request(`${url}?${query}`, {
    headers: { Authorization: basic },
  });
  return (await response.json()) as Record<string, unknown> & {
    messages: Record<string, unknown>[];
  };
};
const shown = (w: World, phone = anita) =>
  w.carrier
    .messagesOf(phone)
    .filter((b) => b.arrived)
    .map((b) => `${b.author}: ${b.text}`);

describe('a text to the hotline', () => {
  test('is posted as a webhook signed over the public URL, and the answer reaches the phone', async () => {
    const w = world();
    w.says(
      '<Response><Message>Thank you &amp; नमस्ते &#128591;</Message><Message><Body>Two</Body></Message></Response>',
    );
    const outcome = await w.carrier.text('094150 12345', 'B+ chahiye');
    expect(outcome).toMatchObject({ taken: true, replies: ['Thank you & नमस्ते 🙏', 'Two'] });
    expect(w.heard).toHaveLength(1);
    expect(w.heard[0]).toMatchObject({
      path: '/base/twilio/sms',
      signed: true,
      form: {
        From: '+919415012345',
        To: hotline,
        Body: 'B+ chahiye',
        NumMedia: '0',
        AccountSid: account,
        MessageSid: outcome.messageSid,
        SmsStatus: 'received',
      },
    });
    expect(outcome.messageSid).toMatch(/^SM[0-9a-f]{32}$/);
    expect(w.carrier.messagesOf('+919415012345')).toMatchObject([
      {
        author: 'phone',
        text: 'B+ chahiye',
        segments: 1,
        characters: 10,
        webhook: 'answered',
        at: start,
      },
      { author: 'hotline', status: 'delivered', segments: 1 },
      { author: 'hotline', text: 'Two' },
    ]);
  });

  test('on WhatsApp has whatsapp addresses on both sides and its media', async () => {
    const w = world();
    await w.carrier.text(anita, '', { channel: 'whatsapp', media: 2 });
    expect(w.heard[0]?.form).toMatchObject({
      From: `whatsapp:${anita}`,
      To: `whatsapp:${hotline}`,
      NumMedia: '2',
      MediaContentType1: 'image/jpeg',
    });
  });

  const refused = () =>
    Promise.reject(Object.assign(new Error('refused'), { cause: { code: 'ECONNREFUSED' } }));
  const silence = () => new Promise<Response>(() => {});
  const broken = () => Promise.reject(new Error('reset'));
  const status = (code: number) => () => new Response(null, { status: code });

  describe.each([
    ['', 'ct', 1],
    ['#rc=3&rp=all&rt=4500', 'all', 3],
    ['#rc=2&rp=5xx,ct', '5xx,ct', 2],
    ['#rp=4xx,rt', '4xx,rt', 1],
    ['#rc=0', '', 0],
    ['#rc=9&rp=ct', 'ct', 1],
  ])('posted to a URL with "%s"', (fragment, repeated, retries) => {
    test.each([
      ['ct', refused],
      ['rt', silence],
      ['cut', broken],
      ['4xx', status(429)],
      ['5xx', status(503)],
    ])('is repeated after %s as the policy says', async (trouble, answer) => {
      const smsUrl = `${publicUrl}/twilio/sms${fragment}`;
      const w = world({ smsUrl, smsFallbackUrl: null, webhookTimeoutMs: 150 });
      w.app.onError((error) => {
        throw error;
      });
      const isRepeated =
        retries > 0 && (repeated === 'all' || repeated.split(',').includes(trouble));
      for (let i = 0; i < 9; i++) w.answers.push(answer);
      expect(await w.carrier.text(anita, 'BLOOD')).toMatchObject({ taken: false });
      // Without a time for one answer, silence takes all of the time that the tries share.
      const isTimed = trouble === 'rt' && fragment.includes('rt=');
      if (isTimed) expect(w.heard.length).toBeGreaterThan(1);
      else expect(w.heard).toHaveLength(isRepeated && trouble !== 'rt' ? retries + 1 : 1);
      expect(w.heard.every(({ path }) => path === '/base/twilio/sms')).toBe(true);
    });
  });

  test('is repeated after silence within the time for one answer, and the reply comes once', async () => {
    const smsUrl = `${publicUrl}/twilio/sms#rc=3&rp=all&rt=100`;
    const w = world({ smsUrl, webhookTimeoutMs: 5000 });
    w.answers.push(silence);
    w.says('<Response><Message>here</Message></Response>');
    await w.carrier.text(anita, 'BLOOD');
    expect(w.heard).toHaveLength(2);
    expect(shown(w)).toEqual(['phone: BLOOD', 'hotline: here']);
  });

  test('goes to the fallback URL when all tries have failed, with the error', async () => {
    const smsUrl = `${publicUrl}/twilio/sms`;
    const w = world({ smsUrl });
    w.answers.push(status(503));
    w.answers.push(() => new Response(null, { status: 204 }));
    expect(await w.carrier.text(anita, 'BLOOD')).toMatchObject({ taken: true, replies: [] });
    expect(w.heard.map(({ path }) => path)).toEqual([
      '/base/twilio/sms',
      '/base/twilio/sms/fallback',
    ]);
    expect(w.heard[1]?.form).toMatchObject({
      MessageSid: w.heard[0]?.form['MessageSid'],
      ErrorCode: '11200',
      ErrorUrl: smsUrl,
    });
  });

  test('is lost without a fallback after one 503, a 403 and an answer that is not TwiML', async () => {
    const w = world({ smsUrl: `${publicUrl}/twilio/sms`, smsFallbackUrl: null });
    w.answers.push(status(503), status(403));
    expect(await w.carrier.text(anita, 'one')).toMatchObject({ taken: false });
    expect(await w.carrier.text(anita, 'two')).toMatchObject({ taken: false });
    w.says('<Response><Message>torn');
    expect(await w.carrier.text(anita, 'three')).toMatchObject({ taken: false, replies: [] });
    expect(w.heard).toHaveLength(3);
    expect(w.carrier.messagesOf(anita).map((b) => b.webhook)).toEqual([
      'failed',
      'failed',
      'failed',
    ]);
  });

  test('is not duplicated when it is posted again with the sid of an earlier one', async () => {
    const w = world();
    w.says('<Response><Message>hello</Message></Response>');
    w.says('<Response><Message>hello</Message></Response>');
    await w.carrier.text(anita, 'MENU', { messageSid: 'SM1' });
    expect(await w.carrier.text(anita, 'MENU', { messageSid: 'SM1' })).toMatchObject({
      replies: ['hello'],
    });
    expect(w.heard).toHaveLength(2);
    expect(shown(w)).toEqual(['phone: MENU', 'hotline: hello']);
  });

  test('cannot come from an invalid number', async () => {
    await expect(world().carrier.text('Ramesh', 'x')).rejects.toThrow('no phone number');
  });
});

describe('an answer of several messages', () => {
  test('fails the message that is too long, as Twilio does, and delivers the others', async () => {
    const w = world();
    const [longest, tooLong] = ['क'.repeat(1600), 'x'.repeat(1601)];
    w.says(
      `<Response>${[longest, tooLong, 'two'].map((text) => `<Message>${text}</Message>`).join('')}</Response>`,
    );
    await w.carrier.text(anita, 'one');
    expect(shown(w)).toEqual(['phone: one', `hotline: ${longest}`, 'hotline: two']);
    expect(w.carrier.messagesOf(anita).find(({ text }) => text === tooLong)).toMatchObject({
      arrived: false,
      status: 'failed',
      error: 21617,
    });
  });
});

describe("the carrier's reserved words", () => {
  test('STOP blocks replies and REST messages until START', async () => {
    const w = world();
    w.says('<Response><Message>you left</Message></Response>');
    await w.carrier.text(anita, ' stop ');
    expect(w.heard[0]?.form['OptOutType']).toBe('STOP');
    expect(shown(w)).toEqual(['phone:  stop ', expect.stringMatching(/^carrier: .*unsubscribed/)]);
    expect(await send(w)).toMatchObject({ status: 400, json: { code: 21610, status: 400 } });
    expect((await send(w, { To: '+915550000102' })).status).toBe(201);

    await w.carrier.text(anita, 'START');
    expect(w.heard[1]?.form['OptOutType']).toBe('START');
    expect((await send(w)).status).toBe(201);
    expect(shown(w).at(-1)).toMatch(/^carrier: .*re-subscribed/);
  });

  test('a text that only contains the word is ordinary; HELP is answered; YES alone changes nothing', async () => {
    const w = world();
    await w.carrier.text(anita, 'please stop calling');
    await w.carrier.text(anita, 'Yes');
    await w.carrier.text(anita, 'HELP');
    expect(w.heard.map((h) => h.form['OptOutType'])).toEqual([undefined, 'START', 'HELP']);
    expect(shown(w).filter((line) => line.startsWith('carrier'))).toHaveLength(1);
    expect(w.carrier.isOptedOut(anita)).toBe(false);
  });
});

describe('the REST API', () => {
  test('creates a message as Twilio does', async () => {
    const w = world();
    const { status, json } = await send(w, { Body: 'रक्त चाहिए '.repeat(8).trim() });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      account_sid: account,
      api_version: '2010-04-01',
      date_created: 'Mon, 23 Nov 2026 04:30:15 +0000',
      date_sent: null,
      direction: 'outbound-api',
      error_code: null,
      from: hotline,
      num_media: '0',
      num_segments: '2',
      status: 'queued',
      to: anita,
    });
    const one = await w.carrier.app.request(String(json['uri']), {
      headers: { Authorization: basic },
    });
    expect(await one.json()).toEqual(json);
  });

  test.each([
    ['a wrong token', {}, `Basic ${Buffer.from(`${account}:no`).toString('base64')}`, 401, 20003],
    ['no number', { To: '12345' }, basic, 400, 21211],
    ['nobody', { To: '' }, basic, 400, 21604],
    ['nothing', { Body: '' }, basic, 400, 21602],
    ['a sender that is not ours', { From: '+911234567890' }, basic, 400, 21606],
    ['too long a text', { Body: 'x'.repeat(1601) }, basic, 400, 21617],
    ['a callback that is no URL', { StatusCallback: 'status' }, basic, 400, 21609],
  ])('refuses %s', async (_, form, authorization, status, code) => {
    const refused = await send(world(), form, authorization);
    expect(refused).toMatchObject({
      status,
      json: { code, status, more_info: `https://www.twilio.com/docs/errors/${code}` },
    });
  });

  test('answers 404 for other accounts and other resources', async () => {
    const w = world();
    const headers = { Authorization: basic };
    for (const path of [url.replace(account, 'AC1'), url.replace('Messages', 'Faxes')]) {
      const response = await w.carrier.app.request(path, { headers });
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 20404 });
    }
  });

  test('lists newest first, by number and date, in pages', async () => {
    const w = world();
    for (const body of ['one', 'two', 'three']) {
      await send(w, { Body: body });
      await w.pass(60_000);
    }
    await send(w, { To: '+915550000102' });
    await w.carrier.text(anita, 'from her');
    const first = await list(w, `To=${encodeURIComponent(anita)}&PageSize=2`);
    expect(first.messages.map((m) => m['body'])).toEqual(['three', 'two']);
    expect(first).toMatchObject({
      page: 0,
      page_size: 2,
      start: 0,
      end: 1,
      previous_page_uri: null,
    });
    const next = await w.carrier.app.request(String(first['next_page_uri']), {
      headers: { Authorization: basic },
    });
    expect(await next.json()).toMatchObject({
      messages: [
        { body: 'one', status: 'delivered', date_sent: 'Mon, 23 Nov 2026 04:30:15 +0000' },
      ],
      next_page_uri: null,
    });
    const dated = `${encodeURIComponent('DateSent>')}=2026-11-23T04:31:15Z`;
    expect((await list(w, dated)).messages.map((m) => m['body'])).toEqual([
      'from her',
      'three',
      'two',
    ]);
    expect((await list(w, 'DateSent=2026-11-22')).messages).toEqual([]);
    expect((await list(w, `${encodeURIComponent('DateSent<')}=2026-11-23`)).messages).toHaveLength(
      4,
    );
  });
});

describe("the hotline's messages", () => {
  test('go queued → sent → delivered in hotline time, with signed callbacks that carry our id', async () => {
    const w = world();
    const news: string[] = [];
    const stopListening = w.carrier.onMessage((b, what) => news.push(`${what} ${b.status}`));
    const { json } = await send(w);
    expect(shown(w)).toEqual([]);
    await w.pass(60_000);
    expect(w.statuses().map((s) => s.form['MessageStatus'])).toEqual(['sent', 'delivered']);
    expect(w.statuses()[0]).toMatchObject({
      path: '/base/twilio/status?m=42',
      signed: true,
      form: { MessageSid: json['sid'], SmsStatus: 'sent', From: hotline, To: anita },
    });
    expect(w.statuses()[1]?.signed).toBe(true);
    expect(shown(w)).toEqual(['hotline: Can you give?']);
    expect(news).toEqual(['accepted queued', 'status sent', 'arrived delivered']);
    stopListening();
    await w.carrier.text(anita, '1');
    expect(news).toHaveLength(3);
  });

  test('to a dead number are undelivered with its code, or refused at once', async () => {
    const w = world();
    w.carrier.faults.numbers[anita] = 30005;
    await send(w);
    await w.pass(60_000);
    expect(w.statuses().map((s) => [s.form['MessageStatus'], s.form['ErrorCode']])).toEqual([
      ['sent', undefined],
      ['undelivered', '30005'],
    ]);
    expect(shown(w)).toEqual([]);
    w.carrier.faults.numbers[anita] = 21614;
    expect(await send(w)).toMatchObject({ status: 400, json: { code: 21614 } });
    delete w.carrier.faults.numbers[anita];
    expect((await send(w)).status).toBe(201);
  });

  test('on WhatsApp pass only within 24 hours of a message from that phone', async () => {
    const w = world();
    await w.carrier.text(anita, 'hi', { channel: 'whatsapp' });
    const whatsapp = { To: `whatsapp:${anita}`, From: `whatsapp:${hotline}` };
    await send(w, whatsapp);
    await w.pass(25 * 3_600_000);
    await send(w, whatsapp);
    await w.pass(60_000);
    expect(w.statuses().map((s) => s.form['ErrorCode'] ?? s.form['MessageStatus'])).toEqual([
      'sent',
      'delivered',
      'sent',
      '63016',
    ]);
  });
});

describe('faults', () => {
  test('answers 429 and 5xx on demand, once each, and accepts nothing', async () => {
    const w = world();
    w.carrier.faults.nextSends.push('too-many-requests', 'server-error');
    expect(await send(w)).toMatchObject({ status: 429, json: { code: 20429 } });
    expect(await send(w)).toMatchObject({ status: 500, json: { code: 20500 } });
    expect((await send(w)).status).toBe(201);
    expect(w.carrier.messagesOf(anita)).toHaveLength(1);
  });

  test('accepts the message on a cut or silent connection', async () => {
    const w = world();
    w.carrier.faults.nextSends.push('cut', 'silence');
    await expect(send(w)).rejects.toThrow();
    const patience = new AbortController();
    const call = w.carrier.app.request(url, {
      method: 'POST',
      headers: { Authorization: basic },
      body: new URLSearchParams({ To: anita, From: hotline, Body: 'again' }),
      signal: patience.signal,
    });
    setImmediate(() => patience.abort());
    await expect(call).rejects.toThrow();
    expect(w.carrier.messagesOf(anita).map((b) => b.text)).toEqual(['Can you give?', 'again']);
  });

  test('cuts and silences a real connection', async () => {
    const w = world();
    const server = serve({ fetch: w.carrier.app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const post = (signal?: AbortSignal) =>
      fetch(`http://127.0.0.1:${port}${url}`, {
        method: 'POST',
        headers: { Authorization: basic },
        body: new URLSearchParams({ To: anita, From: hotline, Body: 'hello' }),
        ...(signal && { signal }),
      });
    w.carrier.faults.nextSends.push('cut', 'silence');
    await expect(post()).rejects.toThrow('fetch failed');
    await expect(post(AbortSignal.timeout(30))).rejects.toThrow();
    expect((await post()).status).toBe(201);
    expect(w.carrier.messagesOf(anita)).toHaveLength(3);
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test('duplicates, delays, reorders and drops webhooks', async () => {
    const w = world();
    w.says('<Response><Message>once</Message></Response>');
    w.says('<Response><Message>once</Message></Response>');
    w.carrier.faults.duplicateWebhook = 1;
    await w.carrier.text(anita, '1');
    expect(w.heard).toHaveLength(2);
    expect(shown(w)).toEqual(['phone: 1', 'hotline: once']);

    w.carrier.faults.duplicateWebhook = 0;
    w.carrier.faults.reorderCallbacks = 1;
    await send(w);
    await w.pass(5000);
    expect(w.statuses().map((s) => s.form['MessageStatus'])).toEqual(['delivered', 'sent']);

    w.carrier.faults.reorderCallbacks = 0;
    w.carrier.faults.dropCallback = 1;
    await send(w);
    await w.pass(5000);
    expect(w.statuses()).toHaveLength(2);

    w.carrier.faults.delayWebhook = 1;
    void w.carrier.text(anita, '2');
    await w.pass(29_000);
    expect(w.heard).toHaveLength(4);
    await w.pass(1000);
    expect(w.heard.at(-1)?.form['Body']).toBe('2');
  });

  test('accepts nothing with a reset, and accepts the message with a late error', async () => {
    const w = world();
    w.carrier.faults.nextSends.push('reset', 'late-error');
    await expect(send(w)).rejects.toThrow();
    expect(w.carrier.messagesOf(anita)).toEqual([]);
    expect(await send(w)).toMatchObject({ status: 500, json: { code: 20500 } });
    expect(w.carrier.messagesOf(anita)).toHaveLength(1);
  });

  test('loses a webhook and its retry, and fails the list of messages', async () => {
    const w = world();
    w.carrier.faults.dropWebhook = 1;
    expect(await w.carrier.text(anita, '1')).toMatchObject({ taken: false, replies: [] });
    expect(w.heard).toEqual([]);
    w.carrier.faults.listError = 1;
    const list = () =>
      w.carrier.app.request(`${url}?PageSize=5`, { headers: { Authorization: basic } });
    expect((await list()).status).toBe(500);
    w.carrier.faults.listError = 0;
    expect((await list()).status).toBe(200);
  });

  test('refuses a number it has as opted out; a closed WhatsApp window passes plain texts', async () => {
    const w = world();
    w.carrier.faults.numbers[anita] = 21610;
    expect(await send(w)).toMatchObject({ status: 400, json: { code: 21610 } });
    w.carrier.faults.numbers[anita] = 63016;
    await send(w);
    await w.pass(5000);
    expect(w.carrier.messagesOf(anita).at(-1)?.status).toBe('delivered');
  });

  test('reports each fault to the listener', async () => {
    const told: unknown[] = [];
    const w = world({ onFault: (what) => told.push(what) });
    w.carrier.faults.nextSends.push('too-many-requests');
    await send(w);
    Object.assign(w.carrier.faults, { serverError: 1 });
    await send(w);
    Object.assign(w.carrier.faults, { serverError: 0, numbers: { [anita]: 30005 } });
    await send(w);
    await w.pass(5000);
    expect(told).toEqual(['too-many-requests', 'serverError', 30005]);
  });

  test('are the same for the same seed', async () => {
    const played = async (seed: number) => {
      const w = world({ seed });
      w.carrier.faults.serverError = 0.5;
      const statuses: number[] = [];
      for (let i = 0; i < 20; i++) statuses.push((await send(w)).status);
      return statuses.join(' ');
    };
    expect(await played(7)).toBe(await played(7));
    expect(await played(7)).not.toBe(await played(8));
  });
});

describe('the journal', () => {
  const dir = mkdtempSync(join(tmpdir(), 'carrier-'));
  const file = join(dir, 'carrier.jsonl');
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  test('restores every message and opt-out after a sudden end, and goes on', async () => {
    const before = world({ journal: openJournal(file) });
    await before.carrier.text('+915550000102', 'STOP');
    before.says('<Response><Message>hello</Message></Response>');
    await before.carrier.text(anita, 'MENU');
    await send(before);
    before.answers.push(() => new Promise(() => {}));
    const dying = before.carrier.text(anita, 'while it dies');
    before.carrier.stop();
    await dying;
    await expect(send(before)).resolves.toMatchObject({ status: 500 });
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"message":{"sid":"SM`);

    const after = world({ journal: openJournal(file) });
    expect(shown(after)).toEqual(['phone: MENU', 'hotline: hello', 'phone: while it dies']);
    expect(await send(after, { To: '+915550000102' })).toMatchObject({ json: { code: 21610 } });
    after.carrier.resume();
    await after.pass(60_000);
    expect(after.heard.map((h) => h.form['Body'] ?? h.form['MessageStatus'])).toEqual([
      'while it dies',
      'sent',
      'delivered',
    ]);

    const third = world({ journal: openJournal(file) });
    expect(third.carrier.messagesOf(anita)).toEqual(after.carrier.messagesOf(anita));
  });
});
