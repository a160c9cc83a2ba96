import { describe, expect, test } from 'vitest';
import { minutes, seconds } from '#shared/terms/time.ts';
import { anita, bimla, twimlHotline as world, xml } from '../../fixtures/twiml-hotline.ts';

const menu =
  '<Gather action="key" numDigits="1"><Say language="en-IN">Press one or two</Say></Gather>';

describe('a failing webhook of a call', () => {
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
  ])('goes to the fallback after %s', async (_, answer, code) => {
    const w = world({ voice: answer, 'voice/fallback': fallback });
    const { sid } = await w.calls.call(anita);
    expect(w.last('voice/fallback')?.form).toMatchObject({
      ErrorCode: code,
      ErrorUrl: 'https://hotline.example/base/twilio/voice',
      CallSid: sid,
    });
    expect(w.see(sid).lines).toEqual(['In the plain voice']);
  });

  test('is retried twice after 5xx, as the overrides say, and not after 4xx', async () => {
    for (const [status, tries] of [
      [500, 3],
      [404, 1],
    ] as const) {
      const w = world({ voice: () => new Response('', { status }), 'voice/fallback': fallback });
      await w.calls.call(anita);
      expect(w.paths().filter((path) => path === 'voice')).toHaveLength(tries);
    }
  });

  test('plays an error message and hangs up when the fallback fails too', async () => {
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

  test('goes to the configured fallback; outgoing calls name their own', async () => {
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

  test('goes to the fallback for a voice that is not available, in a Gather and outside', async () => {
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

  test('does not connect a leg whose whisper failed', async () => {
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

  test('is played once when it is posted twice', async () => {
    const w = world({ voice: menu, key: '<Say>Thank you</Say>' });
    w.carrier.faults.duplicateWebhook = 1;
    const { sid } = await w.calls.call(anita);
    await w.calls.press(sid, '1');
    expect(w.paths()).toEqual(['voice', 'voice', 'key', 'key']);
    expect(w.see(sid).lines).toEqual(['Press one or two', 'Thank you']);
  });

  test('plays no late answer after the caller has hung up', async () => {
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

  test('plays nothing to a caller who hangs up before the answer', async () => {
    const w = world({ voice: menu });
    Object.assign(w.carrier.faults, { delayWebhook: 1, delayMs: seconds(20) });
    const calling = w.calls.call(anita);
    const sid = w.calls.of(anita)[0]?.sid ?? '';
    await w.calls.hangUp(sid);
    expect(await calling).toMatchObject({ status: 'no-answer', heard: [] });
    await w.pass(minutes(1));
    expect(w.statuses()).toEqual(['no-answer']);
  });

  test('sends every change of a call to its listeners until they are removed', async () => {
    const w = world({ voice: '<Say>Hello</Say>' });
    const seen: string[] = [];
    const stop = w.calls.onCall((call) => seen.push(`${call.status} ${call.heard.length}`));
    await w.calls.call(anita);
    stop();
    await w.pass(seconds(5));
    expect(seen).toEqual(['ringing 0', 'in-progress 0', 'in-progress 1']);
  });
});
