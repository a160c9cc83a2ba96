import { describe, expect } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { amitHasAgreed, oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  pledgeStates,
  readAllMessages,
  searchedFor,
  waitsForCheck,
} from '../../world/steps/scenario-steps.ts';

/* Texts that no list of words holds: the models read them, and the table of the role acts. */

const twoUnits =
  'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita';

describe('words that no list holds', () => {
  scenario('of an asked donor are a no with its reason', async (world) => {
    const { amit, code } = await oneUnitAsked(world, 4);
    await amit.texts('mummy mana kar rahi hain, sorry nahi aa paungi');
    amit.hearsOnly(says.thanksForNo);
    expect(await pledgeStates(world, code)).toEqual([]);
    readAllMessages(world);
  });

  scenario('of a donor who has agreed tell of the arrival', async (world) => {
    const { amit, family } = await amitHasAgreed(world);
    await amit.texts('pohonch gya bhaiya gate pe');
    amit.hears(says.arrivedThanks);
    family.readsEverything();
  });

  scenario('of a family ask before they end the search', async (world) => {
    const { family, code } = await searchedFor(world, twoUnits);
    readAllMessages(world);
    await family.texts('LANG EN');
    family.readsEverything();
    await family.texts('ab rehne dijiye, doctor ne bola khoon ki zarurat nahi padegi');
    family.hearsOnly(says.askFoundElsewhere);
    expect((await world.file(code)).request.phase.type).not.toBe('closed');
  });

  scenario(
    'of a family that was given blood count no donor that it did not name',
    async (world) => {
      const [amit, salman] = [await world.donor('Amit'), await world.donor('Salman')];
      const { family, code } = await searchedFor(world, twoUnits);
      for (const donor of [amit, salman]) await donor.texts('1');
      readAllMessages(world);
      await family.texts('LANG EN');
      family.readsEverything();
      await family.texts('the boy you sent donated just now, god bless him');
      family.hearsOnly('who gave this blood?');
      await family.texts('1');
      for (const donor of [amit, salman]) donor.hearsOnly(says.gave);
      family.readsEverything();
      expect(await pledgeStates(world, code)).toEqual(['confirmed', 'confirmed']);
    },
  );

  scenario('of a volunteer about a death get the way to end the request', async (world) => {
    const { verifier, family, code } = await waitsForCheck(world);
    await verifier.texts('LANG EN');
    verifier.readsEverything();
    await verifier.texts('patient ki death ho gayi hai subah, ghar wale bole');
    verifier.hearsOnly(code, /NO \d{4}/);
    family.hearsNothing();
    expect((await world.file(code)).request.phase.type).toBe('verifying');
  });
});
