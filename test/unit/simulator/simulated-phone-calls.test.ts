import { describe, expect, test } from 'vitest';
import { minutes, seconds } from '#shared/terms/time.ts';
import {
  account,
  anita,
  bimla,
  chetan,
  hotline,
  missed,
  start,
  twimlHotline as world,
} from '../../fixtures/twiml-hotline.ts';

const menu =
  '<Gather action="key" numDigits="1"><Say language="en-IN">Press one or two</Say></Gather>';

describe('a call to the hotline', () => {
  test('posts a signed webhook with the documented fields and plays the answer', async () => {
    const w = world({ voice: '<Say language="hi-IN">नमस्ते जी</Say><Say>Bye</Say>' });
    const call = await w.calls.call('094150 12345');
    expect(call).toMatchObject({
      phone: '+919415012345',
      to: hotline,
      direction: 'in',
      status: 'in-progress',
      startedAt: start,
      answeredAt: start,
      heard: [{ at: start, text: 'नमस्ते जी', language: 'hi-IN', recording: false }],
    });
    expect(call.sid).toMatch(/^CA[0-9a-f]{32}$/);
    expect(w.asked[0]).toMatchObject({
      path: 'voice',
      signed: true,
      method: 'POST',
      form: {
        CallSid: call.sid,
        From: '+919415012345',
        To: hotline,
        CallStatus: 'ringing',
        Direction: 'inbound',
        AccountSid: account,
        ApiVersion: '2010-04-01',
      },
    });
    expect(w.asked[0]?.form).not.toHaveProperty('ParentCallSid');
    await w.pass(seconds(60));
    expect(w.see(call.sid)).toMatchObject({ status: 'completed', lines: ['नमस्ते जी', 'Bye'] });
    expect(w.asked.at(-1)).toMatchObject({
      path: 'status',
      signed: true,
      form: { CallSid: call.sid, CallStatus: 'completed', CallDuration: '1', Direction: 'inbound' },
    });
  });

  test('reaches the second number, and no other', async () => {
    const w = world({ voice: '<Reject/>' });
    const call = await w.calls.call(anita, missed);
    expect(call).toMatchObject({ to: missed, status: 'no-answer', rejected: true, heard: [] });
    expect(call.answeredAt).toBeUndefined();
    expect(w.asked[0]?.form['To']).toBe(missed);
    await w.carrier.idle();
    expect(w.last('status')?.form).toMatchObject({ CallStatus: 'no-answer', CallDuration: '0' });
    await expect(w.calls.call(anita, chetan)).rejects.toThrow(RangeError);
    await expect(w.calls.call('nobody')).rejects.toThrow(RangeError);
  });

  test('ends as busy when it is rejected so, and as completed once it was picked up', async () => {
    const w = world({ voice: '<Reject reason="busy"/>' });
    expect(await w.calls.call(anita)).toMatchObject({ status: 'busy', rejected: true });
    w.pages['voice'] = '<Pause/><Reject/>';
    const { sid } = await w.calls.call(anita);
    await w.pass(seconds(1));
    expect(w.see(sid)).toMatchObject({ status: 'completed', rejected: false });
  });

  test('follows a redirect, relative to the document', async () => {
    const w = world({
      voice:
        '<Say>One two three</Say><Redirect>voice/more?c=1&amp;nothing=1</Redirect><Say>No</Say>',
      'voice/more': '<Pause length="3"/><Redirect method="GET">../end?x=1</Redirect>',
      end: '<Say>End</Say><Hangup/><Say>Never</Say>',
    });
    const { sid } = await w.calls.call(anita);
    await w.pass(seconds(30));
    expect(w.see(sid).lines).toEqual(['One two three', 'End']);
    expect(w.paths().slice(0, 2)).toEqual(['voice', 'voice/more?c=1&nothing=1']);
    expect(w.asked[2]).toMatchObject({ method: 'GET', signed: true });
    expect(w.asked[2]?.path).toMatch(/^end\?x=1&CallSid=CA/);
    const [first, last] = w.see(sid).heard;
    expect((last?.at ?? 0) - (first?.at ?? 0)).toBe(Math.ceil(3000 / 2.3) + 3000);
  });

  test('plays a loop twice, and stops when the caller hangs up', async () => {
    const w = world({ voice: '<Say loop="2">Again and again</Say><Say loop="0">For ever</Say>' });
    const { sid } = await w.calls.call(anita);
    await w.pass(seconds(5));
    await w.calls.hangUp(sid);
    await w.pass(minutes(10));
    expect(w.see(sid).lines.slice(0, 2)).toEqual(['Again and again', 'Again and again']);
    expect(w.see(sid).lines).toHaveLength(5);
    expect(w.time.nextTimer()).toBeUndefined();
  });
});

const out = { To: anita };
/** The answer to a REST request. */
const json = async (response: Response | Promise<Response>) => {
  const answer = await response;
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
};

describe('a call of the hotline’s', () => {
  test('rings, is answered, and posts a callback for each step', async () => {
    const w = world({ out: `${menu}<Hangup/>`, key: '<Say>Thank you</Say>' });
    const created = await json(w.order());
    expect(created).toMatchObject({
      status: 201,
      json: { status: 'queued', direction: 'outbound-api', to: anita, from: hotline },
    });
    const sid = String(created.json['sid']);
    expect(w.calls.get(sid)).toMatchObject({ direction: 'out', to: hotline, phone: anita });
    await w.pass(seconds(1));
    expect(w.see(sid).status).toBe('ringing');
    await w.calls.answer(sid);
    expect(w.asked.at(-1)).toMatchObject({
      path: 'out',
      signed: true,
      form: { Direction: 'outbound-api', CallStatus: 'in-progress', From: hotline, To: anita },
    });
    await w.calls.press(sid, '1');
    await w.pass(seconds(10));
    expect(w.statuses()).toEqual(['initiated', 'ringing', 'in-progress', 'completed']);
    expect(w.last('status')?.form).toMatchObject({
      CallSid: sid,
      CallDuration: '1',
      CallbackSource: 'call-progress-events',
      SequenceNumber: '3',
    });
    expect(w.last('status')?.path).toBe('status?c=7');
    const found = await json(w.rest(`Calls/${sid}.json`));
    expect(found.json).toMatchObject({ sid, status: 'completed', duration: '1' });
    expect((await w.rest('Calls/CA0.json')).status).toBe(404);
  });

  test.each([
    ['nobody answers', undefined, 'no-answer'],
    ['the phone is engaged', 'busy', 'busy'],
    ['the phone is out of reach', 'failed', 'failed'],
    ['nobody is there', 'no-answer', 'no-answer'],
  ] as const)('ends where %s', async (_, fault, status) => {
    const w = world({ out: menu });
    if (fault) w.carrier.faults.calls[anita] = fault;
    await w.order();
    await w.pass(25_499);
    const before = status === 'no-answer' ? 'ringing' : status;
    expect(w.calls.of(anita)[0]?.status).toBe(before);
    await w.pass(1);
    expect(w.calls.of(anita)[0]).toMatchObject({ status, heard: [] });
    expect(w.statuses().at(-1)).toBe(status);
    expect(w.last('status')?.form['CallDuration']).toBe('0');
    expect(w.paths()).not.toContain('out');
  });

  test('can be declined, and hung up in each of its states', async () => {
    const w = world({ out: menu });
    for (const phone of [anita, bimla, chetan]) await w.order({ To: phone });
    const [queued] = w.calls.of(chetan);
    await w.calls.hangUp(queued?.sid ?? '');
    await w.pass(seconds(2));
    await w.calls.decline(w.ringing(anita));
    const answered = w.ringing(bimla);
    await w.calls.answer(answered);
    await w.calls.hangUp(answered);
    await w.pass(minutes(2));
    const statusOf = (phone: string) => w.calls.of(phone).map((call) => call.status);
    expect([anita, bimla, chetan].map(statusOf)).toEqual([['busy'], ['completed'], ['busy']]);
    expect(w.time.nextTimer()).toBeUndefined();
  });

  test('is busy when the phone is in another call', async () => {
    const w = world({ voice: menu, out: menu });
    await w.calls.call(anita);
    await w.order();
    await w.pass(seconds(1));
    expect(w.calls.of(anita)[1]?.status).toBe('busy');
  });

  test('is answered by a machine that presses nothing', async () => {
    const w = world({ out: `${menu}<Hangup/>` });
    w.carrier.faults.calls[anita] = 'voicemail';
    await w.order();
    await w.pass(seconds(30));
    expect(w.calls.of(anita)[0]).toMatchObject({ status: 'completed' });
    expect(w.statuses()).toEqual(['initiated', 'ringing', 'in-progress', 'completed']);
  });

  test('leaves the queue at one call a second', async () => {
    const w = world({ out: menu });
    for (const phone of [anita, bimla, chetan]) await w.order({ To: phone });
    const states = () => [anita, bimla, chetan].map((phone) => w.calls.of(phone)[0]?.status);
    await w.pass(600);
    expect(states()).toEqual(['ringing', 'queued', 'queued']);
    await w.pass(1000);
    expect(states()).toEqual(['ringing', 'ringing', 'queued']);
    const fast = world({ out: menu }, { callsPerSecond: 10 });
    for (const phone of [anita, bimla, chetan]) await fast.order({ To: phone });
    await fast.pass(800);
    expect(fast.calls.all().map((call) => call.status)).toEqual(['ringing', 'ringing', 'ringing']);
  });

  test.each([
    [{ To: '' }, 21201],
    [{ To: '12' }, 21211],
    [{ From: anita }, 21210],
    [{ Url: 'none' }, 21205],
    [{ Timeout: '0' }, 21208],
    [{ StatusCallback: 'none' }, 21609],
  ])('is refused with %j', async (form, code) => {
    const w = world({});
    expect(await json(w.order({ ...out, ...form }))).toMatchObject({ status: 400, json: { code } });
    expect(w.calls.all()).toEqual([]);
  });

  test('is refused for faulty numbers, and has the faults of every request', async () => {
    const w = world({ out: menu });
    w.carrier.faults.calls[anita] = 21215;
    w.carrier.faults.numbers[bimla] = 21211;
    expect((await json(w.order())).json).toMatchObject({ code: 21215 });
    expect((await json(w.order({ To: bimla }))).json).toMatchObject({ code: 21211 });
    w.carrier.faults.nextSends = ['too-many-requests', 'server-error', 'cut'];
    expect((await w.order({ To: chetan })).status).toBe(429);
    expect((await w.order({ To: chetan })).status).toBe(500);
    expect(w.calls.all()).toEqual([]);
    await expect(w.order({ To: chetan })).rejects.toThrow();
    expect(w.calls.all()).toHaveLength(1);
  });

  test('is listed newest first, by number and in pages, with Twilio’s dates', async () => {
    const w = world({ voice: '<Reject/>', out: menu });
    await w.calls.call(anita);
    await w.order();
    await w.order({ To: bimla });
    const list = async (query: string) => (await json(w.rest(`Calls.json?${query}`))).json;
    expect(await list(`To=${encodeURIComponent(anita)}`)).toMatchObject({
      calls: [
        { to: anita, direction: 'outbound-api', date_created: 'Mon, 23 Nov 2026 04:30:15 +0000' },
      ],
    });
    const page = await list('PageSize=2');
    expect(page).toMatchObject({ calls: [{ to: bimla }, { to: anita }], page_size: 2 });
    expect(page['next_page_uri']).toContain(`/Accounts/${account}/Calls.json?PageSize=2&Page=1`);
    expect(await list(`From=${encodeURIComponent(anita)}`)).toMatchObject({
      calls: [{ direction: 'inbound', status: 'no-answer' }],
    });
  });

  test('posts callbacks out of order, or none, with those faults', async () => {
    const w = world({ out: '<Say>Hello</Say>' });
    w.carrier.faults.reorderCallbacks = 1;
    await w.order();
    await w.pass(seconds(1));
    await w.calls.answer(w.ringing(anita));
    await w.pass(seconds(5));
    expect(w.statuses()).toEqual(['initiated', 'ringing', 'completed', 'in-progress']);
    const deaf = world({ out: '<Say>Hello</Say>' });
    deaf.carrier.faults.dropCallback = 1;
    await deaf.order();
    await deaf.pass(minutes(1));
    expect(deaf.statuses()).toEqual([]);
  });
});
