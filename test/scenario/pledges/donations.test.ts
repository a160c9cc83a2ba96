import { describe, expect } from 'vitest';
import { days, fromCalendar, minutes } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { donors, oneUnit, pledgeStates, searchedFor } from '../../world/scenario-steps.ts';
import {
  amitIsComing,
  amitIsLate,
  amitMayHaveGiven,
  withStandby,
} from '../../world/visit-steps.ts';
import type { World } from '../../world/world.ts';

const donationsOf = async (world: World, { number }: Phone) =>
  (await world.store.person(number))?.donor?.donations;

describe('"I gave" in other words', () => {
  for (const words of ['gave', 'diya', 'GAVE today', 'yes i gave', 'haan de diya', 'दे दिया जी']) {
    scenario(
      `"${words}" to "did you give?": the gift is theirs, and counted once`,
      async (world) => {
        const { amit, family, verifier, code } = await amitMayHaveGiven(world);
        await amit.texts(words);
        amit.hearsOnly(says.thanks);
        family.hearsOnly(says.fulfilled);
        verifier.hearsOnly(says.verifierEnd);
        expect(await pledgeStates(world, code)).toEqual(['donated']);
        await amit.texts('DONE');
        amit.hearsOnly(says.alreadyGiven);
        await amit.texts('GAVE today');
        amit.hearsOnly(says.gaveNoted);
        expect(await donationsOf(world, amit)).toBe(1);
      },
    );
  }
  scenario('"GAVE 12/10" meanwhile is another gift, and no answer', async (world) => {
    const { amit, family, code } = await amitMayHaveGiven(world);
    await amit.texts('GAVE 12/10/2026');
    amit.hearsOnly(says.gaveNoted);
    family.hearsNothing();
    expect(await pledgeStates(world, code)).toEqual(['confirmed']);
  });
  scenario('"GAVE today" from somebody who is awaited is DONE', async (world) => {
    const { amit, family, verifier, code } = await amitIsComing(world);
    await amit.texts('GAVE today');
    amit.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    verifier.hearsOnly(says.verifierEnd);
    expect(await pledgeStates(world, code)).toEqual(['donated']);
  });
  scenario('"GAVE today" from a no-show, and then DONE: counted once', async (world) => {
    const { amit, bina, family, verifier } = await amitIsLate(world);
    await amit.texts('GAVE today');
    amit.hearsOnly(says.gaveNoted);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    verifier.hearsOnly(says.verifierEnd);
    bina.hearsOnly(says.standDown);
    expect(await donationsOf(world, amit)).toBe(1);
  });
  scenario('"not given" is asked once more', async (world) => {
    const { amit, code } = await amitMayHaveGiven(world);
    for (const words of ['form de diya', 'kya diya?', 'maine nahi diya']) {
      await amit.texts(words);
      amit.hearsOnly(says.gave);
    }
    expect(await pledgeStates(world, code)).toEqual(['confirmed']);
  });
});

describe('DONE', () => {
  scenario('by the donor and then by the family: counted once', async (world) => {
    const { amit, family, verifier, code } = await amitIsComing(world);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    verifier.hearsOnly(says.verifierEnd);
    await family.texts('DONE');
    family.hears(/./);
    await amit.texts('DONE');
    amit.hearsOnly(says.alreadyGiven);
    const person = await world.store.person(amit.number);
    expect(person?.donor?.donations).toBe(1);
    expect(await pledgeStates(world, code)).toEqual(['donated']);
  });

  scenario('by the family and then by the donor: counted once', async (world) => {
    const { amit, family, verifier } = await amitIsComing(world);
    await family.texts('DONE');
    family.hearsOnly(says.fulfilled);
    amit.hearsOnly(says.thanksFromFamily);
    verifier.hearsOnly(says.verifierEnd);
    await amit.texts('DONE');
    amit.hearsOnly(says.alreadyGiven);
    expect((await world.store.person(amit.number))?.donor?.donations).toBe(1);
  });

  scenario('by the family, with two donors confirmed: both are thanked', async (world) => {
    const [amit, bina] = await donors(world, 2);
    const { family, verifier } = await searchedFor(world);
    for (const donor of [amit, bina]) {
      donor?.hears(says.alert);
      await donor?.texts('1');
      donor?.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
    }
    await family.texts('DONE');
    family.hearsOnly(says.fulfilled, '2 units');
    for (const donor of [amit, bina]) donor?.hearsOnly(says.thanksFromFamily);
    verifier.hearsOnly(says.verifierEnd);
  });

  scenario('by the family, and the donor says no, I did not: it is not counted', async (world) => {
    const { amit, family, verifier } = await amitIsComing(world);
    await family.texts('DONE');
    family.hearsOnly(says.fulfilled);
    amit.hearsOnly(says.thanksFromFamily);
    verifier.hearsOnly(says.verifierEnd);
    await amit.texts('DROP');
    amit.hearsOnly(says.whyNot);
    await amit.texts('1');
    amit.hearsOnly(says.reasonNoted);
    const donor = (await world.store.person(amit.number))?.donor;
    expect(donor?.donations).toBe(0);
    expect(donor?.lastDonation).toBeUndefined();
    expect(donor?.remindAt).toBeUndefined();
  });

  scenario('of one unit of two: the family hears how far it is', async (world) => {
    const [amit, bina] = await donors(world, 2);
    const { family, verifier } = await searchedFor(world);
    for (const donor of [amit, bina]) {
      donor?.hears(says.alert);
      await donor?.texts('1');
      donor?.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
    }
    await amit?.texts('DONE');
    amit?.hearsOnly(says.thanks);
    family.hearsOnly(says.unitGiven, '2 units');
    await world.clock.advance(minutes(5));
    await bina?.texts('DONE');
    bina?.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    amit?.hearsOnly(says.lifeTouched);
    verifier.hearsOnly(says.verifierEnd);
  });

  scenario('by a family nobody has promised anything', async (world) => {
    const { family } = await searchedFor(world);
    family.hears(says.everyoneAsked);
    await family.texts('DONE');
    family.hearsOnly(says.doneWithoutDonor);
  });

  scenario('by somebody who has no part in any request', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('DONE');
    amit.hearsOnly(says.nothingDone);
  });

  scenario('of a standby who went all the same: the gift counts', async (world) => {
    const { amit, bina, family, verifier, code } = await withStandby(world);
    await bina.texts(`DONE ${code}`);
    bina.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    verifier.hearsOnly(says.verifierEnd);
    amit.hearsOnly(says.standDown);
  });
});

describe('after the gift', () => {
  scenario('a man may give again after 90 days, and hears so that morning, once', async (world) => {
    const { amit, verifier } = await amitIsComing(world);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks, '21 Feb');
    verifier.hears(says.verifierEnd);
    for (const phone of world.phones()) phone.readsEverything();
    await world.clock.at(fromCalendar({ year: 2027, month: 2, day: 21, hour: 9, minute: 55 }));
    amit.hearsNothing();
    await world.clock.advance(minutes(10));
    amit.hearsOnly(says.mayGiveAgain);
    await world.clock.advance(days(200));
  });

  scenario('a woman after 120 days', async (world) => {
    const { amit } = await amitIsComing(world, { sex: 'woman' });
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks, '23 Mar');
    for (const phone of world.phones()) phone.readsEverything();
    await world.clock.at(fromCalendar({ year: 2027, month: 3, day: 23, hour: 10, minute: 5 }));
    amit.hearsOnly(says.mayGiveAgain);
  });

  scenario('of platelets: whole blood again after 28 days', async (world) => {
    const amit = await world.donor('Amit');
    await searchedFor(world, oneUnit.replace('blood 1 unit', 'platelets 1 unit'));
    amit.hears(says.alert, 'platelets');
    await amit.texts('1');
    amit.hears(says.confirmed);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks, '21 Dec');
    for (const phone of world.phones()) phone.readsEverything();
    await world.clock.at(fromCalendar({ year: 2026, month: 12, day: 21, hour: 10, minute: 5 }));
    amit.hearsOnly(says.mayGiveAgain);
  });

  for (const word of ['PAUSE 100', 'STOP']) {
    scenario(`nothing that morning for somebody who texted ${word}`, async (world) => {
      const { amit } = await amitIsComing(world);
      await amit.texts('DONE');
      await amit.texts(word);
      for (const phone of world.phones()) phone.readsEverything();
      await world.clock.advance(days(99));
      amit.hearsNothing();
    });
  }

  scenario('GAVE elsewhere sets the day too', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('GAVE 20/11/2026');
    amit.hearsOnly(says.gaveNoted, '18 Feb');
    await world.clock.at(fromCalendar({ year: 2027, month: 2, day: 18, hour: 10, minute: 5 }));
    amit.hearsOnly(says.mayGiveAgain);
  });
});
