import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { amitHasAgreed, oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  oneUnit,
  pledgeStates,
  readAllMessages,
  searchedFor,
  urgentNeed,
  waitsForCheck,
} from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/** Amit is asked whether he has arrived. */
const askedForArrival = async (world: World) => {
  const story = await amitHasAgreed(world);
  const { amit } = story;
  await world.clock.advance(minutes(91));
  amit.hears(says.reminder);
  amit.hearsOnly(says.arrived);
  return story;
};

describe('words instead of a digit', () => {
  for (const words of ['I will come', 'main aa jaunga', 'मैं आ रहा हूँ', 'aa raha hu']) {
    scenario(`"${words}" to an alert means yes`, async (world) => {
      const { amit, family } = await oneUnitAsked(world);
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
    scenario(`"${words}" is not a clear yes, so the alert is repeated`, async (world) => {
      const { amit, code } = await oneUnitAsked(world);
      await amit.texts('LANG EN');
      amit.readsEverything();
      await amit.texts(words);
      amit.hearsOnly(says.alert, code);
      expect(await pledgeStates(world, code)).toEqual([]);
    });
  }
  scenario('a sentence with "nahi" does not mean yes', async (world) => {
    const { amit } = await oneUnitAsked(world);
    await amit.texts('main nahi aa raha ghar par kaam hai');
    expect(amit.unread().join()).not.toContain(says.confirmed);
    amit.readsEverything();
  });
  for (const words of ['pahunch gaya', 'मैं अस्पताल पहुँच गया', 'I have reached']) {
    scenario(`"${words}" means that the donor has arrived`, async (world) => {
      const { amit, family } = await askedForArrival(world);
      await amit.texts(words);
      amit.hearsOnly(says.arrivedThanks);
      family.hearsOnly(says.donorArrived);
    });
  }
  for (const words of ['raste me hu', 'aa raha hu', 'on the way', 'रास्ते में हूँ']) {
    scenario(`"${words}" means that the donor is on the way`, async (world) => {
      const { amit } = await askedForArrival(world);
      await amit.texts(words);
      amit.hearsOnly(says.onTheWay);
    });
  }
});

describe('words after an answer', () => {
  for (const words of ['ok', 'Ok thanks', 'theek hai', 'ठीक है', 'thik hai ji', 'ok sir']) {
    scenario(`"${words}" after a no is courtesy and pledges nothing`, async (world) => {
      const { amit } = await oneUnitAsked(world);
      await amit.texts('2');
      amit.hearsOnly(says.thanksForNo);
      await amit.texts(words);
      amit.hearsOnly(/You are welcome|Koi baat nahin, hum din raat|कोई बात नहीं, हम दिन-रात/);
    });
  }
  for (const words of ['I will come next time', 'agli baar aa jaunga', 'kal aa sakta hu']) {
    scenario(`"${words}" after a no pledges nothing`, async (world) => {
      const { amit, code } = await oneUnitAsked(world);
      await amit.texts('2');
      amit.hearsOnly(says.thanksForNo);
      await amit.texts(words);
      amit.readsEverything();
      expect((await world.file(code)).request.pledges).toEqual([]);
    });
  }
  scenario('"ok" after a yes changes nothing', async (world) => {
    const { amit } = await amitHasAgreed(world);
    await amit.texts('ok');
    amit.hearsOnly(says.alreadyConfirmed);
  });
  scenario('"yes" after a no is a yes', async (world) => {
    const { amit, family } = await oneUnitAsked(world);
    await amit.texts('2');
    amit.hearsOnly(says.thanksForNo);
    await amit.texts('yes');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
  });
});

describe('a blood request while a question is open', () => {
  const stillAsked = async (world: World) => {
    const story = await searchedFor(world, urgentNeed);
    await world.clock.advance(hours(6.5));
    story.family.hears(says.stillNeeded);
    story.family.readsEverything();
    return story;
  };
  for (const words of ['O+ blood needed 2 units', 'A+ khoon chahiye']) {
    scenario(
      `"${words}" starts a request for another patient and answers nothing`,
      async (world) => {
        const { family, code } = await stillAsked(world);
        await family.texts(words);
        expect(family.unread().join()).not.toContain(code);
        expect((await world.store.person(family.number))?.question?.about).toBe('request');
        family.readsEverything();
      },
    );
  }
  for (const words of ['abhi bhi chahiye', 'B+ khoon chahiye', 'yes still needed']) {
    scenario(`"${words}" means that blood is still needed`, async (world) => {
      const { family, code } = await stillAsked(world);
      await family.texts(words);
      family.hearsOnly(new RegExp(`${code}: (we go on looking|hum .* dhoondhte rahenge)`));
    });
  }
  scenario('starts a request of a donor who has an alert', async (world) => {
    const { amit, code } = await oneUnitAsked(world);
    await amit.texts('mere bhai ko O- khoon chahiye ready rakho');
    amit.readsEverything();
    expect((await world.file(code)).request.pledges).toEqual([]);
    expect((await world.store.person(amit.number))?.question?.about).toBe('request');
  });
});

/** Amit is pledged, has chosen English, and has no open question. */
const pledgedAmit = async (world: World) => {
  const story = await amitHasAgreed(world);
  const { amit } = story;
  await amit.texts('LANG EN');
  amit.readsEverything();
  return story;
};

describe('words of a pledged donor', () => {
  for (const words of [
    'nahi aa paunga sorry',
    'I am not able to come',
    'main nahi aa raha',
    "Sorry, can't come",
    'नहीं आ पाऊंगा माफ करना',
  ]) {
    scenario(`"${words}" means DROP`, async (world) => {
      const { amit, family, code } = await pledgedAmit(world);
      await amit.texts(words);
      amit.hearsOnly(says.whyNot);
      family.hears(says.donorDropped, 'Amit');
      family.hearsOnly(says.everyoneAsked);
      expect(await pledgeStates(world, code)).toEqual(['dropped']);
    });
  }
  scenario('"mujhe bukhar ho gaya" means DROP, and says the reason', async (world) => {
    const { amit, family, code } = await pledgedAmit(world);
    await amit.texts('mujhe bukhar ho gaya');
    amit.hearsOnly(says.reasonNoted, 'not ask you before');
    family.hears(says.donorDropped, 'Amit');
    family.hearsOnly(says.everyoneAsked);
    expect(await pledgeStates(world, code)).toEqual(['dropped']);
  });
  scenario('"traffic me hu" is asked for the hour', async (world) => {
    const { amit, code } = await pledgedAmit(world);
    await amit.texts('traffic me hu');
    amit.hearsOnly(says.whenComing, code, 'DROP');
    expect(await pledgeStates(world, code)).toEqual(['confirmed']);
  });
  for (const words of ['maine khoon de diya', 'I have given blood', 'मैंने खून दे दिया है']) {
    scenario(`"${words}" means DONE`, async (world) => {
      const { amit, family, verifier, code } = await pledgedAmit(world);
      await amit.texts(words);
      amit.hearsOnly(says.thanks);
      family.hearsOnly(says.fulfilled);
      verifier.hearsOnly(says.verifierEnd);
      expect(await pledgeStates(world, code)).toEqual(['donated']);
    });
  }
  for (const words of ['pahunch gaya', 'I have reached', 'main SRN hospital pahunch gaya hu']) {
    scenario(`"${words}" means an arrival even before the question`, async (world) => {
      const { amit, family } = await pledgedAmit(world);
      await world.clock.advance(minutes(20));
      await amit.texts(words);
      amit.hearsOnly(says.arrivedThanks);
      family.hearsOnly(says.donorArrived);
      await world.clock.advance(minutes(121));
      amit.hearsOnly(says.gave);
    });
  }
  for (const words of [
    'agar bukhar ho gaya to?',
    'mera bhai nahi aa raha',
    'kya main nahi aa sakta',
    'form de diya',
    'cancel it',
  ]) {
    scenario(`"${words}" is unclear, so the reply repeats the pledge and DROP`, async (world) => {
      const { amit, code } = await pledgedAmit(world);
      await amit.texts(words);
      amit.hearsOnly(says.alreadyConfirmed, code, 'DROP');
      expect(await pledgeStates(world, code)).toEqual(['confirmed']);
    });
  }
  scenario('a standby who cannot come frees the place', async (world) => {
    const [amit, bina] = [await world.donor('Amit'), await world.donor('Bina')];
    const { code } = await searchedFor(world, oneUnit);
    await amit.texts('1');
    await bina.texts('1');
    await bina.texts('LANG EN');
    readAllMessages(world);
    await bina.texts('my house is near the river');
    bina.hearsOnly(says.alreadyStandby, 'DROP');
    await bina.texts('how far is it from my house');
    bina.hearsOnly(code, 'SRN Hospital');
    await bina.texts('I will not be able to come, sorry');
    bina.hears(/./);
    expect(await pledgeStates(world, code)).toEqual(['confirmed', 'dropped']);
  });
  scenario('"sorry cant come" to an alert means no', async (world) => {
    const { amit } = await oneUnitAsked(world);
    await amit.texts('sorry cant come');
    amit.hearsOnly(says.thanksForNo);
  });
});

describe('words of a family with an open request', () => {
  for (const words of ['we are waiting here', 'hum yahin baithe hain']) {
    scenario(`"${words}" gets the status and how to close the request`, async (world) => {
      const { family, code } = await searchedFor(world, oneUnit);
      family.hearsOnly(says.everyoneAsked);
      await family.texts('LANG EN');
      family.readsEverything();
      await family.texts(words);
      const text = family.hearsOnly(says.statusSearching, `CLOSE ${code}`);
      expect(text).not.toContain('JOIN');
    });
  }
  for (const words of ['cancel karo', 'band karo', 'close it please'])
    scenario(`"${words}" is asked about before it ends the search`, async (world) => {
      const { family } = await searchedFor(world, oneUnit);
      family.hearsOnly(says.everyoneAsked);
      await family.texts('LANG EN');
      family.readsEverything();
      await family.texts(words);
      family.hearsOnly(says.askFoundElsewhere);
    });
  scenario('"request cancel karo" means CLOSE', async (world) => {
    const { family, verifier } = await searchedFor(world, oneUnit);
    family.hearsOnly(says.everyoneAsked);
    await family.texts('LANG EN');
    family.readsEverything();
    await family.closes('request cancel karo');
    family.hearsOnly(says.closed);
    verifier.hearsOnly(says.verifierEndClosed);
  });
  for (const words of ['patient died', 'patient ki death ho gayi', 'मरीज नहीं रहे']) {
    scenario(`"${words}" gets condolences and how to close the request`, async (world) => {
      const { family, code } = await searchedFor(world, oneUnit);
      family.hearsOnly(says.everyoneAsked);
      await family.texts('LANG EN');
      family.readsEverything();
      await family.texts(words);
      const text = family.hearsOnly(says.sorryForLoss, `CLOSE ${code}`);
      expect(text).not.toMatch(/JOIN|BLOOD/);
    });
  }
  scenario(
    '"papa passed away" during the questions gets condolences, and CLOSE drops the draft',
    async (world) => {
      const sunita = world.phone('Sunita');
      await sunita.texts('Need B+ blood');
      sunita.readsEverything();
      await sunita.texts('LANG EN');
      sunita.readsEverything();
      await sunita.texts('papa passed away');
      sunita.hearsOnly(says.sorryForLoss, 'CLOSE');
      await sunita.closes();
      sunita.hearsOnly(says.requestDropped);
    },
  );
});

describe('words at the summary', () => {
  for (const words of ['sab sahi hai bhej do', 'all correct please send', 'सब ठीक है भेज दो']) {
    scenario(`"${words}" sends the request`, async (world) => {
      const sunita = world.phone('Sunita');
      await world.volunteer('Kavita');
      await sunita.texts(urgentNeed);
      sunita.hearsOnly(says.summary);
      await sunita.texts(words);
      codeIn(sunita.hears(/6643|\d{4}/));
      readAllMessages(world);
    });
  }
  for (const words of [
    'please send donor contact number',
    'donor number bhej do',
    'नंबर भेज दो',
    'when will you send donor',
    "give me the donor's number",
    'send donor phone',
    'donor ka phone bhejo',
    'donor ka naam bhej do',
    'send me the donor name and phone',
    'send donor whatsapp',
    'डोनर का फोन भेजो',
    'where is the donor, send fast',
    'abhi mat bhejo',
    'wait, do not send it yet',
    'रुकिए, अभी मत भेजना',
    'has anyone agreed to come?',
    'no one has called, send donor name',
  ])
    scenario(`"${words}" hears that nothing has been sent yet`, async (world) => {
      const sunita = world.phone('Sunita');
      await sunita.texts(urgentNeed);
      sunita.hearsOnly(says.summary);
      await sunita.texts(words);
      sunita.hearsOnly(/not gone out yet|aage nahin gayi|आगे नहीं गई/);
      expect((await world.store.person(sunita.number))?.requests).toEqual([]);
      await sunita.texts('1');
      expect((await world.store.person(sunita.number))?.requests).toHaveLength(1);
      readAllMessages(world);
    });

  scenario('an unclear text is said to be unclear, and the summary is repeated', async (world) => {
    const sunita = world.phone('Sunita');
    await sunita.texts(urgentNeed);
    sunita.hearsOnly(says.summary);
    await sunita.texts('we are all praying for him here');
    sunita.hearsOnly('we did not follow that', says.summary);
  });

  scenario('an unclear correction of the group is asked about', async (world) => {
    const family = world.phone('Sunita');
    await family.texts(oneUnit);
    family.hearsOnly(says.summary, 'B+');
    await family.texts('B- ya B+');
    // The family writes Hindi now and is answered in it.
    family.hearsOnly('Kaun sa group');
    await family.texts('B-');
    family.hearsOnly('Dekh lijiye', 'B-');
    await family.texts('B+ hai B- nahi');
    family.hearsOnly('Dekh lijiye', 'B+');
    await family.closes();
    family.hearsOnly('kisi ko kuch nahin bheja');
  });
});

describe("a volunteer's longer words", () => {
  scenario('"no problem all is ok" is no refusal', async (world) => {
    const { family: sunita, verifier: kavita, code } = await waitsForCheck(world);
    await kavita.texts(`${code} no problem all is ok`);
    kavita.hearsOnly(says.thanksOk);
    sunita.hears(says.verified);
    readAllMessages(world);
  });
  for (const words of ['did not pick up', 'phone nahi uthaya', 'फोन नहीं उठाया']) {
    scenario(`NO with "${words}" keeps the request open`, async (world) => {
      const { family, verifier: kavita, code } = await waitsForCheck(world);
      await kavita.texts(`NO ${code} ${words}`);
      kavita.hearsOnly('stays open');
      family.hearsOnly(says.familyNotReached);
      expect((await world.file(code)).request.phase.type).toBe('verifying');
    });
  }
});
