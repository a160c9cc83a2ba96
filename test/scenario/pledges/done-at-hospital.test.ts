import { describe, expect } from 'vitest';
import { hours, minutes, seconds } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { donors, pledgeStates, searchedFor } from '../../world/steps/scenario-steps.ts';
import { amitHasArrived, amitIsAwaited } from '../../world/steps/visit-steps.ts';

/* A donor who has arrived is asked two hours later whether they could give, unless DONE came before. */

/** Twenty seconds pass after each text, so the moment of the question is among them. */
const justBefore = hours(2) - seconds(1);

describe('DONE of a donor who has arrived', () => {
  for (const [what, words, after] of [
    ['DONE', 'DONE', hours(1.5)],
    ['DONE a minute before the question', 'DONE', hours(2) - minutes(1)],
    ['DONE one second before the question', 'DONE', justBefore],
    ['"khoon de diya"', 'khoon de diya', hours(1.75)],
    ['"khoon de diya" one second before the question', 'khoon de diya', justBefore],
    ['"मैंने खून दे दिया है"', 'मैंने खून दे दिया है', hours(1.9)],
    ['"I have donated blood just now"', 'I have donated blood just now', hours(1)],
  ] as const)
    scenario(
      `${what} is not followed by the question whether the donor could give`,
      async (world) => {
        const { amit, family, verifier, code, arrivedAt } = await amitHasArrived(world);
        await world.clock.at(arrivedAt + after);
        amit.hearsNothing();
        await amit.texts(words);
        amit.hearsOnly(says.thanks);
        family.hearsOnly(says.fulfilled);
        verifier.hearsOnly(says.verifierEnd);
        await world.clock.advance(hours(3));
        amit.hearsNothing();
        expect(await pledgeStates(world, code)).toEqual(['donated']);
      },
    );

  for (const [when, after] of [
    ['an hour after the arrival', hours(1)],
    ['one second before the question', justBefore],
  ] as const)
    scenario(`the family's DONE ${when} is not followed by that question`, async (world) => {
      const { amit, family, verifier, code, arrivedAt } = await amitHasArrived(world);
      await world.clock.at(arrivedAt + after);
      await family.texts('DONE');
      family.hearsOnly(says.fulfilled);
      amit.hearsOnly(says.thanksFromFamily);
      verifier.hearsOnly(says.verifierEnd);
      await world.clock.advance(hours(3));
      amit.hearsNothing();
      expect(await pledgeStates(world, code)).toEqual(['donated']);
    });

  scenario('of one of two donors is followed by the question to the other only', async (world) => {
    const both = await donors(world, 2);
    const { family, code } = await searchedFor(world);
    for (const donor of both) {
      donor.hearsOnly(says.alert);
      await donor.texts('1');
      donor.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
    }
    const [first, second] = both;
    if (!first || !second) throw new Error('two donors');
    await amitIsAwaited(first, world);
    second.hears(says.reminder);
    second.hearsOnly(says.arrived);
    for (const donor of both) {
      await donor.texts('1');
      donor.hearsOnly(says.arrivedThanks);
      family.hearsOnly(says.donorArrived);
    }
    await world.clock.advance(hours(1));
    await first.texts('DONE');
    first.hearsOnly(says.thanks);
    family.hearsOnly(says.unitGiven);
    await world.clock.advance(hours(1) + minutes(1));
    second.hearsOnly(says.gave);
    first.hearsNothing();
    expect(await pledgeStates(world, code)).toEqual(['donated', 'confirmed']);
  });

  scenario('is what the question waits for', async (world) => {
    const { amit, arrivedAt } = await amitHasArrived(world);
    await world.clock.at(arrivedAt + justBefore);
    amit.hearsNothing();
    await world.clock.advance(minutes(2));
    amit.hearsOnly(says.gave);
  });
});
