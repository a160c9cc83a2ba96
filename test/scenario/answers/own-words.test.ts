import { describe } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  donors,
  englishPhone,
  oneUnit,
  readAllMessages,
  searchedFor,
  waitsForCheck,
} from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/** One donor is asked, in this language. Returns the alert as it was sent. */
const asked = async (world: World, language: 'en' | 'hi' | 'hi-Latn' = 'en') => {
  const [amit] = await donors(world, 1, { language });
  if (!amit) throw new Error('no donor');
  await searchedFor(world, oneUnit);
  return { amit, alert: amit.hears(/Prayagraj|प्रयागराज/) };
};

describe('our own words', () => {
  const reactions = [
    'Loved “ALERT”',
    '👍🏽 to "ALERT"',
    'Reacted ❤️ to “ALERT”',
    'Removed a heart from “ALERT”',
    '“ALERT” 👍',
    'ALERT को पसंद किया',
  ];
  for (const reaction of reactions)
    scenario(`open no request as the reaction ${reaction}, and 1 accepts`, async (world) => {
      const { amit, alert } = await asked(world);
      await amit.texts(reaction.replace('ALERT', alert));
      amit.hearsOnly(says.alert);
      await amit.texts('1');
      amit.hearsOnly(says.confirmed);
      readAllMessages(world);
    });

  for (const reaction of [
    'Liked an image',
    'Loved an image',
    'Emphasized an image',
    'Reacted 👍 to an image',
    'Liked an attachment',
    'Disliked an image',
    'Removed a like from an image',
    'Laughed at an image',
    'Loved a movie',
    'Liked a link',
    'Liked a sticker',
    'एक तस्वीर पसंद की',
  ])
    scenario(`are not in "${reaction}", and 1 accepts`, async (world) => {
      const { amit } = await asked(world);
      await amit.texts(reaction);
      amit.hearsOnly(says.alert);
      await amit.texts('1');
      amit.hearsOnly(says.confirmed);
      readAllMessages(world);
    });

  for (const language of ['en', 'hi', 'hi-Latn'] as const)
    scenario(
      `open no request when they are sent back in ${language}, and 1 accepts`,
      async (world) => {
        const { amit, alert } = await asked(world, language);
        await amit.texts(alert);
        amit.hearsOnly(alert);
        await amit.texts('1');
        amit.hearsOnly(/DROP/);
        readAllMessages(world);
      },
    );

  for (const quoting of [
    '1\n> ALERT',
    '> ALERT\n1',
    '1\n\nALERT',
    'ALERT\nhaan ji',
    '1 "ALERT"',
    '1\n\nOn Sun, 29 Nov, 5320000000 wrote:\nALERT',
  ])
    scenario(`leave the answer beside them: ${JSON.stringify(quoting)}`, async (world) => {
      const { amit, alert } = await asked(world);
      await amit.texts(quoting.replace('ALERT', alert));
      amit.hearsOnly(says.confirmed);
      readAllMessages(world);
    });

  scenario('leave a no beside them a no', async (world) => {
    const { amit } = await oneUnitAsked(world, 4);
    await amit.texts("2\nNever pay anyone. 1 = I can come, 2 = I can't.");
    amit.hearsOnly(says.alert);
    await amit.texts('2\n> anything');
    amit.hearsOnly(says.thanksForNo);
    readAllMessages(world);
  });

  scenario('open no request of a stranger who forwards an alert', async (world) => {
    const { alert } = await asked(world);
    const ravi = await englishPhone(world, 'Ravi');
    await ravi.texts(alert);
    ravi.hearsOnly(says.notUnderstood);
    readAllMessages(world);
  });

  scenario('open no request of a verifier who quotes the question', async (world) => {
    const { verifier, family, code } = await waitsForCheck(world);
    const ravi = await englishPhone(world, 'Ravi');
    await ravi.texts('hello');
    const menu = ravi.hears(says.menu);
    await ravi.texts(menu);
    ravi.hearsOnly(says.notUnderstood);
    await verifier.texts(`OK ${code}\n> Please check request ${code}`);
    verifier.hears(says.thanksOk);
    family.hears(says.verified);
    readAllMessages(world);
  });

  scenario('leave a request that is forwarded as a quotation', async (world) => {
    const ravi = await englishPhone(world, 'Ravi');
    await ravi.texts(
      '> Need B+ blood 2 units SRN hospital Prayagraj\n> urgent patient Ramesh attendant Sunita',
    );
    ravi.hearsOnly(says.summary);
    readAllMessages(world);
  });
});
