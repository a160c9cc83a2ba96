import { describe, expect } from 'vitest';
import { noticeVersion } from '#shared/messages/notice-version.ts';
import { pinSchema } from '#shared/places/place.ts';
import { days, fromCalendar, hours, minutes } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import {
  asksForBlood,
  donors,
  findsItReal,
  oneUnit,
  searchedFor,
  urgentNeed,
} from '../../world/scenario-steps.ts';
import { signedForm } from '../../world/signed-form.ts';
import { account, publicUrl, type World } from '../../world/world.ts';

const donorOf = async (world: World, phone: Phone) =>
  (await world.store.person(phone.number))?.donor;

/** Somebody new whom the hotline answers in English. */
const english = async (world: World, name: string): Promise<Phone> => {
  const phone = world.phone(name);
  await phone.texts('LANG EN');
  phone.readsEverything();
  return phone;
};

describe('who wants to give', () => {
  scenario('tells everything in one text; the notice comes first', async (world) => {
    const amit = await english(world, 'Amit');
    await amit.texts('JOIN B+ 211001 Amit Kumar M 1990');
    amit.hearsOnly(says.notice);
    expect(await donorOf(world, amit)).toBeUndefined();
    await amit.texts('1');
    amit.hearsOnly(says.askLastDonation);
    await amit.texts('1');
    amit.hearsOnly(says.joined, 'B+', 'Prayagraj');
    expect(await donorOf(world, amit)).toMatchObject({
      group: 'B+',
      sex: 'man',
      birthYear: 1990,
      pin: pinSchema.parse('211001'),
      consent: { by: 'text', language: 'en', notice: noticeVersion },
    });
    const { code } = await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert, code);
  });

  const guided = [
    [
      'JOIN',
      /1 = manzoor/,
      /blood group/,
      /PIN/,
      /naam/,
      /1 = mahila/,
      /janm/,
      /Pichhli/,
      /swagat/,
    ],
    ['जुड़ना है', /1 = मंजूर/, /ब्लड ग्रुप/, /PIN/, /नाम/, /1 = महिला/, /जन्म/, /पिछली/, /स्वागत/],
    [
      'join as donor',
      says.notice,
      says.askGroup,
      says.askPin,
      says.askName,
      says.askSex,
      says.askBirthYear,
      says.askLastDonation,
      says.joined,
    ],
  ] as const;
  for (const [join, notice, group, pin, name, sex, year, last, joined] of guided) {
    scenario(`"${join}": asked one thing at a time, in that language`, async (world) => {
      const anita = join.startsWith('join') ? await english(world, 'Anita') : world.phone('Anita');
      await anita.texts(join);
      anita.hearsOnly(notice);
      await anita.texts('1');
      anita.hearsOnly(group);
      await anita.texts('O neg');
      anita.hearsOnly(pin);
      await anita.texts('211 002');
      anita.hearsOnly(name);
      await anita.texts('Anita Devi');
      anita.hearsOnly(sex);
      await anita.texts('1');
      anita.hearsOnly(year);
      await anita.texts('1985');
      anita.hearsOnly(last);
      await anita.texts('12/10/2026');
      anita.hearsOnly(joined, 'O-');
      expect(await donorOf(world, anita)).toMatchObject({
        group: 'O-',
        sex: 'woman',
        birthYear: 1985,
        lastDonation: { day: '2026-10-12' },
      });
    });
  }

  scenario('may answer in words, and in any digits', async (world) => {
    for (const never of [
      'never',
      'no',
      'Nope, never',
      'nahi',
      'kabhi nahi',
      'Maine kabhi nahi diya',
      'abhi tak nahi',
      'pehli baar',
      'कभी नहीं',
      'पहली बार',
    ]) {
      const amit = await english(world, 'Amit');
      for (const text of ['JOIN', '1', 'B+']) await amit.texts(text);
      amit.hears(says.askPin);
      await amit.texts('२११००२');
      amit.hears(says.askName);
      for (const text of ['Amit', '2', '1990']) await amit.texts(text);
      amit.hears(says.askLastDonation);
      await amit.texts(never);
      expect(await donorOf(world, amit), never).toMatchObject({ pin: '211002', donations: 0 });
      expect((await donorOf(world, amit))?.lastDonation, never).toBeUndefined();
      amit.readsEverything();
    }
  });

  scenario('says a day, not never, when a day is in it', async (world) => {
    const amit = await english(world, 'Amit');
    for (const text of ['JOIN', '1', 'B+', '211001', 'Amit', '2', '1990']) await amit.texts(text);
    await amit.texts('no idea');
    amit.hears(says.askLastDonation, says.notUnderstood);
    await amit.texts('not yet this month, 12/10');
    expect((await donorOf(world, amit))?.lastDonation?.day).toBe('2026-10-12');
    amit.readsEverything();
  });

  scenario('all in one text, the PIN in Devanagari digits', async (world) => {
    const amit = await english(world, 'Amit');
    await amit.texts('JOIN B+ २११००२ Amit Kumar M १९९०');
    await amit.texts('1');
    amit.hears(says.askLastDonation);
    await amit.texts('1');
    expect(await donorOf(world, amit)).toMatchObject({ pin: '211002', birthYear: 1990 });
    amit.readsEverything();
  });

  scenario('hears that a PIN does not exist', async (world) => {
    const amit = await english(world, 'Amit');
    for (const text of ['JOIN', '1', 'B+']) await amit.texts(text);
    amit.readsEverything();
    await amit.texts('999999');
    amit.hearsOnly(says.pinUnknown);
    await amit.texts('near the temple');
    amit.hearsOnly(says.askPin, says.notUnderstood);
    await amit.texts('211001');
    amit.hearsOnly(says.askName);
  });

  scenario('does not agree: nothing is kept', async (world) => {
    const amit = await english(world, 'Amit');
    await amit.texts('JOIN B+ 211001 Amit Kumar M 1990');
    amit.hearsOnly(says.notice);
    await amit.texts('2');
    amit.hearsOnly(says.declined);
    const person = await world.store.person(amit.number);
    expect(person?.donor).toBeUndefined();
    expect(person?.joinDraft).toBeUndefined();
    expect(person?.name).toBeUndefined();
  });

  scenario('says neither yes nor no to the notice: it is said again', async (world) => {
    const amit = await english(world, 'Amit');
    await amit.texts('JOIN B+');
    amit.hearsOnly(says.notice);
    await amit.texts('why do you ask');
    amit.hearsOnly(says.notice, says.notUnderstood);
    await amit.texts('haan');
    amit.hearsOnly(says.askPin);
  });

  scenario('is too young, or too old', async (world) => {
    for (const [year, answer] of [
      ['2010', says.tooYoung],
      ['1950', says.tooOld],
    ] as const) {
      const amit = await english(world, 'Amit');
      await amit.texts(`JOIN B+ 211001 Amit Kumar M ${year}`);
      amit.hearsOnly(says.notice);
      await amit.texts('1');
      amit.hearsOnly(answer);
      expect(await donorOf(world, amit)).toBeUndefined();
      expect((await world.store.person(amit.number))?.joinDraft).toBeUndefined();
    }
  });

  scenario('gives wrong answers: asked again, kindly, as often as it takes', async (world) => {
    const amit = await english(world, 'Amit');
    await amit.texts('JOIN');
    amit.hearsOnly(says.notice);
    const answers: [wrong: string, right: string, question: string][] = [
      ['3', '1', says.notice],
      ['C+', 'AB+', says.askGroup],
      ['21100', '211001', says.askPin],
      ['12', 'Amit', says.askName],
      ['7', '2', says.askSex],
      ['90', '1990', says.askBirthYear],
      ['soon', '1', says.askLastDonation],
    ];
    for (const [i, [wrong, right, question]] of answers.entries()) {
      if (wrong !== '90') {
        await amit.texts(wrong);
        amit.hearsOnly(question, says.notUnderstood);
      }
      await amit.texts(right);
      amit.hearsOnly(answers[i + 1]?.[2] ?? says.joined);
    }
  });

  scenario('has joined already: hears so, and may change what has changed', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('JOIN');
    amit.hearsOnly(says.alreadyJoined, 'B+', 'Prayagraj');
    await amit.texts('JOIN 221005');
    amit.hearsOnly(says.joined, 'Varanasi');
    expect(await donorOf(world, amit)).toMatchObject({ group: 'B+', pin: '221005' });
  });
});

describe('what a donor may say of themselves', () => {
  scenario('PAUSE: how many days, until when, and ON again', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('PAUSE');
    amit.hearsOnly(says.pauseUnclear);
    await amit.texts('PAUSE 400');
    amit.hearsOnly(says.pauseUnclear);
    await amit.texts('30 din band');
    amit.hearsOnly(says.paused, '23 Dec');
    await amit.texts('चालू');
    amit.hearsOnly(says.resumed);
  });

  scenario(
    'PAUSE and why: rests as the blood centres ask, and nobody keeps the reason',
    async (world) => {
      const amit = await world.donor('Amit');
      await amit.texts('PAUSE malaria');
      amit.hearsOnly(says.deferralNoted, '21 Feb');
      await amit.texts('PAUSE vaccine');
      amit.hearsOnly(says.deferralNoted, '21 Feb');
      await amit.texts('ON');
      amit.hearsOnly(says.resumed);
      const { family } = await searchedFor(world, oneUnit);
      family.hears(says.everyoneAsked);
      amit.hearsNothing();
      const stored = JSON.stringify(await world.store.person(amit.number));
      expect(stored).not.toContain('malaria');
    },
  );

  for (const word of ['PAUSE pregnant', 'गर्भवती रोको', 'PAUSE pregnancy'])
    scenario(`${word}: until a year after the birth, which is still to come`, async (world) => {
      const rekha = await world.donor('Rekha', { sex: 'woman' });
      await rekha.texts(word);
      rekha.hearsOnly(says.deferralNoted, '29 Aug 2028');
      await rekha.texts('PAUSE baby');
      rekha.hearsOnly(says.deferralNoted, '29 Aug 2028');
    });

  scenario('GAVE: a day, a day that cannot be, none', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('GAVE');
    amit.hearsOnly(says.gaveUnclear);
    await amit.texts('GAVE 45/13');
    amit.hearsOnly(says.gaveUnclear);
    await amit.texts('GAVE 24/11/2026');
    amit.hearsOnly(says.gaveUnclear);
    await amit.texts('GAVE 22/11');
    amit.hearsOnly(says.gaveNoted, '20 Feb');
    await amit.texts('GAVE 22/11');
    amit.hearsOnly(says.gaveNoted, '20 Feb');
    expect((await donorOf(world, amit))?.donations).toBe(1);
  });

  scenario('only donors can pause, come back and note a gift', async (world) => {
    const ravi = await english(world, 'Ravi');
    for (const text of ['PAUSE 30', 'ON', 'GAVE 22/11', 'OFF']) {
      await ravi.texts(text);
      ravi.hearsOnly(says.notADonor);
    }
  });

  scenario('LANG: from then on everything comes in that language', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('LANG HI');
    amit.hearsOnly(/हिंदी/);
    const { family } = await searchedFor(world, oneUnit);
    amit.hearsOnly(/खून चाहिए/, /कोड/);
    await amit.texts('भाषा अंग्रेजी');
    amit.readsEverything();
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    await amit.texts('LANG FRENCH');
    amit.hearsOnly('LANG HINDI');
  });

  scenario('MENU: what this phone can text', async (world) => {
    const ravi = await english(world, 'Ravi');
    await ravi.texts('MENU');
    ravi.hearsOnly(says.menu);
    const amit = await world.donor('Amit');
    await amit.texts('मदद');
    amit.hearsOnly('PAUSE 30');
    const kavita = await world.volunteer('Kavita');
    await kavita.texts('menu');
    kavita.hearsOnly('OK 4821', 'OFF');
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    await meena.texts('menu');
    meena.hearsOnly('TRUST');
    await asksForBlood(ravi);
    kavita.hears(says.pleaseCheck);
    await ravi.texts('MENU');
    ravi.hearsOnly('STATUS', 'MORE 2');
  });
});

/** Everything the hotline keeps about people and that request, as one text. */
const kept = async (world: World, code: string): Promise<string> => {
  const people = [];
  for await (const person of world.store.everyone()) people.push(person);
  return JSON.stringify([people, await world.file(code), await world.outbox()]);
};

describe('FORGET', () => {
  scenario('a donor who is coming is replaced, and nothing of them is left', async (world) => {
    const amit = await world.donor('Amitabh');
    const [bina] = await donors(world, 1);
    const { family, code } = await searchedFor(world, oneUnit);
    amit.hears(says.alert);
    bina?.hears(says.alert);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing, 'Amitabh');
    bina?.hearsOnly(says.alertCovered);
    await bina?.texts('1');
    bina?.hearsOnly(says.standby);
    await amit.texts('FORGET');
    amit.hearsOnly(says.forgotten);
    bina?.hearsOnly(says.promoted);
    family.hears(says.donorDropped);
    family.hearsOnly(says.donorComing);
    await world.clock.advance(minutes(10));
    const left = await kept(world, code);
    expect(left).not.toContain(amit.number);
    expect(left).not.toContain('Amitabh');
    const { alerts, request } = await world.file(code);
    expect(alerts).toHaveLength(2);
    expect(request.pledges).toHaveLength(2);
  });

  scenario('a donor who gave: the gift stays, the name goes', async (world) => {
    const amit = await world.donor('Amitabh');
    const { family, verifier, code } = await searchedFor(world, oneUnit);
    amit.hears(says.alert);
    await amit.texts('1');
    amit.hears(says.confirmed);
    family.hears(says.donorComing);
    await family.texts('DONE');
    family.hearsOnly(says.fulfilled);
    amit.hears(says.thanksFromFamily);
    verifier.hears(says.verifierEnd);
    await amit.texts('मुझे भूल जाओ');
    amit.hearsOnly(says.forgotten);
    await world.clock.advance(minutes(10));
    const left = await kept(world, code);
    expect(left).not.toContain(amit.number);
    expect(left).not.toContain('Amitabh');
    expect((await world.file(code)).request.pledges.map((p) => p.state)).toEqual(['donated']);
  });

  scenario(
    'a family with an open request: it is closed, and nothing of them is left',
    async (world) => {
      const amit = await world.donor('Amit');
      const { family, verifier, code } = await searchedFor(
        world,
        oneUnit.replace('Ramesh', 'Rameshwar').replace('Sunita', 'Sunayana'),
      );
      amit.hears(says.alert);
      await amit.texts('1');
      amit.hears(says.confirmed);
      family.hears(says.donorComing);
      await family.texts('FORGET');
      family.hearsOnly(says.forgetAfterRequest);
      amit.hearsOnly(says.standDown);
      verifier.hearsOnly(says.verifierEndClosed);
      await world.clock.advance(minutes(10));
      const left = await kept(world, code);
      for (const trace of [family.number, 'Rameshwar', 'Sunayana'])
        expect(left).not.toContain(trace);
      expect((await world.file(code)).request.phase).toMatchObject({ type: 'closed' });
      await amit.texts('STATUS');
      amit.hearsOnly(says.statusNone);
    },
  );

  scenario('a verifier: no request keeps their number', async (world) => {
    const amit = await world.donor('Amit');
    const { family, verifier, code } = await searchedFor(world, oneUnit);
    amit.hears(says.alert);
    const mohan = await world.volunteer('Mohan');
    const geeta = world.phone('Geeta');
    const other = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
    for (const phone of [verifier, mohan]) phone.hears(says.pleaseCheck, other);
    await verifier.texts('FORGET');
    verifier.hearsOnly(says.forgotten);
    await mohan.texts(`OK ${other}`);
    mohan.hears(says.thanksOk);
    geeta.hears(says.verified);
    geeta.hears(says.everyoneAsked);
    await family.texts('CLOSE');
    family.hears(says.closed);
    amit.readsEverything();
    await world.clock.advance(minutes(10));
    for (const each of [code, other])
      expect(await kept(world, each)).not.toContain(verifier.number);
  });

  scenario('an unknown phone, and the same phone again', async (world) => {
    const ravi = await english(world, 'Ravi');
    for (const _ of [1, 2]) {
      await ravi.texts('FORGET');
      expect(ravi.unread()).toHaveLength(1);
      ravi.readsEverything();
      expect(await world.store.person(ravi.number)).toBeUndefined();
    }
  });

  scenario('after STOP too: erased, without an answer', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('STOP');
    await amit.texts('FORGET');
    amit.hearsNothing();
    expect(await donorOf(world, amit)).toBeUndefined();
  });
});

describe('STOP and START', () => {
  for (const word of ['STOP', 'Unsubscribe', 'cancel']) {
    scenario(
      `after ${word} nothing is sent, whatever happens; after START everything again`,
      async (world) => {
        const amit = await world.donor('Amit');
        const [bina] = await donors(world, 1);
        const { family, verifier, code } = await searchedFor(world, oneUnit);
        amit.hears(says.alert);
        bina?.hears(says.alert);
        await amit.texts('1');
        amit.hearsOnly(says.confirmed);
        bina?.hearsOnly(says.alertCovered);
        family.hearsOnly(says.donorComing);
        await amit.texts(word);
        family.hears(says.donorDropped);
        family.hearsOnly(says.everyoneAsked);
        await amit.texts('MENU');
        await bina?.texts('1');
        bina?.hearsOnly(says.confirmed);
        family.hearsOnly(says.donorComing);
        await family.texts('DONE');
        family.hearsOnly(says.fulfilled);
        bina?.hearsOnly(says.thanksFromFamily);
        verifier.hearsOnly(says.verifierEnd);
        await world.clock.advance(hours(2));
        amit.hearsNothing();
        expect(world.carrier.messagesOf(amit.number).filter((m) => m.error === 21610)).toEqual([]);
        await amit.texts('START');
        await amit.texts('STATUS');
        amit.hearsOnly(says.statusNone);
        const other = await asksForBlood(family, oneUnit);
        await findsItReal(verifier, family, other);
        amit.hearsOnly(says.alert, other);
        expect(code).not.toBe(other);
      },
    );
  }

  for (const word of ['Yes', ' YES ', 'UNSTOP', 'start'])
    scenario(
      `${JSON.stringify(word)} resumes also where the carrier does not say that it does`,
      async (world) => {
        const amit = await world.donor('Amit');
        const { code } = await searchedFor(world, oneUnit);
        amit.hearsOnly(says.alert);
        await amit.texts('STOP');
        // As a number without Advanced Opt-Out posts it.
        const post = async (Body: string, MessageSid: string): Promise<string> => {
          const fields = { From: amit.number, To: '+915320000000', Body, MessageSid };
          const body = new URLSearchParams(fields).toString();
          const url = `${publicUrl}/twilio/sms`;
          return (await world.app.fetch(signedForm(url, body, account))).text();
        };
        expect(await post('hello', 'SMhello')).not.toContain('<Message>');
        // It promises nothing, and the carrier answers it itself.
        expect(await post(word, 'SMyes')).not.toContain('<Message>');
        expect((await world.store.person(amit.number))?.optedOut).toBe(false);
        expect((await world.file(code)).request.pledges).toEqual([]);
        expect(await post('STATUS', 'SMstatus')).toContain(says.statusNone);
      },
    );

  scenario('YES to the carrier that says so, after STOP: nothing is promised', async (world) => {
    const amit = await world.donor('Amit');
    const { code } = await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    await amit.texts('STOP');
    await amit.texts('Yes');
    amit.hearsNothing();
    expect((await world.store.person(amit.number))?.optedOut).toBe(false);
    expect((await world.file(code)).request.pledges).toEqual([]);
  });

  scenario('a family that stopped hears nothing of its own request', async (world) => {
    const amit = await world.donor('Amit');
    const { family } = await searchedFor(world, oneUnit);
    amit.hears(says.alert);
    await family.texts('QUIT');
    await amit.texts('1');
    amit.hears(says.confirmed);
    await world.clock.advance(hours(1));
    amit.readsEverything();
    family.hearsNothing();
  });

  scenario('STOP on WhatsApp as the carrier reports it', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('LANG EN', { channel: 'whatsapp' });
    amit.readsEverything();
    await amit.texts('STOP', { channel: 'whatsapp' });
    await searchedFor(world, oneUnit).then(({ family }) => family.hears(says.everyoneAsked));
    amit.hearsNothing();
  });
});

describe('WhatsApp', () => {
  scenario(
    'the same person on another channel: answers and later messages go there',
    async (world) => {
      const amit = await world.donor('Amit');
      await amit.texts('MENU', { channel: 'whatsapp' });
      amit.hearsOnly('PAUSE 30');
      expect(amit.lastChannel()).toBe('whatsapp');
      const { family } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert);
      expect(amit.lastChannel()).toBe('whatsapp');
      await amit.texts('1', { channel: 'whatsapp' });
      amit.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing, amit.number);
      await amit.texts('STATUS');
      amit.hearsOnly(says.alreadyConfirmed);
      expect(amit.lastChannel()).toBe('sms');
      await world.clock.advance(minutes(46));
      amit.hearsOnly(says.reminder);
      expect(amit.lastChannel()).toBe('sms');
    },
  );

  scenario('a day later it is a plain text again', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('MENU', { channel: 'whatsapp' });
    amit.hearsOnly('PAUSE 30');
    await world.clock.advance(hours(25));
    await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    expect(amit.lastChannel()).toBe('sms');
  });

  scenario(
    'refused by WhatsApp because its day is over, the same words go as a plain text',
    async (world) => {
      const amit = await world.donor('Amit');
      await amit.texts('MENU'); // WhatsApp itself has heard nothing of Amit
      amit.hears('PAUSE 30');
      const person = await world.store.person(amit.number);
      if (person) await world.store.save([{ put: { ...person, channel: 'whatsapp' } }]);
      const { family } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert);
      expect(amit.lastChannel()).toBe('sms');
      await amit.texts('1');
      amit.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
    },
  );
});

describe('a family with several requests', () => {
  const second = urgentNeed.replace('B+', 'A+').replace('Ramesh', 'Kamla');
  const third = urgentNeed.replace('B+', 'O+').replace('Ramesh', 'Mohan');

  scenario('names the code where it matters; a fourth is refused', async (world) => {
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    const codes = [
      await asksForBlood(family),
      await asksForBlood(family, second),
      await asksForBlood(family, third),
    ];
    expect(kavita.hearsAll(says.pleaseCheck)).toBe(3);
    const [one = '', two = '', three = ''] = codes;
    await family.texts('BLOOD');
    family.hearsOnly(says.tooMany, '3');
    await family.texts(urgentNeed.replace('B+', 'AB+').replace('Ramesh', 'Radha'));
    family.hearsOnly(says.tooMany);
    await family.texts('STATUS');
    family.hearsOnly(one, two, three);
    for (const word of ['CLOSE', 'MORE 2', 'DONE']) {
      await family.texts(word);
      family.hearsOnly(says.whichRequest, one, two, three);
    }
    await family.texts(`MORE 2 ${two}`);
    family.hearsOnly(says.unitsAdded, '4 units', two);
    await family.texts(`CLOSE ${one}`);
    family.hearsOnly(says.closed, one);
    kavita.hearsOnly(says.verifierEndClosed, one);
    await family.texts('BLOOD');
    family.hearsOnly(says.askGroup);
    await family.texts(`close ${three}`);
    family.hearsOnly(says.closed, three);
    kavita.hearsOnly(says.verifierEndClosed, three);
    await family.texts('O-');
    family.hears(/units/);
    await family.texts('CLOSE');
    family.hearsOnly(says.requestDropped);
    await family.texts('CLOSE');
    // Five minutes have passed with nobody answering.
    family.hears(says.waits, two);
    family.hearsOnly(says.closed, two);
    kavita.hearsOnly(says.verifierEndClosed, two);
    await family.texts('CLOSE');
    family.hearsOnly(says.statusNone);
  });

  scenario('the words in Hindi', async (world) => {
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    await family.texts('बी पॉजिटिव खून चाहिए 2 यूनिट एसआरएन अस्पताल प्रयागराज तुरंत मरीज रमेश अटेंडेंट सुनीता');
    family.hearsOnly('B+');
    await family.texts('हां');
    family.readsEverything();
    kavita.hears(says.pleaseCheck);
    await family.texts('स्थिति');
    family.hearsOnly(/\d{4}/);
    await family.texts('और 2');
    family.hearsOnly('4');
    await family.texts('खून मिल गया');
    family.readsEverything();
    await family.texts('बंद करो अनुरोध');
    family.hearsOnly(/\d{4}/);
    kavita.hearsOnly(says.verifierEndClosed);
  });
});

describe('a request half told', () => {
  scenario('waits while an alert is answered, and is then asked for again', async (world) => {
    const amit = await world.donor('Amit');
    const [bina] = await donors(world, 1);
    await amit.texts('BLOOD');
    amit.hearsOnly(says.askGroup);
    await amit.texts('AB+');
    amit.hearsOnly(/units/);
    const { family } = await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    bina?.hears(says.alert);
    await amit.texts('2');
    amit.hearsOnly(says.thanksForNo, /How many units/);
    await amit.texts('3');
    amit.hearsOnly(/Which hospital/);
    await amit.texts('SRN');
    amit.hears(/./);
    family.hearsNothing();
  });

  scenario('goes on when an answer to its question comes, alert or not', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('BLOOD');
    amit.hearsOnly(says.askGroup);
    await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    await amit.texts('AB positive');
    amit.hearsOnly(/How many units/);
  });

  scenario('is forgotten after a day', async (world) => {
    const ravi = await english(world, 'Ravi');
    await ravi.texts('BLOOD');
    ravi.hearsOnly(says.askGroup);
    await world.clock.advance(hours(25));
    await ravi.texts('3');
    ravi.hearsOnly(says.nothingToAnswer);
    await ravi.texts('the weather is fine');
    ravi.hearsOnly(says.notUnderstood, 'MENU');
  });
});

describe('a phone that texts too much', () => {
  scenario('is asked once to wait, and heard again after a while', async (world) => {
    const ravi = await english(world, 'Ravi');
    for (let n = 0; n < 70; n += 1) await ravi.textsAtOnce('what now');
    expect(ravi.hearsAll('MENU')).toBe(59);
    ravi.hearsOnly('Please wait a while');
    await world.clock.advance(hours(1));
    await ravi.texts('MENU');
    ravi.hearsOnly(says.menu);
  });
});

describe('an end that does not come', () => {
  scenario('nobody is texted a week, a month or a year later', async (world) => {
    const amit = await world.donor('Amit');
    const { family, verifier } = await searchedFor(world, oneUnit);
    amit.hears(says.alert);
    await family.texts('CLOSE');
    family.hears(says.closed);
    amit.hears(says.alertOver);
    verifier.hears(says.verifierEndClosed);
    await world.clock.at(fromCalendar({ year: 2027, month: 11, day: 23 }));
    await world.clock.advance(days(1));
  });
});
