import { describe, expect } from 'vitest';
import { hours } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { englishPhone } from '../../world/steps/scenario-steps.ts';

const without = (what: string): string =>
  `Need ${what}blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita`;

describe('a family that does not know the group', () => {
  for (const answer of ['pata nahi', 'report nahi aayi abhi', "don't know", 'हमें पता नहीं'])
    scenario(`hears where to learn it, and is rung, after "${answer}"`, async (world) => {
      const verifier = await world.volunteer('Kavita');
      const family = await englishPhone(world, 'Sunita');
      await family.texts('LANG EN');
      family.readsEverything();
      await family.texts(without(''));
      family.hearsOnly(says.askGroup);
      await family.texts(answer);
      family.hearsOnly(/blood bank tests the group/, /A volunteer will ring you/);
      verifier.hearsOnly(family.number, /do not know the blood group/, /never pay/);
      await family.texts('B+');
      family.hearsOnly(says.summary);
    });

  scenario('is rung once a day, and hears no promise when no volunteer is free', async (world) => {
    const family = await englishPhone(world, 'Sunita');
    await family.texts(without(''));
    family.readsEverything();
    await family.texts('no idea');
    expect(family.hearsOnly(/blood bank tests the group/)).not.toMatch(/ring you/);
    const verifier = await world.volunteer('Kavita');
    await family.texts('really no idea');
    family.hearsOnly(/ring you/);
    verifier.hearsOnly(family.number);
    await world.clock.advance(hours(2));
    await family.texts('still no idea');
    expect(family.hearsOnly(/blood bank tests the group/)).not.toMatch(/ring you/);
    verifier.hearsNothing();
  });
});

describe('a place too far for our donors', () => {
  scenario('is said, a volunteer rings, and another town continues', async (world) => {
    const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
    const family = await englishPhone(world, 'Sunita');
    await family.texts(
      'Need B+ blood 2 units KEM hospital 400012 urgent patient Ramesh attendant Sunita',
    );
    family.hearsOnly(/Mumbai is too far/, /never pay/, /will ring you/);
    coordinator.hearsOnly(family.number, /too far/);
    await family.texts('SRN hospital Prayagraj');
    family.hearsOnly(says.summary, 'SRN');
  });

  scenario('is not one beyond the border that donors reach', async (world) => {
    const family = await englishPhone(world, 'Sunita');
    await family.texts(
      'Need B+ blood 2 units Lok Nayak hospital Delhi 110002 urgent patient Ramesh attendant Sunita',
    );
    family.hearsOnly(says.summary);
  });
});
