import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import { scenario } from '../../world/scenario.ts';
import { oneUnit, searchedFor } from '../../world/scenario-steps.ts';

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
