import { describe, expect } from 'vitest';
import { days, hours, minutes } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import { scenario } from '../../world/scenario.ts';
import { oneUnit, pledgeStates, searchedFor } from '../../world/scenario-steps.ts';
import { amitIsAwaited, amitIsComing, amitIsLate, withStandby } from '../../world/visit-steps.ts';

describe('the visit', () => {
  scenario('a reminder, "I am there", "I gave": everyone hears the end of it', async (world) => {
    const { amit, bina, family, verifier, code } = await withStandby(world);
    await amitIsAwaited(amit, world);
    await amit.texts('1');
    amit.hearsOnly(says.arrivedThanks, code);
    await world.clock.advance(hours(2) + minutes(1));
    amit.hearsOnly(says.gave);
    await amit.texts('1');
    amit.hearsOnly(says.thanks, '21 Feb');
    family.hearsOnly(says.fulfilled, code);
    verifier.hearsOnly(says.verifierEnd, code);
    bina.hearsOnly(says.standbyReleased, code);
    await world.clock.advance(days(3));
  });

  scenario('"I am on the way": asked once more half an hour later', async (world) => {
    const { amit, code } = await amitIsComing(world);
    await amitIsAwaited(amit, world);
    await amit.texts('2');
    amit.hearsOnly(says.onTheWay);
    await world.clock.advance(minutes(31));
    amit.hearsOnly(says.arrived);
    await amit.texts('1');
    amit.hearsOnly(says.arrivedThanks);
    expect(await pledgeStates(world, code)).toEqual(['confirmed']);
  });

  scenario('"I cannot come": the standby is needed, and the reason is asked', async (world) => {
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

  scenario('"not yet" at "did you give?" asks again later', async (world) => {
    const { amit } = await amitIsComing(world);
    await amitIsAwaited(amit, world);
    await amit.texts('1');
    amit.hearsOnly(says.arrivedThanks);
    await world.clock.advance(hours(2) + minutes(1));
    amit.hearsOnly(says.gave);
    await amit.texts('3');
    amit.hearsOnly(says.arrivedThanks);
    await world.clock.advance(hours(2) + minutes(1));
    amit.hearsOnly(says.gave);
  });

  scenario('no answer: the standby comes instead, and nobody is blamed', async (world) => {
    const { amit, bina, family, code } = await withStandby(world);
    await amitIsAwaited(amit, world);
    await world.clock.advance(minutes(31));
    amit.hearsOnly(says.noShow);
    bina.hearsOnly(says.promoted);
    family.hears(says.donorDidNotCome, 'Amit');
    family.hearsOnly(says.donorComing, bina.name);
    expect(await pledgeStates(world, code)).toEqual(['no-show', 'confirmed']);
  });

  scenario('no answer and nobody on standby: a new stage', async (world) => {
    const { amit, family } = await amitIsComing(world);
    const eva = await world.donor('Eva');
    await amitIsAwaited(amit, world);
    await world.clock.advance(minutes(31));
    amit.hearsOnly(says.noShow);
    family.hearsOnly(says.donorDidNotCome, 'Amit');
    eva.hearsOnly(says.alert);
    await eva.texts('1');
    eva.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing, 'Eva');
  });
});

describe('a no-show who is heard of after all', () => {
  scenario('"still coming": standby, while there is room', async (world) => {
    const { amit, chand, code } = await amitIsLate(world);
    await amit.texts('1');
    amit.hearsOnly(says.standby);
    await chand.texts('1');
    chand.hearsOnly(says.covered);
    expect(await pledgeStates(world, code)).toEqual(['confirmed', 'standby']);
  });

  scenario('"not coming": that is all right', async (world) => {
    const { amit } = await amitIsLate(world);
    await amit.texts('2');
    expect(amit.unread()).toHaveLength(1);
    expect(amit.hears(/./)).not.toMatch(/sorry/i);
  });

  scenario('DONE: the gift counts, and the other need not come', async (world) => {
    const { amit, bina, family, verifier } = await amitIsLate(world);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    verifier.hearsOnly(says.verifierEnd);
    bina.hearsOnly(says.standDown);
  });
});

describe('a visit question and the code', () => {
  scenario('a digit with the code answers the visit when that was asked last', async (world) => {
    const amit = await world.donor('Amit');
    const { code, family } = await searchedFor(world, oneUnit);
    amit.hears(says.alert);
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

describe('when its time comes and nobody said how it ended', () => {
  scenario('a covered request is closed a day later, and the donor stands down', async (world) => {
    const { amit, bina, family, verifier } = await withStandby(world);
    await amitIsAwaited(amit, world);
    await amit.texts('1');
    amit.hearsOnly(says.arrivedThanks);
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
  });

  scenario('still needed: a day longer; not needed: closed', async (world) => {
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
  });

  scenario('the family cancels while donors are coming: they stand down', async (world) => {
    const { amit, bina, family, verifier, code } = await withStandby(world);
    await family.texts('nahi chahiye');
    family.hearsOnly(code); // in the language of the text
    amit.hearsOnly(says.standDown);
    bina.hearsOnly(says.standbyReleased);
    verifier.hearsOnly(says.verifierEndClosed);
    await world.clock.advance(days(1));
  });
});
