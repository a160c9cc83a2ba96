import { describe, expect, test } from 'vitest';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { minutes, seconds } from '#shared/terms/time.ts';
import {
  anita,
  bimla,
  chetan,
  hotline,
  missed,
  twimlHotline,
} from '../../fixtures/twiml-hotline.ts';
import { Phone } from '../../world/phone.ts';

const ask = (key: string, words: string) =>
  `<Gather action="${key}" numDigits="1" timeout="5"><Say>${words}</Say><Say>Nine repeats</Say></Gather><Redirect>silence</Redirect>`;
const leg = '<Gather action="leg-key" numDigits="1"><Say>Press one to talk</Say></Gather><Hangup/>';

/** People with phones on a hotline of hand-written TwiML. */
const people = (pages: Record<string, string>) => {
  const w = twimlHotline(pages);
  const phone = (name: string, number: string) =>
    new Phone(name, phoneNumberSchema.parse(number), w.carrier, w.pass);
  const phones = [phone('Anita', anita), phone('Bimla', bimla), phone('Chetan', chetan)] as const;
  w.calls.onCall((call) => {
    const rung = phones.find((p) => p.number === call.phone);
    if (call.direction === 'out' && call.status === 'ringing') rung?.rings(call);
  });
  return { ...w, phones };
};

describe('a person in a call of a scenario', () => {
  test('hears a prompt to its end, presses, and hears the answer', async () => {
    const w = people({ voice: ask('key', 'Which language'), key: ask('key2', 'Thank you') });
    const [anita] = w.phones;
    const call = await anita.calls();
    call.hears(/language/);
    expect(() => call.hearsOnly(/language/)).toThrow(/Anita should hear .*Nine repeats/);
    call.hears('Nine');
    expect(call.unheard()).toEqual([]);
    await call.presses('1');
    call.hears(/thank you/i);
    call.hearsItAll();
    expect(call.isOver()).toBe(false);
    await call.hangsUp();
    expect(call.isOver()).toBe(true);
    await expect(call.presses('1')).rejects.toThrow(/the call is over/);
  });

  test('hears the answer to saying nothing; speaks into a recording until silence ends it', async () => {
    const w = people({
      voice: ask('key', 'Which'),
      silence: '<Say>Say your name</Say><Record action="named" maxLength="8"/>',
      named: '<Say>We have it</Say>',
    });
    const [anita] = w.phones;
    const call = await anita.calls();
    await call.waits(seconds(9));
    call.hears(/your name/);
    await call.says('Ramesh');
    call.hears('We have it');
    expect(call.isOver()).toBe(true);
    expect(w.last('named')?.form['RecordingDuration']).toBe('1');
  });

  test('is connected to another phone, talks, and hangs up', async () => {
    const number = (phone: string, i: number) => `<Number url="leg?i=${i}">${phone}</Number>`;
    const w = people({
      voice: `<Dial action="after" callerId="${hotline}">${number(bimla, 0)}${number(chetan, 1)}</Dial>`,
      leg,
      'leg-key': '<Say>You are connected</Say>',
      after: '<Say>Goodbye</Say>',
    });
    const [anita, bimlas, chetans] = w.phones;
    const call = await anita.calls();
    expect(bimlas.isRinging() && chetans.isRinging()).toBe(true);
    const [first, second] = await Promise.all([bimlas.picksUp(), chetans.picksUp()]);
    first.hears(/one to talk/);
    await Promise.all([first.presses('1'), second.presses('1')]);
    call.talksWith(bimlas);
    first.talksWith(anita);
    expect(second.isOver()).toBe(true);
    expect(() => second.talksWith(anita)).toThrow(/Chetan should talk with Anita/);
    await first.says('Hello');
    expect(call.shown.talk).toEqual([{ own: false, text: 'Hello' }]);
    await first.hangsUp();
    call.hears('Goodbye');
    expect(w.phones.flatMap((phone) => phone.unexpectedCalls())).toEqual([]);
  });

  test('declines and misses calls; an unexpected call fails', async () => {
    const w = people({ out: ask('key', 'Can you come') });
    const [anita, bimlas, chetans] = w.phones;
    await expect(anita.picksUp()).rejects.toThrow(/Anita's phone should ring/);
    await w.order();
    await w.pass(seconds(1));
    await anita.declines();
    await w.order({ To: bimla });
    await w.pass(seconds(2));
    await bimlas.missesCall();
    expect([bimlas.isRinging(), bimlas.missedCalls()]).toEqual([false, 1]);
    await expect(bimlas.missesCall()).rejects.toThrow(/Bimla should have missed a call/);
    await w.order({ To: chetan });
    await w.pass(minutes(1));
    expect(anita.unexpectedCalls()).toEqual([]);
    expect(chetans.unexpectedCalls()).toMatchObject([{ status: 'no-answer' }]);
    await chetans.missesCall();
    expect(chetans.unexpectedCalls()).toEqual([]);
  });

  test('is rejected by the missed-call number; a call to a machine is not unexpected', async () => {
    const w = people({ voice: '<Reject/>', out: '<Hangup/>' });
    const [anita, bimlas] = w.phones;
    const call = await anita.calls(missed);
    expect(call.shown).toMatchObject({ rejected: true, status: 'no-answer', heard: [] });
    w.carrier.faults.calls[bimla] = 'voicemail';
    await w.order({ To: bimla });
    await w.pass(minutes(1));
    expect(bimlas.unexpectedCalls()).toEqual([]);
    expect(bimlas.missedCalls()).toBe(0);
  });

  test('hears a late answer when it comes', async () => {
    const w = people({ voice: ask('key', 'Which'), key: '<Say>Thank you</Say>' });
    const call = await w.phones[0].calls();
    Object.assign(w.carrier.faults, { delayWebhook: 1, delayMs: seconds(15) });
    await call.presses('1');
    call.hears('Thank you');
  });
});
