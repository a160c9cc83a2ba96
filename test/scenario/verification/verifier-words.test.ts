import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  readAllMessages,
  urgentNeed,
  waitsForCheck,
} from '../../world/steps/scenario-steps.ts';

describe('a verdict in words, without a code', () => {
  for (const words of [
    'genuine case',
    'haan sahi hai',
    'Confirmed, spoke to the hospital',
    'परिवार से बात हुई, सही है',
  ]) {
    scenario(`"${words}" asks for the own code, and verifies with it`, async (world) => {
      const { family, verifier: kavita, code } = await waitsForCheck(world);
      await kavita.texts(words);
      kavita.hears(kavita.ownCode(code));
      family.hearsNothing();
      expect((await world.file(code)).request.phase.type).toBe('verifying');
      await kavita.texts(`${words} ${code}`);
      kavita.hears(code);
      family.hears(code);
      expect((await world.file(code)).request.phase.type).toBe('searching');
      readAllMessages(world);
    });
  }

  for (const words of ['fake hai', 'sahi nahi lag raha', 'is it genuine?', 'number sahi hai']) {
    scenario(`"${words}" decides nothing and shows both commands`, async (world) => {
      const { family, verifier: kavita, code } = await waitsForCheck(world);
      await kavita.texts('LANG EN');
      kavita.readsEverything();
      await kavita.texts(words);
      kavita.hearsOnly(says.howToVerify, code, `OK ${kavita.ownCode(code)}`);
      expect((await world.file(code)).request.phase.type).toBe('verifying');
      family.hearsNothing();
    });
  }

  for (const words of ['fake hai', 'ye jhooth hai', 'यह फर्जी है'])
    scenario(`"${words}" leads on to the refusal with its reason`, async (world) => {
      const { family, verifier: kavita, code } = await waitsForCheck(world);
      await kavita.texts(words);
      kavita.hearsOnly(`NO ${kavita.ownCode(code)}`);
      await kavita.texts(`NO ${code} ${words}`);
      expect((await world.file(code)).request.phase).toMatchObject({
        type: 'closed',
        reason: 'refused',
      });
      family.hears(/./);
      readAllMessages(world);
    });

  scenario('is asked for its code when two requests wait', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const one = await asksForBlood(world.phone('Sunita'));
    const two = await asksForBlood(world.phone('Geeta'));
    kavita.readsEverything();
    await kavita.texts('genuine');
    kavita.hearsOnly(says.whichToVerify, one, two);
    await kavita.texts(`genuine ${two}`);
    kavita.hearsOnly(says.thanksOk, two);
    expect((await world.file(one)).request.phase.type).toBe('verifying');
    readAllMessages(world);
  });

  for (const words of ['Ramesh wala sahi hai', 'OK Ramesh', 'रमेश वाला सही है', 'Ramesh no'])
    scenario(`"${words}" names one of two by its patient`, async (world) => {
      const kavita = await world.volunteer('Kavita');
      const kamla = await asksForBlood(
        world.phone('Geeta'),
        urgentNeed.replace('Ramesh', 'Kamla Devi'),
      );
      const ramesh = await asksForBlood(world.phone('Sunita'));
      kavita.readsEverything();
      await kavita.texts(words);
      kavita.hearsOnly(kavita.ownCode(ramesh));
      for (const code of [kamla, ramesh])
        expect((await world.file(code)).request.phase.type).toBe('verifying');
    });

  scenario('a name that two patients have, or neither, is asked about', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const text = (name: string): string => urgentNeed.replace('Ramesh', name);
    const one = await asksForBlood(world.phone('Geeta'), text('Ramesh Kumar'));
    const two = await asksForBlood(world.phone('Sunita'), text('Suresh Kumar'));
    kavita.readsEverything();
    for (const words of ['Kumar is genuine', 'Mohan is genuine']) {
      await kavita.texts(words);
      kavita.hearsOnly(says.whichToVerify, one, two);
    }
  });

  scenario(
    '"Kamla ka phone band hai" brings the code of one of two, and tells nobody',
    async (world) => {
      const kavita = await world.volunteer('Kavita');
      const geeta = world.phone('Geeta');
      await asksForBlood(world.phone('Sunita'));
      const kamla = await asksForBlood(geeta, urgentNeed.replace('Ramesh', 'Kamla'));
      readAllMessages(world);
      await kavita.texts('Kamla ka phone band hai');
      kavita.hearsOnly(kavita.ownCode(kamla));
      geeta.hearsNothing();
      await kavita.texts(`phone band hai ${kamla}`);
      geeta.hears(says.familyNotReached);
      readAllMessages(world);
    },
  );

  for (const [patient, words] of [
    ['Kiran', 'call kar raha hu, phone nahi utha rahe'],
    ['Shah', 'bilkul sahi case hai'],
    ['Bittu', 'baat ho gayi, sahi hai'],
    ['Shanti', 'Sita wala sahi hai'],
  ] as const)
    scenario(`"${words}" does not name ${patient}`, async (world) => {
      const kavita = await world.volunteer('Kavita');
      const families = [world.phone('Geeta'), world.phone('Salma')] as const;
      const one = await asksForBlood(families[0], urgentNeed.replace('Ramesh', patient));
      const two = await asksForBlood(families[1]);
      readAllMessages(world);
      await kavita.texts(words);
      kavita.hearsOnly(says.whichToVerify, one, two);
      for (const family of families) family.hearsNothing();
    });

  scenario('"call later" leaves the request as it is', async (world) => {
    const { family, verifier: kavita, code } = await waitsForCheck(world);
    await kavita.texts('will call later');
    kavita.hearsOnly(says.callLater, code);
    family.hearsNothing();
  });

  scenario('means nothing from a volunteer without a request to check', async (world) => {
    const kavita = await world.volunteer('Kavita');
    await kavita.texts('genuine');
    kavita.hearsOnly(says.notUnderstood);
  });
});

describe('a family that could not be reached', () => {
  for (const words of [
    'phone switched off',
    'NO CODE not reachable',
    'number band hai',
    'koi phone nahi utha raha',
    'फोन बंद आ रहा है',
  ]) {
    scenario(`hears so after "${words}", and the volunteer is asked again`, async (world) => {
      const { family, verifier: kavita, code } = await waitsForCheck(world);
      const mohan = await world.volunteer('Mohan', { zone: 'varanasi' });
      await kavita.texts(words.replace('CODE', code));
      kavita.hearsOnly(says.notReached, code, 'stays open');
      family.hearsOnly(says.familyNotReached, code);
      await world.clock.advance(minutes(5));
      kavita.hearsOnly(says.pleaseCheck, code);
      mohan.hearsNothing();
      // The next round comes after that.
      await world.clock.advance(minutes(5));
      mohan.hearsOnly(says.pleaseCheck, code);
      family.hearsOnly(says.moreVolunteers, code);
      const { timeline } = await world.file(code);
      expect(timeline.map(({ what }) => what)).toContain('family-not-reached');
    });
  }

  scenario('is passed to another volunteer at once after a second attempt', async (world) => {
    const { family, verifier: kavita, code } = await waitsForCheck(world);
    const mohan = await world.volunteer('Mohan', { zone: 'varanasi' });
    await kavita.texts('number is off');
    kavita.hearsOnly(says.notReached);
    family.hearsOnly(says.familyNotReached);
    await kavita.texts('number is off');
    kavita.hearsOnly(says.notReached);
    family.hearsOnly(says.moreVolunteers);
    mohan.hearsOnly(says.pleaseCheck, code);
    await mohan.texts(`OK ${code}`);
    readAllMessages(world);
    await world.clock.advance(minutes(6));
    kavita.hearsNothing();
  });

  scenario('does not ask a volunteer who has gone off duty again', async (world) => {
    const { family, verifier: kavita } = await waitsForCheck(world);
    await kavita.texts('not reachable');
    await kavita.texts('OFF');
    readAllMessages(world);
    await world.clock.advance(minutes(5));
    kavita.hearsNothing();
    readAllMessages(world);
    family.hearsNothing();
  });
});

describe('a request that is long unchecked', () => {
  scenario(
    'asks the coordinator after growing pauses, and tells the family once',
    async (world) => {
      const family = world.phone('Sunita');
      const meena = await world.volunteer('Meena', { role: 'coordinator' });
      const code = await asksForBlood(family);
      meena.hearsOnly(says.pleaseCheck, code);
      family.hearsOnly(says.coordinators);
      const asked: number[] = [];
      for (let minute = 1; minute <= 230; minute += 1) {
        await world.clock.advance(minutes(1));
        if (meena.hearsAll(says.pleaseCheck) > 0) asked.push(minute);
      }
      expect(asked).toEqual([31, 91, 211]);
      family.hearsOnly(says.unchecked, code, 'no donor has been asked');
      await family.texts('STATUS');
      family.hearsOnly(says.unchecked, code);
      await world.clock.advance(hours(3));
      family.hears(says.stillNeeded);
      await family.texts('1');
      family.hearsOnly('stays open until', 'no donor has been asked');
      readAllMessages(world);
    },
  );

  for (const [language, told, goesOn] of [
    ['HI', /किसी साथी ने जाँच नहीं की/, /जाँच अभी नहीं हुई, इसलिए किसी डोनर से नहीं पूछा/],
    [
      'HINDI',
      /kisi saathi ne jaanch nahin ki/,
      /Jaanch abhi nahin hui, isliye kisi donor se nahin/,
    ],
  ] as const)
    scenario(`is told once in the family's language (${language})`, async (world) => {
      const family = world.phone('Sunita');
      await world.volunteer('Meena', { role: 'coordinator' });
      await family.texts(`LANG ${language}`);
      await family.texts(urgentNeed);
      family.readsEverything();
      await family.texts('1');
      await world.clock.advance(minutes(230));
      const unchecked = family.unread().filter((text) => told.test(text));
      expect(unchecked).toHaveLength(1);
      readAllMessages(world);
      await world.clock.advance(hours(3));
      readAllMessages(world);
      await family.texts('1');
      family.hearsOnly(goesOn);
      readAllMessages(world);
    });

  scenario('leaves the coordinator in peace at night when it can wait', async (world) => {
    const family = world.phone('Sunita');
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const planned =
      'Need B+ blood 1 unit SRN hospital Prayagraj in 3 days patient Anil attendant Usha';
    await asksForBlood(family, planned);
    meena.hearsOnly(says.pleaseCheck);
    const hoursAsked: number[] = [];
    for (let hour = 1; hour <= 24; hour += 1) {
      await world.clock.advance(hours(1));
      if (meena.hearsAll(says.pleaseCheck) > 0)
        hoursAsked.push(new Date(world.clock.now() + hours(5.5)).getUTCHours());
    }
    expect(hoursAsked.length).toBeLessThanOrEqual(4);
    for (const hour of hoursAsked) expect(hour >= 7 && hour < 22).toBe(true);
    readAllMessages(world);
  });
});

describe('a correction beside OK', () => {
  for (const words of [
    'OK CODE but only 1 unit needed, not 2',
    'OK CODE lekin 1 unit chahiye 2 nahi',
    'OK CODE लेकिन 1 यूनिट चाहिए 2 नहीं',
    'CODE baat ho gayi sahi hai, 1 unit chahiye 2 nahi',
  ])
    scenario(`"${words}" is stored, told to the family, and verified`, async (world) => {
      const { family, verifier, code } = await waitsForCheck(world);
      await verifier.texts(words.replace('CODE', code));
      verifier.hears(says.thanksOk);
      family.hears(code, /1 (unit|यूनिट)/);
      const { request } = await world.file(code);
      expect([request.units, request.phase.type]).toEqual([1, 'searching']);
      readAllMessages(world);
    });

  for (const words of [
    'OK CODE B- not B+',
    'OK CODE lekin B+ nahi B- hai',
    'OK CODE बी पॉजिटिव नहीं बी नेगेटिव है',
  ])
    scenario(`"${words}" is read back to the volunteer first`, async (world) => {
      const { family, verifier, code } = await waitsForCheck(world);
      await verifier.texts(words.replace('CODE', code));
      verifier.hearsOnly(says.pleaseCheck, 'B-');
      family.hearsOnly(code, 'B-');
      expect((await world.file(code)).request.phase.type).toBe('verifying');
      await verifier.texts(`OK ${code}`);
      verifier.hears(says.thanksOk);
      readAllMessages(world);
    });

  scenario('needs the own code', async (world) => {
    const { verifier, code } = await waitsForCheck(world);
    await verifier.texts('haan sahi hai, 1 unit chahiye 2 nahi');
    verifier.readsEverything();
    expect((await world.file(code)).request.units).toBe(2);
  });
});
