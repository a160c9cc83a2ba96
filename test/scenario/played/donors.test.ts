import { describe, expect } from 'vitest';
import { after, minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { pledgeStates, readAllMessages } from '../../world/steps/scenario-steps.ts';
import { amitIsAwaited, amitIsComing } from '../../world/steps/visit-steps.ts';

/* What people wrote who played donors and had read no manual. */

describe('an asked donor', () => {
  for (const text of [
    'ठीक है फिर रहने दीजिए',
    'ठीक है रहने दो',
    'ok leave it, i am busy',
    'theek hai rehne do',
  ])
    scenario(`says no behind an "ok": "${text}"`, async (world) => {
      const { amit, family } = await oneUnitAsked(world, 2);
      await amit.texts(text);
      amit.hearsOnly(says.thanksForNo);
      family.hearsNothing();
      readAllMessages(world);
    });

  for (const text of [
    'abhi nahi, sham ko dekhenge',
    'pakka nahi hai, 4 baje bata paunga',
    'dekhunga sham tak',
    'will try in the evening',
    'शाम को बताऊँगी',
  ])
    scenario(`promises nothing by "${text}"`, async (world) => {
      const { amit, family, code } = await oneUnitAsked(world);
      await amit.texts(text);
      amit.hearsOnly(says.alert, code);
      family.hearsNothing();
      expect(await pledgeStates(world, code)).toEqual([]);
    });

  for (const text of ['no problem', 'Jai hind sir, available', 'जय हिंद सर, मैं उपलब्ध हूँ'])
    scenario(`says yes by "${text}"`, async (world) => {
      const { amit, family, code } = await oneUnitAsked(world);
      await amit.texts(text);
      amit.hearsOnly(says.confirmed, code);
      family.hearsOnly(says.donorComing, 'Amit');
      readAllMessages(world);
    });
});

describe('a donor with nothing open', () => {
  for (const text of ['I feel dizzy since yesterday', 'my arm is swollen since the camp'])
    scenario(`is not taken off the list by "${text}"`, async (world) => {
      const amit = await world.donor('Amit');
      await amit.texts(text);
      amit.hears(/./);
      expect((await world.store.person(amit.number))?.donor).not.toHaveProperty('pausedUntil');
    });

  for (const text of [
    'मुझे रात में मत भेजा करो',
    'raat me message mat karo',
    'no messages at night please',
  ])
    scenario(`stays a donor after "${text}"`, async (world) => {
      const { amit } = await oneUnitAsked(world);
      await amit.texts(text);
      amit.hears(/./);
      expect((await world.store.person(amit.number))?.donor).not.toHaveProperty('pausedUntil');
      readAllMessages(world);
    });
});

describe('a donor who has agreed', () => {
  for (const text of [
    'kya DONE abhi bheju',
    'de diya lekin dusre mareez ko',
    'mere bhai ne de diya meri jagah',
    'my brother gave in my place',
  ])
    scenario(`has not given by "${text}"`, async (world) => {
      const { amit, family, code } = await amitIsComing(world);
      await amit.texts(text);
      amit.hears(/./);
      family.hearsNothing();
      expect(await pledgeStates(world, code)).toEqual(['confirmed']);
      readAllMessages(world);
    });

  for (const text of [
    'galat aspatal aa gaya hu',
    'main to Beli hospital pahunch gaya',
    'by mistake I reached the wrong hospital',
  ])
    scenario(`hears where to come after "${text}"`, async (world) => {
      const { amit, family, code } = await amitIsComing(world);
      await amit.texts(text);
      amit.hearsOnly(code, 'the blood is needed at SRN Hospital');
      family.hearsNothing();
      expect((await world.file(code)).request.pledges[0]?.arrivedAt).toBeUndefined();
    });

  for (const text of [
    'galat aspatal aa gaya hu',
    'Beli hospital pahunch gaya',
    'wrong hospital, reached',
  ])
    scenario(`has not arrived, when asked, by "${text}"`, async (world) => {
      const { amit, family, code } = await amitIsComing(world);
      await amitIsAwaited(amit, world);
      await amit.texts(text);
      amit.hearsOnly(code, 'the blood is needed at SRN Hospital');
      family.hearsNothing();
      expect((await world.file(code)).request.pledges[0]?.arrivedAt).toBeUndefined();
      await amit.texts('1');
      amit.hearsOnly(says.arrivedThanks);
      family.hearsOnly(says.donorArrived, 'Amit');
    });

  for (const text of ['nahi nahi main aa raha hu', 'no wait, I am coming', 'मैं आ रहा हूँ'])
    scenario(`comes after all by "${text}"`, async (world) => {
      const { amit, family, code } = await amitIsComing(world);
      await amit.texts('DROP');
      amit.hearsOnly(says.whyNot);
      family.hearsOnly(says.donorDropped, 'Amit');
      await amit.texts(text);
      amit.hearsOnly(says.confirmed, code);
      family.hearsOnly(says.donorComing, 'Amit');
      expect(await pledgeStates(world, code)).toContain('confirmed');
      readAllMessages(world);
    });

  for (const text of ['running 30 min late', 'late by 30 minutes', '30 मिनट लेट हो जाऊँगा'])
    scenario(`moves the agreed time by "${text}"`, async (world) => {
      const { amit, code } = await amitIsComing(world);
      const agreed = (await world.file(code)).request.pledges[0]?.arriveBy;
      await amit.texts(text);
      const moved = (await world.file(code)).request.pledges[0]?.arriveBy;
      expect(moved).toBe(agreed && after(agreed, minutes(30)));
      readAllMessages(world);
    });
});
