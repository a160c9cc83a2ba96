import { describe, expect } from 'vitest';
import { minutes } from '#shared/terms/time.ts';
import { databaseScenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { pledgeStates } from '../../world/steps/scenario-steps.ts';
import { amitIsComing } from '../../world/steps/visit-steps.ts';

describe('DONE', () => {
  databaseScenario(
    'counts a donation once when donor and family report it at once',
    async (world) => {
      const { amit, family, verifier, code } = await amitIsComing(world);
      await Promise.all([amit.textsAtOnce('DONE'), family.textsAtOnce('DONE')]);
      await world.clock.advance(minutes(1));
      verifier.hearsOnly(says.verifierEnd);
      for (const phone of [amit, family]) phone.readsEverything();
      expect((await world.store.person(amit.number))?.donor?.donations).toBe(1);
      expect(await pledgeStates(world, code)).toEqual(['donated']);
    },
  );
});
