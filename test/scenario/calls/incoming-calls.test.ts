import { describe, expect } from 'vitest';
import type { Language } from '#shared/terms/language.ts';
import { hours, minutes, seconds } from '#shared/terms/time.ts';
import type { OnCall } from '../../world/on-call.ts';
import type { Phone } from '../../world/phone.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { oneUnit, readAllMessages, searchedFor } from '../../world/steps/scenario-steps.ts';
import { callingConfig, missedCallNumber, type World } from '../../world/world.ts';

/** Parts of the spoken sentences, for recognition. The catalog's own tests check whole sentences. */
const said = {
  hi: {
    group: 'कौन सा ग्रुप',
    pin: 'पिन कोड',
    prayagraj: 'प्रयागराज',
    hospital: 'कौन सा अस्पताल',
    patient: 'मरीज़ का नाम',
    attendant: 'मरीज़ के साथ कौन',
    summary: 'सब सही है तो एक',
    opened: 'हमारे साथी आपको फ़ोन करेंगे',
    check: 'बात सही है तो एक',
    names: 'मरीज़ और उनके साथ वाले',
    thanksOk: 'खून देने वालों से पूछ रहे हैं',
    alert: 'आना हो पाए तो एक',
    confirmed: 'आ जाएँ',
    pledged: 'घरवालों से बात करनी हो तो एक',
    connecting: 'जोड़ रहे हैं',
    wantsToTalk: 'आपसे बात करनी है',
    neverPay: 'किसी को पैसे न दें',
    thanks: 'जान बच सकती है',
    covered: 'खून देने वाले पूरे हो गए',
  },
  en: {
    group: 'Which blood group',
    pin: 'PIN code',
    prayagraj: 'Prayagraj',
    hospital: 'Which hospital',
    patient: 'the name of the patient',
    attendant: 'who is with the patient',
    summary: 'To send it, press one',
    opened: 'a volunteer calls you',
    check: 'If it is true, press one',
    names: 'The patient, and who is with them',
    thanksOk: 'we are asking donors now',
    alert: 'Can you come',
    confirmed: 'Please come to',
    pledged: 'To talk to the family, press one',
    connecting: 'We connect you with',
    wantsToTalk: 'wants to talk to you',
    neverPay: 'Never pay anyone',
    thanks: 'Someone has a chance to live',
    covered: 'Enough donors have come forward',
  },
} as const;
const saidIn = (language: Language) => said[language === 'en' ? 'en' : 'hi'];

/** Fails when this phone has read or heard the number of the other. */
const expectNoNumberOf = (world: World, phone: Phone, other: Phone): void => {
  const heard = world.carrier.calls.of(phone.number).flatMap((call) => call.heard);
  const all = [...phone.unread(), ...heard.map((line) => line.text)].join(' ');
  expect(all, phone.name).not.toContain(other.number.slice(3));
};

/** Waits until the phone rings: at half of a critical stage, about four minutes after the text. */
const untilItRings = async (world: World, phone: Phone): Promise<void> => {
  for (let i = 0; i < 60 && !phone.isRinging(); i += 1) await world.clock.advance(seconds(5));
  expect(phone.isRinging(), `${phone.name}'s phone rings`).toBe(true);
};

/** A family asks by keypad: B positive, now; then the first hospital near the PIN code, blood, one unit. */
const asksByKeypad = async (call: OnCall, language: Language): Promise<void> => {
  const s = saidIn(language);
  await call.presses('1');
  call.hears(s.group);
  for (const key of ['2', '1', '1']) await call.presses(key);
  call.hears(s.opened);
  call.hears(s.pin);
  await call.presses('211001');
  call.hears(s.prayagraj);
  await call.presses('1');
  call.hears(s.hospital);
  for (const key of ['1', '1', '1']) await call.presses(key);
  call.hears(s.patient);
  await call.says('Ramesh');
  call.hears(s.attendant);
  await call.says('Sunita');
  call.hears(s.summary);
  await call.presses('1');
};

describe('a request by voice', () => {
  for (const language of ['hi', 'en', 'hi-Latn'] as const) {
    scenario(
      `is opened, verified, answered and fulfilled without a text from anyone (${language})`,
      async (world: World) => {
        const s = saidIn(language);
        const sunita = world.phone('Sunita');
        const kavita = await world.volunteer('Kavita', { language });
        const amit = await world.donor('Amit', { language });

        const asking = await sunita.calls();
        asking.hears('हिंदी के लिए एक');
        await asking.presses(language === 'en' ? '2' : '1');
        await asksByKeypad(asking, language);
        await asking.hangsUp();

        // Her phone rang as soon as the request was open; she calls back.
        await kavita.missesCall();
        const checking = await kavita.calls();
        checking.hears(s.names);
        checking.hears('Ramesh');
        checking.hears('Sunita');
        checking.hears(s.check);
        await checking.presses('1');
        checking.hears(s.thanksOk);
        await checking.hangsUp();

        // The request is critical and Amit does not answer the text: at half of the stage his phone rings.
        await untilItRings(world, amit);
        const answering = await amit.picksUp();
        answering.hears(s.alert);
        await answering.presses('1');
        answering.hears(s.confirmed, s.neverPay);
        answering.hears(s.pledged);

        await answering.presses('1');
        answering.hears(s.connecting, s.neverPay);
        const asked = await sunita.picksUp();
        asked.hears(s.wantsToTalk, s.neverPay);
        await asked.presses('1');
        await answering.listens();
        answering.talksWith(sunita);
        await asked.hangsUp();
        await answering.listens();

        await answering.presses('3');
        answering.hears(s.thanks);
        await answering.hangsUp();
        expectNoNumberOf(world, sunita, amit);
        expectNoNumberOf(world, amit, sunita);
        const code = codeIn(sunita.hears(/(?<!\d)\d{4}(?!\d)/));
        expect((await world.file(code)).request.phase.type).toBe('fulfilled');
        for (const phone of [sunita, kavita, amit]) phone.readsEverything();
      },
      { config: callingConfig((c) => ({ ...c, policy: { ...c.policy, sharing: 'bridge' } })) },
    );
  }
});

const calling = { config: callingConfig() };

describe('a call with an alerted donor', () => {
  scenario(
    'begins with the alert, and accepts a no',
    async (world) => {
      const { amit } = await oneUnitAsked(world);
      const call = await amit.calls();
      call.hears(said.en.alert);
      await call.presses('9');
      call.hears(said.en.alert);
      await call.presses('2');
      call.hears('We will ask someone else');
      await call.hangsUp();
    },
    calling,
  );

  scenario(
    'says that the request is covered when it is',
    async (world) => {
      const bina = await world.donor('Bina');
      const { amit } = await oneUnitAsked(world);
      bina.hears(says.alert);
      await untilItRings(world, bina);
      expect([amit.isRinging(), bina.isRinging()]).toEqual([true, true]);
      // Amit's phone is still ringing when Bina says yes.
      await bina.textsAtOnce('1');
      const late = await amit.picksUp();
      late.hears(said.en.covered);
      expect(late.isOver()).toBe(true);
      expect(late.unheard().join()).not.toContain(said.en.alert);
      await bina.missesCall();
      readAllMessages(world);
    },
    calling,
  );

  scenario(
    'takes an answering machine as no answer, and calls no volunteer',
    async (world) => {
      const { amit, code, family } = await oneUnitAsked(world);
      await untilItRings(world, amit);
      const machine = await amit.picksUp();
      await machine.waits(minutes(2));
      expect(machine.isOver()).toBe(true);
      const { request, alerts } = await world.file(code);
      expect(request.pledges).toEqual([]);
      expect(alerts[0]?.state).toBe('sent');
      await amit.texts('1');
      amit.hears(says.confirmed);
      family.readsEverything();
    },
    calling,
  );
});

describe('a call from a donor without an alert', () => {
  scenario('opens no request when the donor presses 1 and hangs up', async (world) => {
    const amit = await world.donor('Amit');
    const call = await amit.calls();
    await call.presses('1');
    await call.hangsUp();
    amit.hearsNothing();
    const { family } = await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
  });
});

describe('a call to a volunteer', () => {
  scenario(
    'rings them one after another, then two at once, and connects the first who presses 1',
    async (world) => {
      const names = ['Asha', 'Bela', 'Chitra', 'Divya'];
      const [asha, bela, chitra, divya] = await Promise.all(names.map((n) => world.volunteer(n)));
      if (!asha || !bela || !chitra || !divya) throw new Error('four volunteers');
      const sunita = world.phone('Sunita');
      const call = await sunita.calls();
      await call.presses('2');
      await call.presses('0');
      call.hears('We are calling a volunteer');
      const rung = () =>
        [asha, bela, chitra, divya].filter((v) => v.isRinging()).map((v) => v.name);
      const inTurn: string[][] = [];
      for (let i = 0; i < 2; i += 1) {
        inTurn.push(rung());
        await [asha, bela, chitra, divya].find((v) => v.isRinging())?.missesCall();
        // Words of comfort come before the next round.
        await call.listens();
      }
      expect(inTurn.map((names) => names.length)).toEqual([1, 1]);
      expect(rung()).toHaveLength(2);
      const both = [asha, bela, chitra, divya].filter((v) => v.isRinging());
      const [one, two] = await Promise.all(both.map((v) => v.picksUp()));
      if (!one || !two) throw new Error('two phones rang');
      await Promise.all([one.pressesAtOnce('1'), two.pressesAtOnce('1')]);
      await call.waits(seconds(12));
      const lines = [one, two].map((c) => c.unheard().join(' '));
      expect(lines.filter((l) => /has the call already/i.test(l))).toHaveLength(1);
      expect(call.shown.talkingWith).not.toBeNull();
      await call.hangsUp();
    },
  );

  scenario('sends a recorded message to a coordinator when no volunteer answers', async (world) => {
    const veena = await world.volunteer('Veena', { role: 'coordinator' });
    const sunita = world.phone('Sunita');
    const call = await sunita.calls();
    await call.presses('2');
    await call.presses('0');
    await veena.missesCall();
    await call.listens();
    call.hears(/after the tone/i);
    await call.says('My father needs blood at SRN');
    call.hears('will hear it and call you back');
    expect(call.isOver()).toBe(true);
    const text = veena.hearsOnly('/recordings/');
    expect(text).not.toContain(sunita.number.slice(3));
  });
});

describe('a call that ends early', () => {
  scenario('is followed by one text, and continues in the next call', async (world) => {
    const sunita = world.phone('Sunita');
    const call = await sunita.calls();
    for (const key of ['2', '1', '2', '1']) await call.presses(key);
    await call.hangsUp();
    sunita.hearsOnly('Your call broke off', 'How many units');
    const again = await sunita.calls();
    again.hears('go on where we stopped');
    expect(again.unheard().join(' ')).not.toContain(said.en.group);
    await again.hangsUp();
    sunita.readsEverything();
  });

  scenario('can be finished by text', async (world) => {
    const sunita = world.phone('Sunita');
    await world.volunteer('Kavita');
    const call = await sunita.calls();
    for (const key of ['2', '1', '2', '1', '2']) await call.presses(key);
    await call.hangsUp();
    sunita.hearsOnly('Your call broke off');
    await sunita.texts('2 units SRN hospital Prayagraj patient Ramesh attendant Sunita');
    sunita.hearsOnly(says.summary);
    readAllMessages(world);
  });
});

describe('a missed call', () => {
  scenario(
    'is rejected and returned once',
    async (world) => {
      const sunita = world.phone('Sunita');
      for (let i = 0; i < 5; i += 1) {
        const missed = await sunita.calls(missedCallNumber);
        expect(missed.shown.rejected).toBe(true);
      }
      expect(sunita.isRinging()).toBe(true);
      const back = await sunita.picksUp();
      back.hears('For English, press two');
      await back.presses('2');
      back.hears('if you need blood, press one');
      await back.hangsUp();
      await world.clock.advance(minutes(2));
      expect(sunita.isRinging()).toBe(false);
    },
    { missedCallNumber },
  );

  const [notReached, hiNotReached] = ['could not reach you', 'बात नहीं हुई'];

  for (const how of ['not picked up', 'declined', 'busy'] as const) {
    scenario(
      `returned but ${how} leads to one text, and the next missed call is returned again`,
      async (world) => {
        const sunita = world.phone('Sunita');
        await sunita.texts('LANG EN');
        sunita.readsEverything();
        if (how === 'busy') world.carrier.faults.calls[sunita.number] = 'busy';
        for (let i = 0; i < 3; i += 1) await sunita.calls(missedCallNumber);
        await world.clock.advance(seconds(5));
        if (how === 'not picked up') await sunita.missesCall();
        if (how === 'declined') await sunita.declines();
        await world.clock.advance(seconds(30));
        sunita.hearsOnly(notReached, 'BLOOD', '0532 000 0000');
        await world.clock.advance(hours(2));
        delete world.carrier.faults.calls[sunita.number];
        await sunita.calls(missedCallNumber);
        const back = await sunita.picksUp();
        back.hears('if you need blood, press one');
        await back.hangsUp();
        await world.clock.advance(hours(2));
      },
      { missedCallNumber },
    );
  }

  scenario(
    'can be made again right after that text, here in Hindi',
    async (world) => {
      const sunita = world.phone('Sunita');
      await sunita.texts('LANG HI');
      sunita.readsEverything();
      await sunita.calls(missedCallNumber);
      await sunita.missesCall();
      await world.clock.advance(seconds(20));
      sunita.hearsOnly(hiNotReached);
      await world.clock.advance(minutes(1));
      await sunita.calls(missedCallNumber);
      await (await sunita.picksUp()).hangsUp();
    },
    { missedCallNumber },
  );

  scenario(
    'is returned at once again after a call back in which a key was pressed',
    async (world) => {
      const sunita = world.phone('Sunita');
      await sunita.texts('LANG EN');
      sunita.readsEverything();
      for (let i = 0; i < 5; i += 1) {
        await sunita.calls(missedCallNumber);
        const back = await sunita.picksUp();
        await back.presses('9');
        await back.hangsUp();
        await world.clock.advance(minutes(4));
      }
      expect((await world.store.person(sunita.number))?.callsWithoutKey).toBeUndefined();
    },
    { missedCallNumber },
  );

  scenario(
    'at night of an unknown phone is answered by one text, of a donor by a call',
    async (world) => {
      const [sunita, asha] = [world.phone('Sunita'), await world.donor('Asha')];
      await world.clock.advance(hours(15));
      await sunita.calls(missedCallNumber);
      await sunita.calls(missedCallNumber);
      await world.clock.advance(seconds(30));
      expect(sunita.isRinging()).toBe(false);
      sunita.hearsOnly('BLOOD', '0532 000 0000');
      await asha.calls(missedCallNumber);
      await (await asha.picksUp()).hangsUp();
    },
    { missedCallNumber },
  );

  scenario(
    'leads to no text when the phone is opted out or takes no texts',
    async (world) => {
      const [sunita, leela] = [world.phone('Sunita'), world.phone('Leela')];
      for (const phone of [sunita, leela]) {
        await phone.texts('LANG EN');
        phone.readsEverything();
        await phone.calls(missedCallNumber);
        expect(phone.isRinging()).toBe(true);
      }
      await sunita.textsAtOnce('STOP');
      sunita.readsEverything();
      const person = await world.store.person(leela.number);
      const unreachable = { at: world.clock.now(), error: '30006' };
      if (person) await world.store.save([{ put: { ...person, unreachable } }]);
      for (const phone of [sunita, leela]) if (phone.isRinging()) await phone.missesCall();
      await world.clock.advance(hours(2));
      const texts = (await world.outbox()).filter((row) => row.message);
      expect(texts).toEqual([]);
    },
    { missedCallNumber },
  );
});
