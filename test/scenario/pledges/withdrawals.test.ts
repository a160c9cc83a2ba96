import { describe, expect } from 'vitest';
import { dayOf, days, epochMs, hours, minutes, seconds } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  findsItReal,
  oneUnit,
  pledgeStates,
  readAllMessages,
  searchedFor,
} from '../../world/steps/scenario-steps.ts';
import { amitIsAwaited, amitIsComing, withStandby } from '../../world/steps/visit-steps.ts';

describe('DROP', () => {
  const rests = [
    [1, 'could not come', undefined],
    [2, 'low haemoglobin', 90],
    [3, 'weight or blood pressure', 28],
    [4, 'fever, illness or medicine', 14],
    [5, 'something else', 28],
  ] as const;
  for (const [key, reason, rest] of rests) {
    scenario(
      `defers the donor ${rest ? `for ${rest} days` : 'not at all'} with the reason "${reason}"`,
      async (world) => {
        const { amit, bina, chand, dev, family, verifier } = await amitIsComing(world);
        await amit.texts('DROP');
        amit.hearsOnly(says.whyNot);
        family.hearsOnly(says.donorDropped, 'Amit');
        for (const donor of [bina, chand, dev]) donor.hearsOnly(says.askedAgain);
        await amit.texts(String(key));
        amit.hearsOnly(says.reasonNoted, rest ? 'not ask you before' : 'another time');
        await world.clock.advance(minutes(20));
        family.readsEverything();
        await family.closes();
        family.hears(says.closed);
        verifier.hearsOnly(says.verifierEndClosed);

        const geeta = world.phone('Geeta');
        const code = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
        await findsItReal(verifier, geeta, code);
        expect(amit.hearsAll(says.alert)).toBe(rest ? 0 : 1);
        readAllMessages(world);
        const person = await world.store.person(amit.number);
        const until = person?.donor?.deferredUntil;
        expect(until && dayOf(until)).toEqual(
          rest && dayOf(epochMs(world.clock.now() + days(rest) - minutes(21))),
        );
      },
    );
  }

  scenario('keeps the longer of two deferrals', async (world) => {
    const { amit, bina, chand, dev, family } = await amitIsComing(world);
    await amit.texts('DROP');
    for (const donor of [bina, chand, dev]) donor.hearsOnly(says.askedAgain);
    amit.hearsOnly(says.whyNot);
    await amit.texts('PAUSE dengue');
    amit.hearsOnly(says.deferralNoted, '22 May 2027');
    await amit.texts('4');
    amit.hearsOnly(says.reasonNoted, '22 May 2027');
    const until = (await world.store.person(amit.number))?.donor?.deferredUntil;
    expect(until && dayOf(until)).toBe('2027-05-22');
    family.readsEverything();
  });

  scenario('asks for the reason after the doctor refused the donor', async (world) => {
    const { amit, bina, family } = await withStandby(world);
    await amitIsAwaited(amit, world);
    await amit.texts('1');
    amit.hearsOnly(says.arrivedThanks);
    family.hearsOnly(says.donorArrived);
    await world.clock.advance(hours(2) + minutes(1));
    amit.hearsOnly(says.gave);
    await amit.texts('2');
    amit.hearsOnly(says.whyNot);
    family.hears(says.donorTurnedAway, amit.name);
    family.hearsOnly(says.donorComing, bina.name);
    bina.hearsOnly(says.promoted);
    await amit.texts('2');
    amit.hearsOnly(says.reasonNoted, '21 Feb');
    await amit.texts('2');
    amit.hearsOnly(says.nothingToAnswer);
  });

  scenario('has no effect from a donor without a pledge', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('DROP');
    amit.hearsOnly(says.nothingToDrop);
  });

  scenario('is a plain no before any other answer', async (world) => {
    const { amit } = await oneUnitAsked(world);
    await amit.texts('drop');
    amit.hearsOnly(says.thanksForNo);
  });

  scenario('promotes no standby after the request has closed', async (world) => {
    const [amit, bina] = [await world.donor('Amit'), await world.donor('Bina')];
    const { family, verifier } = await searchedFor(world, oneUnit);
    await amit.texts('1');
    await bina.texts('1');
    for (const phone of [amit, bina, family]) phone.readsEverything();
    world.carrier.faults.tooManyRequests = 1;
    await amit.texts('DROP');
    await world.clock.advance(seconds(10));
    world.carrier.faults.tooManyRequests = 0;
    await family.closes();
    await world.clock.advance(minutes(10));
    expect(bina.unread().some((text) => text.includes(says.promoted))).toBe(false);
    expect(bina.unread().at(-1)).toContain(says.standDown);
    for (const phone of [amit, bina, family, verifier]) phone.readsEverything();
  });
});

describe('PAUSE from a pledged donor', () => {
  scenario('with malaria withdraws the pledge and promotes the standby', async (world) => {
    const { amit, bina, family, code } = await withStandby(world);
    await amit.texts('PAUSE malaria');
    amit.hearsOnly(says.rest, code, '21 Feb');
    family.hears(says.donorDropped, 'Amit');
    family.hearsOnly(says.donorComing, bina.name);
    bina.hearsOnly(says.promoted);
    expect(await pledgeStates(world, code)).toEqual(['dropped', 'confirmed']);
    // The reason is known already: no question is open, and a digit answers nothing.
    await amit.texts('1');
    amit.hearsOnly(says.nothingToAnswer);
    await world.clock.advance(hours(1));
    amit.hearsNothing();
    bina.readsEverything();
  });

  scenario('with malaria withdraws a standby', async (world) => {
    const { amit, bina, family, code } = await withStandby(world);
    await bina.texts('PAUSE malaria');
    bina.hearsOnly(says.rest, code, '21 Feb');
    expect(await pledgeStates(world, code)).toEqual(['confirmed', 'dropped']);
    family.hearsNothing();
    amit.hearsNothing();
  });

  scenario('for 30 days keeps the pledge, says so, and keeps the reminder', async (world) => {
    const { amit, code } = await amitIsComing(world);
    await amit.texts('PAUSE 30');
    const answer = amit.hearsOnly(says.paused, '23 Dec');
    expect(answer).toContain(says.alreadyConfirmed);
    expect(answer).toContain('DROP');
    expect(await pledgeStates(world, code)).toEqual(['confirmed']);
    await amitIsAwaited(amit, world);
  });

  scenario('for 30 days keeps a standby', async (world) => {
    const { bina, code } = await withStandby(world);
    await bina.texts('PAUSE 30');
    expect(bina.hearsOnly(says.paused)).toContain(says.alreadyStandby);
    expect(await pledgeStates(world, code)).toEqual(['confirmed', 'standby']);
  });
});
