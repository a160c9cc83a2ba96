import { describe, expect } from 'vitest';
import { days, hours, minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { oneUnit, pledgeStates, searchedFor } from '../../world/steps/scenario-steps.ts';
import {
  amitIsAwaited,
  amitIsComing,
  amitIsLate,
  withStandby,
} from '../../world/steps/visit-steps.ts';

describe('a visit', () => {
  scenario(
    'goes from the reminder to the donation, and all participants hear the end',
    async (world) => {
      const { amit, bina, family, verifier, code } = await withStandby(world);
      await amitIsAwaited(amit, world);
      await amit.texts('1');
      amit.hearsOnly(says.arrivedThanks, code, 'Sunita', family.number);
      family.hearsOnly(says.donorArrived, code, 'Amit');
      await world.clock.advance(hours(2) + minutes(1));
      amit.hearsOnly(says.gave);
      await amit.texts('1');
      amit.hearsOnly(says.thanks, '21 Feb');
      family.hearsOnly(says.fulfilled, code);
      verifier.hearsOnly(says.verifierEnd, code);
      bina.hearsOnly(says.standbyReleased, code);
      await world.clock.advance(days(3));
    },
  );

  scenario('is asked about again half an hour after "on the way"', async (world) => {
    const { amit, family, code } = await amitIsComing(world);
    await amitIsAwaited(amit, world);
    await amit.texts('2');
    amit.hearsOnly(says.onTheWay);
    await world.clock.advance(minutes(31));
    amit.hearsOnly(says.arrived);
    await amit.texts('1');
    amit.hearsOnly(says.arrivedThanks);
    family.hearsOnly(says.donorArrived);
    expect(await pledgeStates(world, code)).toEqual(['confirmed']);
  });

  scenario('promotes the standby and asks for the reason after "I cannot come"', async (world) => {
    const { amit, bina, family } = await withStandby(world);
    await amitIsAwaited(amit, world);
    await amit.texts('3');
    amit.hearsOnly(says.whyNot);
    bina.hearsOnly(says.promoted, family.number);
    family.hears(says.donorDropped, 'Amit');
    family.hearsOnly(says.donorComing, bina.name);
    await amit.texts('1');
    amit.hearsOnly(says.reasonNoted);
  });

  scenario('is asked about again later after "not yet"', async (world) => {
    const { amit, family } = await amitIsComing(world);
    await amitIsAwaited(amit, world);
    await amit.texts('1');
    amit.hearsOnly(says.arrivedThanks);
    family.hearsOnly(says.donorArrived);
    await world.clock.advance(hours(2) + minutes(1));
    amit.hearsOnly(says.gave);
    await amit.texts('3');
    amit.hearsOnly(says.arrivedThanks);
    await world.clock.advance(hours(2) + minutes(1));
    amit.hearsOnly(says.gave);
  });

  scenario('becomes a no-show without an answer, and promotes the standby', async (world) => {
    const { amit, bina, family, code } = await withStandby(world);
    await amitIsAwaited(amit, world);
    await world.clock.advance(minutes(31));
    amit.hearsOnly(says.noShow);
    bina.hearsOnly(says.promoted);
    family.hears(says.donorDidNotCome, 'Amit');
    family.hearsOnly(says.donorComing, bina.name);
    expect(await pledgeStates(world, code)).toEqual(['no-show', 'confirmed']);
  });

  scenario('starts a new stage after a no-show without a standby', async (world) => {
    const { amit, bina, chand, dev, family } = await amitIsComing(world);
    const eva = await world.donor('Eva');
    await amitIsAwaited(amit, world);
    await world.clock.advance(minutes(31));
    amit.hearsOnly(says.noShow);
    family.hearsOnly(says.donorDidNotCome, 'Amit');
    for (const donor of [bina, chand, dev]) donor.hearsOnly(says.askedAgain);
    eva.hearsOnly(says.alert);
    await eva.texts('1');
    eva.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing, 'Eva');
    for (const donor of [bina, chand, dev]) donor.hearsOnly(says.alertCovered);
  });
});

describe('a no-show who replies', () => {
  scenario('becomes a standby with "still coming", while one is needed', async (world) => {
    const { amit, chand, code } = await amitIsLate(world);
    await amit.texts('1');
    amit.hearsOnly(says.standby);
    await chand.texts('1');
    chand.hearsOnly(says.covered);
    expect(await pledgeStates(world, code)).toEqual(['confirmed', 'standby']);
  });

  scenario('gets a friendly reply to "not coming"', async (world) => {
    const { amit } = await amitIsLate(world);
    await amit.texts('2');
    expect(amit.unread()).toHaveLength(1);
    expect(amit.hears(/./)).not.toMatch(/sorry/i);
  });

  scenario(
    'gets the donation counted after DONE, and the other donor need not come',
    async (world) => {
      const { amit, bina, family, verifier } = await amitIsLate(world);
      await amit.texts('DONE');
      amit.hearsOnly(says.thanks);
      family.hearsOnly(says.fulfilled);
      verifier.hearsOnly(says.verifierEnd);
      bina.hearsOnly(says.standDown);
    },
  );
});

describe('a digit with the code', () => {
  scenario('answers the question about the visit when that came last', async (world) => {
    const { amit, code, family } = await oneUnitAsked(world);
    await amit.texts('1');
    amit.readsEverything();
    family.readsEverything();
    await world.clock.advance(minutes(92));
    amit.readsEverything();
    await amit.texts(`2 ${code}`);
    expect(await pledgeStates(world, code)).toEqual(['confirmed']);
    amit.readsEverything();
    family.hearsNothing();
  });
});

describe('the end of a request', () => {
  scenario(
    'comes a day after the deadline without a report, and the donor stands down',
    async (world) => {
      const { amit, bina, family, verifier } = await withStandby(world);
      await amitIsAwaited(amit, world);
      await amit.texts('1');
      amit.hearsOnly(says.arrivedThanks);
      family.hearsOnly(says.donorArrived);
      await world.clock.advance(hours(2) + minutes(1));
      amit.hearsOnly(says.gave);
      await world.clock.advance(hours(30));
      family.hearsOnly(says.expired);
      amit.hearsOnly(says.standDown);
      bina.hearsOnly(says.standbyReleased);
      verifier.hearsOnly(says.verifierEndClosed);
      await amit.texts('DONE');
      amit.hearsOnly(says.thanks);
      await world.clock.advance(days(2));
    },
  );

  scenario(
    'is postponed by a day when the family still needs blood, and comes at once when not',
    async (world) => {
      const { family, verifier, code } = await searchedFor(world, oneUnit);
      family.hears(says.everyoneAsked);
      await world.clock.advance(hours(6));
      family.hearsOnly(says.stillNeeded, code);
      await family.texts('1');
      family.hearsOnly(says.extended);
      await world.clock.advance(hours(25));
      family.hearsOnly(says.stillNeeded, code);
      await family.texts('2');
      family.hearsOnly(says.closed);
      verifier.hearsOnly(says.verifierEndClosed);
    },
  );

  scenario('stands the donors down when the family cancels', async (world) => {
    const { amit, bina, family, verifier, code } = await withStandby(world);
    await family.closes('nahi chahiye');
    family.hearsOnly(code); // in the language of the text
    amit.hearsOnly(says.standDown);
    bina.hearsOnly(says.standbyReleased);
    verifier.hearsOnly(says.verifierEndClosed);
    await world.clock.advance(days(1));
  });
});
