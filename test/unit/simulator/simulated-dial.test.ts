import { describe, expect, test } from 'vitest';
import { seconds } from '#shared/terms/time.ts';
import {
  anita,
  bimla,
  chetan,
  hotline,
  twimlHotline as world,
} from '../../fixtures/twiml-hotline.ts';

describe('Dial', () => {
  const one = `<Dial action="after" timeout="20" timeLimit="60" callerId="${hotline}"><Number url="leg?i=0">${bimla}</Number></Dial>`;
  const two = one.replace('</Dial>', `<Number url="leg?i=1">${chetan}</Number></Dial>`);
  const pages = {
    voice: one,
    leg: '<Gather action="leg-key" numDigits="1" timeout="4"><Say>Press one to talk</Say></Gather><Hangup/>',
    'leg-key': '',
    after: '<Say>Back again</Say>',
  };

  test('rings a phone under our number, whispers, and connects two people', async () => {
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

  test('ends the conversation at its limit, and the caller goes on', async () => {
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

  test('ends both calls when the caller hangs up, while it rings or while they talk', async () => {
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

  test('does not connect a leg whose whisper ends in hanging up, as with a machine', async () => {
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

  test('connects one of two phones that press at once, and hangs up the other', async () => {
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

  test('cancels the phone that still rings when another is connected', async () => {
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

  test('gives the call to the first to pick up with the fault firstPickUpEndsOthers', async () => {
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

  test('goes on in the document without an action, and works without a whisper', async () => {
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

  test('keeps the caller’s phone ringing until the bridge with answerOnBridge', async () => {
    const w = world({ ...pages, voice: one.replace('<Dial', '<Dial answerOnBridge="true"') });
    const { sid } = await w.calls.call(anita);
    expect(w.see(sid).status).toBe('ringing');
    const leg = w.ringing(bimla);
    await w.calls.answer(leg);
    await w.calls.press(leg, '1');
    await w.carrier.idle();
    expect(w.see(sid).status).toBe('in-progress');
  });

  test('ends at the caller’s star only with hangupOnStar', async () => {
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
