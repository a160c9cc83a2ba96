import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import {
  asksForBlood,
  oneUnit,
  pledgeStates,
  searchedFor,
  urgentNeed,
} from '../../world/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/** Amit has said yes. */
const hasSaidYes = async (world: World) => {
  const amit = await world.donor('Amit');
  const story = await searchedFor(world, oneUnit);
  amit.hearsOnly(says.alert);
  await amit.texts('1');
  amit.hearsOnly(says.confirmed);
  story.family.hearsOnly(says.donorComing);
  return { amit, ...story };
};

/** It is time to ask whether he has arrived. */
const expected = async (world: World) => {
  const story = await hasSaidYes(world);
  const { amit } = story;
  await world.clock.advance(minutes(91));
  amit.hears(says.reminder);
  amit.hearsOnly(says.arrived);
  return story;
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
  for (const words of [
    'kal aa sakta hu',
    'main kal aaunga',
    'kya main aa sakta hu kal?',
    'मैं कल आऊँगा',
    'parso aa jaunga',
    'I will come on Monday',
    'next time I will come',
    'agli baar aaunga',
    'I will come if my friend comes',
    'agar gaadi mili to aa jaunga',
    'who will come',
    'kab aa sakta hu',
    'I am ready but need transport',
  ]) {
    scenario(`"${words}" is no yes yet: the alert is said once more`, async (world) => {
      const amit = await world.donor('Amit');
      const { code } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert);
      await amit.texts('LANG EN');
      amit.readsEverything();
      await amit.texts(words);
      amit.hearsOnly(says.alert, code);
      expect(await pledgeStates(world, code)).toEqual([]);
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

/** Nothing is asked of him just now. */
const promised = async (world: World) => {
  const story = await hasSaidYes(world);
  const { amit } = story;
  await amit.texts('LANG EN');
  amit.readsEverything();
  return story;
};

describe('words of somebody who has promised to come', () => {
  for (const words of [
    'nahi aa paunga sorry',
    'I am not able to come',
    'main nahi aa raha',
    "Sorry, can't come",
    'mujhe bukhar ho gaya',
    'नहीं आ पाऊंगा माफ करना',
  ]) {
    scenario(`"${words}" is DROP`, async (world) => {
      const { amit, family, code } = await promised(world);
      await amit.texts(words);
      amit.hearsOnly(says.whyNot);
      family.hears(says.donorDropped, 'Amit');
      family.hearsOnly(says.everyoneAsked);
      expect(await pledgeStates(world, code)).toEqual(['dropped']);
    });
  }
  for (const words of ['maine khoon de diya', 'I have given blood', 'मैंने खून दे दिया है']) {
    scenario(`"${words}" is DONE`, async (world) => {
      const { amit, family, verifier, code } = await promised(world);
      await amit.texts(words);
      amit.hearsOnly(says.thanks);
      family.hearsOnly(says.fulfilled);
      verifier.hearsOnly(says.verifierEnd);
      expect(await pledgeStates(world, code)).toEqual(['donated']);
    });
  }
  for (const words of ['pahunch gaya', 'I have reached', 'main SRN hospital pahunch gaya hu']) {
    scenario(`"${words}" before it is asked is an arrival`, async (world) => {
      const { amit } = await promised(world);
      await world.clock.advance(minutes(20));
      await amit.texts(words);
      amit.hearsOnly(says.arrivedThanks);
      await world.clock.advance(minutes(121));
      amit.hearsOnly(says.gave);
    });
  }
  for (const words of [
    'traffic me hu',
    'agar bukhar ho gaya to?',
    'mera bhai nahi aa raha',
    'kya main nahi aa sakta',
    'form de diya',
    'cancel it',
  ]) {
    scenario(`"${words}" is nothing clear: what they promised, and DROP`, async (world) => {
      const { amit, code } = await promised(world);
      await amit.texts(words);
      amit.hearsOnly(says.alreadyConfirmed, code, 'DROP');
      expect(await pledgeStates(world, code)).toEqual(['confirmed']);
    });
  }
  scenario('next in line and cannot come: that place is free again', async (world) => {
    const [amit, bina] = [await world.donor('Amit'), await world.donor('Bina')];
    const { code } = await searchedFor(world, oneUnit);
    await amit.texts('1');
    await bina.texts('1');
    await bina.texts('LANG EN');
    for (const phone of world.phones()) phone.readsEverything();
    await bina.texts('how far is it from my house');
    bina.hearsOnly(says.alreadyStandby, 'DROP');
    await bina.texts('I will not be able to come, sorry');
    bina.hears(/./);
    expect(await pledgeStates(world, code)).toEqual(['confirmed', 'dropped']);
  });
  scenario('"sorry cant come" to an alert is a no', async (world) => {
    const amit = await world.donor('Amit');
    await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    await amit.texts('sorry cant come');
    amit.hearsOnly(says.thanksForNo);
  });
});

describe('words of a family whose request is open', () => {
  for (const words of ['we are waiting here', 'band karo', 'cancel karo']) {
    scenario(`"${words}": how it stands, and how to close it`, async (world) => {
      const { family, code } = await searchedFor(world, oneUnit);
      family.hearsOnly(says.everyoneAsked);
      await family.texts('LANG EN');
      family.readsEverything();
      await family.texts(words);
      const text = family.hearsOnly(says.statusSearching, `CLOSE ${code}`);
      expect(text).not.toContain('JOIN');
    });
  }
  scenario('"request cancel karo" is CLOSE', async (world) => {
    const { family, verifier } = await searchedFor(world, oneUnit);
    family.hearsOnly(says.everyoneAsked);
    await family.texts('LANG EN');
    family.readsEverything();
    await family.texts('request cancel karo');
    family.hearsOnly(says.closed);
    verifier.hearsOnly(says.verifierEndClosed);
  });
  for (const words of ['patient died', 'patient ki death ho gayi', 'मरीज नहीं रहे']) {
    scenario(`"${words}": a word of sympathy, and how to close it`, async (world) => {
      const { family, code } = await searchedFor(world, oneUnit);
      family.hearsOnly(says.everyoneAsked);
      await family.texts('LANG EN');
      family.readsEverything();
      await family.texts(words);
      const text = family.hearsOnly(says.sorryForLoss, `CLOSE ${code}`);
      expect(text).not.toMatch(/JOIN|BLOOD/);
    });
  }
  scenario('told while the questions are asked: sympathy, and CLOSE drops them', async (world) => {
    const sunita = world.phone('Sunita');
    await sunita.texts('Need B+ blood');
    sunita.readsEverything();
    await sunita.texts('LANG EN');
    sunita.readsEverything();
    await sunita.texts('papa passed away');
    sunita.hearsOnly(says.sorryForLoss, 'CLOSE');
    await sunita.texts('CLOSE');
    sunita.hearsOnly(says.requestDropped);
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

  scenario(
    'a correction of the group that is not clear is asked, never passed over',
    async (world) => {
      const family = world.phone('Sunita');
      await family.texts(oneUnit);
      family.hearsOnly(says.summary, 'B+');
      await family.texts('B- hai B+ nahi');
      // They write Hindi now, and are answered in it.
      family.hearsOnly('Kaun sa group');
      await family.texts('B-');
      family.hearsOnly('Dekh lijiye', 'B-');
      await family.texts('CLOSE');
      family.hearsOnly('kisi ko kuch nahin bheja');
    },
  );
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
