import { describe } from 'vitest';
import { hours } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { donors, englishPhone, oneUnit, searchedFor } from '../../world/steps/scenario-steps.ts';

describe('a request draft', () => {
  scenario(
    'waits while the donor answers an alert, and is then asked about again',
    async (world) => {
      const amit = await world.donor('Amit');
      const [bina] = await donors(world, 1);
      await amit.texts('BLOOD');
      amit.hearsOnly(says.askGroup);
      await amit.texts('AB+');
      amit.hearsOnly(/units/);
      const { family } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert);
      bina?.hears(says.alert);
      await amit.texts('2');
      amit.hearsOnly(says.thanksForNo, /How many units/);
      await amit.texts('3');
      amit.hearsOnly(/Which hospital/);
      await amit.texts('SRN');
      amit.hears(/./);
      family.hearsNothing();
    },
  );

  scenario(
    'continues with an answer to its question even when an alert came in between',
    async (world) => {
      const amit = await world.donor('Amit');
      await amit.texts('BLOOD');
      amit.hearsOnly(says.askGroup);
      await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert);
      await amit.texts('AB positive');
      amit.hearsOnly(/How many units/);
    },
  );

  scenario('expires after a day', async (world) => {
    const ravi = await englishPhone(world, 'Ravi');
    await ravi.texts('BLOOD');
    ravi.hearsOnly(says.askGroup);
    await world.clock.advance(hours(25));
    await ravi.texts('3');
    ravi.hearsOnly(says.nothingToAnswer);
    await ravi.texts('the weather is fine');
    ravi.hearsOnly(says.notUnderstood, 'MENU');
  });
});
