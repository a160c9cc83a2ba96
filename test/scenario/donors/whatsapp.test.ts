import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { oneUnit, searchedFor } from '../../world/steps/scenario-steps.ts';

describe('WhatsApp', () => {
  scenario('carries replies and later messages to a person who last wrote there', async (world) => {
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
  });

  scenario('is replaced by SMS a day after the last message from the person', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('MENU', { channel: 'whatsapp' });
    amit.hearsOnly('PAUSE 30');
    await world.clock.advance(hours(25));
    await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    expect(amit.lastChannel()).toBe('sms');
  });

  scenario(
    'is replaced by SMS when WhatsApp refuses the message because its day is over',
    async (world) => {
      const amit = await world.donor('Amit');
      await amit.texts('MENU'); // Amit has not written on WhatsApp
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
