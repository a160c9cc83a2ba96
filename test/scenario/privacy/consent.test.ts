import { describe, expect } from 'vitest';
import { importDonor } from '#functions/use-cases/donors/import-people.ts';
import { noticeVersion } from '#shared/people/consent.ts';
import { pinSchema } from '#shared/places/place.ts';
import { days, hours, minutes } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import type { World } from '../../world/world.ts';

describe('what somebody agreed to', () => {
  const consentOf = async (world: World, phone: Phone) =>
    (await world.store.person(phone.number))?.donor?.consent;

  scenario('is the notice they read, in its language, at that moment', async (world) => {
    const ravi = world.phone('Ravi');
    await ravi.texts('JOIN');
    ravi.hearsOnly('1 = manzoor');
    await world.clock.advance(minutes(3));
    // A sentence in English, and from now on the hotline answers in English.
    const agreedAt = world.clock.now();
    await ravi.texts('yes i agree');
    await world.clock.advance(hours(2));
    for (const text of ['B+', '211001', 'my name is Ravi Kumar', '2', '1990'])
      await ravi.texts(text);
    ravi.hears(says.askLastDonation);
    await ravi.texts('1');
    ravi.hears(says.joined);
    expect(await consentOf(world, ravi)).toEqual({
      at: agreedAt,
      by: 'text',
      language: 'hi-Latn',
      notice: noticeVersion,
    });
    ravi.readsEverything();
    await ravi.texts('MYDATA');
    ravi.hears('We explained it to you in Hindi in English letters');
  });

  scenario('in the language in which it was said last before they agreed', async (world) => {
    const ravi = world.phone('Ravi');
    await ravi.texts('JOIN');
    ravi.hearsOnly('1 = manzoor');
    await ravi.texts('why do you ask me this');
    ravi.hearsOnly(says.notice);
    for (const text of ['1', 'B+', '211001', 'Ravi', '2', '1990', '1']) await ravi.texts(text);
    expect(await consentOf(world, ravi)).toMatchObject({ language: 'en' });
    ravi.readsEverything();
  });

  scenario('stays what it was when a group or PIN is corrected, or a list read', async (world) => {
    const ravi = world.phone('Ravi');
    for (const text of ['JOIN', '1', 'B+', '211001', 'Ravi', '2', '1990', '1'])
      await ravi.texts(text);
    const before = await consentOf(world, ravi);
    await world.clock.advance(days(1));
    await ravi.texts('JOIN A+');
    expect((await world.store.person(ravi.number))?.donor?.group).toBe('A+');
    expect(await consentOf(world, ravi)).toEqual(before);
    // A list without a notice says less than what they said themselves.
    await importDonor(world.services, {
      phone: ravi.number,
      name: 'Ravi',
      group: 'A+',
      sex: 'man',
      birthYear: 1990,
      pin: pinSchema.parse('211001'),
      language: 'en',
    });
    expect(await consentOf(world, ravi)).toEqual(before);
    ravi.readsEverything();
  });
});
