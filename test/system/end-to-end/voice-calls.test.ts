import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { ForeignCall, readTwiml } from '../../world/servers/foreign-calls.ts';
import type { ForeignCarrier } from '../../world/servers/foreign-carrier.ts';
import { donorHeader, volunteerHeader } from './demo-people.ts';
import { createHotlineWithCarrier } from './hotline-with-carrier.ts';
import { type ServerUnderTest, until } from './server.ts';

/* Calls tested only from outside: keys in, TwiML out, with a carrier that shares no code with the hotline. */

const account = { accountSid: 'ACf0reigncalls', authToken: 'their-voice-token' };
const hotlineNumber = '+915320000000';
const missedNumber = '+915320000001';

describe.runIf(isDynoxideInstalled())('calls on a foreign carrier', () => {
  let carrier: ForeignCarrier;
  let server: ServerUnderTest;
  let remove: () => Promise<void>;
  let last = 0;

  const newPhone = (): string => {
    last += 1;
    return `+9194160${String(last).padStart(5, '0')}`;
  };
  const calls = (from: string, to = hotlineNumber): Promise<ForeignCall> =>
    new ForeignCall(carrier, from, { to }).begins();
  const volunteer = (i: number): string => `+9197000001${i}0`;
  const hindi = /[\u0900-\u097f]/;

  beforeAll(async () => {
    ({ carrier, server, remove } = await createHotlineWithCarrier({
      account,
      env: { HOTLINE_NUMBER: hotlineNumber, MISSED_CALL_NUMBER: missedNumber },
    }));
    await server.start();
    const volunteers = ['Veena', 'Kavita', 'Rekha', 'Asha'].map(
      (name, i) => `${volunteer(i)},${name},Prayagraj,verifier,en`,
    );
    await server.imports('volunteers', volunteerHeader, volunteers);
    await server.imports('donors', donorHeader, ['Amit,+919450100001,B+,M,1990,211001,hi,,70,']);
  });
  afterAll(async () => {
    await remove();
  });

  for (const [language, key] of [
    ['hi-IN', '1'],
    ['en-IN', '2'],
  ] as const) {
    test(`open a request with keys only, in ${language}`, async () => {
      const family = newPhone();
      const call = await calls(family);
      await call.presses(key);
      // 1 need blood, 2 B, 1 positive, 1 now; then PIN, right, the first hospital, blood, 2 units.
      for (const keys of ['1', '2', '1', '1', '211001', '1', '1', '1', '2']) {
        expect(call.languages, call.words).toEqual([language]);
        expect(hindi.test(call.words), call.words).toBe(language === 'hi-IN');
        await call.presses(keys);
      }
      // Names are recorded; a key skips the recording.
      await call.presses('#');
      await call.presses('#');
      expect(call.words).not.toContain('+91');
      await call.presses('1');
      expect(call.isOver).toBe(false);
      const text = await until('the code by text', () =>
        carrier.inbox(family).find((m) => /(?<!\d)\d{4}(?!\d)/.test(m.text)),
      );
      const code = text.text.match(/(?<!\d)\d{4}(?!\d)/)?.[0];
      const asked = await until('a verifier is asked', () =>
        carrier.inbox(volunteer(0)).find((m) => m.text.includes(code ?? '-')),
      );
      expect(asked.text).toContain('B+');
    });

    test(`register a donor with keys only, in ${language}`, async () => {
      const donor = newPhone();
      const call = await calls(donor);
      await call.presses(key);
      // 2 want to give, 1 agree, 3 AB, 2 negative, PIN, right; then the name.
      for (const keys of ['2', '1', '3', '2', '211002', '1']) {
        expect(call.languages, call.words).toEqual([language]);
        await call.presses(keys);
      }
      await call.presses('#');
      const age = String(new Date().getUTCFullYear() - 1994);
      for (const keys of ['1', age, '1']) await call.presses(keys);
      expect(call.isOver).toBe(false);
      const list = await server.cli('donors', 'export');
      const line = list.out.split('\n').find((l) => l.includes(donor.slice(3)));
      expect(line).toMatch(/AB-/);
      expect(line).toContain('1994');
    });
  }

  test('repeat the menu after silence, then offer a volunteer and a message, and end', async () => {
    const call = await calls(newPhone());
    const first = call.words;
    await call.staysSilent();
    expect(call.words).toContain(first.slice(-20));
    await call.staysSilent();
    await call.staysSilent();
    expect(call.verb('Dial')).toBeDefined();
    for (let rounds = 0; call.verb('Dial') && rounds < 6; rounds += 1) {
      const dial = call.verb('Dial');
      expect(dial?.attributes['callerId']).toBe(hotlineNumber);
      expect(Number(dial?.attributes['timeLimit'])).toBeGreaterThan(0);
      await call.post(dial?.attributes['action'] ?? '', { DialCallStatus: 'no-answer' });
    }
    expect(call.verb('Record')).toBeDefined();
    await call.staysSilent();
    expect(call.isOver).toBe(true);
    expect(call.words).not.toBe('');
  });

  test('connect one of two volunteers who press 1 at once, and tell the other', async () => {
    const call = await calls(newPhone());
    await call.presses('2');
    await call.presses('0');
    const numbers = () => (call.verb('Dial')?.inside ?? []).filter((v) => v.name === 'Number');
    const noVolunteerAnswers = () =>
      call.post(call.verb('Dial')?.attributes['action'] ?? '', { DialCallStatus: 'no-answer' });
    expect(numbers()).toHaveLength(1);
    await noVolunteerAnswers();
    expect(numbers()).toHaveLength(1);
    await noVolunteerAnswers();
    expect(numbers().map((n) => n.text.trim())).toEqual([volunteer(2), volunteer(3)]);
    const legs = numbers().map((n) => {
      const leg = new ForeignCall(carrier, hotlineNumber, {
        to: n.text,
        direction: 'outbound-dial',
      });
      return leg.begins(n.attributes['url']);
    });
    const both = await Promise.all(legs);
    await Promise.all(both.map((leg) => leg.presses('1')));
    const [taken, refused] = both.sort((a, b) => Number(a.isOver) - Number(b.isOver));
    // The leg whose TwiML ends is connected. The other volunteer is told, and that call ends.
    expect(taken?.verbs.map((v) => v.name)).toEqual(['Say']);
    expect(refused?.verbs.map((v) => v.name)).toEqual(['Say', 'Hangup']);
    expect(refused?.words).not.toBe(taken?.words);
  });

  test('reject a missed call and return it once, even ten in a minute', async () => {
    const from = newPhone();
    const rung = () => carrier.calls.filter((c) => c.to === from);
    const one = await calls(from, missedNumber);
    expect(one.verb('Reject')).toBeDefined();
    expect(one.words).toBe('');
    await Promise.all(Array.from({ length: 9 }, () => calls(from, missedNumber)));
    await until('the call back', () => rung().length > 0);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(rung()).toHaveLength(1);
    const back = new ForeignCall(carrier, hotlineNumber, { to: from, direction: 'outbound-api' });
    await back.begins(rung()[0]?.url ?? '');
    expect(back.words).not.toBe('');
    await back.presses('2');
    expect(back.languages).toEqual(['en-IN']);
  });

  test('give the same answer to a repeated or old webhook and change nothing', async () => {
    const call = await calls(newPhone());
    await call.presses('2');
    await call.presses('1');
    const before = call.answers.at(-1)?.xml;
    expect((await call.repeats(-1)).xml).toBe(before);
    expect((await call.repeats(1)).xml).toBe(before);
    expect((await call.repeats(0)).xml).toBe(before);
    await call.presses('2');
    expect(call.words).not.toBe('');
  });

  test('answer a key in an unknown call', async () => {
    const call = new ForeignCall(carrier, newPhone(), { to: hotlineNumber });
    await call.post(`/twilio/voice/heard?c=${call.sid}&s=7`, { Digits: '1' });
    expect(call.words).not.toBe('');
    expect(call.isOver).toBe(false);
    await call.presses('2');
    expect(call.languages).toEqual(['en-IN']);
  });

  test('ring a volunteer for a caller without a number, and refuse a forged webhook', async () => {
    const hidden = await calls('+266696687');
    expect(hidden.words).not.toBe('');
    expect(hidden.verb('Dial')).toBeDefined();
    const forged = await fetch(`${server.publicUrl}/twilio/voice`, {
      method: 'POST',
      body: new URLSearchParams({ CallSid: 'CAforged', From: newPhone(), To: hotlineNumber }),
      headers: { 'X-Twilio-Signature': 'bm90IGEgc2lnbmF0dXJl' },
    });
    expect(forged.status).toBe(403);
  });

  test('send one text after hanging up early, and continue in the next call', async () => {
    const from = newPhone();
    const call = await calls(from);
    for (const keys of ['2', '1', '2', '1']) await call.presses(keys);
    for (let i = 0; i < 2; i += 1)
      await carrier.post('/twilio/status', {
        CallSid: call.sid,
        CallStatus: 'completed',
        From: from,
        To: hotlineNumber,
        Direction: 'inbound',
      });
    await until('the text', () => carrier.inbox(from).length > 0);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(carrier.inbox(from)).toHaveLength(1);
    const again = await calls(from);
    expect(again.words.length).toBeGreaterThan(0);
    // 2 today. The group is known already.
    await again.presses('2');
    expect(again.verb('Gather')?.attributes['numDigits']).toBe('6');
  });

  test('always answer with TwiML', () => {
    expect(() => readTwiml('<Response><Say>a</Response>')).toThrow();
    expect(() => readTwiml('<Response><Shout/></Response>')).toThrow();
  });
});
