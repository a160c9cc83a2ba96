import { describe, expect } from 'vitest';
import { dayOf, days, epochMs, fromCalendar, hours, minutes } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import {
  asksForBlood,
  donors,
  findsItReal,
  oneUnit,
  searchedFor,
} from '../../world/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/** One unit is wanted; Amit is on his way, Bina stands by, the others have been told it is covered. */
const amitIsComing = async (world: World, line: Parameters<World['donor']>[1] = {}) => {
  const amit = await world.donor('Amit', line);
  const [bina, chand, dev] = await donors(world, 3);
  if (!bina || !chand || !dev) throw new Error('three more donors');
  const story = await searchedFor(world, oneUnit);
  for (const donor of [amit, bina, chand, dev]) donor.hearsOnly(says.alert);
  await amit.texts('1');
  amit.hearsOnly(says.confirmed);
  story.family.hearsOnly(says.donorComing, 'Amit');
  for (const donor of [bina, chand, dev]) donor.hearsOnly(says.alertCovered);
  return { amit, bina, chand, dev, ...story };
};

const withStandby = async (world: World) => {
  const story = await amitIsComing(world);
  await story.bina.texts('1');
  story.bina.hearsOnly(says.standby);
  return story;
};

/** Amit has been reminded, and asked whether he has arrived. */
const amitIsAwaited = async (amit: Phone, world: World): Promise<void> => {
  await world.clock.advance(minutes(46));
  amit.hearsOnly(says.reminder, 'SRN');
  await world.clock.advance(minutes(46));
  amit.hearsOnly(says.arrived);
};

const states = async (world: World, code: string): Promise<string[]> =>
  (await world.file(code)).request.pledges.map((p) => p.state);

describe('the visit', () => {
  scenario('a reminder, "I am there", "I gave": everyone hears the end of it', async (world) => {
    const { amit, bina, family, verifier, code } = await withStandby(world);
    await amitIsAwaited(amit, world);
    await amit.texts('1');
    amit.hearsOnly(says.arrivedThanks, code);
    await world.clock.advance(hours(2) + minutes(1));
    amit.hearsOnly(says.gave);
    await amit.texts('1');
    amit.hearsOnly(says.thanks, '21 Feb');
    family.hearsOnly(says.fulfilled, code);
    verifier.hearsOnly(says.verifierEnd, code);
    bina.hearsOnly(says.standbyReleased, code);
    await world.clock.advance(days(3));
  });

  scenario('"I am on the way": asked once more half an hour later', async (world) => {
    const { amit, code } = await amitIsComing(world);
    await amitIsAwaited(amit, world);
    await amit.texts('2');
    amit.hearsOnly(says.onTheWay);
    await world.clock.advance(minutes(31));
    amit.hearsOnly(says.arrived);
    await amit.texts('1');
    amit.hearsOnly(says.arrivedThanks);
    expect(await states(world, code)).toEqual(['confirmed']);
  });

  scenario('"I cannot come": the standby is needed, and the reason is asked', async (world) => {
    const { amit, bina, family } = await withStandby(world);
    await amitIsAwaited(amit, world);
    await amit.texts('3');
    amit.hearsOnly(says.whyNot);
    bina.hearsOnly(says.promoted, family.number);
    family.hears(says.donorDropped, 'Amit');
    family.hearsOnly(says.donorComing, bina.name);
    await amit.texts('1');
    amit.hearsOnly(says.reasonNoted);
  });

  scenario('"not yet" at "did you give?" asks again later', async (world) => {
    const { amit } = await amitIsComing(world);
    await amitIsAwaited(amit, world);
    await amit.texts('1');
    amit.hearsOnly(says.arrivedThanks);
    await world.clock.advance(hours(2) + minutes(1));
    amit.hearsOnly(says.gave);
    await amit.texts('3');
    amit.hearsOnly(says.arrivedThanks);
    await world.clock.advance(hours(2) + minutes(1));
    amit.hearsOnly(says.gave);
  });

  scenario('no answer: the standby comes instead, and nobody is blamed', async (world) => {
    const { amit, bina, family, code } = await withStandby(world);
    await amitIsAwaited(amit, world);
    await world.clock.advance(minutes(31));
    amit.hearsOnly(says.noShow);
    bina.hearsOnly(says.promoted);
    family.hears(says.donorDidNotCome, 'Amit');
    family.hearsOnly(says.donorComing, bina.name);
    expect(await states(world, code)).toEqual(['no-show', 'confirmed']);
  });

  scenario('no answer and nobody on standby: a new stage', async (world) => {
    const { amit, family } = await amitIsComing(world);
    const eva = await world.donor('Eva');
    await amitIsAwaited(amit, world);
    await world.clock.advance(minutes(31));
    amit.hearsOnly(says.noShow);
    family.hearsOnly(says.donorDidNotCome, 'Amit');
    eva.hearsOnly(says.alert);
    await eva.texts('1');
    eva.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing, 'Eva');
  });
});

/** Amit was taken for a no-show, and Bina is coming instead. */
const amitIsLate = async (world: World) => {
  const story = await withStandby(world);
  await amitIsAwaited(story.amit, world);
  await world.clock.advance(minutes(31));
  story.amit.hearsOnly(says.noShow);
  story.bina.hearsOnly(says.promoted);
  story.family.readsEverything();
  return story;
};

describe('a no-show who is heard of after all', () => {
  scenario('"still coming": standby, while there is room', async (world) => {
    const { amit, chand, code } = await amitIsLate(world);
    await amit.texts('1');
    amit.hearsOnly(says.standby);
    await chand.texts('1');
    chand.hearsOnly(says.covered);
    expect(await states(world, code)).toEqual(['confirmed', 'standby']);
  });

  scenario('"not coming": that is all right', async (world) => {
    const { amit } = await amitIsLate(world);
    await amit.texts('2');
    expect(amit.unread()).toHaveLength(1);
    expect(amit.hears(/./)).not.toMatch(/sorry/i);
  });

  scenario('DONE: the gift counts, and the other need not come', async (world) => {
    const { amit, bina, family, verifier } = await amitIsLate(world);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    verifier.hearsOnly(says.verifierEnd);
    bina.hearsOnly(says.standDown);
  });
});

describe('DROP', () => {
  const rests = [
    [1, 'could not come', undefined],
    [2, 'low haemoglobin', 90],
    [3, 'weight or blood pressure', 28],
    [4, 'fever, illness or medicine', 14],
    [5, 'something else', 28],
  ] as const;
  for (const [key, reason, rest] of rests) {
    scenario(
      `because of ${reason}: ${rest ? `rests ${rest} days` : 'may be asked again'}`,
      async (world) => {
        const { amit, family, verifier } = await amitIsComing(world);
        await amit.texts('DROP');
        amit.hearsOnly(says.whyNot);
        family.hears(says.donorDropped, 'Amit');
        family.hearsOnly(says.everyoneAsked);
        await amit.texts(String(key));
        amit.hearsOnly(says.reasonNoted, rest ? 'not ask you before' : 'another time');
        await world.clock.advance(minutes(20));
        family.readsEverything();
        await family.texts('CLOSE');
        family.hears(says.closed);
        verifier.hearsOnly(says.verifierEndClosed);

        const geeta = world.phone('Geeta');
        const code = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
        await findsItReal(verifier, geeta, code);
        expect(amit.hearsAll(says.alert)).toBe(rest ? 0 : 1);
        for (const phone of world.phones()) phone.readsEverything();
        const person = await world.store.person(amit.number);
        const until = person?.donor?.deferredUntil;
        expect(until && dayOf(until)).toEqual(
          rest && dayOf(epochMs(world.clock.now() + days(rest) - minutes(21))),
        );
      },
    );
  }

  scenario('because of illness, after dengue was told: the longer rest holds', async (world) => {
    const { amit, family } = await amitIsComing(world);
    await amit.texts('DROP');
    amit.hearsOnly(says.whyNot);
    await amit.texts('PAUSE dengue');
    amit.hearsOnly(says.deferralNoted, '22 May 2027');
    await amit.texts('4');
    amit.hearsOnly(says.reasonNoted, '22 May 2027');
    const until = (await world.store.person(amit.number))?.donor?.deferredUntil;
    expect(until && dayOf(until)).toBe('2027-05-22');
    family.readsEverything();
  });

  scenario('sent back by the doctor, told at "did you give?"', async (world) => {
    const { amit, bina, family } = await withStandby(world);
    await amitIsAwaited(amit, world);
    await amit.texts('1');
    amit.hearsOnly(says.arrivedThanks);
    await world.clock.advance(hours(2) + minutes(1));
    amit.hearsOnly(says.gave);
    await amit.texts('2');
    amit.hearsOnly(says.whyNot);
    family.hears(says.donorTurnedAway, amit.name);
    family.hearsOnly(says.donorComing, bina.name);
    bina.hearsOnly(says.promoted);
    await amit.texts('2');
    amit.hearsOnly(says.reasonNoted, '21 Feb');
    await amit.texts('2');
    amit.hearsOnly(says.nothingToAnswer);
  });

  scenario('from somebody who promised nothing', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('DROP');
    amit.hearsOnly(says.nothingToDrop);
  });

  scenario('before any answer it is a plain no', async (world) => {
    const amit = await world.donor('Amit');
    await searchedFor(world, oneUnit);
    amit.hears(says.alert);
    await amit.texts('drop');
    amit.hearsOnly(says.thanksForNo);
  });
});

describe('PAUSE from somebody who has promised', () => {
  scenario('malaria: need not come, and the next in line is needed', async (world) => {
    const { amit, bina, family, code } = await withStandby(world);
    await amit.texts('PAUSE malaria');
    amit.hearsOnly(says.rest, code, '21 Feb');
    family.hears(says.donorDropped, 'Amit');
    family.hearsOnly(says.donorComing, bina.name);
    bina.hearsOnly(says.promoted);
    expect(await states(world, code)).toEqual(['dropped', 'confirmed']);
    // Why is known already: nobody asks, and a digit answers nothing.
    await amit.texts('1');
    amit.hearsOnly(says.nothingToAnswer);
    await world.clock.advance(hours(1));
    amit.hearsNothing();
    bina.readsEverything();
  });

  scenario('malaria, as the next in line: is not needed at once any more', async (world) => {
    const { amit, bina, family, code } = await withStandby(world);
    await bina.texts('PAUSE malaria');
    bina.hearsOnly(says.rest, code, '21 Feb');
    expect(await states(world, code)).toEqual(['confirmed', 'dropped']);
    family.hearsNothing();
    amit.hearsNothing();
  });

  scenario('30 days: keeps the promise, hears so, and is reminded', async (world) => {
    const { amit, code } = await amitIsComing(world);
    await amit.texts('PAUSE 30');
    const answer = amit.hearsOnly(says.paused, '23 Dec');
    expect(answer).toContain(says.alreadyConfirmed);
    expect(answer).toContain('DROP');
    expect(await states(world, code)).toEqual(['confirmed']);
    await amitIsAwaited(amit, world);
  });

  scenario('30 days, as the next in line: stays so', async (world) => {
    const { bina, code } = await withStandby(world);
    await bina.texts('PAUSE 30');
    expect(bina.hearsOnly(says.paused)).toContain(says.alreadyStandby);
    expect(await states(world, code)).toEqual(['confirmed', 'standby']);
  });
});

/** Amit is there, and is asked whether he was able to give. */
const amitMayHaveGiven = async (world: World) => {
  const story = await amitIsComing(world);
  await amitIsAwaited(story.amit, world);
  await story.amit.texts('1');
  story.amit.hearsOnly(says.arrivedThanks);
  await world.clock.advance(hours(2) + minutes(1));
  story.amit.hearsOnly(says.gave);
  await story.amit.texts('LANG EN');
  story.amit.readsEverything();
  return story;
};
const donationsOf = async (world: World, { number }: Phone) =>
  (await world.store.person(number))?.donor?.donations;

describe('"I gave" in other words', () => {
  for (const words of ['gave', 'diya', 'GAVE today', 'yes i gave', 'haan de diya', 'दे दिया जी']) {
    scenario(
      `"${words}" to "did you give?": the gift is theirs, and counted once`,
      async (world) => {
        const { amit, family, verifier, code } = await amitMayHaveGiven(world);
        await amit.texts(words);
        amit.hearsOnly(says.thanks);
        family.hearsOnly(says.fulfilled);
        verifier.hearsOnly(says.verifierEnd);
        expect(await states(world, code)).toEqual(['donated']);
        await amit.texts('DONE');
        amit.hearsOnly(says.alreadyGiven);
        await amit.texts('GAVE today');
        amit.hearsOnly(says.gaveNoted);
        expect(await donationsOf(world, amit)).toBe(1);
      },
    );
  }
  scenario('"GAVE 12/10" meanwhile is another gift, and no answer', async (world) => {
    const { amit, family, code } = await amitMayHaveGiven(world);
    await amit.texts('GAVE 12/10/2026');
    amit.hearsOnly(says.gaveNoted);
    family.hearsNothing();
    expect(await states(world, code)).toEqual(['confirmed']);
  });
  scenario('"GAVE today" from somebody who is awaited is DONE', async (world) => {
    const { amit, family, verifier, code } = await amitIsComing(world);
    await amit.texts('GAVE today');
    amit.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    verifier.hearsOnly(says.verifierEnd);
    expect(await states(world, code)).toEqual(['donated']);
  });
  scenario('"GAVE today" from a no-show, and then DONE: counted once', async (world) => {
    const { amit, bina, family, verifier } = await amitIsLate(world);
    await amit.texts('GAVE today');
    amit.hearsOnly(says.gaveNoted);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    verifier.hearsOnly(says.verifierEnd);
    bina.hearsOnly(says.standDown);
    expect(await donationsOf(world, amit)).toBe(1);
  });
  scenario('"not given" is asked once more', async (world) => {
    const { amit, code } = await amitMayHaveGiven(world);
    for (const words of ['form de diya', 'kya diya?', 'maine nahi diya']) {
      await amit.texts(words);
      amit.hearsOnly(says.gave);
    }
    expect(await states(world, code)).toEqual(['confirmed']);
  });
});

describe('DONE', () => {
  scenario('by the donor and then by the family: counted once', async (world) => {
    const { amit, family, verifier, code } = await amitIsComing(world);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    verifier.hearsOnly(says.verifierEnd);
    await family.texts('DONE');
    family.hears(/./);
    await amit.texts('DONE');
    amit.hearsOnly(says.alreadyGiven);
    const person = await world.store.person(amit.number);
    expect(person?.donor?.donations).toBe(1);
    expect(await states(world, code)).toEqual(['donated']);
  });

  scenario('by the family and then by the donor: counted once', async (world) => {
    const { amit, family, verifier } = await amitIsComing(world);
    await family.texts('DONE');
    family.hearsOnly(says.fulfilled);
    amit.hearsOnly(says.thanksFromFamily);
    verifier.hearsOnly(says.verifierEnd);
    await amit.texts('DONE');
    amit.hearsOnly(says.alreadyGiven);
    expect((await world.store.person(amit.number))?.donor?.donations).toBe(1);
  });

  scenario(
    'by both in the same moment: counted once',
    async (world) => {
      const { amit, family, verifier, code } = await amitIsComing(world);
      await Promise.all([amit.textsAtOnce('DONE'), family.textsAtOnce('DONE')]);
      await world.clock.advance(minutes(1));
      verifier.hearsOnly(says.verifierEnd);
      for (const phone of [amit, family]) phone.readsEverything();
      expect((await world.store.person(amit.number))?.donor?.donations).toBe(1);
      expect(await states(world, code)).toEqual(['donated']);
    },
    { on: 'database' },
  );

  scenario('by the family, with two donors confirmed: both are thanked', async (world) => {
    const [amit, bina] = await donors(world, 2);
    const { family, verifier } = await searchedFor(world);
    for (const donor of [amit, bina]) {
      donor?.hears(says.alert);
      await donor?.texts('1');
      donor?.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
    }
    await family.texts('DONE');
    family.hearsOnly(says.fulfilled, '2 units');
    for (const donor of [amit, bina]) donor?.hearsOnly(says.thanksFromFamily);
    verifier.hearsOnly(says.verifierEnd);
  });

  scenario('by the family, and the donor says no, I did not: it is not counted', async (world) => {
    const { amit, family, verifier } = await amitIsComing(world);
    await family.texts('DONE');
    family.hearsOnly(says.fulfilled);
    amit.hearsOnly(says.thanksFromFamily);
    verifier.hearsOnly(says.verifierEnd);
    await amit.texts('DROP');
    amit.hearsOnly(says.whyNot);
    await amit.texts('1');
    amit.hearsOnly(says.reasonNoted);
    const donor = (await world.store.person(amit.number))?.donor;
    expect(donor?.donations).toBe(0);
    expect(donor?.lastDonation).toBeUndefined();
    expect(donor?.remindAt).toBeUndefined();
  });

  scenario('of one unit of two: the family hears how far it is', async (world) => {
    const [amit, bina] = await donors(world, 2);
    const { family, verifier } = await searchedFor(world);
    for (const donor of [amit, bina]) {
      donor?.hears(says.alert);
      await donor?.texts('1');
      donor?.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
    }
    await amit?.texts('DONE');
    amit?.hearsOnly(says.thanks);
    family.hearsOnly(says.unitGiven, '2 units');
    await world.clock.advance(minutes(5));
    await bina?.texts('DONE');
    bina?.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    amit?.hearsOnly(says.lifeTouched);
    verifier.hearsOnly(says.verifierEnd);
  });

  scenario('by a family nobody has promised anything', async (world) => {
    const { family } = await searchedFor(world);
    family.hears(says.everyoneAsked);
    await family.texts('DONE');
    family.hearsOnly(says.doneWithoutDonor);
  });

  scenario('by somebody who has no part in any request', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('DONE');
    amit.hearsOnly(says.nothingDone);
  });

  scenario('of a standby who went all the same: the gift counts', async (world) => {
    const { amit, bina, family, verifier, code } = await withStandby(world);
    await bina.texts(`DONE ${code}`);
    bina.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    verifier.hearsOnly(says.verifierEnd);
    amit.hearsOnly(says.standDown);
  });
});

describe('after the gift', () => {
  scenario('a man may give again after 90 days, and hears so that morning, once', async (world) => {
    const { amit, verifier } = await amitIsComing(world);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks, '21 Feb');
    verifier.hears(says.verifierEnd);
    for (const phone of world.phones()) phone.readsEverything();
    await world.clock.at(fromCalendar({ year: 2027, month: 2, day: 21, hour: 9, minute: 55 }));
    amit.hearsNothing();
    await world.clock.advance(minutes(10));
    amit.hearsOnly(says.mayGiveAgain);
    await world.clock.advance(days(200));
  });

  scenario('a woman after 120 days', async (world) => {
    const { amit } = await amitIsComing(world, { sex: 'woman' });
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks, '23 Mar');
    for (const phone of world.phones()) phone.readsEverything();
    await world.clock.at(fromCalendar({ year: 2027, month: 3, day: 23, hour: 10, minute: 5 }));
    amit.hearsOnly(says.mayGiveAgain);
  });

  scenario('of platelets: whole blood again after 28 days', async (world) => {
    const amit = await world.donor('Amit');
    await searchedFor(world, oneUnit.replace('blood 1 unit', 'platelets 1 unit'));
    amit.hears(says.alert, 'platelets');
    await amit.texts('1');
    amit.hears(says.confirmed);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks, '21 Dec');
    for (const phone of world.phones()) phone.readsEverything();
    await world.clock.at(fromCalendar({ year: 2026, month: 12, day: 21, hour: 10, minute: 5 }));
    amit.hearsOnly(says.mayGiveAgain);
  });

  for (const word of ['PAUSE 100', 'STOP']) {
    scenario(`nothing that morning for somebody who texted ${word}`, async (world) => {
      const { amit } = await amitIsComing(world);
      await amit.texts('DONE');
      await amit.texts(word);
      for (const phone of world.phones()) phone.readsEverything();
      await world.clock.advance(days(99));
      amit.hearsNothing();
    });
  }

  scenario('GAVE elsewhere sets the day too', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('GAVE 20/11/2026');
    amit.hearsOnly(says.gaveNoted, '18 Feb');
    await world.clock.at(fromCalendar({ year: 2027, month: 2, day: 18, hour: 10, minute: 5 }));
    amit.hearsOnly(says.mayGiveAgain);
  });
});

describe('when its time comes and nobody said how it ended', () => {
  scenario('a covered request is closed a day later, and the donor stands down', async (world) => {
    const { amit, bina, family, verifier } = await withStandby(world);
    await amitIsAwaited(amit, world);
    await amit.texts('1');
    amit.hearsOnly(says.arrivedThanks);
    await world.clock.advance(hours(2) + minutes(1));
    amit.hearsOnly(says.gave);
    await world.clock.advance(hours(30));
    family.hearsOnly(says.expired);
    amit.hearsOnly(says.standDown);
    bina.hearsOnly(says.standbyReleased);
    verifier.hearsOnly(says.verifierEndClosed);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks);
    await world.clock.advance(days(2));
  });

  scenario('still needed: a day longer; not needed: closed', async (world) => {
    const { family, verifier, code } = await searchedFor(world, oneUnit);
    family.hears(says.everyoneAsked);
    await world.clock.advance(hours(6));
    family.hearsOnly(says.stillNeeded, code);
    await family.texts('1');
    family.hearsOnly(says.extended);
    await world.clock.advance(hours(25));
    family.hearsOnly(says.stillNeeded, code);
    await family.texts('2');
    family.hearsOnly(says.closed);
    verifier.hearsOnly(says.verifierEndClosed);
  });

  scenario('the family cancels while donors are coming: they stand down', async (world) => {
    const { amit, bina, family, verifier, code } = await withStandby(world);
    await family.texts('nahi chahiye');
    family.hearsOnly(code); // in the language of the text
    amit.hearsOnly(says.standDown);
    bina.hearsOnly(says.standbyReleased);
    verifier.hearsOnly(says.verifierEndClosed);
    await world.clock.advance(days(1));
  });
});
