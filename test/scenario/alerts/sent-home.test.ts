import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { amitHasAgreed, names, need, stagesOf } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { donors, searchedFor, whoIsAsked } from '../../world/steps/scenario-steps.ts';
import { amitIsAwaited, amitIsComing } from '../../world/steps/visit-steps.ts';

/* Donors of a small town who were told that it is covered are still there when a place opens. */

const again = { en: says.askedAgain, hi: 'फिर जरूरत है', 'hi-Latn': 'Phir zaroorat hai' } as const;
const enough = {
  en: says.alertCovered,
  hi: 'डोनर पूरे हो गए',
  'hi-Latn': 'donor poore ho gaye',
} as const;
const reserve = {
  en: says.reserve,
  hi: 'जगह खाली हुई तो पहले आप लोगों से पूछेंगे',
  'hi-Latn': 'Jagah khaali hui to pehle aap logon se poochhenge',
} as const;
const coming = { en: says.confirmed, hi: 'पहचान पत्र लाएँ', 'hi-Latn': 'ID card laayein' } as const;
const languages = ['en', 'hi', 'hi-Latn'] as const;

describe('after a drop-out', () => {
  for (const language of languages)
    scenario(`asks those who were told that it is covered, once, in ${language}`, async (world) => {
      const meena = await world.volunteer('Meena', { role: 'coordinator' });
      const amit = await world.donor('Amit');
      const others = await donors(world, 4, { language });
      const { family, code } = await searchedFor(world, need('B+ blood 1 unit'));
      amit.hears(says.alert);
      await amit.texts('1');
      amit.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
      for (const donor of others) {
        donor.hears(code);
        donor.hearsOnly(enough[language], code);
      }
      await amit.texts('DROP');
      amit.hearsOnly(says.whyNot);
      family.hearsOnly(says.donorDropped);
      for (const donor of others) donor.hearsOnly(again[language], code);
      meena.hearsNothing();
      const [bina, ...rest] = others;
      await bina?.texts('1');
      bina?.hears(code);
      family.hearsOnly(says.donorComing);
      for (const donor of rest) donor.hearsOnly(enough[language], code);
      // Once: a second place finds only donors who have not been asked twice.
      await bina?.texts('DROP');
      bina?.readsEverything();
      family.hears(says.donorDropped);
      family.hearsOnly(says.everyoneAsked);
      meena.hearsOnly(says.needsCoordinator, 'asked: 5', 'said no: 0', 'silent: 3');
      for (const donor of rest) donor.hearsNothing();
    });

  scenario(
    'asks no one else while they are likely to cover it',
    async (world) => {
      const people = await donors(world, 6);
      const { family } = await searchedFor(world, need('B+ blood 1 unit'));
      const [amit, bina] = whoIsAsked(people);
      await amit?.texts('1');
      amit?.hearsOnly(says.confirmed);
      bina?.hearsOnly(says.alertCovered);
      await amit?.texts('DROP');
      amit?.hearsOnly(says.whyNot);
      family.readsEverything();
      bina?.hears(says.askedAgain);
      // The stage takes two: Bina, and one who was not asked before.
      const more = whoIsAsked(people);
      expect(more).toHaveLength(1);
      expect(names(more)).not.toContain(amit?.name);
      await bina?.texts('2');
      bina?.hears(says.thanksForNo);
      expect(names(whoIsAsked(people))).not.toContain(bina?.name);
    },
    stagesOf(2),
  );
});

describe('after a no-show', () => {
  for (const language of languages)
    scenario(`asks those who were told that it is covered, in ${language}`, async (world) => {
      const amit = await world.donor('Amit');
      const [bina, chand] = await donors(world, 2, { language });
      const { family, code } = await searchedFor(world, need('B+ blood 1 unit'));
      amit.hears(says.alert);
      await amit.texts('1');
      for (const phone of [amit, bina, chand, family]) phone?.readsEverything();
      await amitIsAwaited(amit, world);
      await world.clock.advance(minutes(31));
      amit.hearsOnly(says.noShow);
      family.hearsOnly(says.donorDidNotCome);
      bina?.hearsOnly(again[language], code);
      chand?.hearsOnly(again[language], code);
      await chand?.texts('1');
      chand?.hearsOnly(coming[language], code);
      family.hearsOnly(says.donorComing);
      bina?.hearsOnly(enough[language], code);
    });
});

describe('a yes unasked', () => {
  for (const language of languages)
    scenario(
      `makes a reserve beyond the standby donors, told so, in ${language}`,
      async (world) => {
        const amit = await world.donor('Amit');
        const [bina, chand, dev, eva] = await donors(world, 4, { language });
        const { family, code } = await searchedFor(world, need('B+ blood 1 unit'));
        amit.hears(says.alert);
        await amit.texts('1');
        for (const phone of [amit, bina, chand, dev, eva, family]) phone?.readsEverything();
        for (const standby of [bina, chand]) {
          await standby?.texts('1');
          standby?.readsEverything();
        }
        await dev?.texts('1');
        dev?.hearsOnly(reserve[language], code);
        // The confirmed donor and the standby donors drop out: the reserve is asked.
        for (const phone of [amit, bina, chand]) {
          await phone?.texts('DROP');
          phone?.readsEverything();
        }
        family.readsEverything();
        dev?.hearsOnly(again[language], code);
        await dev?.texts('1');
        dev?.hearsOnly(coming[language], code);
        family.hearsOnly(says.donorComing);
        eva?.readsEverything();
        // Asked once: a later yes to a covered request promises nothing.
        await eva?.texts('1');
        eva?.readsEverything();
      },
    );
});

scenario('a reserve who has said no since is not asked', async (world) => {
  const { amit, bina, chand, dev, family } = await amitIsComing(world);
  for (const donor of [bina, chand, dev]) await donor.texts('1');
  bina.readsEverything();
  chand.readsEverything();
  dev.hearsOnly(says.reserve);
  await dev.texts('2');
  dev.hearsOnly(says.thanksForLateNo);
  for (const donor of [bina, amit]) {
    await donor.texts('DROP');
    donor.readsEverything();
  }
  chand.hearsOnly(says.askedAgain);
  dev.hearsNothing();
  family.readsEverything();
});

describe('with no one left', () => {
  scenario(
    'says so only after those who were told that it is covered have been asked',
    async (world) => {
      const meena = await world.volunteer('Meena', { role: 'coordinator' });
      const { amit, others, family } = await amitHasAgreed(world, 2);
      const [bina, chand] = others;
      await amit.texts('DROP');
      amit.hearsOnly(says.whyNot);
      family.hearsOnly(says.donorDropped);
      await bina?.texts('2');
      bina?.hears(says.thanksForNo);
      meena.hearsNothing();
      await world.clock.advance(minutes(20));
      family.hearsOnly(says.everyoneAsked);
      meena.hearsOnly(
        says.needsCoordinator,
        'Still missing: 1',
        'asked: 3',
        'said no: 1',
        'silent: 1',
      );
      await world.clock.advance(hours(1));
      chand?.hears(says.askedAgain);
      for (const phone of [amit, bina, chand]) phone?.readsEverything();
    },
  );

  scenario('names those who were not asked because they are too far', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const near = await world.donor('Near');
    const { family } = await searchedFor(world, need('B+ blood 1 unit', 'in 3 hours'));
    near.hearsOnly(says.alert);
    await near.texts('1');
    await world.clock.advance(hours(1) + minutes(55));
    // A donor who joins now can hardly be there in the hour that is left.
    await world.donor('Far', { pin: '211012' });
    for (const phone of [near, family, meena]) phone.readsEverything();
    await near.texts('DROP');
    family.hears(says.donorDropped);
    family.hearsOnly(says.likelyAsked);
    meena.hearsOnly(says.needsCoordinator, 'asked: 1', 'too far or late: 1');
    near.readsEverything();
  });
});
