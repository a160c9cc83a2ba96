import { describe, expect } from 'vitest';
import { quickRepliesOf } from '#shared/messages/templates/whatsapp/quick-replies.ts';
import type { Language } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { days, epochMs, hours, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  oneUnit,
  pledgeStates,
  readAllMessages,
  searchedFor,
  urgentNeed,
} from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

const whatsapp = { channel: 'whatsapp' } as const;
/** Meta has approved a template of every message. */
const approved = { templatesWithout: [] };

/** A donor who wrote on WhatsApp so long ago. */
const whoWrote = async (world: World, ago: number, language: Language = 'en'): Promise<Phone> => {
  const amit = await world.donor('Amit', { language });
  await amit.texts('MENU', whatsapp);
  amit.readsEverything();
  await world.clock.advance(ago);
  return amit;
};

describe('WhatsApp', () => {
  scenario('carries replies and later messages to a person who last wrote there', async (world) => {
    const amit = await whoWrote(world, 0);
    expect(amit.lastChannel()).toBe('whatsapp');
    const { family } = await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    expect(amit.lastChannel()).toBe('whatsapp');
    await amit.texts('1', whatsapp);
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing, amit.number);
    await amit.texts('STATUS');
    amit.hearsOnly(says.alreadyConfirmed);
    expect(amit.lastChannel()).toBe('sms');
    await world.clock.advance(minutes(46));
    amit.hearsOnly(says.reminder);
    expect(amit.lastChannel()).toBe('sms');
  });

  scenario('is replaced by SMS a day after the last message from the person', async (world) => {
    const amit = await whoWrote(world, hours(25));
    await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    expect(amit.lastChannel()).toBe('sms');
  });

  scenario('is replaced by SMS, once, when WhatsApp says that its day is over', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('MENU'); // Amit has not written on WhatsApp
    amit.hears('PAUSE 30');
    const person = await world.store.person(amit.number);
    if (person) await world.store.save([{ put: { ...person, channel: 'whatsapp' } }]);
    const { family } = await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    expect(amit.lastChannel()).toBe('sms');
    const [row] = (await world.outbox()).filter(({ alertId }) => alertId !== undefined);
    expect(row).toMatchObject({ movedFrom: 'whatsapp', error: '63016', state: 'delivered' });
    expect(world.carrier.messagesOf(amit.number).map(({ channel }) => channel)).toEqual(
      ['sms', 'sms', 'whatsapp', 'sms'], // MENU, its answer, the refused alert, the alert
    );
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
  });
});

const yesButton = {
  en: 'I can come',
  hi: 'हाँ, आ सकते हैं',
  'hi-Latn': 'Haan, aa sakte hain',
} as const;

describe.each(['en', 'hi', 'hi-Latn'] as const)('an alert on WhatsApp in %s', (language) => {
  scenario(
    'leaves as a template outside the window, and a tap is the same yes as a text',
    async (world) => {
      const amit = await whoWrote(world, days(3), language);
      const { family, code } = await searchedFor(world, oneUnit);
      amit.hearsOnly(code);
      expect(amit.lastChannel()).toBe('whatsapp');
      await amit.taps(yesButton[language]);
      amit.hearsOnly(code);
      family.hearsOnly(says.donorComing, amit.number);
      expect(await pledgeStates(world, code)).toEqual(['confirmed']);
    },
    approved,
  );

  scenario(
    'has its buttons inside the window too',
    async (world) => {
      const amit = await whoWrote(world, hours(1), language);
      const { family } = await searchedFor(world, oneUnit);
      amit.hearsOnly('Police Mitra');
      expect(amit.lastButtons()).toContain(yesButton[language]);
      await amit.taps(amit.lastButtons()[1] ?? '');
      amit.readsEverything();
      family.readsEverything();
    },
    approved,
  );

  scenario(
    'leaves as an SMS where no template is approved',
    async (world) => {
      const amit = await whoWrote(world, days(3), language);
      const { code } = await searchedFor(world, oneUnit);
      amit.hearsOnly(code);
      expect(amit.lastChannel()).toBe('sms');
      expect(amit.lastButtons()).toEqual([]);
    },
    { templatesWithout: ['alert'] },
  );
});

describe('a tap on an old button', () => {
  scenario(
    'of an alert that has ended says so, and of one that is answered changes nothing',
    async (world) => {
      const amit = await whoWrote(world, days(3));
      const ravi = await world.donor('Ravi');
      const { family, code } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert);
      ravi.hearsOnly(says.alert);
      await ravi.texts('1');
      ravi.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing, ravi.number);
      amit.hearsOnly('has enough donors now');
      await family.closes();
      family.hearsOnly(says.closed);
      readAllMessages(world);
      await amit.taps('I can come');
      amit.hearsOnly(code, 'no longer needed');
      expect(await pledgeStates(world, code)).toEqual(['released']);
    },
    approved,
  );
});

describe('a tap on a button of an old question', () => {
  scenario(
    'does not answer the newest one, though the digit and the code are the same',
    async (world) => {
      const amit = await whoWrote(world, days(3));
      const { family, code } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert);
      await amit.taps('I can come');
      amit.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
      await world.clock.advance(minutes(100));
      amit.hears(says.reminder);
      amit.hears(says.arrived);
      expect(amit.lastButtons()).toEqual(['I have reached', 'On the way', 'I cannot come']);
      await amit.taps('I have reached');
      amit.hearsOnly(says.arrivedThanks);
      await world.clock.advance(hours(3));
      amit.hears(says.gave);
      // The first button of the alert and of the question before: neither means "I gave".
      await amit.taps('I can come');
      amit.hears(says.alreadyConfirmed);
      await amit.taps('I have reached');
      amit.hearsOnly(says.gave);
      expect(await pledgeStates(world, code)).toEqual(['confirmed']);
      await amit.taps('I gave');
      amit.hears(says.thanks);
      expect(await pledgeStates(world, code)).toEqual(['donated']);
      readAllMessages(world);
    },
    approved,
  );
});

describe('a template that WhatsApp refuses', () => {
  scenario(
    'is replaced by one SMS, whose words name the number that takes the answer',
    async (world) => {
      const amit = await whoWrote(world, days(3));
      for (const content of world.carrier.contents.all())
        world.carrier.contents.reject(content.sid);
      await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert, '9000000001');
      expect(amit.lastChannel()).toBe('sms');
      const [row] = (await world.outbox()).filter(({ alertId }) => alertId !== undefined);
      expect(row).toMatchObject({ movedFrom: 'whatsapp', error: '63040', state: 'delivered' });
    },
    { ...approved, answerNumber: phoneNumberSchema.parse('+919000000001') },
  );
});

describe('a request whose people all wrote on WhatsApp days ago', () => {
  scenario(
    'is told to its end by templates, without one SMS',
    async (world) => {
      const [amit, ravi] = [await world.donor('Amit'), await world.donor('Ravi')];
      const family = world.phone('Sunita');
      const verifier = await world.volunteer('Kavita');
      await world.wasServed(family);
      for (const phone of [amit, ravi, verifier]) await phone.texts('MENU', whatsapp);
      await family.texts(oneUnit, whatsapp);
      readAllMessages(world);
      const person = async (phone: Phone) => world.store.person(phone.number);
      await family.texts('1', whatsapp);
      // Their windows close before anything more is sent.
      for (const phone of [amit, ravi, family, verifier]) {
        const known = await person(phone);
        if (known)
          await world.store.save([
            { put: { ...known, whatsappAt: undefined, lastHeard: undefined } },
          ]);
      }
      const code = codeIn(family.hears(says.opened));
      await verifier.texts(`OK ${code}`, whatsapp);
      await amit.taps('I can come');
      await ravi.taps('I can come');
      await world.clock.advance(minutes(100));
      await amit.taps('I have reached');
      await world.clock.advance(hours(3));
      await amit.taps('I gave');
      await world.clock.advance(hours(1));
      readAllMessages(world);
      const sent = world.phones().flatMap((phone) => world.carrier.messagesOf(phone.number));
      expect(sent.filter(({ channel }) => channel === 'sms').map(({ text }) => text)).toEqual([]);
      expect(sent.filter(({ error }) => error !== null)).toEqual([]);
    },
    approved,
  );
});

describe.each([
  ['en', 'cannot listen to voice notes here', '0532 000 0000 and say it'],
  ['hi', 'आवाज का संदेश नहीं सुन पाते', '0532 000 0000 पर फोन'],
  ['hi-Latn', 'awaaz ka sandesh nahin sun paate', '0532 000 0000 par phone'],
] as const)('a voice note in %s', (language, heard, call) => {
  const voice = { ...whatsapp, media: 1, mediaType: 'audio/ogg' };

  scenario('is answered with what else to do, and the open question stays', async (world) => {
    const amit = await whoWrote(world, hours(1), language);
    const { family, code } = await searchedFor(world, oneUnit);
    amit.hearsOnly(code);
    await amit.texts('', voice);
    amit.hearsOnly(heard, call, code);
    await amit.texts('❤️', whatsapp);
    amit.hearsOnly(code);
    expect(await pledgeStates(world, code)).toEqual([]);
    await amit.texts('1', whatsapp);
    amit.hearsOnly(code);
    expect(await pledgeStates(world, code)).toEqual(['confirmed']);
    family.readsEverything();
  });
});

describe('a voice note or a picture', () => {
  scenario('in the middle of a request loses nothing of it', async (world) => {
    const family = world.phone('Sunita');
    await family.texts('Need B+ blood 2 units urgent', whatsapp);
    family.hearsOnly('Which hospital');
    await family.texts('', { ...whatsapp, media: 1, mediaType: 'audio/ogg' });
    family.hearsOnly('cannot listen to voice notes', 'Which hospital is the patient in');
    await family.texts('', { ...whatsapp, media: 1 });
    family.hearsOnly('cannot see pictures', 'Which hospital is the patient in');
    const person = await world.store.person(family.number);
    expect(person?.requestDraft).toMatchObject({ group: 'B+', units: 2 });
  });
});

describe.each(['en', 'hi', 'hi-Latn'] as const)('the words on a button in %s', (language) => {
  const titles = (key: 'alert' | 'askArrived' | 'askGave', digit: number): string =>
    quickRepliesOf(key, language)[digit - 1]?.title ?? '';

  scenario('mean the same when they are typed, or come without their payload', async (world) => {
    const amit = await world.donor('Amit', { language });
    const ravi = await world.donor('Ravi', { language });
    const { family, code } = await searchedFor(world, urgentNeed);
    await amit.texts(titles('alert', 1));
    await ravi.texts(titles('alert', 2));
    const { request } = await world.file(code);
    expect(request.pledges.map(({ donor }) => donor?.phone)).toEqual([amit.number]);
    await world.clock.advance(minutes(100));
    await amit.texts(titles('askArrived', 2));
    await amit.texts(titles('askArrived', 1));
    expect((await world.file(code)).request.pledges[0]).toHaveProperty('arrivedAt');
    await world.clock.advance(hours(3));
    await amit.texts(titles('askGave', 3));
    expect(await pledgeStates(world, code)).toEqual(['confirmed']);
    await amit.texts(titles('askGave', 1));
    expect(await pledgeStates(world, code)).toEqual(['donated']);
    family.readsEverything();
    readAllMessages(world);
  });
});

describe('free words whose fate is unknown when the window closes', () => {
  scenario(
    'are looked for as they left, and are not sent again as a template',
    async (world) => {
      const family = world.phone('Sunita');
      const verifier = await world.volunteer('Kavita');
      const code = await asksForBlood(family, oneUnit, whatsapp);
      verifier.hears(says.pleaseCheck);
      const person = await world.store.person(family.number);
      const whatsappAt = epochMs(world.clock.now() - days(1) + minutes(1));
      if (person) await world.store.save([{ put: { ...person, whatsappAt } }]);
      // Accepted, and the answer is lost: for every message that this verdict sends.
      world.carrier.faults.nextSends.push('cut', 'cut', 'cut', 'cut');
      await verifier.texts(`OK ${code}`);
      await world.clock.advance(minutes(20));
      family.hears(says.verified);
      const texts = world.carrier.messagesOf(family.number).map(({ text }) => text);
      expect(texts.filter((text) => text.includes(says.verified))).toHaveLength(1);
      readAllMessages(world);
    },
    approved,
  );
});
