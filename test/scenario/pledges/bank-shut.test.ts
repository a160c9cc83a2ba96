import { describe, expect } from 'vitest';
import { minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { amitHasAgreed } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { readAllMessages } from '../../world/steps/scenario-steps.ts';
import { amitMayHaveGiven } from '../../world/steps/visit-steps.ts';

describe('a donor at the hospital whose blood the blood bank cannot take', () => {
  for (const words of [
    'blood bank is closed',
    'yaha machine kharab hai',
    'ब्लड बैंक बंद है',
    'counter pe koi nahi hai blood bank me tala laga hai',
  ])
    scenario(`"${words}" is told to family and verifier, and the donor stays`, async (world) => {
      const { amit, family, verifier, code } = await amitMayHaveGiven(world);
      readAllMessages(world);
      await amit.texts('LANG EN');
      amit.readsEverything();
      await amit.texts(words);
      amit.hearsOnly(says.bankShutNoted, code);
      family.hearsOnly(says.bankShut, 'Amit', code);
      verifier.hearsOnly(says.verifyBankShut, code, family.number);
      const [pledge] = (await world.file(code)).request.pledges;
      expect(pledge?.state).toBe('confirmed');
      // Said again it is no news, until hours later.
      await amit.texts(words);
      amit.hearsOnly(says.bankShutNoted);
      family.hearsNothing();
      verifier.hearsNothing();
    });

  scenario('it is an arrival too, and a new place reaches the donor', async (world) => {
    const { amit, family, verifier } = await amitHasAgreed(world);
    await amit.texts('The blood bank here is closed');
    amit.hears(says.arrivedThanks, says.bankShutNoted);
    family.hears(says.donorArrived);
    family.hears(says.bankShut);
    verifier.hears(says.verifyBankShut);
    await family.texts('shift to Beli hospital');
    await family.texts('1');
    amit.hears('has changed', 'Beli');
    await world.clock.advance(minutes(1));
    readAllMessages(world);
  });

  for (const words of [
    'blood bank closed to nahi hoga?',
    'Blood bank band to nahi hai',
    'is the blood bank closed',
    'sir is blood bank closed',
    'agar blood bank band ho to bata dena',
    'let me know if the blood bank is closed',
    'blood bank band hai ya nahi bata do',
    'shayad blood bank band hai',
    'blood bank band rehta hai raat ko',
    'अगर ब्लड बैंक बंद हो तो बता देना',
    'ब्लड बैंक बंद तो नहीं है',
  ])
    scenario(`"${words}" is no such news, and no arrival`, async (world) => {
      const { amit, family, verifier, code } = await amitHasAgreed(world);
      readAllMessages(world);
      await amit.texts(words);
      family.hearsNothing();
      verifier.hearsNothing();
      const { request } = await world.file(code);
      expect(request.pledges[0]?.arrivedAt).toBeUndefined();
      expect(request.bankShutAt).toBeUndefined();
      readAllMessages(world);
    });

  scenario('from a donor who does not say where, the family hears it alone', async (world) => {
    const { amit, family, verifier, code } = await amitHasAgreed(world);
    readAllMessages(world);
    await amit.texts('blood bank is closed');
    amit.hearsOnly(says.bankShutNoted);
    family.hearsOnly(says.bankShut, 'Amit');
    verifier.hearsNothing();
    expect((await world.file(code)).request.pledges[0]?.arrivedAt).toBeUndefined();
    await amit.texts('blood bank is closed');
    amit.hearsOnly(says.bankShutNoted);
    family.hearsNothing();
    // From the gate it is passed on at once.
    await amit.texts('I am at the gate, blood bank is closed');
    amit.hears(says.arrivedThanks, says.bankShutNoted);
    family.hears(says.donorArrived);
    family.hears(says.bankShut);
    verifier.hears(says.verifyBankShut);
    readAllMessages(world);
  });
});
