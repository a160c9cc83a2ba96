import { describe, expect } from 'vitest';
import { importDonor } from '#functions/use-cases/donors/import-people.ts';
import { noticeVersion } from '#shared/people/consent.ts';
import { pinSchema } from '#shared/places/place.ts';
import { days, hours, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import type { World } from '../../world/world.ts';

describe('the consent', () => {
  const consentOf = async (world: World, phone: Phone) =>
    (await world.store.person(phone.number))?.donor?.consent;

  scenario('stores the version, the language and the time of the notice', async (world) => {
    const ravi = world.phone('Ravi');
    await ravi.texts('JOIN');
    ravi.hearsOnly('1 = manzoor');
    await world.clock.advance(minutes(3));
    // After a sentence in English the hotline answers in English.
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

  scenario('stores the language of the last notice before the agreement', async (world) => {
    const ravi = world.phone('Ravi');
    await ravi.texts('JOIN');
    ravi.hearsOnly('1 = manzoor');
    await ravi.texts('why do you ask me this');
    ravi.hearsOnly(says.notice);
    for (const text of ['1', 'B+', '211001', 'Ravi', '2', '1990', '1']) await ravi.texts(text);
    expect(await consentOf(world, ravi)).toMatchObject({ language: 'en' });
    ravi.readsEverything();
  });

  scenario('is not changed by a correction or an import', async (world) => {
    const ravi = world.phone('Ravi');
    for (const text of ['JOIN', '1', 'B+', '211001', 'Ravi', '2', '1990', '1'])
      await ravi.texts(text);
    const before = await consentOf(world, ravi);
    await world.clock.advance(days(1));
    await ravi.texts('JOIN A+');
    expect((await world.store.person(ravi.number))?.donor?.group).toBe('A+');
    expect(await consentOf(world, ravi)).toEqual(before);
    // An imported list without a notice does not replace the donor's own consent.
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
