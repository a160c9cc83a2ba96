import { describe, expect } from 'vitest';
import type { Language } from '#shared/terms/language.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { asksForBlood, readAllMessages } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/** The middle of the PIN of SRN Hospital. */
const atSrn = { lat: 25.46, lon: 81.82 };
const shares = (place: { lat: number; lon: number; label?: string }) =>
  ({ channel: 'whatsapp', place }) as const;

const isAskedForHospital = async (world: World, language: Language) => {
  const family = world.phone('Sunita');
  await family.texts(`LANG ${{ en: 'EN', hi: 'HI', 'hi-Latn': 'HINDI' }[language]}`);
  await family.texts('Need B+ blood 2 units urgent', { channel: 'whatsapp' });
  family.readsEverything();
  return family;
};
const draftOf = async (world: World, family: Awaited<ReturnType<typeof isAskedForHospital>>) =>
  (await world.store.person(family.number))?.requestDraft;

describe.each([
  ['en', 'Is the patient at SRN Hospital, Prayagraj?'],
  ['hi', 'क्या मरीज यहाँ है'],
  ['hi-Latn', 'Kya mareez yahan hai: SRN Hospital, Prayagraj?'],
] as const)('a place that is sent while a request is told, in %s', (language, asked) => {
  scenario('becomes the nearest hospital once 1 confirms it', async (world) => {
    const family = await isAskedForHospital(world, language);
    await family.texts('', shares(atSrn));
    family.hearsOnly(asked);
    expect(await draftOf(world, family)).not.toHaveProperty('hospital');
    await family.texts('1', { channel: 'whatsapp' });
    expect(await draftOf(world, family)).toMatchObject({
      hospital: 'SRN Hospital',
      place: { name: 'Prayagraj', zone: 'prayagraj' },
    });
    family.readsEverything();
  });
});

describe('a place', () => {
  scenario('is asked for in words after 2', async (world) => {
    const family = await isAskedForHospital(world, 'en');
    await family.texts('', shares(atSrn));
    family.hearsOnly('Is the patient at SRN Hospital');
    await family.texts('2', { channel: 'whatsapp' });
    family.hearsOnly('Which hospital is the patient in');
    await family.texts('Beli hospital', { channel: 'whatsapp' });
    expect(await draftOf(world, family)).toMatchObject({ hospital: 'Beli Hospital' });
    family.readsEverything();
  });

  scenario('with the name of a hospital there is that hospital', async (world) => {
    const family = await isAskedForHospital(world, 'en');
    await family.texts('', shares({ lat: 25.449, lon: 81.853, label: 'Swaroop Rani Hospital' }));
    family.hearsOnly('Is the patient at SRN Hospital, Prayagraj?');
    // The question stays while something else comes between.
    await family.texts('👍', { channel: 'whatsapp' });
    family.hearsOnly('Is the patient at SRN Hospital, Prayagraj?');
  });

  scenario('far from every hospital leaves the question open', async (world) => {
    const family = await isAskedForHospital(world, 'en');
    await family.texts('', shares({ lat: 12.97, lon: 77.59 }));
    family.hearsOnly('Which hospital is the patient in');
  });

  scenario('sent by a stranger, or beside an open request, asks for nothing', async (world) => {
    const stranger = world.phone('Ravi');
    await stranger.texts('', shares(atSrn));
    stranger.hearsOnly('BLOOD');
    const family = world.phone('Sunita');
    await asksForBlood(family);
    await family.texts('', shares(atSrn));
    family.hears(says.statusVerifying);
    readAllMessages(world);
    expect(await world.store.person(stranger.number)).not.toHaveProperty('requestDraft');
  });
});
