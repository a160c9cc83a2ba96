import { describe } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { amitHasAgreed } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  findsItReal,
  oneUnit,
  readAllMessages,
} from '../../world/steps/scenario-steps.ts';

describe('the ward and bed that a family gives', () => {
  scenario('reach the verifier and the donor who comes, and not the alert', async (world) => {
    const amit = await world.donor('Amit');
    const verifier = await world.volunteer('Kavita');
    const family = world.phone('Sunita');
    await world.wasServed(family);
    const code = await asksForBlood(family, `${oneUnit} ward 5 bed 12`);
    verifier.hears(says.familyIsAt, 'ward 5 bed 12', code);
    await findsItReal(verifier, family, code);
    amit.hearsOnly(says.alert, /^(?!.*bed 12)/s);
    await amit.texts('1');
    amit.hears(says.confirmed, says.familyIsAt, 'ward 5 bed 12');
    readAllMessages(world);
  });

  scenario('told later reach the donor who is coming', async (world) => {
    const { amit, family, verifier } = await amitHasAgreed(world);
    await family.texts('emergency me bed 3');
    family.hears(/likh liya|noted/);
    amit.hearsOnly(says.familyIsAt, 'emergency bed 3');
    verifier.hearsNothing();
  });
});
