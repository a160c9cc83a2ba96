import { describe, expect, test } from 'vitest';
import { minutes, seconds } from '#shared/terms/time.ts';
import { anita, bimla, twimlHotline as world, xml } from '../../fixtures/twiml-hotline.ts';

const menu =
  '<Gather action="key" numDigits="1"><Say language="en-IN">Press one or two</Say></Gather>';

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
