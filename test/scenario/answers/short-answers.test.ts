import { describe } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { amitHasAgreed, oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { englishPhone, readAllMessages, waitsForCheck } from '../../world/steps/scenario-steps.ts';

describe('signs beside an answer', () => {
  for (const yes of [
    '1 ❤️',
    '1 💪🏽',
    'haan ❤️',
    '1 <3',
    '👍🏻 1',
    '१ 🙏🏿',
    '૧',
    '௧ 😊',
    'yesss!!! 💐',
  ])
    scenario(`leave "${yes}" a yes`, async (world) => {
      const { amit, family } = await oneUnitAsked(world);
      await amit.texts(yes);
      amit.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
      readAllMessages(world);
    });

  for (const no of ['2 😔', 'nahi 😢', '2 ❌', 'नहीं 🙏🏽', '👎', 'nahi aa paunga 😔🙏'])
    scenario(`leave "${no}" a no`, async (world) => {
      const { amit } = await oneUnitAsked(world, 4);
      await amit.texts(no);
      amit.hearsOnly(says.thanksForNo);
      readAllMessages(world);
    });

  for (const unclear of ['1 ❌', '1 ❓', 'haan 🤔', '👍', '✅', '❤️', '🙏🏽', '😊'])
    scenario(`make no yes of "${unclear}"`, async (world) => {
      const { amit } = await oneUnitAsked(world);
      await amit.texts(unclear);
      amit.hearsOnly(says.alert);
      readAllMessages(world);
    });

  for (const ok of [
    'OK CODE 💐',
    'ok code 👍🏽',
    'CODE theek hai 🙏✅',
    'OK CODE\nSent from my iPhone',
  ])
    scenario(`leave "${ok}" a verification`, async (world) => {
      const { verifier, family, code } = await waitsForCheck(world);
      await verifier.texts(ok.replace(/code/i, code));
      verifier.hears(says.thanksOk);
      family.hears(says.verified);
      readAllMessages(world);
    });

  for (const done of ['DONE ✅', 'Done!! 💉🩸', 'de diya 😊'])
    scenario(`leave "${done}" a donation`, async (world) => {
      const { amit, family } = await amitHasAgreed(world);
      await amit.texts(done);
      amit.hears(says.thanks);
      family.hears(says.fulfilled);
      readAllMessages(world);
    });

  for (const ask of ['BLOOD 🩸', 'BLOOD😭', '🆘 BLOOD', 'BLOOD?', '🙏 blood 🙏', 'Blood ❓'])
    scenario(`leave "${ask}" a request`, async (world) => {
      const ravi = await englishPhone(world, 'Ravi');
      await ravi.texts(ask);
      ravi.hearsOnly(says.askGroup);
      readAllMessages(world);
    });

  scenario('leave MENU ❓ the menu', async (world) => {
    const ravi = await englishPhone(world, 'Ravi');
    await ravi.texts('MENU ❓');
    ravi.hearsOnly(says.menu);
    readAllMessages(world);
  });
});

describe('a signature below an answer', () => {
  for (const signed of [
    '1\nSent from my iPhone',
    '1\n--\nSent via Rediffmail',
    'Yes\n\nSent from my Galaxy',
    '1\n\nRavi Kumar, Constable',
    '1.\nRegards,\nRavi',
    '1 - Ravi 9415600741',
    'haan\nरवि कुमार, कांस्टेबल',
    '1\nJai Hind\nS. K. Singh',
    '1\nAmit',
  ])
    scenario(`leaves ${JSON.stringify(signed)} a yes`, async (world) => {
      const { amit } = await oneUnitAsked(world);
      await amit.texts(signed);
      amit.hearsOnly(says.confirmed);
      readAllMessages(world);
    });

  for (const more of [
    '1\nMaybe',
    '1\nbut only tomorrow',
    '1\nKal Aaunga',
    '1 - Not Sure',
    '1\nशायद',
  ])
    scenario(`is not ${JSON.stringify(more)}`, async (world) => {
      const { amit } = await oneUnitAsked(world);
      await amit.texts(more);
      amit.hearsOnly(says.alert);
      readAllMessages(world);
    });

  scenario('does not become part of a name', async (world) => {
    const ravi = await englishPhone(world, 'Ravi');
    await ravi.texts('Need B+ blood 1 unit SRN hospital Prayagraj urgent');
    ravi.hears("patient's name");
    await ravi.texts('Ramesh\nSent from my iPhone');
    ravi.hears('Who is with the patient');
    await ravi.texts('1');
    ravi.hears('Patient: Ramesh.');
    readAllMessages(world);
  });
});

describe('OK beside the code that the verifier was texted', () => {
  for (const ok of [
    'OKCODE',
    'ok-CODE',
    'OK #CODE!',
    'Ok sir CODE',
    'OK: CODE',
    'O.K. CODE',
    'ok ji CODE 🙏',
    'ठीक CODE',
  ])
    scenario(`verifies: "${ok}"`, async (world) => {
      const { verifier, family, code } = await waitsForCheck(world);
      await verifier.texts(ok.replace('CODE', verifier.ownCode(code)));
      verifier.hearsOnly(says.thanksOk, code);
      family.hears(says.verified, code);
      family.hearsOnly(says.everyoneAsked);
    });
});

describe('OK with its code and more words', () => {
  for (const ok of [
    'OK CODE talked to family, genuine',
    'ok CODE - spoke to the attendant, paper seen',
    'OK CODE परिवार से बात हुई, सही है',
    'CODE ok, family se baat ho gayi',
  ])
    scenario(`verifies: "${ok}"`, async (world) => {
      const { verifier, family, code } = await waitsForCheck(world);
      await verifier.texts(ok.replace('CODE', code));
      verifier.hears(says.thanksOk);
      family.hears(says.verified);
      readAllMessages(world);
    });

  for (const unclear of [
    'OK CODE but not sure',
    'OK CODE not genuine',
    'ok CODE lekin kagaz nahi',
    'OK CODE?',
    'OK CODE wait, I will check',
    'OK CODE if the paper is there',
  ])
    scenario(`decides nothing: "${unclear}"`, async (world) => {
      const { verifier, family, code } = await waitsForCheck(world);
      await verifier.texts(unclear.replace('CODE', code));
      verifier.hears('');
      family.hearsNothing();
      readAllMessages(world);
    });
});
