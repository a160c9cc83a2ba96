import { describe, expect, test } from 'vitest';
import { noFaults } from '#infra/local/carrier/faults.ts';
import { createSimulatedCarrier } from '#infra/local/carrier/simulated-carrier.ts';
import { describeEntry } from '#infra/local/phones/describe-entry.ts';
import { createPhonesApp } from '#infra/local/phones/phones-app.ts';
import { requestViewOf } from '#infra/local/phones/request-view.ts';
import { type TimelineEntry, timelineEntrySchema } from '#shared/request/timeline.ts';
import { epochMs, fromCalendar, hours } from '#shared/terms/time.ts';
import { aRequest } from '../fixtures/requests.ts';

const start = fromCalendar({ year: 2026, month: 11, day: 23, hour: 21 });
const own = 'http://127.0.0.1:3000';

const world = () => {
  let now: number = start;
  const carrier = createSimulatedCarrier({
    accountSid: 'AC1',
    authToken: 'token',
    publicUrl: own,
    hotlineNumber: '+915320000000',
    now: () => now,
    later: () => {},
    webhook: async () => new Response('<Response><Message>Hello</Message></Response>'),
    faults: noFaults(),
  });
  const app = createPhonesApp({
    carrier,
    clock: {
      now: () => now,
      wind: (ms) => {
        now += ms;
      },
    },
    people: async () => [
      { phone: '+915550000001', name: 'Sunita', role: 'family', detail: '<b>bold</b>' },
    ],
    requests: async () => [],
  });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(`${own}/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: own, ...headers },
      body: JSON.stringify(body),
    });
  return { app, carrier, post, now: () => now };
};
const hello = { phone: '+915550000001', text: 'hello' };

describe('the phones page', () => {
  test('is served with its parts and runs nothing from elsewhere', async () => {
    const { app } = world();
    const page = await app.request(`${own}/`);
    const html = await page.text();
    expect(html).toContain('Demo town: fictional people');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const name of ['phones.css', 'phones.js', 'phone.js', 'phone-shelf.js', 'words.js']) {
      expect((await app.request(`${own}/${name}`)).status).toBe(200);
    }
    for (const path of ['none.js', '..%2fphones-app.ts', '%2e%2e/phones-app.js', 'index.html']) {
      expect((await app.request(`${own}/${path}`)).status).toBe(404);
    }
    expect(html).not.toMatch(/(src|href)="https?:/);
  });

  test('texts the hotline as that phone', async () => {
    const { carrier, post } = world();
    const sent = await post('messages', hello);
    expect(await sent.json()).toEqual({ taken: true });
    expect(carrier.messagesOf('+915550000001').map((b) => b.text)).toEqual(['hello', 'Hello']);
    expect((await post('messages', { phone: 'me', text: 'x' })).status).toBe(400);
    expect((await post('messages', { phone: '+915550000001', text: '' })).status).toBe(400);
  });

  test("counts as the hotline does, and winds the clock, at most to the next morning's eight", async () => {
    const { post, now } = world();
    expect(await (await post('segments', { text: 'खून चाहिए' })).json()).toMatchObject({
      segments: 1,
      encoding: 'UCS-2',
    });
    await post('clock', { minutes: 60 });
    expect(now()).toBe(start + hours(1));
    await post('clock', { to: 'morning' });
    expect(now()).toBe(start + hours(11));
    await post('clock', { to: 'morning' });
    expect(now()).toBe(start + hours(35));
    expect((await post('clock', { minutes: -5 })).status).toBe(400);
  });

  test.each([
    ['a foreign page', hello, { Origin: 'https://evil.example' }],
    ['a form', hello, { 'Content-Type': 'text/plain' }],
    ['another site', hello, { 'Sec-Fetch-Site': 'cross-site' }],
    ['another port of this machine', hello, { Origin: 'http://127.0.0.1:9999' }],
    ['a foreign name for this machine', hello, { Host: 'evil.example' }],
  ])('cannot be driven by %s', async (_, body, headers) => {
    const { carrier, post } = world();
    expect((await post('messages', body, headers)).status).toBe(403);
    expect(carrier.phones()).toEqual([]);
  });

  test('cannot be read under a foreign name', async () => {
    const { app } = world();
    const response = await app.request('http://evil.example/', {
      headers: { Host: 'evil.example' },
    });
    expect(response.status).toBe(403);
  });

  test('hears everything first, then each message', async () => {
    const { app, carrier } = world();
    await carrier.text('+915550000001', 'BLOOD');
    const stopped = new AbortController();
    const response = await app.request(`${own}/events`, { signal: stopped.signal });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let heard = '';
    const hearUntil = async (what: string) => {
      while (!heard.includes(what)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`the stream ended before ${what}`);
        heard += new TextDecoder().decode(value);
      }
    };
    await hearUntil('"text":"Hello"');
    expect(heard).toMatch(/^event: everything\n/);
    expect(heard).toContain('"name":"Sunita"');
    await carrier.text('+915550000001', 'second');
    await hearUntil('event: bubble\ndata: {"sid"');
    await hearUntil('"text":"second"');
    await reader.cancel();
  });
});

describe('a request on the page', () => {
  const entry = (what: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
    ...timelineEntrySchema.parse({ kind: 'timeline', requestId: 'r1', id: '1', at: start, what }),
    ...more,
  });

  test.each([
    [entry('opened'), 'The family has told all that is needed.'],
    [
      entry('volunteers-asked', { facts: { round: 1, asked: 1 } }),
      '1 volunteer is asked to verify it.',
    ],
    [
      entry('volunteers-asked', { facts: { round: 3, asked: 2 } }),
      '2 coordinators are asked to verify it.',
    ],
    [entry('stage-started', { facts: { asked: 4, reach: 0 } }), '4 donors are asked.'],
    [entry('donor-confirmed', { who: 'donor +91•••••••103' }), 'Donor +91•••••••103 is coming.'],
    [entry('something-new'), 'Something new.'],
  ])('tells in plain words', (given, words) => {
    expect(describeEntry(given)).toEqual({ id: '1', at: start, text: words });
  });

  test('shows where it stands, without a number or a name', () => {
    const request = aRequest({ phase: { type: 'covered', at: epochMs(start) } });
    const view = requestViewOf({ request, alerts: [], timeline: [entry('covered')] });
    expect(view).toMatchObject({
      phase: 'covered',
      standing: 'Enough donors are coming',
      given: 0,
    });
    expect(JSON.stringify(view)).not.toContain(request.requester);
  });
});
