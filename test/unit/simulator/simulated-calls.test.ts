import { describe, expect, test } from 'vitest';
import { soundOf, soundType } from '#infra/local/simulator/calls/sim-recordings.ts';
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
  xml,
} from '../../fixtures/twiml-hotline.ts';

const menu =
  '<Gather action="key" numDigits="1"><Say language="en-IN">Press one or two</Say></Gather>';

describe('a call to the hotline', () => {
  test('posts a signed webhook with the documented fields and says what it is answered', async () => {
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

  test('may go to the second number, and to no other', async () => {
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

  test('is busy where it is rejected so; once it was picked up, it only ends', async () => {
    const w = world({ voice: '<Reject reason="busy"/>' });
    expect(await w.calls.call(anita)).toMatchObject({ status: 'busy', rejected: true });
    w.pages['voice'] = '<Pause/><Reject/>';
    const { sid } = await w.calls.call(anita);
    await w.pass(seconds(1));
    expect(w.see(sid)).toMatchObject({ status: 'completed', rejected: false });
  });

  test('goes where it is redirected, relative to the document', async () => {
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

  test('is heard twice where it is said twice, and stops where the caller does', async () => {
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

describe('Gather', () => {
  test('takes a key in the middle of the prompt, and nothing after the last digit', async () => {
    const w = world({ voice: menu, key: '<Say>Thank you</Say>' });
    const { sid } = await w.calls.call(anita);
    expect(w.see(sid).waitsFor).toEqual({ type: 'keys', most: 1, speech: false });
    expect(w.calls.isSpeaking(sid)).toBe(true);
    await w.pass(100);
    await w.calls.press(sid, '12');
    expect(w.last('key')?.form).toMatchObject({ Digits: '1', CallStatus: 'in-progress' });
    expect(w.see(sid)).toMatchObject({ lines: ['Press one or two', 'Thank you'], waitsFor: null });
  });

  test('stops the rest of the prompt at a key', async () => {
    const w = world({
      voice:
        '<Gather action="key" numDigits="2"><Say>One</Say><Pause length="2"/><Say>Two</Say></Gather>',
      key: '<Say>Got it</Say>',
    });
    const { sid } = await w.calls.call(anita);
    await w.pass(seconds(1));
    await w.calls.press(sid, '4');
    await w.pass(seconds(4));
    expect(w.see(sid).lines).toEqual(['One']);
    await w.calls.press(sid, '2');
    expect(w.last('key')?.form['Digits']).toBe('42');
  });

  test('waits its time from the end of the prompt, then goes on in the document', async () => {
    const w = world({
      voice: `${menu.replace('numDigits', 'timeout="4" numDigits')}<Redirect>none?nothing=1</Redirect>`,
      none: '<Say>Are you there</Say>',
    });
    const { sid } = await w.calls.call(anita);
    await w.pass(1739 + 3999);
    expect(w.calls.isSpeaking(sid)).toBe(false);
    expect(w.paths()).toEqual(['voice']);
    await w.pass(2);
    expect(w.paths()).toEqual(['voice', 'none?nothing=1']);
  });

  test('sends what was pressed when no more comes, without the key that ends it', async () => {
    const gather = '<Gather action="key" finishOnKey="#" timeout="3"/><Redirect>none</Redirect>';
    const w = world({ voice: gather, key: '<Pause/>', none: '<Pause/>' });
    const first = await w.calls.call(anita);
    await w.calls.press(first.sid, '21');
    await w.pass(seconds(2));
    await w.calls.press(first.sid, '10');
    await w.pass(2999);
    expect(w.last('key')).toBeUndefined();
    await w.pass(1);
    expect(w.last('key')?.form['Digits']).toBe('2110');
    const second = await w.calls.call(bimla);
    await w.calls.press(second.sid, '77#8');
    expect(w.last('key')?.form['Digits']).toBe('77');
    const third = await w.calls.call(chetan);
    await w.calls.press(third.sid, '#');
    expect(w.paths().at(-1)).toBe('none');
  });

  test('takes # and * as keys where none ends it', async () => {
    const w = world({ voice: '<Gather action="key" finishOnKey="" numDigits="3"/>', key: '' });
    const { sid } = await w.calls.call(anita);
    await w.calls.press(sid, '*#0');
    expect(w.last('key')?.form['Digits']).toBe('*#0');
    await expect(w.calls.press(sid, 'one')).rejects.toThrow(RangeError);
    await expect(w.calls.press('CA1', '1')).rejects.toThrow(RangeError);
  });

  test('tells of nothing pressed where it is asked to; else without a next verb the call ends', async () => {
    const w = world({
      voice: '<Gather action="key" actionOnEmptyResult="true"/>',
      key: '<Pause/>',
    });
    await w.calls.call(anita);
    await w.pass(seconds(5));
    expect(w.last('key')?.form['Digits']).toBe('');
    w.pages['voice'] = '<Gather action="key"/>';
    const { sid } = await w.calls.call(bimla);
    await w.pass(seconds(5));
    expect(w.see(sid).status).toBe('completed');
  });

  test('asks its own document again where no action is given', async () => {
    const w = world({ voice: '<Gather numDigits="1"/>' });
    const { sid } = await w.calls.call(anita);
    await w.calls.press(sid, '5');
    expect(w.paths()).toEqual(['voice', 'voice']);
    expect(w.asked[1]?.form['Digits']).toBe('5');
  });

  test('hears words where it may, and is deaf to them where not', async () => {
    const w = world({ voice: menu, key: '<Say>Yes</Say>' });
    const deaf = await w.calls.call(anita);
    await w.calls.speak(deaf.sid, 'Lucknow');
    expect(w.last('key')).toBeUndefined();
    w.pages['voice'] =
      '<Gather action="key" input="dtmf speech" language="hi-IN" hints="a, b"><Say>Which one</Say></Gather>';
    const { sid } = await w.calls.call(bimla);
    expect(w.see(sid).waitsFor).toMatchObject({ speech: true });
    await w.calls.speak(sid, 'दो यूनिट');
    expect(w.last('key')?.form).toMatchObject({ SpeechResult: 'दो यूनिट', Confidence: '0.9' });
    expect(w.last('key')?.form).not.toHaveProperty('Digits');
    w.pages['voice'] = '<Gather action="key" input="speech" timeout="9"/>';
    const voiceOnly = await w.calls.call(chetan);
    const before = w.asked.length;
    await w.calls.press(voiceOnly.sid, '1');
    expect(w.asked).toHaveLength(before);
  });

  test('loses keys that nobody waits for', async () => {
    const w = world({ voice: `<Say>Please listen first</Say>${menu}`, key: '<Pause/>' });
    const { sid } = await w.calls.call(anita);
    await w.calls.press(sid, '1');
    await w.pass(seconds(2));
    expect(w.see(sid).waitsFor).not.toBeNull();
    expect(w.last('key')).toBeUndefined();
  });
});

describe('Record and Play', () => {
  const record = '<Record action="heard" maxLength="8" timeout="3"/><Redirect>none</Redirect>';
  const pages = {
    voice: record,
    heard: '<Say>Thank you</Say>',
    none: '<Say>We heard nothing</Say>',
  };

  test('keeps what is said until a silence, for the hotline to fetch, play and delete', async () => {
    const w = world({ ...pages });
    const { sid } = await w.calls.call(anita);
    expect(w.see(sid).waitsFor).toEqual({ type: 'record', maxSeconds: 8 });
    await w.calls.speak(sid, 'रमेश कुमार');
    await w.pass(Math.ceil(2000 / 2.3) + 2999);
    expect(w.paths()).toEqual(['voice']);
    await w.pass(1);
    const form = w.last('heard')?.form ?? {};
    expect(form).toMatchObject({ RecordingDuration: '1' });
    expect(form).not.toHaveProperty('Digits');
    expect(form['RecordingSid']).toMatch(/^RE[0-9a-f]{32}$/);
    expect(form['RecordingUrl']).toBe(
      `https://api.twilio.com/2010-04-01/Accounts/${account}/Recordings/${form['RecordingSid']}`,
    );
    const path = `Recordings/${form['RecordingSid']}`;
    const sound = await w.rest(`${path}.mp3`);
    expect(sound.headers.get('content-type')).toBe('audio/wav');
    const bytes = Buffer.from(await sound.arrayBuffer());
    expect(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 12)).toBe('RIFFWAVE');
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    expect(bytes.toString('utf8')).toContain('रमेश कुमार');
    expect((await w.rest(`${path}.json`, { method: 'DELETE' })).status).toBe(204);
    expect((await w.rest(`${path}.json`, { method: 'DELETE' })).status).toBe(404);
    expect((await w.rest(`${path}.mp3`)).status).toBe(404);
  });

  test('ends at a key, and tells which', async () => {
    const w = world({ ...pages });
    const { sid } = await w.calls.call(anita);
    await w.calls.speak(sid, 'one two three four five six seven');
    await w.calls.press(sid, '#');
    expect(w.last('heard')?.form).toMatchObject({ Digits: '#', RecordingDuration: '3' });
  });

  test('ends at its limit', async () => {
    const w = world({ ...pages });
    const { sid } = await w.calls.call(anita);
    await w.calls.speak(sid, 'word '.repeat(100));
    await w.pass(seconds(8));
    const form = w.last('heard')?.form ?? {};
    expect(form['RecordingDuration']).toBe('8');
    const bytes = await (await w.rest(`Recordings/${form['RecordingSid']}.mp3`)).arrayBuffer();
    expect(Buffer.from(bytes).toString('utf8').match(/word/g)).toHaveLength(18);
  });

  test('of nothing said tells nobody: the document goes on', async () => {
    const w = world({ ...pages });
    const silent = await w.calls.call(anita);
    await w.pass(seconds(3));
    expect(w.see(silent.sid).lines).toEqual(['We heard nothing']);
    const key = await w.calls.call(bimla);
    await w.calls.press(key.sid, '1');
    expect(w.paths().at(-1)).toBe('none');
    expect(w.last('heard')).toBeUndefined();
  });

  test('tells of a recording cut by hanging up, whose answer is for nobody', async () => {
    const w = world({ ...pages });
    const { sid } = await w.calls.call(anita);
    await w.calls.speak(sid, 'Ramesh');
    await w.calls.hangUp(sid);
    await w.carrier.idle();
    expect(w.last('heard')?.form).toMatchObject({ Digits: 'hangup', CallStatus: 'completed' });
    expect(w.paths().slice(-2)).toEqual(['heard', 'status']);
    expect(w.see(sid).lines).toEqual([]);
    const mute = await w.calls.call(bimla);
    await w.calls.hangUp(mute.sid);
    await w.carrier.idle();
    expect(w.paths().slice(-2)).toEqual(['voice', 'status']);
  });

  test('shows the words of a recording that is played, fetched by a signed GET', async () => {
    const bytes = new Uint8Array(soundOf({ words: 'SRN अस्पताल' }));
    const w = world({
      voice:
        '<Gather numDigits="1"><Say>It is</Say><Play>/rec/1.mp3?until=9&amp;key=a%2Bb</Play></Gather>',
    });
    w.pages['/rec/1.mp3?until=9&key=a%2Bb'] = () =>
      new Response(bytes, { headers: { 'Content-Type': soundType } });
    const { sid } = await w.calls.call(anita);
    await w.pass(seconds(2));
    expect(w.see(sid).heard[1]).toMatchObject({ text: 'SRN अस्पताल', recording: true });
    expect(w.asked.find((a) => a.method === 'GET')).toMatchObject({ signed: true });
    w.pages['/rec/1.mp3?until=9&key=a%2Bb'] = () => new Response('<html>', { status: 404 });
    w.pages['voice/fallback'] = '<Say>Sorry</Say>';
    await w.calls.call(bimla);
    await w.pass(seconds(2));
    expect(w.last('voice/fallback')?.form).toMatchObject({ ErrorCode: '11200' });
  });
});

const out = { To: anita };
/** What a REST call is answered with. */
const json = async (response: Response | Promise<Response>) => {
  const answer = await response;
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
};

describe('a call of the hotline’s', () => {
  test('rings, is answered, and every step is called back', async () => {
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

  test('may be declined, or hung up in each of its states', async () => {
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

  test('meets an engaged phone where its holder is on another call', async () => {
    const w = world({ voice: menu, out: menu });
    await w.calls.call(anita);
    await w.order();
    await w.pass(seconds(1));
    expect(w.calls.of(anita)[1]?.status).toBe('busy');
  });

  test('is taken by a machine, which presses nothing', async () => {
    const w = world({ out: `${menu}<Hangup/>` });
    w.carrier.faults.calls[anita] = 'voicemail';
    await w.order();
    await w.pass(seconds(30));
    expect(w.calls.of(anita)[0]).toMatchObject({ status: 'completed' });
    expect(w.statuses()).toEqual(['initiated', 'ringing', 'in-progress', 'completed']);
  });

  test('leaves the queue one a second', async () => {
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

  test('is refused by number, and befallen by the faults of every request', async () => {
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

  test('is called back out of order, or not at all, where a fault wants it', async () => {
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

describe('Dial', () => {
  const one = `<Dial action="after" timeout="20" timeLimit="60" callerId="${hotline}"><Number url="leg?i=0">${bimla}</Number></Dial>`;
  const two = one.replace('</Dial>', `<Number url="leg?i=1">${chetan}</Number></Dial>`);
  const pages = {
    voice: one,
    leg: '<Gather action="leg-key" numDigits="1" timeout="4"><Say>Press one to talk</Say></Gather><Hangup/>',
    'leg-key': '',
    after: '<Say>Back again</Say>',
  };

  test('rings a phone under our number, whispers, and puts two people through', async () => {
    const w = world({ ...pages });
    const { sid } = await w.calls.call(anita);
    const leg = w.ringing(bimla);
    expect(w.see(leg)).toMatchObject({ to: hotline, direction: 'out' });
    await w.calls.answer(leg);
    expect(w.last('leg')?.form).toMatchObject({
      ParentCallSid: sid,
      Direction: 'outbound-dial',
      From: hotline,
      To: bimla,
      CallStatus: 'in-progress',
    });
    expect(w.see(sid).talkingWith).toBeNull();
    await w.calls.press(leg, '1');
    await w.carrier.idle();
    expect([w.see(sid).talkingWith, w.see(leg).talkingWith]).toEqual([leg, sid]);
    await w.calls.speak(sid, 'Where are you?');
    await w.calls.speak(leg, 'At the gate');
    expect(w.see(leg).talk).toEqual([
      { own: false, text: 'Where are you?' },
      { own: true, text: 'At the gate' },
    ]);
    await w.pass(seconds(30));
    await w.calls.hangUp(leg);
    await w.carrier.idle();
    expect(w.last('after')?.form).toMatchObject({
      CallSid: sid,
      DialCallSid: leg,
      DialCallStatus: 'completed',
      DialBridged: 'true',
      DialCallDuration: '30',
    });
    expect(w.see(sid)).toMatchObject({ lines: ['Back again'], talkingWith: null });
  });

  test('ends the talk at its limit, and the caller goes on', async () => {
    const w = world({ ...pages });
    const { sid } = await w.calls.call(anita);
    const leg = w.ringing(bimla);
    await w.calls.answer(leg);
    await w.calls.press(leg, '1');
    await w.pass(59_999);
    expect(w.see(leg).status).toBe('in-progress');
    await w.pass(1);
    expect(w.see(leg)).toMatchObject({ status: 'completed', talkingWith: null });
    expect(w.see(sid).lines).toEqual(['Back again']);
  });

  test('ends both where the caller hangs up, while it rings or while they talk', async () => {
    const w = world({ ...pages });
    const ringing = await w.calls.call(anita);
    const never = w.ringing(bimla);
    await w.calls.hangUp(ringing.sid);
    await w.carrier.idle();
    expect(w.see(never).status).toBe('canceled');
    expect(w.last('after')?.form).toMatchObject({
      CallStatus: 'completed',
      DialCallStatus: 'no-answer',
      DialBridged: 'false',
    });
    const talking = await w.calls.call(anita);
    const leg = w.ringing(bimla);
    await w.calls.answer(leg);
    await w.calls.press(leg, '1');
    await w.calls.hangUp(talking.sid);
    await w.carrier.idle();
    expect(w.see(leg)).toMatchObject({ status: 'completed', talkingWith: null });
    expect(w.see(talking.sid).lines).toEqual([]);
    expect(w.paths().slice(-2)).toEqual(['after', 'status']);
  });

  test.each([
    ['busy', 'busy'],
    ['failed', 'failed'],
    [undefined, 'no-answer'],
  ] as const)('tells that it was %s', async (fault, status) => {
    const w = world({ ...pages });
    if (fault) w.carrier.faults.calls[bimla] = fault;
    await w.calls.call(anita);
    await w.pass(seconds(20));
    const form = w.last('after')?.form ?? {};
    expect(form).toMatchObject({ DialCallStatus: status, DialBridged: 'false' });
    expect(form).not.toHaveProperty('DialCallDuration');
  });

  test('is not put through where the whisper ends in hanging up, as with a machine', async () => {
    const w = world({ ...pages });
    w.carrier.faults.calls[bimla] = 'voicemail';
    const { sid } = await w.calls.call(anita);
    await w.pass(seconds(20));
    expect(w.last('after')?.form).toMatchObject({
      DialCallStatus: 'completed',
      DialBridged: 'false',
    });
    expect(w.see(sid).talk).toEqual([]);
  });

  test('of two phones that press at once puts one through, and hangs up the other', async () => {
    const w = world({ ...pages, voice: two });
    const { sid } = await w.calls.call(anita);
    const legs = [w.ringing(bimla), w.ringing(chetan)];
    await Promise.all(legs.map((leg) => w.calls.answer(leg)));
    await Promise.all(legs.map((leg) => w.calls.press(leg, '1')));
    await w.carrier.idle();
    const [first, second] = legs.map((leg) => w.see(leg));
    expect(first).toMatchObject({ talkingWith: sid, status: 'in-progress' });
    expect(second).toMatchObject({ talkingWith: null, status: 'completed' });
    expect(w.see(sid).talkingWith).toBe(first?.sid);
  });

  test('cancels the phone that still rings when another is put through', async () => {
    const w = world({ ...pages, voice: two });
    await w.calls.call(anita);
    const [fast, slow] = [w.ringing(bimla), w.ringing(chetan)];
    await w.calls.answer(fast);
    expect(w.see(slow).status).toBe('ringing');
    await w.calls.press(fast, '1');
    await w.carrier.idle();
    expect(w.see(slow)).toMatchObject({ status: 'canceled' });
    expect(w.see(slow).answeredAt).toBeUndefined();
  });

  test('lets the first to pick up keep the call, where a fault reads Twilio so', async () => {
    const w = world({ ...pages, voice: two });
    w.carrier.faults.firstPickUpEndsOthers = true;
    await w.calls.call(anita);
    const [fast, slow] = [w.ringing(bimla), w.ringing(chetan)];
    await w.calls.answer(fast);
    expect(w.see(slow).status).toBe('canceled');
    await w.calls.answer(slow);
    expect(w.see(slow).status).toBe('canceled');
    await w.pass(seconds(20));
    expect(w.last('after')?.form).toMatchObject({ DialBridged: 'false' });
  });

  test('goes on in the document without an action, and needs no whisper', async () => {
    const w = world({ voice: `<Dial>${bimla}</Dial><Say>Goodbye</Say>` });
    const { sid } = await w.calls.call(anita);
    const leg = w.ringing(bimla);
    expect(w.asked).toHaveLength(1);
    await w.calls.answer(leg);
    expect(w.see(sid).talkingWith).toBe(leg);
    await w.calls.hangUp(leg);
    await w.carrier.idle();
    expect(w.see(sid).lines).toEqual(['Goodbye']);
  });

  test('keeps the caller’s phone ringing until the bridge, where it is told to', async () => {
    const w = world({ ...pages, voice: one.replace('<Dial', '<Dial answerOnBridge="true"') });
    const { sid } = await w.calls.call(anita);
    expect(w.see(sid).status).toBe('ringing');
    const leg = w.ringing(bimla);
    await w.calls.answer(leg);
    await w.calls.press(leg, '1');
    await w.carrier.idle();
    expect(w.see(sid).status).toBe('in-progress');
  });

  test('ends at the caller’s star only where it may', async () => {
    const w = world({ ...pages });
    const start = async () => {
      const { sid } = await w.calls.call(anita);
      const leg = w.ringing(bimla);
      await w.calls.answer(leg);
      await w.calls.press(leg, '1');
      await w.carrier.idle();
      await w.calls.press(sid, '*');
      await w.carrier.idle();
      return { sid, leg };
    };
    const deaf = await start();
    expect(w.see(deaf.leg).talkingWith).toBe(deaf.sid);
    await w.calls.hangUp(deaf.sid);
    w.pages['voice'] = one.replace('<Dial', '<Dial hangupOnStar="true"');
    const { sid, leg } = await start();
    expect(w.see(leg).status).toBe('completed');
    expect(w.see(sid).lines).toEqual(['Back again']);
  });
});

describe('what goes wrong', () => {
  const fallback = '<Say voice="Polly.Aditi">In the plain voice</Say>';

  test.each([
    ['no XML', () => xml('<Say>'), '12100'],
    [
      'no TwiML',
      () => new Response('hello', { headers: { 'Content-Type': 'text/plain' } }),
      '12300',
    ],
    ['nothing', () => new Response(null, { status: 204 }), '12300'],
    ['404', () => new Response('', { status: 404 }), '11200'],
    ['500', () => new Response('', { status: 500 }), '11200'],
    ['no answer', () => new Promise<Response>(() => {}), '11205'],
    ['an unknown verb', () => xml('<Sing>la</Sing>'), '12200'],
    ['an unknown attribute', () => xml('<Dial record="true">+915550000102</Dial>'), '12200'],
    ['a wrong value', () => xml('<Gather timeout="-1"/>'), '12200'],
    ['a wrong verb in a Gather', () => xml('<Gather><Hangup/></Gather>'), '13320'],
    ['an empty sentence', () => xml('<Say> </Say>'), '13520'],
    ['a wrong caller id', () => xml('<Dial callerId="+15005550006">+915550000102</Dial>'), '13214'],
    ['a wrong number', () => xml('<Dial>12</Dial>'), '13224'],
  ])('%s sends the call to its fallback', async (_, answer, code) => {
    const w = world({ voice: answer, 'voice/fallback': fallback });
    const { sid } = await w.calls.call(anita);
    expect(w.last('voice/fallback')?.form).toMatchObject({
      ErrorCode: code,
      ErrorUrl: 'https://hotline.example/base/twilio/voice',
      CallSid: sid,
    });
    expect(w.see(sid).lines).toEqual(['In the plain voice']);
  });

  test('is tried once more, and only where another try may help', async () => {
    for (const [status, tries] of [
      [500, 2],
      [404, 1],
    ] as const) {
      const w = world({ voice: () => new Response('', { status }), 'voice/fallback': fallback });
      await w.calls.call(anita);
      expect(w.paths().filter((path) => path === 'voice')).toHaveLength(tries);
    }
  });

  test('says that there was an error where the fallback fails too, and hangs up', async () => {
    const w = world({
      voice: () => new Response('', { status: 500 }),
      'voice/fallback': '<Nope/>',
    });
    const { sid } = await w.calls.call(anita);
    expect(w.see(sid).lines[0]).toContain('application error');
    await w.pass(seconds(10));
    expect(w.see(sid).status).toBe('completed');
    expect(w.last('status')?.form['CallStatus']).toBe('completed');
  });

  test('has a fallback of its own where one is named; calls out have theirs', async () => {
    const broken = () => new Response('', { status: 500 });
    const w = world(
      { voice: broken, other: fallback, out: broken, plain: fallback },
      { voiceFallbackUrl: 'https://hotline.example/base/twilio/other' },
    );
    const { sid } = await w.calls.call(anita);
    expect(w.see(sid).lines).toEqual(['In the plain voice']);
    await w.calls.hangUp(sid);
    await w.order();
    await w.pass(seconds(1));
    const call = w.ringing(anita);
    await w.calls.answer(call);
    expect(w.last('plain')?.form).toMatchObject({ ErrorCode: '11200', CallSid: call });
    expect(w.see(call).lines).toEqual(['In the plain voice']);
  });

  test('a voice that cannot be had is such an error, in a Gather and outside', async () => {
    const say = '<Say voice="Polly.Kajal-Neural" language="hi-IN">नमस्ते</Say>';
    const w = world({ voice: say, 'voice/fallback': fallback });
    w.carrier.faults.badVoices = ['Polly.Kajal-Neural'];
    await w.calls.call(anita);
    expect(w.last('voice/fallback')?.form['ErrorCode']).toBe('13511');
    w.pages['voice'] = `<Gather>${say}</Gather>`;
    const { sid } = await w.calls.call(bimla);
    expect(w.last('voice/fallback')?.form['ErrorCode']).toBe('13321');
    expect(w.see(sid).lines).toEqual(['In the plain voice']);
  });

  test('a whisper that fails is never put through', async () => {
    const w = world({
      voice: `<Dial action="after"><Number url="leg">${bimla}</Number></Dial>`,
      after: '',
    });
    await w.calls.call(anita);
    const leg = w.ringing(bimla);
    await w.calls.answer(leg);
    await w.pass(seconds(10));
    expect(w.see(leg).lines[0]).toContain('application error');
    expect(w.last('after')?.form).toMatchObject({ DialBridged: 'false' });
  });

  test('a webhook posted twice is played once', async () => {
    const w = world({ voice: menu, key: '<Say>Thank you</Say>' });
    w.carrier.faults.duplicateWebhook = 1;
    const { sid } = await w.calls.call(anita);
    await w.calls.press(sid, '1');
    expect(w.paths()).toEqual(['voice', 'voice', 'key', 'key']);
    expect(w.see(sid).lines).toEqual(['Press one or two', 'Thank you']);
  });

  test('a late answer is for nobody when the caller has gone', async () => {
    const w = world({ voice: menu, key: '<Say>Thank you</Say>' });
    const { sid } = await w.calls.call(anita);
    Object.assign(w.carrier.faults, { delayWebhook: 1, delayMs: seconds(20) });
    const pressed = w.calls.press(sid, '1');
    await w.pass(seconds(5));
    expect(w.calls.isSpeaking(sid)).toBe(true);
    await w.calls.hangUp(sid);
    await pressed;
    await w.pass(minutes(1));
    expect(w.see(sid)).toMatchObject({ status: 'completed', lines: ['Press one or two'] });
  });

  test('a caller who goes before anybody answered has heard nothing', async () => {
    const w = world({ voice: menu });
    Object.assign(w.carrier.faults, { delayWebhook: 1, delayMs: seconds(20) });
    const calling = w.calls.call(anita);
    const sid = w.calls.of(anita)[0]?.sid ?? '';
    await w.calls.hangUp(sid);
    expect(await calling).toMatchObject({ status: 'no-answer', heard: [] });
    await w.pass(minutes(1));
    expect(w.statuses()).toEqual(['no-answer']);
  });

  test('whoever listens hears every change, until they stop', async () => {
    const w = world({ voice: '<Say>Hello</Say>' });
    const seen: string[] = [];
    const stop = w.calls.onCall((call) => seen.push(`${call.status} ${call.heard.length}`));
    await w.calls.call(anita);
    stop();
    await w.pass(seconds(5));
    expect(seen).toEqual(['ringing 0', 'in-progress 0', 'in-progress 1']);
  });
});
