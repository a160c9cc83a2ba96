import { describe, expect } from 'vitest';
import { minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { amitHasAgreed } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  oneUnit,
  pledgeStates,
  readAllMessages,
  searchedFor,
  waitsForCheck,
} from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

describe('a family that sees no donor', () => {
  for (const [words, told] of [
    ['nobody came', '1 donor has agreed to come as soon as possible'],
    ['koi nahi aaya, phone bhi nahi utha raha', '1 donor ko'],
    ['कोई नहीं आया', '1 डोनर को'],
  ] as const)
    scenario(`"${words}": hears the truth, and the donor is asked at once`, async (world) => {
      const { amit, family } = await amitHasAgreed(world);
      await family.texts(words);
      family.hearsOnly(told);
      amit.hearsOnly(says.arrived);
      await amit.texts('2');
      amit.hearsOnly(says.onTheWay);
    });

  scenario('hears that the place is filled when the donor stays silent', async (world) => {
    const { amit, family, code } = await amitHasAgreed(world);
    await family.texts('LANG EN');
    family.readsEverything();
    await world.clock.advance(minutes(46));
    amit.hearsOnly(says.reminder);
    await family.texts('donor is not picking up');
    family.hearsOnly(says.donorsExpected);
    amit.hearsOnly(says.arrived);
    await family.texts('no one has come');
    family.hearsOnly(says.donorsExpected);
    amit.hearsNothing();
    await world.clock.advance(minutes(80));
    amit.hearsOnly(says.noShow);
    family.hears(says.donorDidNotCome);
    family.readsEverything();
    expect(await pledgeStates(world, code)).toEqual(['no-show']);
  });

  scenario('hears that a donor says they are there', async (world) => {
    const { amit, family } = await amitHasAgreed(world);
    await amit.texts('pahunch gaya');
    amit.readsEverything();
    await family.texts('LANG EN');
    family.readsEverything();
    await family.texts('nobody came');
    family.hearsOnly('told us of reaching the hospital');
    amit.hearsNothing();
  });

  scenario('hears the status while no donor has agreed', async (world) => {
    const { family } = await searchedFor(world, oneUnit);
    family.readsEverything();
    await family.texts('no one has come');
    family.hearsOnly(says.statusSearching);
  });
});

describe('blood that was found', () => {
  for (const words of [
    'blood bank se mil gaya',
    'we got it from the blood bank',
    'खून मिल गया है, धन्यवाद',
  ])
    scenario(`"${words}": one 1 closes the request, and the donor is stood down`, async (world) => {
      const { amit, family, verifier, code } = await amitHasAgreed(world);
      await family.texts(words);
      family.hearsOnly(code, '1 =', '2 =');
      amit.hearsNothing();
      await family.texts('1');
      family.hearsOnly(code);
      amit.hearsOnly(says.standDown);
      verifier.hearsOnly(says.verifierEndClosed);
    });

  scenario('leaves the request open after 2', async (world) => {
    const { family, code } = await waitsForCheck(world);
    await family.texts('blood arranged thanks');
    family.hearsOnly(says.askFoundElsewhere);
    await family.texts('2');
    family.hearsOnly('stays as it was');
    expect((await world.file(code)).request.phase.type).toBe('verifying');
  });

  for (const words of [
    '1 unit mil gaya 1 aur chahiye',
    'got one unit, one more needed',
    'एक यूनिट मिल गया',
  ])
    scenario(`"${words}": from our donor, it is counted`, async (world) => {
      const amit = await world.donor('Amit');
      const { family, code } = await searchedFor(world);
      amit.hearsOnly(says.alert);
      await amit.texts('1');
      amit.hearsOnly(says.confirmed);
      family.readsEverything();
      await family.texts(words);
      family.hearsOnly(code, '3 =');
      await family.texts('1');
      family.readsEverything();
      amit.hearsOnly(says.thanksFromFamily);
      expect(await pledgeStates(world, code)).toEqual(['donated']);
      await family.texts('LANG EN');
      family.readsEverything();
      await family.texts('DONE');
      const text = family.hearsOnly('Of 2 units of blood, 1 has been given', `CLOSE ${code}`);
      expect(text).not.toContain(says.doneWithoutDonor);
    });

  scenario('from elsewhere, fewer units are needed', async (world) => {
    const { family, verifier, code } = await waitsForCheck(world);
    await family.texts('received 1 unit from blood bank');
    family.hearsOnly(says.correctAsk, '1 unit');
    await family.texts('1');
    family.hearsOnly(says.corrected, '1 unit');
    verifier.hearsOnly('changed request', '1 unit');
    expect((await world.file(code)).request.units).toBe(1);
  });
});

describe('the death of the patient', () => {
  for (const words of ['patient died', 'mareez nahi rahe', 'मरीज नहीं रहे'])
    scenario(`"${words}": condolence, and one 1 closes the request`, async (world) => {
      const { amit, family, verifier, code } = await amitHasAgreed(world);
      await family.texts(words);
      family.hearsOnly(code, `CLOSE ${code}`);
      await family.texts('1');
      family.hearsOnly(code);
      amit.hearsOnly(says.standDown);
      verifier.hearsOnly(says.verifierEndClosed);
    });
});

describe('a need that is over', () => {
  for (const words of [
    'no longer needed now, thanks to all',
    'ab zarurat nahi hai sabka dhanyavaad',
    'अब जरूरत नहीं है सबका धन्यवाद',
    'एक यूनिट बाहर से मिल गया अब किसी को मत भेजना',
    'machine kharab hai yaha, dusre hospital se mil gya platelet, ab nahi chahiye',
  ])
    scenario(`"${words}": one 1 closes it, and thanks hide nothing`, async (world) => {
      const { family, verifier, code } = await waitsForCheck(world);
      await family.texts(words);
      family.hearsOnly(code, '1 =', '2 =');
      await family.texts('1');
      family.hearsOnly(code);
      verifier.hearsOnly(says.verifierEndClosed);
      expect((await world.file(code)).request.phase.type).toBe('closed');
    });

  for (const words of ['plasma ab nahi chahiye sirf PRBC', 'do not send anyone today but tomorrow'])
    scenario(`"${words}" closes nothing`, async (world) => {
      const { family, code } = await waitsForCheck(world);
      await family.texts(words);
      await family.texts('1');
      expect((await world.file(code)).request.phase.type).toBe('verifying');
      readAllMessages(world);
    });
});

describe('the death of a patient with two requests', () => {
  const both =
    'need 4 PRBC + 4 FFP O+ SRN hospital Prayagraj urgent patient Ramesh attendant Sunita';
  const asked = async (world: World) => {
    const family = world.phone('Sunita');
    const verifier = await world.volunteer('Kavita');
    await family.texts(both);
    await family.texts('1');
    await family.texts('1');
    family.readsEverything();
    verifier.readsEverything();
    return { family, verifier };
  };
  const phases = async (world: World, number: string) => {
    const person = await world.store.person(number as never);
    const files = await Promise.all((person?.requests ?? []).map(({ code }) => world.file(code)));
    return files.map(({ request }) => request.phase.type);
  };

  for (const words of ['patient expired at 7 pm', 'mareez nahi rahe', 'मरीज नहीं रहे'])
    scenario(`"${words}": one 1 closes both, without a wish`, async (world) => {
      const { family, verifier } = await asked(world);
      await family.texts(words);
      family.hearsOnly(/\d{4}.*\d{4}/s);
      await family.texts('1');
      expect(family.unread().join(' ')).not.toMatch(/wish|theek ho|ठीक हो/);
      family.readsEverything();
      verifier.readsEverything();
      expect(await phases(world, family.number)).toEqual(['closed', 'closed']);
    });

  for (const words of [
    'patient expired at 7 pm. please stop',
    'mareez nahi rahe, sab band kar do',
    'मरीज नहीं रहे, किसी को मत भेजिए',
  ])
    scenario(`"${words}": stops at once`, async (world) => {
      const { family, verifier } = await asked(world);
      await family.texts(words);
      family.readsEverything();
      verifier.readsEverything();
      expect(await phases(world, family.number)).toEqual(['closed', 'closed']);
    });

  for (const words of ['close both', 'dono band kar do', 'दोनों बंद कर दो'])
    scenario(`"${words}" of a living one is asked once for both`, async (world) => {
      const { family, verifier } = await asked(world);
      await family.texts(words);
      family.hearsOnly(/\d{4}.*\d{4}/s, /1 =/);
      await family.texts('1');
      family.readsEverything();
      verifier.readsEverything();
      expect(await phases(world, family.number)).toEqual(['closed', 'closed']);
    });
});
