import { describe, expect, test } from 'vitest';
import { describeEntry } from '#infra/local/phones/describe-entry.ts';
import { createPhonesApp } from '#infra/local/phones/phones-app.ts';
import { requestViewOf } from '#infra/local/phones/request-view.ts';
import { noFaults } from '#infra/local/simulator/faults.ts';
import { createSimulatedCarrier } from '#infra/local/simulator/simulated-carrier.ts';
import { type TimelineEntry, timelineEntrySchema } from '#shared/request/timeline.ts';
import { epochMs, fromCalendar, hours } from '#shared/terms/time.ts';
import { aRequest } from '../../fixtures/requests.ts';

const start = fromCalendar({ year: 2026, month: 11, day: 23, hour: 21 });
const own = 'http://127.0.0.1:3000';
const xml = { 'Content-Type': 'text/xml' };

/** A hotline that says where it is and asks for a key. It rejects the missed-call number; `document` replaces its answer. */
const voice = (url: string, to: string | null, document: string): string => {
  if (to === '+915320000001') return '<Response><Reject/></Response>';
  return url.endsWith('/twilio/voice')
    ? document
    : '<Response><Say language="en-IN">Thank you</Say><Pause length="5"/></Response>';
};

const gather =
  '<Response><Gather action="/twilio/voice/heard" numDigits="1"><Say language="hi-IN">नमस्ते</Say></Gather></Response>';

const world = (document = gather) => {
  let now: number = start;
  const carrier = createSimulatedCarrier({
    accountSid: 'AC1',
    authToken: 'token',
    publicUrl: own,
    hotlineNumber: '+915320000000',
    now: () => now,
    later: () => {},
    missedCallNumber: '+915320000001',
    webhook: async (request) => {
      if (!request.url.includes('/twilio/voice')) {
        return new Response('<Response><Message>Hello</Message></Response>', { headers: xml });
      }
      const to = new URLSearchParams(await request.text()).get('To');
      return new Response(voice(request.url, to, document), { headers: xml });
    },
    faults: noFaults(),
  });
  const app = createPhonesApp({
    carrier,
    clock: {
      now: () => now,
      advance: (ms) => {
        now += ms;
      },
    },
    people: async () => [
      { phone: '+915550000001', name: 'Sunita', role: 'family', detail: '<b>bold</b>' },
    ],
    requests: async () => [],
    example: {
      hospital: 'Doon Hospital',
      place: 'Dehradun',
      hospitalInHindi: 'दून अस्पताल',
      placeInHindi: 'देहरादून',
    },
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
  test('is served with its parts and runs no script from elsewhere', async () => {
    const { app } = world();
    const page = await app.request(`${own}/`);
    const html = await page.text();
    expect(html).toContain('Demo town: fictional people');
    expect(html).toContain('2 units Doon Hospital Dehradun, urgent');
    expect(html).toContain('2 यूनिट दून अस्पताल देहरादून मरीज');
    expect(html).not.toMatch(/\{\w+\}/);
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

  test('counts segments as the hotline does, and advances the clock, at most to eight the next morning', async () => {
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
    ['a proxy', hello, { 'X-Forwarded-For': '203.0.113.7' }],
    ['a proxy with the standard header', hello, { Forwarded: 'for=203.0.113.7' }],
    ['a proxy that names itself', hello, { Via: '1.1 proxy' }],
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

  test('cannot be read through a proxy, whatever its Host', async () => {
    const { app } = world();
    const headers = { Host: '127.0.0.1:3000', 'X-Forwarded-For': '203.0.113.7' };
    expect((await app.request('/events', { headers })).status).toBe(403);
  });

  test('receives everything first, then each message', async () => {
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

describe('a call on the page', () => {
  const phone = '+915550000001';
  const calling = async (document?: string) => {
    const played = world(document);
    const answer = await played.post('calls', { phone });
    const { sid } = (await answer.json()) as { sid: string };
    const call = () => {
      const found = played.carrier.calls.get(sid);
      if (!found) throw new Error('no call');
      return found;
    };
    const act = (what: string, body: unknown = {}) => played.post(`calls/${sid}/${what}`, body);
    return { ...played, sid, call, act };
  };

  test('plays the hotline, takes a key, and hangs up', async () => {
    const { call, act } = await calling();
    expect(call()).toMatchObject({ status: 'in-progress', direction: 'in', to: '+915320000000' });
    expect(call().heard.map((line) => line.text)).toEqual(['नमस्ते']);
    expect((await act('keys', { keys: '1' })).status).toBe(200);
    expect(call().heard.map((line) => line.text)).toEqual(['नमस्ते', 'Thank you']);
    expect((await act('hangup')).status).toBe(200);
    expect(call().status).toBe('completed');
    expect((await act('hangup')).status).toBe(200);
    expect((await act('keys', { keys: '1' })).status).toBe(409);
  });

  test('is rejected by the missed-call number', async () => {
    const { post, carrier } = world();
    expect((await post('calls', { phone, to: 'missed' })).status).toBe(200);
    expect(carrier.calls.of(phone)).toMatchObject([{ status: 'no-answer', rejected: true }]);
  });

  test('takes words only while someone or a recording listens', async () => {
    const deaf = await calling();
    const nobody = await deaf.act('words', { words: 'hello' });
    expect([nobody.status, await nobody.json()]).toEqual([
      409,
      { error: 'Nobody listens just now: press a key.' },
    ]);
    const { call, act } = await calling(
      '<Response><Record action="/twilio/voice/heard" maxLength="10"/></Response>',
    );
    expect((await act('words', { words: '  ' })).status).toBe(400);
    expect((await act('words', { words: 'Swaroop Rani' })).status).toBe(200);
    await act('keys', { keys: '#' });
    expect(call().heard.map((line) => line.text)).toEqual(['Thank you']);
  });

  test('rings another phone, which may answer or not', async () => {
    const talk =
      '<Response><Dial callerId="+915320000000" timeout="20"><Number>+915550000101</Number></Dial></Response>';
    const { carrier, post, call, act } = await calling(talk);
    const [leg] = carrier.calls.of('+915550000101');
    expect(leg).toMatchObject({ status: 'ringing', direction: 'out', to: '+915320000000' });
    expect((await act('answer')).status).toBe(409);
    expect((await post(`calls/${leg?.sid}/answer`, {})).status).toBe(200);
    expect(call().talkingWith).toBe(leg?.sid);
    await act('words', { words: 'Where are you?' });
    expect(carrier.calls.get(leg?.sid ?? '')?.talk).toEqual([
      { own: false, text: 'Where are you?' },
    ]);
    expect((await post(`calls/${leg?.sid}/decline`, {})).status).toBe(409);
  });

  test('can be declined', async () => {
    const { carrier, post } = await calling(
      '<Response><Dial><Number>+915550000101</Number></Dial></Response>',
    );
    const leg = carrier.calls.of('+915550000101')[0]?.sid ?? '';
    expect((await post(`calls/${leg}/decline`, {})).status).toBe(200);
    expect(carrier.calls.get(leg)?.status).toBe('busy');
  });

  test('refuses with a clear sentence what is not possible', async () => {
    const { post, act } = await calling();
    const errors = [
      await post('calls', { phone }),
      await post('calls', { phone: 'me' }),
      await post('calls', { phone: '+915550000002', to: 'police' }),
      await act('keys', { keys: 'abc' }),
      await post('calls/CAnone/keys', { keys: '1' }),
    ];
    expect(await Promise.all(errors.map(async (e) => [e.status, await e.json()]))).toEqual([
      [409, { error: 'This phone is in a call already.' }],
      [400, { error: 'That is no phone number.' }],
      [400, { error: 'Call "hotline" or "missed".' }],
      [400, { error: 'A phone has the keys 0 to 9, * and #, at most 20 at once.' }],
      [404, { error: 'There is no such call.' }],
    ]);
    expect((await post('calls', { phone }, { Origin: 'https://evil.example' })).status).toBe(403);
  });

  test('is sent to the page with each change', async () => {
    const { app, act } = await calling();
    const response = await app.request(`${own}/events`);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let heard = '';
    const hearUntil = async (what: string) => {
      while (!heard.includes(what)) {
        heard += new TextDecoder().decode((await reader.read()).value);
      }
    };
    await hearUntil('"missedCallNumber":"+915320000001"');
    await hearUntil('नमस्ते');
    await act('hangup');
    await hearUntil('event: call\ndata: {');
    await hearUntil('"status":"completed"');
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
  ])('describes an entry in plain words', (given, words) => {
    expect(describeEntry(given)).toEqual({ id: '1', at: start, text: words });
  });

  test('shows its state without numbers and names', () => {
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
