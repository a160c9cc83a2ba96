import { describe, expect } from 'vitest';
import { dayOf, days, epochMs, hours, minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { need, oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { pledgeStates, readAllMessages, searchedFor } from '../../world/steps/scenario-steps.ts';
import { amitIsAwaited, amitIsComing } from '../../world/steps/visit-steps.ts';

/* What donors write who have never read a manual, and what follows. */

describe('a refusal that names why', () => {
  const refusals: readonly (readonly [string, number])[] = [
    ['bukhar hai mujhe, nahi aa paunga', 14],
    ['मुझे बुखार है नहीं आ पाऊँगा', 14],
    ['I have fever, cannot come', 14],
    ['BP ki dikkat hai, nahi de sakta', 28],
  ];
  for (const [text, rest] of refusals)
    scenario(`"${text}" rests the donor for ${rest} days`, async (world) => {
      const { amit, code } = await oneUnitAsked(world, 2);
      await amit.texts(text);
      amit.hearsOnly(says.thanksForNo, 'not ask you before');
      expect(await pledgeStates(world, code)).toEqual([]);
      const until = (await world.store.person(amit.number))?.donor?.deferredUntil;
      expect(until && dayOf(until)).toBe(dayOf(epochMs(world.clock.now() + days(rest))));
      readAllMessages(world);
    });

  for (const text of ['biwi ko bukhar hai, nahi aa paunga', 'I am in Delhi now'])
    scenario(`"${text}" is a no, and no reason to rest`, async (world) => {
      const { amit, code } = await oneUnitAsked(world, 2);
      await amit.texts(text);
      amit.hearsOnly(says.thanksForNo);
      expect(await pledgeStates(world, code)).toEqual([]);
      expect((await world.store.person(amit.number))?.donor?.deferredUntil).toBeUndefined();
      readAllMessages(world);
    });
});

describe('a donor who was sent home and says why', () => {
  const reasons: readonly (readonly [string, number])[] = [
    ['doctor ne mana kar diya khoon kam hai', 90],
    ['doctor refused my bp is high', 28],
    ['डॉक्टर ने मना कर दिया, वजन कम है', 28],
  ];
  for (const [text, rest] of reasons)
    scenario(`"${text}" is not asked for the reason`, async (world) => {
      const { amit, bina, chand, dev, family, code } = await amitIsComing(world);
      await amit.texts(text);
      amit.hearsOnly(says.reasonNoted, 'not ask you before');
      family.hearsOnly(says.donorDropped, 'Amit');
      for (const donor of [bina, chand, dev]) donor.hearsOnly(says.askedAgain);
      expect(await pledgeStates(world, code)).toEqual(['dropped']);
      const until = (await world.store.person(amit.number))?.donor?.deferredUntil;
      expect(until && dayOf(until)).toBe(dayOf(epochMs(world.clock.now() + days(rest))));
    });

  scenario('rests by the reason that is named, not by its digit', async (world) => {
    const { amit, family } = await amitIsComing(world);
    await amit.texts('DROP');
    amit.hearsOnly(says.whyNot);
    await amit.texts('typhoid hua hai');
    amit.hearsOnly(says.reasonNoted, 'not ask you before');
    family.hearsOnly(says.donorDropped, 'Amit');
    const until = (await world.store.person(amit.number))?.donor?.deferredUntil;
    expect(until && dayOf(until)).toBe(dayOf(epochMs(world.clock.now() + days(365))));
    readAllMessages(world);
  });

  scenario('answers the question for the reason in words', async (world) => {
    const { amit, family } = await amitIsComing(world);
    await amit.texts('DROP');
    amit.hearsOnly(says.whyNot);
    await amit.texts('wajan kam hai');
    amit.hearsOnly(says.reasonNoted, 'not ask you before');
    family.hearsOnly(says.donorDropped, 'Amit');
    readAllMessages(world);
  });
});

describe('a donor on the road', () => {
  for (const text of ['der lagegi thodi', 'sorry, I will be late', 'देर हो जाएगी थोड़ी'])
    scenario(`"${text}" is asked for the hour, and the family hears it`, async (world) => {
      const { amit, family } = await amitIsComing(world);
      await amit.texts(text);
      amit.hearsOnly(says.whenComing);
      await world.clock.advance(minutes(1));
      await amit.texts('1 ghante me');
      amit.hearsOnly(says.ownTimeNoted);
      family.hearsOnly(says.donorNewTime, 'Amit');
      readAllMessages(world);
    });

  for (const text of [
    'sham 5 baje ke baad aa paunga',
    'I can come after 5 pm',
    'शाम 5 बजे के बाद आ पाऊँगा',
  ])
    scenario(`"${text}" is not "by five"`, async (world) => {
      const amit = await world.donor('Amit');
      const { family } = await searchedFor(world, need('1 unit B+', 'by 9 pm today'));
      amit.readsEverything();
      await amit.texts(text);
      amit.hearsOnly(/5:30/);
      family.hearsOnly(says.donorComing, '5:30');
    });

  for (const text of [
    'ghar par koi nahi hai, bachche ko kiske paas chhodu',
    'auto koi nahi mil raha',
    'let me ask my brother',
  ])
    scenario(`"${text}" is no arrival and no delay`, async (world) => {
      const { amit, family, code } = await amitIsComing(world);
      await amitIsAwaited(amit, world);
      await amit.texts(text);
      expect(family.hearsAll(says.donorArrived)).toBe(0);
      expect((await world.file(code)).request.pledges[0]?.arrivedAt).toBeUndefined();
      readAllMessages(world);
    });

  const sentBack: readonly (readonly [string, number])[] = [
    ['BP high nikla, wapas bhej diya', 28],
    ['hb kam nikla, doctor ne mana kar diya', 90],
    ['डॉक्टर ने वापस भेज दिया, शुगर बढ़ी हुई है', 28],
    ['they checked, my BP was high, sent me back', 28],
    ['they said my hemoglobin is low', 90],
    ['nurse told me my sugar is high, cannot give', 28],
    ['unhone bola hb kam hai aapka', 90],
  ];
  for (const [text, rest] of sentBack)
    scenario(`"${text}" at the question of arrival frees the place and rests`, async (world) => {
      const { amit, bina, chand, dev, family, code } = await amitIsComing(world);
      await amitIsAwaited(amit, world);
      await amit.texts(text);
      amit.hearsOnly(says.reasonNoted, 'not ask you before');
      family.hearsOnly(says.donorDropped, 'Amit');
      for (const donor of [bina, chand, dev]) donor.hearsOnly(says.askedAgain);
      expect(await pledgeStates(world, code)).toEqual(['dropped']);
      const until = (await world.store.person(amit.number))?.donor?.deferredUntil;
      expect(until && dayOf(until)).toBe(dayOf(epochMs(world.clock.now() + days(rest))));
      await world.clock.advance(hours(1));
      amit.hearsNothing();
      readAllMessages(world);
    });

  for (const text of [
    'koi nahi hai yaha gate pe',
    'nobody is here at the blood bank',
    'गेट पर खड़ा हूँ कोई दिख नहीं रहा',
  ])
    scenario(`"${text}" has arrived, and hears the name to ask for`, async (world) => {
      const { amit, family } = await amitIsComing(world);
      await amitIsAwaited(amit, world);
      await amit.texts(text);
      amit.hearsOnly(says.arrivedThanks);
      family.hearsOnly(says.donorArrived, 'Amit');
      readAllMessages(world);
    });
});

describe('what is told at the gate', () => {
  for (const text of [
    'ghar wale keh rahe hain ab zaroorat nahi hai, khoon mil gaya. main wapas ja raha hu',
    'The family says it is not needed any more, they found someone. Going back.',
    'घर वाले कह रहे हैं खून मिल गया, अब जरूरत नहीं। मैं लौट रहा हूं',
  ])
    scenario(`"${text}" is asked of the family, which alone can close`, async (world) => {
      const { amit, family, code } = await amitIsComing(world);
      await amit.texts(text);
      amit.hearsOnly(says.familyAskedIfNeeded, code);
      family.hearsOnly(says.askFoundElsewhere, code);
      expect(await pledgeStates(world, code)).toContain('confirmed');
      await family.texts('1');
      family.hearsOnly(says.closed);
      amit.hearsOnly(says.standDown);
      readAllMessages(world);
    });

  for (const text of [
    'donor bhaiya aa gaye hain, form bhar rahe hain',
    'The donor is here, filling the form',
    'डोनर भैया आ गए हैं, फॉर्म भर रहे हैं',
  ])
    scenario(`"${text}" counts as the arrival of the only donor expected`, async (world) => {
      const { amit, family, code } = await amitIsComing(world);
      await family.texts(text);
      family.hearsOnly(code);
      amit.hearsOnly(says.arrivedThanks);
      expect((await world.file(code)).request.pledges[0]?.arrivedAt).toBeDefined();
      readAllMessages(world);
    });

  scenario('leaves an open question of the family as it is', async (world) => {
    const { amit, family } = await amitIsComing(world);
    await family.texts('group B- hai, B+ nahi');
    family.readsEverything();
    await amit.texts('ghar wale keh rahe hain ab zaroorat nahi hai, khoon mil gaya');
    amit.readsEverything();
    family.hearsNothing();
    await family.texts('2');
    family.readsEverything();
    readAllMessages(world);
  });

  scenario('takes no arrival from a family that is there itself', async (world) => {
    const { family, code } = await amitIsComing(world);
    await family.texts('hum hospital pahunch gaye hai');
    family.readsEverything();
    expect((await world.file(code)).request.pledges[0]?.arrivedAt).toBeUndefined();
    readAllMessages(world);
  });
});
