import { describe, expect } from 'vitest';
import { days, hours, minutes } from '#shared/terms/time.ts';
import { messageSid } from '../../fixtures/message-sid.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { signedForm } from '../../world/signed-form.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { asksForBlood, englishPhone, readAllMessages } from '../../world/steps/scenario-steps.ts';
import { account, missedCallNumber, publicUrl, testConfig, type World } from '../../world/world.ts';

/* Replayed webhooks, other countries and floods (docs/adr/0016). */

type Fields = Record<string, string>;

/** Posts a webhook with a valid signature. */
const post = async (world: World, path: string, fields: Fields) => {
  const { authToken } = account;
  const body = new URLSearchParams(fields).toString();
  const answer = await world.app.fetch(signedForm(publicUrl + path, body, { authToken }));
  await world.settle();
  return { status: answer.status, body: await answer.text() };
};
const nothing = '<Response/>';
const need = 'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh';
const limits = { rangeDigits: 5, textsPerHour: 3, callsBackPerHour: 2 };
const strangers = { ...testConfig().policy.strangers, ...limits };
const fewStrangers = testConfig((c) => ({ ...c, policy: { ...c.policy, strangers } }));
/** Unknown numbers of one range. */
const pumped = (n: number): string => `+9170000${String(n).padStart(5, '0')}`;
const text = (From: string, Body: string, label: string): Fields => ({
  MessageSid: messageSid(label),
  From,
  To: '+915320000000',
  Body,
});

describe('a repeated webhook', () => {
  scenario('gets the same reply within a day, and is refused later', async (world) => {
    const family = world.phone('Sunita');
    const fields = text(family.number, need, 'SMcaught');
    const first = await post(world, '/twilio/sms', fields);
    expect(first).toMatchObject({ status: 200, body: expect.stringContaining('<Message>') });
    await world.clock.advance(hours(24));
    expect(await post(world, '/twilio/sms', fields)).toEqual(first);
    await world.clock.advance(minutes(1));
    for (const wait of [0, days(8), days(365)]) {
      await world.clock.advance(wait);
      expect((await post(world, '/twilio/sms', fields)).status).toBe(403);
    }
    family.hearsOnly(/is not complete yet/);
    // The person has expired by now, and a replayed webhook does not store them again.
    expect(await world.store.person(family.number)).toBeUndefined();
    expect(world.logged.filter((line) => line.startsWith('webhook-replayed'))).toHaveLength(3);
    expect(world.logged.join()).not.toContain(family.number);
  });

  scenario('cannot confirm a new summary with an intercepted "1" weeks later', async (world) => {
    const family = world.phone('Sunita');
    await family.texts(need);
    await family.texts('Sunita');
    family.readsEverything();
    const one = text(family.number, '1', 'SMone');
    const code = codeIn((await post(world, '/twilio/sms', one)).body);
    await family.closes(`CLOSE ${code}`);
    family.hears(says.closed, code);
    await world.clock.advance(days(20));
    family.readsEverything();
    await family.texts(need);
    await family.texts('Sunita');
    family.hears(says.summary);
    expect((await post(world, '/twilio/sms', one)).status).toBe(403);
    expect((await world.store.person(family.number))?.requests).toHaveLength(1);
    family.readsEverything();
  });

  scenario('cannot erase later data with an intercepted FORGET', async (world) => {
    const family = world.phone('Sunita');
    await family.texts(need);
    const forget = text(family.number, 'FORGET', 'SMforgot');
    const answer = await post(world, '/twilio/sms', forget);
    for (const body of [need, 'Sunita', '1']) await family.texts(body);
    const [ref] = (await world.store.person(family.number))?.requests ?? [];
    await family.closes(`CLOSE ${ref?.code}`);
    const whose = { requester: family.number, attendant: 'Sunita' };
    const stored = async () => ref && (await world.store.request(ref.requestId));
    expect(await stored()).toMatchObject(whose);
    expect(await post(world, '/twilio/sms', forget)).toEqual(answer);
    expect(await stored()).toMatchObject(whose);
    await world.clock.advance(days(2));
    expect((await post(world, '/twilio/sms', forget)).status).toBe(403);
    expect(await stored()).toMatchObject(whose);
    family.readsEverything();
  });

  scenario('changes nothing of a call after a day, whichever step it repeats', async (world) => {
    const family = world.phone('Sunita');
    const call: Fields = { CallSid: 'CAcaught', From: family.number, To: '+915320000000' };
    const paths: [string, Fields][] = [
      ['/twilio/voice', call],
      ['/twilio/voice/heard?c=CAcaught&s=1', { ...call, Digits: '1' }],
    ];
    for (const [path, fields] of paths) expect((await post(world, path, fields)).status).toBe(200);
    await post(world, '/twilio/status', { ...call, CallStatus: 'completed' });
    family.readsEverything();
    await world.clock.advance(hours(23));
    for (const [path, fields] of paths) expect((await post(world, path, fields)).status).toBe(200);
    await world.clock.advance(days(40));
    const before = await world.store.call('CAcaught' as never);
    for (const [path, fields] of [
      ...paths,
      ['/twilio/voice/fallback', call],
      ['/twilio/voice/heard?c=CAcaught&s=2', { ...call, Digits: '1' }],
      ['/twilio/voice/leg?c=CAcaught&i=0', { ...call, CallSid: 'CAleg' }],
      ['/twilio/voice/leg/heard?c=CAcaught&i=0', { ...call, CallSid: 'CAleg', Digits: '1' }],
    ] satisfies [string, Fields][])
      expect([path, (await post(world, path, fields)).status]).toEqual([path, 403]);
    expect(await world.store.call('CAcaught' as never)).toEqual(before);
    family.readsEverything();
  });

  scenario(
    'returns a missed call once',
    async (world) => {
      const family = world.phone('Sunita');
      const call: Fields = { CallSid: 'CAmissed', From: family.number, To: missedCallNumber };
      await post(world, '/twilio/voice', call);
      await world.clock.advance(minutes(2));
      await family.missesCall();
      await world.clock.advance(minutes(1));
      family.hearsOnly(says.callbackUnanswered);
      for (const wait of [minutes(10), hours(12)]) {
        await world.clock.advance(wait);
        expect(await post(world, '/twilio/voice', call)).toMatchObject({
          status: 200,
          body: expect.stringContaining('<Reject'),
        });
      }
      await world.clock.advance(days(30));
      expect((await post(world, '/twilio/voice', call)).status).toBe(403);
      await world.clock.advance(minutes(10));
      expect(family.missedCalls()).toBe(1);
    },
    { missedCallNumber },
  );

  scenario('is refused after a day when the status would change something', async (world) => {
    const verifier = await world.volunteer('Kavita');
    await asksForBlood(world.phone('Sunita'));
    verifier.hears(says.pleaseCheck);
    const row = (await world.outbox()).find((r) => r.state === 'delivered');
    expect(row).toBeDefined();
    const path = `/twilio/status?m=${row?.id}`;
    const status = { MessageSid: row?.carrierId ?? '', MessageStatus: 'delivered' };
    await world.clock.advance(days(2));
    // A late status that changes nothing is accepted, for instance of a phone that was switched off.
    expect((await post(world, path, status)).status).toBe(204);
    expect(await world.store.outboxRow(row?.id ?? '')).toEqual(row);
    if (row) await world.store.save([{ put: { ...row, state: 'sent' } }]);
    const sent = await world.store.outboxRow(row?.id ?? '');
    for (const MessageStatus of ['delivered', 'failed', 'undelivered'])
      expect((await post(world, path, { ...status, MessageStatus })).status).toBe(403);
    expect(await world.store.outboxRow(row?.id ?? '')).toEqual(sent);
    readAllMessages(world);
  });
});

describe('a number of another country', () => {
  const abroad = '+12025550123';

  scenario(
    'is not answered by text, WhatsApp or call, and is not stored',
    async (world) => {
      for (const From of [abroad, `whatsapp:${abroad}`])
        expect(await post(world, '/twilio/sms', text(From, need, `SM${From}`))).toMatchObject({
          status: 200,
          body: expect.stringContaining(nothing),
        });
      for (const To of ['+915320000000', missedCallNumber])
        for (const path of ['/twilio/voice', '/twilio/voice/fallback'])
          expect(await post(world, path, { CallSid: 'CA1', From: abroad, To })).toMatchObject({
            status: 200,
            body: expect.stringContaining('<Reject'),
          });
      expect(await world.store.person(abroad as never)).toBeUndefined();
      expect(await world.store.incoming(messageSid(`SM${abroad}`))).toBeUndefined();
      expect(await world.store.call('CA1' as never)).toBeUndefined();
      expect(await world.outbox()).toEqual([]);
      expect(
        world.logged.filter((line) => line.startsWith('text-from-other-country')),
      ).toHaveLength(2);
      expect(
        world.logged.filter((line) => line.startsWith('call-from-other-country')),
      ).toHaveLength(4);
      expect(world.logged.join()).not.toContain(abroad);
    },
    { missedCallNumber },
  );

  scenario(
    'is answered when the configuration allows the country',
    async (world) => {
      const answer = await post(world, '/twilio/sms', text(abroad, 'MENU', 'SM1'));
      expect(answer.body).toContain('<Message>');
    },
    { config: testConfig((c) => ({ ...c, countries: ['+91', '+1'] })) },
  );

  scenario('gets no more messages after the configuration excludes its country', async (world) => {
    const { services } = world;
    const neighbour = await world.volunteer('Kavita');
    const family = world.phone('Sunita');
    await family.texts(need);
    await family.texts('Sunita');
    await family.textsAtOnce('1');
    services.config = { ...services.config, countries: ['+44'] };
    await world.settle();
    neighbour.hearsNothing();
    expect((await world.outbox()).map((r) => r.state)).toEqual(['withdrawn']);
    family.readsEverything();
  });
});

describe('the rate limit', () => {
  scenario(
    'silences a range of unknown numbers, and still serves a blood request from it',
    async (world) => {
      let sent = 0;
      const say = (From: string, Body: string) => {
        sent += 1;
        return post(world, '/twilio/sms', text(From, Body, `SM${sent}`));
      };
      const answered = async (From: string, Body: string) =>
        (await say(From, Body)).body.includes('<Message>');
      const answers: boolean[] = [];
      for (let n = 0; n < 40; n += 1) answers.push(await answered(pumped(n), 'hello'));
      expect(answers.filter(Boolean)).toHaveLength(strangers.textsPerHour);
      expect(await world.store.person(pumped(39) as never)).toBeUndefined();
      // A text answered before the limit gets its reply again when the carrier repeats it.
      const again = await post(world, '/twilio/sms', text(pumped(0), 'hello', 'SM1'));
      expect(again.body).toContain('<Message>');
      expect(world.logged.filter((line) => line.startsWith('range-rate-limited'))).toEqual([
        'range-rate-limited {"of":"texts","range":"+9170000","most":3}',
      ]);

      const family = pumped(77);
      for (const body of [need, 'Sunita', '1']) expect(await answered(family, body)).toBe(true);
      expect((await world.store.person(family as never))?.requests).toHaveLength(1);
      expect(await answered(pumped(78), 'BLOOD')).toBe(true);
      expect(await answered(pumped(78), 'B+')).toBe(true);
      // Another range and the next hour are not affected.
      expect(await answered('+917000100001', 'hello')).toBe(true);
      await world.clock.advance(hours(1));
      expect(await answered(pumped(39), 'hello')).toBe(true);
    },
    { config: fewStrangers },
  );

  scenario(
    'does not apply to STOP and FORGET',
    async (world) => {
      const before = pumped(1);
      await post(world, '/twilio/sms', text(before, 'hello', 'SM0'));
      for (let n = 2; n < 9; n += 1)
        await post(world, '/twilio/sms', text(pumped(n), 'hello', `SM${n}`));
      await post(world, '/twilio/sms', text(before, 'FORGET', 'SMforget'));
      expect(await world.store.person(before as never)).toBeUndefined();
      await post(world, '/twilio/sms', text(pumped(2), 'STOP', 'SMstop'));
      expect((await world.store.person(pumped(2) as never))?.optedOut).toBe(true);
    },
    { config: fewStrangers },
  );

  scenario(
    'limits callbacks to a range of unknown numbers, and always returns the call of a donor',
    async (world) => {
      const ring = (From: string) =>
        post(world, '/twilio/voice', { CallSid: `CA${From}`, From, To: missedCallNumber });
      for (let n = 0; n < 9; n += 1) await ring(pumped(n));
      const calls = (await world.outbox()).filter((r) => r.callsBack);
      expect(calls).toHaveLength(strangers.callsBackPerHour);
      const donor = await world.donor('Asha');
      await ring(donor.number);
      expect((await world.outbox()).filter((r) => r.callsBack)).toHaveLength(3);
      await world.clock.advance(minutes(3));
      await donor.missesCall();
      donor.hearsOnly('could not reach you');
    },
    { config: fewStrangers, missedCallNumber },
  );

  scenario(
    'asks one phone once to wait, then is silent, and still serves its blood request',
    async (world) => {
      const phone = world.phone('Sunita');
      for (let n = 0; n < 9; n += 1) await phone.texts(`hello ${n}`);
      phone.readsEverything();
      await phone.texts('hello again');
      phone.hearsNothing();
      await phone.texts(need);
      phone.hearsOnly('Who is with the patient');
      await phone.texts('Sunita');
      phone.hears(says.summary);
      await phone.texts('1');
      phone.hears(says.opened);
      phone.readsEverything();
      for (let n = 0; n < 9; n += 1) await phone.texts(need);
      phone.hearsNothing();
    },
    { config: testConfig((c) => ({ ...c, policy: { ...c.policy, textsPerHour: 5 } })) },
  );

  scenario('asks a phone once to wait, and answers it again an hour later', async (world) => {
    const ravi = await englishPhone(world, 'Ravi');
    for (let n = 0; n < 70; n += 1) await ravi.textsAtOnce('xyz');
    expect(ravi.hearsAll('MENU')).toBe(59);
    ravi.hearsOnly('Please wait a while');
    await world.clock.advance(hours(1));
    await ravi.texts('MENU');
    ravi.hearsOnly(says.menu);
  });
});
