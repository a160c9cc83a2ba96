import { describe, expect } from 'vitest';
import { days, fromCalendar, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  donors,
  oneUnit,
  pledgeStates,
  readAllMessages,
  searchedFor,
} from '../../world/steps/scenario-steps.ts';
import {
  amitIsComing,
  amitIsLate,
  amitMayHaveGiven,
  withStandby,
} from '../../world/steps/visit-steps.ts';
import type { World } from '../../world/world.ts';

/** Two units are needed, and two donors have agreed to come. */
const twoAreComing = async (world: World) => {
  const [amit, bina] = await donors(world, 2);
  const { family, verifier } = await searchedFor(world);
  for (const donor of [amit, bina]) {
    donor?.hears(says.alert);
    await donor?.texts('1');
    donor?.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
  }
  return { amit, bina, family, verifier };
};

const donationsOf = async (world: World, { number }: Phone) =>
  (await world.store.person(number))?.donor?.donations;

describe('a reply to "did you give?"', () => {
  for (const words of ['gave', 'diya', 'GAVE today', 'yes i gave', 'haan de diya', 'दे दिया जी']) {
    scenario(`takes "${words}" as a donation and counts it once`, async (world) => {
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
    });
  }
  scenario('takes "GAVE 12/10" as another donation, not as an answer', async (world) => {
    const { amit, family, code } = await amitMayHaveGiven(world);
    await amit.texts('GAVE 12/10/2026');
    amit.hearsOnly(says.gaveNoted);
    family.hearsNothing();
    expect(await pledgeStates(world, code)).toEqual(['confirmed']);
  });
  scenario('takes "GAVE today" from an expected donor as DONE', async (world) => {
    const { amit, family, verifier, code } = await amitIsComing(world);
    await amit.texts('GAVE today');
    amit.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    verifier.hearsOnly(says.verifierEnd);
    expect(await pledgeStates(world, code)).toEqual(['donated']);
  });
  scenario('counts once when a no-show texts "GAVE today" and then DONE', async (world) => {
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
  scenario('asks again after a denial or an unclear text', async (world) => {
    const { amit, code } = await amitMayHaveGiven(world);
    for (const words of ['form de diya', 'kya diya?', 'maine nahi diya']) {
      await amit.texts(words);
      amit.hearsOnly(says.gave);
    }
    expect(await pledgeStates(world, code)).toEqual(['confirmed']);
  });
});

describe('DONE', () => {
  scenario('counts a donation once when the donor and then the family report it', async (world) => {
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

  scenario('counts a donation once when the family and then the donor report it', async (world) => {
    const { amit, family, verifier } = await amitIsComing(world);
    await family.texts('DONE');
    family.hearsOnly(says.fulfilled);
    amit.hearsOnly(says.thanksFromFamily);
    verifier.hearsOnly(says.verifierEnd);
    await amit.texts('DONE');
    amit.hearsOnly(says.alreadyGiven);
    expect((await world.store.person(amit.number))?.donor?.donations).toBe(1);
  });

  scenario('thanks both confirmed donors when the family sends it', async (world) => {
    const { amit, bina, family, verifier } = await twoAreComing(world);
    await family.texts('DONE');
    family.hearsOnly(says.fulfilled, '2 units');
    for (const donor of [amit, bina]) donor?.hearsOnly(says.thanksFromFamily);
    verifier.hearsOnly(says.verifierEnd);
  });

  scenario('counts no donation when the donor denies what the family reported', async (world) => {
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

  scenario('tells the family the progress after one unit of two', async (world) => {
    const { amit, bina, family, verifier } = await twoAreComing(world);
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

  scenario(
    'from a family that closed at one unit of two is counted and tells no good news',
    async (world) => {
      const { amit, bina, family, verifier } = await twoAreComing(world);
      await amit?.texts('DONE');
      amit?.hearsOnly(says.thanks);
      family.hearsOnly(says.unitGiven, '2 units');
      await family.texts('CLOSE');
      family.hearsOnly(says.askFoundElsewhere);
      await family.texts('1');
      family.hearsOnly(says.closed);
      verifier.hearsOnly('is closed now');
      bina?.hearsOnly(says.standDown);
      await family.texts('DONE');
      family.hearsOnly(says.closed);
    },
  );

  scenario(
    'of one unit of two still counts when the time of the request is over',
    async (world) => {
      const { amit, family } = await twoAreComing(world);
      await amit?.texts('DONE');
      family.hears(says.unitGiven, '2 units');
      await world.clock.advance(days(3));
      const [ref] = (await world.store.person(family.number))?.requests ?? [];
      const { request } = await world.file(ref?.code ?? '');
      expect(request.phase).toMatchObject({ type: 'closed', reason: 'expired' });
      expect(request.pledges.filter(({ state }) => state === 'donated')).toHaveLength(1);
      expect(amit && (await donationsOf(world, amit))).toBe(1);
      readAllMessages(world);
    },
  );

  scenario('has no effect from a family without a pledged donor', async (world) => {
    const { family } = await searchedFor(world);
    family.hears(says.everyoneAsked);
    await family.texts('DONE');
    family.hearsOnly(says.doneWithoutDonor);
  });

  scenario('has no effect from someone without a request', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('DONE');
    amit.hearsOnly(says.nothingDone);
  });

  scenario('counts the donation of a standby who went anyway', async (world) => {
    const { amit, bina, family, verifier, code } = await withStandby(world);
    await bina.texts(`DONE ${code}`);
    bina.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    verifier.hearsOnly(says.verifierEnd);
    amit.hearsOnly(says.standDown);
  });
});

describe('the reminder that a donor may give again', () => {
  scenario('comes once to a man, on the morning after 90 days', async (world) => {
    const { amit, verifier } = await amitIsComing(world);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks, '21 Feb');
    verifier.hears(says.verifierEnd);
    readAllMessages(world);
    await world.clock.at(fromCalendar({ year: 2027, month: 2, day: 21, hour: 9, minute: 55 }));
    amit.hearsNothing();
    await world.clock.advance(minutes(10));
    amit.hearsOnly(says.mayGiveAgain);
    await world.clock.advance(days(200));
  });

  scenario('comes to a woman after 120 days', async (world) => {
    const { amit } = await amitIsComing(world, { sex: 'woman' });
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks, '23 Mar');
    readAllMessages(world);
    await world.clock.at(fromCalendar({ year: 2027, month: 3, day: 23, hour: 10, minute: 5 }));
    amit.hearsOnly(says.mayGiveAgain);
  });

  scenario('comes 28 days after a platelet donation', async (world) => {
    const amit = await world.donor('Amit');
    await searchedFor(world, oneUnit.replace('blood 1 unit', 'platelets 1 unit'));
    amit.hears(says.alert, 'platelets');
    await amit.texts('1');
    amit.hears(says.confirmed);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks, '21 Dec');
    readAllMessages(world);
    await world.clock.at(fromCalendar({ year: 2026, month: 12, day: 21, hour: 10, minute: 5 }));
    amit.hearsOnly(says.mayGiveAgain);
  });

  for (const word of ['PAUSE 100', 'STOP']) {
    scenario(`does not come to a donor who texted ${word}`, async (world) => {
      const { amit } = await amitIsComing(world);
      await amit.texts('DONE');
      await amit.texts(word);
      readAllMessages(world);
      await world.clock.advance(days(99));
      amit.hearsNothing();
    });
  }

  scenario('follows the day of a donation elsewhere (GAVE)', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('GAVE 20/11/2026');
    amit.hearsOnly(says.gaveNoted, '18 Feb');
    await world.clock.at(fromCalendar({ year: 2027, month: 2, day: 18, hour: 10, minute: 5 }));
    amit.hearsOnly(says.mayGiveAgain);
  });
});
