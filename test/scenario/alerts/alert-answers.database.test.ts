import { describe, expect } from 'vitest';
import { minutes } from '#shared/terms/time.ts';
import { databaseScenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  allAtOnce,
  countHeard,
  donors,
  searchedFor,
  urgentNeed,
  whoIsAsked,
} from '../../world/steps/scenario-steps.ts';

describe('simultaneous answers', () => {
  databaseScenario(
    'confirms the units needed and a standby each when forty donors agree at once',
    async (world) => {
      const people = await donors(world, 40);
      const { family, code } = await searchedFor(world, urgentNeed);
      expect(whoIsAsked(people)).toHaveLength(20);
      await world.clock.advance(minutes(9));
      expect(whoIsAsked(people)).toHaveLength(20);
      await allAtOnce(world, people, '1');
      expect(countHeard(people, 'confirmed', 'standby', 'covered')).toEqual({
        confirmed: 2,
        standby: 2,
        covered: 36,
      });
      expect(family.hearsAll(says.donorComing)).toBe(2);
      const states = (await world.file(code)).request.pledges.map((p) => p.state).sort();
      expect(states).toEqual(['confirmed', 'confirmed', 'standby', 'standby']);
    },
  );

  databaseScenario('answers the same text once when the carrier posts it twice', async (world) => {
    const { amit, others, family, code } = await oneUnitAsked(world, 4);
    const yes = await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    for (const donor of others) donor.hearsOnly(says.alertCovered);
    const before = await world.file(code);
    await amit.texts('1', { messageSid: yes });
    expect(await world.file(code)).toEqual(before);
    amit.hearsNothing(); // the carrier delivers one reply only
    family.hearsNothing();
    await amit.texts('DROP');
    amit.hearsOnly(says.whyNot);
    family.hears(says.donorDropped);
    family.readsEverything();
    for (const donor of others) donor.hearsOnly(says.askedAgain);
    await amit.texts('1', { messageSid: yes });
    const states = (await world.file(code)).request.pledges.map((p) => p.state);
    expect(states).toEqual(['dropped']);
  });
});
