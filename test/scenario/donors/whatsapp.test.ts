import { describe, expect } from 'vitest';
import type { Language } from '#shared/terms/language.ts';
import { days, hours, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  oneUnit,
  pledgeStates,
  readAllMessages,
  searchedFor,
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
