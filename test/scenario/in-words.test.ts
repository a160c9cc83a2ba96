import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import { says } from '../world/says.ts';
import { codeIn, scenario } from '../world/scenario.ts';
import { asksForBlood, oneUnit, searchedFor, urgentNeed } from '../world/story.ts';
import type { World } from '../world/world.ts';

/** Amit has said yes; it is time to ask whether he has arrived. */
const expected = async (world: World) => {
  const amit = await world.donor('Amit');
  const story = await searchedFor(world, oneUnit);
  amit.hearsOnly(says.alert);
  await amit.texts('1');
  amit.hearsOnly(says.confirmed);
  story.family.hearsOnly(says.donorComing);
  await world.clock.advance(minutes(91));
  amit.hears(says.reminder);
  amit.hearsOnly(says.arrived);
  return { amit, ...story };
};

describe('words where a digit was asked for', () => {
  for (const words of ['I will come', 'main aa jaunga', 'मैं आ रहा हूँ', 'aa raha hu']) {
    scenario(`"${words}" to an alert is a yes`, async (world) => {
      const amit = await world.donor('Amit');
      const { family } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert);
      await amit.texts(words);
      amit.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
    });
  }
  scenario('a sentence with a no in it is no yes', async (world) => {
    const amit = await world.donor('Amit');
    await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    await amit.texts('main nahi aa raha ghar par kaam hai');
    expect(amit.unread().join()).not.toContain(says.confirmed);
    amit.readsEverything();
  });
  for (const words of ['pahunch gaya', 'मैं अस्पताल पहुँच गया', 'I have reached']) {
    scenario(`"${words}" is an arrival`, async (world) => {
      const { amit } = await expected(world);
      await amit.texts(words);
      amit.hearsOnly(says.arrivedThanks);
    });
  }
  for (const words of ['raste me hu', 'aa raha hu', 'on the way', 'रास्ते में हूँ']) {
    scenario(`"${words}" is on the way`, async (world) => {
      const { amit } = await expected(world);
      await amit.texts(words);
      amit.hearsOnly(says.onTheWay);
    });
  }
});

describe('words after the answer', () => {
  for (const words of ['ok', 'Ok thanks', 'theek hai', 'ठीक है', 'thik hai ji', 'ok sir']) {
    scenario(`a no, and "${words}" to what was said to it: nobody is promised`, async (world) => {
      const amit = await world.donor('Amit');
      await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert);
      await amit.texts('2');
      amit.hearsOnly(says.thanksForNo);
      await amit.texts(words);
      amit.hearsOnly(/You are welcome|Koi baat nahin, hum din raat|कोई बात नहीं, हम दिन-रात/);
    });
  }
  for (const words of ['I will come next time', 'agli baar aa jaunga', 'kal aa sakta hu']) {
    scenario(`a no, and "${words}": nobody is promised`, async (world) => {
      const amit = await world.donor('Amit');
      const { code } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert);
      await amit.texts('2');
      amit.hearsOnly(says.thanksForNo);
      await amit.texts(words);
      amit.readsEverything();
      expect((await world.file(code)).request.pledges).toEqual([]);
    });
  }
  scenario('a yes, and "ok": as promised as before', async (world) => {
    const amit = await world.donor('Amit');
    const { family } = await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    await amit.texts('ok');
    amit.hearsOnly(says.alreadyConfirmed);
  });
  scenario('a no, and "haan" after all: a yes', async (world) => {
    const amit = await world.donor('Amit');
    const { family } = await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    await amit.texts('2');
    amit.hearsOnly(says.thanksForNo);
    await amit.texts('yes');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
  });
});

describe('a need of their own while something else is asked', () => {
  const stillAsked = async (world: World) => {
    const story = await searchedFor(world, urgentNeed);
    await world.clock.advance(hours(6.5));
    story.family.hears(says.stillNeeded);
    story.family.readsEverything();
    return story;
  };
  for (const words of ['O+ blood needed 2 units', 'A+ khoon chahiye']) {
    scenario(`"${words}" is another patient's, not an answer`, async (world) => {
      const { family, code } = await stillAsked(world);
      await family.texts(words);
      expect(family.unread().join()).not.toContain(code);
      expect((await world.store.person(family.number))?.question?.about).toBe('request');
      family.readsEverything();
    });
  }
  for (const words of ['abhi bhi chahiye', 'B+ khoon chahiye', 'yes still needed']) {
    scenario(`"${words}": it is needed still`, async (world) => {
      const { family, code } = await stillAsked(world);
      await family.texts(words);
      family.hearsOnly(new RegExp(`${code}: (we go on looking|hum .* dhoondhte rahenge)`));
    });
  }
  scenario('of somebody who is asked as a donor', async (world) => {
    const amit = await world.donor('Amit');
    const { code } = await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    await amit.texts('mere bhai ko O- khoon chahiye ready rakho');
    amit.readsEverything();
    expect((await world.file(code)).request.pledges).toEqual([]);
    expect((await world.store.person(amit.number))?.question?.about).toBe('request');
  });
});

describe('words at the summary', () => {
  for (const words of ['sab sahi hai bhej do', 'all correct please send', 'सब ठीक है भेज दो']) {
    scenario(`"${words}" sends it off`, async (world) => {
      const sunita = world.phone('Sunita');
      await world.volunteer('Kavita');
      await sunita.texts(urgentNeed);
      sunita.hearsOnly(says.summary);
      await sunita.texts(words);
      codeIn(sunita.hears(/6643|\d{4}/));
      for (const phone of world.phones()) phone.readsEverything();
    });
  }
  scenario('what was not followed is said so, and the summary stays', async (world) => {
    const sunita = world.phone('Sunita');
    await sunita.texts(urgentNeed);
    sunita.hearsOnly(says.summary);
    await sunita.texts('we are all praying for him here');
    sunita.hearsOnly('we did not follow that', says.summary);
  });
});

describe("a volunteer's longer words", () => {
  scenario('"no problem, all ok" refuses nothing', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const sunita = world.phone('Sunita');
    const code = await asksForBlood(sunita);
    kavita.hears(says.pleaseCheck);
    await kavita.texts(`${code} no problem all is ok`);
    kavita.hearsOnly(says.thanksOk);
    sunita.hears(says.verified);
    for (const phone of world.phones()) phone.readsEverything();
  });
  for (const words of ['did not pick up', 'phone nahi uthaya', 'फोन नहीं उठाया']) {
    scenario(`NO with "${words}" leaves the request open`, async (world) => {
      const kavita = await world.volunteer('Kavita');
      const code = await asksForBlood(world.phone('Sunita'));
      kavita.hears(says.pleaseCheck);
      await kavita.texts(`NO ${code} ${words}`);
      kavita.hearsOnly('stays open');
      expect((await world.file(code)).request.phase.type).toBe('verifying');
    });
  }
});
