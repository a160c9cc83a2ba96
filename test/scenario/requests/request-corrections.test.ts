import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { amitHasAgreed, oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { pledgeStates, searchedFor, waitsForCheck } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

const inEnglish = async (family: Phone): Promise<void> => {
  await family.texts('LANG EN');
  family.readsEverything();
};

/** The timeline's facts of the correction. */
const correctedFacts = async (world: World, code: string) => {
  const { timeline } = await world.file(code);
  return timeline.find(({ what }) => what === 'corrected')?.facts;
};

describe('a corrected group', () => {
  for (const [words, asked, agreed] of [
    ['sorry group is B- not B+', 'B- instead of B+?', 'is now: 2 units B-'],
    ['B+ nahi B- hai', 'B+ nahin, B-?', 'ab aisa hai: 2 unit B-'],
    ['बी पॉजिटिव नहीं बी नेगेटिव है', 'B+ नहीं, B-?', 'अब ऐसा है: 2 यूनिट B-'],
  ] as const)
    scenario(`while verifying: "${words}" is read back, and the verifier hears`, async (world) => {
      const { family, verifier, code } = await waitsForCheck(world);
      await family.texts(words);
      family.hearsOnly(asked, code);
      verifier.hearsNothing();
      expect((await world.file(code)).request.group).toBe('B+');
      await family.texts('1');
      family.hearsOnly(agreed);
      verifier.hearsOnly('changed request', code, 'B-', family.number, /OK \d{4}/);
      expect((await world.file(code)).request.group).toBe('B-');
      expect(await correctedFacts(world, code)).toMatchObject({ group: 'B+ → B-' });
    });

  scenario('is left as it was after 2, and asked again after other words', async (world) => {
    const { family, code } = await waitsForCheck(world);
    await inEnglish(family);
    await family.texts('B-');
    family.hearsOnly(says.correctAsk, 'B- instead of B+?');
    await family.texts('we are waiting here');
    family.hearsOnly(says.correctAsk);
    await family.texts('7');
    family.hearsOnly(says.correctAsk);
    await family.texts('2');
    family.hearsOnly('stays as it was');
    expect((await world.file(code)).request.group).toBe('B+');
  });

  scenario('is asked about when it is unclear, and never taken', async (world) => {
    const { family, code } = await waitsForCheck(world);
    await inEnglish(family);
    await family.texts('sorry group is B or O');
    family.hearsOnly('Which group exactly?');
    await family.texts('O-');
    family.hearsOnly('O- instead of B+?');
    await family.texts('yes');
    family.hearsOnly(says.corrected, 'O-');
    world
      .phones()
      .find(({ name }) => name === 'Kavita')
      ?.readsEverything();
    expect((await world.file(code)).request.group).toBe('O-');
  });

  for (const words of ['B+ nahi B- hai', 'sorry group is B- not B+', 'बी पॉजिटिव नहीं बी नेगेटिव है'])
    scenario(
      `while searching: after "${words}" the donors asked need not come, and the right ones are asked`,
      async (world) => {
        const { amit, others, family, verifier, code } = await oneUnitAsked(world, 1);
        const rani = await world.donor('Rani', { group: 'B-' });
        family.readsEverything();
        await family.texts(words);
        family.hearsOnly(code, 'B+', 'B-', /1 = /);
        await family.texts('1');
        family.hears(code, 'B-');
        for (const donor of [amit, ...others])
          donor.hearsOnly(code, 'another kind of blood is needed');
        verifier.hears('changed request', 'B-');
        rani.hearsOnly(says.alert, 'B-');
        // A late 1 of a donor with the old group is no pledge.
        await amit.texts(`1 ${code}`);
        amit.hearsOnly('another kind of blood is needed');
        expect(await pledgeStates(world, code)).toEqual([]);
        await rani.texts('1');
        rani.hearsOnly(says.confirmed);
        family.readsEverything();
        verifier.readsEverything();
      },
    );

  for (const [words, yes] of [
    ['sorry, group is B- not B+', 'yes'],
    ['group galat tha, B+ nahi B- hai', 'haan'],
    ['ग्रुप बी नेगेटिव है, बी पॉजिटिव नहीं', 'हाँ'],
  ] as const)
    scenario(
      `covered, after a pledge: after "${words}" the donor is released, and the search goes on`,
      async (world) => {
        const { amit, family, verifier, code } = await amitHasAgreed(world);
        expect((await world.file(code)).request.phase.type).toBe('covered');
        const rani = await world.donor('Rani', { group: 'B-' });
        await family.texts(words);
        family.hearsOnly(code, 'B+', 'B-', /1 = /);
        await family.texts(yes);
        family.readsEverything();
        amit.hearsOnly('please do not come any more', 'Another kind of blood');
        verifier.hearsOnly('changed request', 'B-');
        rani.hearsOnly(says.alert, 'B-');
        expect(await pledgeStates(world, code)).toEqual(['released']);
        expect((await world.file(code)).request.phase.type).toBe('searching');
        expect(await correctedFacts(world, code)).toMatchObject({ group: 'B+ → B-' });
      },
    );
});

describe('a moved hospital', () => {
  for (const words of [
    'shift to Beli hospital',
    'SRN nahi Beli me aaiye',
    'बेली अस्पताल में शिफ्ट हो गए',
  ])
    scenario(`"${words}": the donor who is coming goes to the right one`, async (world) => {
      const { amit, family, verifier, code } = await amitHasAgreed(world);
      await family.texts(words);
      family.hearsOnly(/Beli|बेली/, code);
      await family.texts('1');
      family.hearsOnly(/Beli|बेली/);
      amit.hearsOnly('has changed: another hospital. Please come to Beli Hospital', family.number);
      verifier.hearsOnly('changed request', 'Beli');
      expect((await world.file(code)).request.hospital).toBe('Beli Hospital');
    });

  scenario('far away: donors who were asked nearby need not come', async (world) => {
    const { amit, family, verifier, code } = await oneUnitAsked(world);
    const far = await world.donor('Faiz', { pin: '226003' });
    family.readsEverything();
    await inEnglish(family);
    await family.texts('referred to KGMU Lucknow');
    family.hearsOnly(says.correctAsk, 'KGMU');
    await family.texts('1');
    family.hears(says.corrected);
    amit.hearsOnly('the blood is needed in another place', code);
    far.hears(says.alert, 'KGMU');
    family.readsEverything();
    verifier.readsEverything();
  });
});

describe('another number of units', () => {
  for (const words of ['2 nahi 1 unit hi chahiye', 'only 1 unit needed', 'अब सिर्फ 1 यूनिट चाहिए'])
    scenario(`"${words}" covers a request with one donor coming`, async (world) => {
      const amit = await world.donor('Amit');
      const { family, verifier, code } = await searchedFor(world);
      amit.hearsOnly(says.alert);
      await amit.texts('1');
      amit.hearsOnly(says.confirmed);
      family.readsEverything();
      await family.texts(words);
      family.hearsOnly(code, /1 (unit|यूनिट)/);
      await family.texts('1');
      family.hearsOnly(code);
      verifier.hears('changed request', '1 unit');
      verifier.readsEverything();
      const { request } = await world.file(code);
      expect([request.units, request.phase.type]).toEqual([1, 'covered']);
    });

  scenario('more units search for more donors', async (world) => {
    const { family, verifier, code } = await amitHasAgreed(world);
    await inEnglish(family);
    await family.texts('sorry 2 units, not 1');
    family.hearsOnly(says.correctAsk, '2 units');
    await family.texts('1');
    family.hears(says.corrected);
    verifier.hears('changed request');
    family.readsEverything();
    verifier.readsEverything();
    const { request } = await world.file(code);
    expect([request.units, request.phase.type]).toEqual([2, 'searching']);
  });

  scenario('fewer units release the donor who is not needed', async (world) => {
    const [amit, bina] = [await world.donor('Amit'), await world.donor('Bina')];
    const { family, verifier, code } = await searchedFor(world);
    for (const donor of [amit, bina]) {
      donor.hearsOnly(says.alert);
      await donor.texts('1');
      donor.hearsOnly(says.confirmed);
    }
    family.readsEverything();
    await inEnglish(family);
    await family.texts('only 1 unit needed now');
    family.hearsOnly(says.correctAsk);
    await family.texts('1');
    family.hearsOnly(says.corrected);
    verifier.hearsOnly('changed request');
    bina.hearsOnly('please do not come any more', 'Less blood');
    expect(await pledgeStates(world, code)).toEqual(['confirmed', 'released']);
  });
});

describe('as soon as possible', () => {
  for (const words of [
    'no, we need it right now',
    'nahi abhi ke abhi chahiye',
    'नहीं अभी के अभी चाहिए',
  ])
    scenario(`stays that after "${words}"`, async (world) => {
      const { family, code } = await waitsForCheck(world);
      await family.texts(words);
      expect(family.unread().join(' ')).not.toMatch(/1 = (change|badal|बदल)/);
      const { request } = await world.file(code);
      expect(request.asap).toBe(true);
      family.readsEverything();
    });
});

describe('another day or person', () => {
  for (const words of ['kal nahi parso', 'operation postponed, friday', 'कल नहीं परसों'])
    scenario(`"${words}": the donor who is coming hears of it`, async (world) => {
      const { amit, family, verifier, code } = await amitHasAgreed(world);
      const before = (await world.file(code)).request.neededBy;
      await family.texts(words);
      family.hearsOnly(code);
      await family.texts('1');
      family.hearsOnly(code);
      amit.hearsOnly('has changed: another time');
      verifier.hearsOnly('changed request');
      const { neededBy, pledges } = (await world.file(code)).request;
      expect(neededBy).toBeGreaterThan(before);
      // The donor comes close to the new day.
      const wait = neededBy - (pledges[0]?.arriveBy ?? 0);
      expect(wait).toBeLessThanOrEqual(hours(48));
      expect(wait).toBeGreaterThan(0);
    });

  scenario('another attendant is told at once, and to the donor who is coming', async (world) => {
    const { amit, family } = await amitHasAgreed(world);
    await family.texts('Mohan se milna');
    family.hearsOnly('likh liya', 'Mohan');
    amit.hearsOnly('has changed', 'Ask for Mohan');
    await world.clock.advance(minutes(1));
  });
});
