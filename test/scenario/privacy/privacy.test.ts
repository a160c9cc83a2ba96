import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import type { Item } from '#functions/adapters/dynamodb/items.ts';
import { tableAttributes } from '#functions/adapters/dynamodb/keys.ts';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import type { Store } from '#functions/ports/store.ts';
import { importDonor } from '#functions/use-cases/donors/import-people.ts';
import { noticeVersion } from '#shared/messages/notice-version.ts';
import { pinSchema } from '#shared/places/place.ts';
import type { Language } from '#shared/terms/language.ts';
import { daySchema, days, hours, minutes, seconds } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import { leaksIn } from '../../world/leaks.ts';
import type { OnCall } from '../../world/on-call.ts';
import type { Phone } from '../../world/phone.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { asksForBlood, donors, oneUnit, searchedFor } from '../../world/scenario-steps.ts';
import { databaseEndpoint, freshStore } from '../../world/servers/test-database.ts';
import { account, createWorld, testConfig, type World } from '../../world/world.ts';

/** Where in the whole table this person, or whoever they have named, can still be found. */
const tracesOf = (world: World, { number, name }: Phone, ...named: string[]): string[] =>
  leaksIn(
    world.table().map((item) => JSON.stringify(item)),
    { numbers: [number], names: [name, ...named], texts: [] },
  );

/** Long enough for the last message to be let go of, and for what is kept for repetitions. */
const theRest = days(3);

const aWholeLife = async (world: World) => {
  const amit = await world.donor('Amitabh');
  const [bina] = await donors(world, 1);
  const story = await searchedFor(
    world,
    oneUnit.replace('Ramesh', 'Rameshwar').replace('Sunita', 'Sunayana'),
  );
  for (const donor of [amit, bina]) donor?.hears(says.alert);
  await amit.texts('1');
  amit.hears(says.confirmed);
  story.family.hears(says.donorComing, 'Amitabh');
  await bina?.texts('1');
  for (const phone of world.phones()) phone.readsEverything();
  return { amit, bina, ...story };
};

/** Up to the summary of a request told by keys: a hospital, a patient and an attendant said aloud. */
const tellsAloud = async (family: Phone): Promise<OnCall> => {
  const call = await family.calls();
  for (const key of ['2', '1', '2', '1', '1', '1', '211001', '1', '6']) await call.presses(key);
  await call.says('Jeevan Jyoti');
  await call.presses('1');
  await call.says('Rameshwar');
  await call.says('Sunayana');
  return call;
};

/** Nobody was free: the coordinators get a link to what was said. */
const leavesMessage = async (world: World): Promise<Phone> => {
  const veena = await world.volunteer('Veena', { role: 'coordinator' });
  const sunita = world.phone('Sunita');
  const call = await sunita.calls();
  await call.presses('2');
  await call.presses('0');
  await veena.missesCall();
  await call.listens();
  await call.says('My father needs blood at SRN');
  return sunita;
};

/** Whoever says FORGET in the end, with the names they have told. */
type Told = { who: Phone; named?: string[] };

const refusesAloud = async (world: World): Promise<Told> => {
  const who = await world.volunteer('Kavita');
  const call = await tellsAloud(world.phone('Sunita'));
  await call.presses('1');
  await call.hangsUp();
  const checking = await who.calls();
  for (const key of ['2', '4']) await checking.presses(key);
  await checking.says('The paper is old');
  await checking.hangsUp();
  return { who };
};

/** How people come to be known. */
const stories: Record<string, (world: World) => Promise<Told>> = {
  'a donor on the way': async (world) => ({ who: (await aWholeLife(world)).amit }),

  'a donor who has given': async (world) => {
    const { amit, family } = await aWholeLife(world);
    await family.texts('DONE');
    await world.clock.advance(hours(2));
    return { who: amit };
  },

  'a donor who has been asked again half a year later': async (world) => {
    const { amit, family, verifier } = await aWholeLife(world);
    await family.texts('DONE');
    await world.clock.advance(days(140));
    const code = await asksForBlood(world.phone('Geeta'), oneUnit);
    await verifier.texts(`OK ${code}`);
    amit.hears(says.alert, code);
    await amit.texts('1');
    return { who: amit };
  },

  'a family, with the names of patient and attendant': async (world) => ({
    who: (await aWholeLife(world)).family,
    named: ['Rameshwar', 'Sunayana'],
  }),

  'a verifier, while the request is open': async (world) => ({
    who: (await aWholeLife(world)).verifier,
  }),

  'a caller who has left a message for the coordinators': async (world) => ({
    who: await leavesMessage(world),
  }),

  'a family that has said the hospital twice': async (world) => {
    const who = world.phone('Sunita');
    const call = await tellsAloud(who);
    for (const key of ['2', '4', '211001', '1', '6']) await call.presses(key);
    await call.says('Jeevan Jyoti');
    await call.hangsUp();
    return { who };
  },

  'a volunteer who has said why a request goes no further': (world) => refusesAloud(world),
};

/** What lies with the carrier of all that this phone has said, by the carrier's ids. */
const saidBy = ({ table }: World, { number }: Phone): string[] =>
  table()
    .filter((item) => item['kind'] === 'recording' && item['by'] === number)
    .map((item) => String(item['carrierId']));

const stillThere = async ({ services }: World, ids: string[]): Promise<string[]> => {
  const sounds = await Promise.all(ids.map((id) => services.carrier.sound(id)));
  return ids.filter((_, i) => sounds[i] !== undefined);
};

describe('FORGET: the whole table is searched afterwards', () => {
  for (const [name, story] of Object.entries(stories))
    scenario(name, async (world) => {
      const { who, named = [] } = await story(world);
      const said = saidBy(world, who);
      expect(await stillThere(world, said)).toEqual(said);
      expect(tracesOf(world, who, ...named)).not.toEqual([]);
      await who.texts('FORGET');
      await world.clock.advance(theRest);
      for (const phone of world.phones()) phone.readsEverything();
      expect(tracesOf(world, who, ...named)).toEqual([]);
      expect(await stillThere(world, said)).toEqual([]);
    });

  scenario('the family of a refused request is not told to hear what is gone', async (world) => {
    const { who } = await refusesAloud(world);
    await who.texts('FORGET');
    await world.clock.advance(minutes(2));
    const family = world.phones().find(({ name }) => name === 'Sunita');
    const call = await family?.calls();
    call?.hears('If you need');
    expect(call?.unheard().join()).not.toMatch(/says why|paper is old/);
    await call?.hangsUp();
    for (const phone of world.phones()) phone.readsEverything();
  });

  /** Once, after a round has listed whom it will ask. */
  let meanwhile = async (): Promise<void> => {};
  const interrupted = (): Store => {
    const store = createMemoryStore();
    return {
      ...store,
      async roster(zone) {
        const listed = await store.roster(zone);
        const happens = meanwhile;
        meanwhile = async () => {};
        await happens();
        return listed;
      },
    };
  };

  scenario(
    'a volunteer in the very moment in which a round would ask them',
    async (world) => {
      const mohan = await world.volunteer('Mohandas');
      const kavita = await world.volunteer('Kavita');
      meanwhile = () => mohan.textsAtOnce('FORGET');
      const code = await asksForBlood(world.phone('Sunita'), oneUnit);
      kavita.hears(says.pleaseCheck, code);
      for (const phone of world.phones()) phone.readsEverything();
      await world.clock.advance(seconds(20));
      expect(tracesOf(world, mohan)).toEqual([]);
    },
    { on: interrupted() },
  );

  scenario('more than one transaction could hold', async (world) => {
    await world.volunteer('Kavita');
    const bank = world.phone('Rameshwari');
    for (let i = 0; i < 101; i += 1) {
      await bank.texts(oneUnit);
      await bank.texts('1');
      await bank.texts('CLOSE');
      await world.clock.advance(minutes(10));
    }
    await bank.texts('FORGET');
    await world.clock.advance(theRest);
    for (const phone of world.phones()) phone.readsEverything();
    expect(tracesOf(world, bank)).toEqual([]);
  });
});

test('a FORGET that the database cuts short is not said to be done, and the next takes the rest', async () => {
  const clean = createMemoryStore();
  let losesAnswers = false;
  const save: Store['save'] = async (writes) => {
    const saved = await clean.save(writes);
    if (losesAnswers) throw new Error('its answer was lost');
    return saved;
  };
  const world = await createWorld({ on: { ...clean, save } });
  const { amit, family } = await aWholeLife(world);
  await family.texts('DONE');
  await world.clock.advance(hours(2));
  for (const phone of world.phones()) phone.readsEverything();
  const given = (await clean.person(amit.number))?.alerts.map(({ requestId }) => requestId) ?? [];
  const filed = async () =>
    JSON.stringify(await Promise.all(given.map((id) => clean.requestFile(id))));
  expect(await filed()).toContain(amit.number);

  losesAnswers = true;
  await amit.textsAtOnce('FORGET');
  losesAnswers = false;
  await world.clock.advance(hours(1));
  amit.hearsNothing();
  expect(await filed()).not.toContain(amit.number);
  // Nobody has told them that they are forgotten: they still are who has given, and rest.
  expect((await world.store.person(amit.number))?.donor).toMatchObject({
    donations: 1,
    record: { came: 1 },
  });

  await amit.texts('FORGET');
  amit.hears(says.forgotten);
  expect(await world.store.person(amit.number)).toBeUndefined();
  expect(JSON.stringify([await filed(), await world.outbox()])).not.toContain(amit.number);
});

describe.skipIf(!databaseEndpoint)('FORGET in the items of a real database', () => {
  for (const [name, story] of Object.entries(stories))
    test(name, async () => {
      const { store, documents, table, client } = await freshStore();
      const world = await createWorld({ on: store });
      const { who, named = [] } = await story(world);
      // Its time to live is of the hotline's clock, which runs ahead here.
      const lives = (item: Item): boolean =>
        !(Number(item[tableAttributes.expires]) * 1000 <= world.clock.now());
      const search = async (): Promise<string[]> => {
        const items: string[] = [];
        for await (const page of paginateScan({ client: documents }, { TableName: table }))
          items.push(...(page.Items ?? []).filter(lives).map((item) => JSON.stringify(item)));
        return leaksIn(items, { numbers: [who.number], names: [who.name, ...named], texts: [] });
      };
      expect(await search()).not.toEqual([]);
      await who.texts('FORGET');
      await world.clock.advance(theRest);
      expect(await search()).toEqual([]);
      client.destroy();
    });
});

describe('MYDATA', () => {
  const heard = async (world: World, language: Language) => {
    const amit = await world.donor('Amitabh', {
      language,
      lastDonation: daySchema.parse('2026-07-01'),
      weightKg: 70,
    });
    await world.makeVolunteer(amit, { language });
    await amit.texts(oneUnit);
    await amit.texts('1');
    const code = codeIn(amit.unread().at(-1) ?? '');
    amit.readsEverything();
    await amit.texts('MYDATA');
    const said = amit.unread().join('\n');
    amit.readsEverything();
    return { said, code };
  };

  for (const [language, ...words] of [
    [
      'en',
      'the name Amitabh',
      'born 1990',
      '1 Jul 2026',
      'Also your weight',
      'as the group',
      'to you in English',
      'we text you',
      'sees your number',
      'volunteers for',
      'text FORGET',
    ],
    [
      'hi',
      'नाम Amitabh',
      'जन्म 1990',
      '1 जुलाई 2026',
      'वजन',
      'वॉलंटियर',
      'FORGET भेजें',
      'ग्रुप की सूची से',
      'हिंदी में',
      'मैसेज भेजते हैं',
      'नंबर दिखता है',
    ],
    [
      'hi-Latn',
      'naam Amitabh',
      'janm 1990',
      '1 Jul 2026',
      'wazan',
      'volunteer',
      'FORGET bhejein',
      'group ki soochi se',
      'English aksharon ki Hindi',
      'message bhejte hain',
      'number dikhta hai',
    ],
  ] as const) {
    scenario(`what is kept, in ${language}`, async (world) => {
      const { said, code } = await heard(world, language);
      for (const word of [...words, 'B+', '211001', code]) expect(said).toContain(word);
    });
  }

  scenario('nobody else is in it, and of a stranger there is hardly anything', async (world) => {
    const { amit, family, code } = await aWholeLife(world);
    await amit.texts('mera data');
    const said = amit.unread().join('\n');
    amit.readsEverything();
    expect(said).toContain('asked you for blood once: you agreed once.');
    for (const secret of [family.number, 'Rameshwar', code]) expect(said).not.toContain(secret);
    const ravi = world.phone('Ravi');
    await ravi.texts('MYDATA');
    ravi.hears('Hamare paas aapka yeh hai: number, bhasha');
  });
});

describe('MYDATA, of what somebody has chosen and said', () => {
  const asks = async (phone: Phone): Promise<string> => {
    phone.readsEverything();
    await phone.texts('MYDATA');
    const said = phone.unread().join('\n');
    phone.readsEverything();
    return said;
  };

  scenario('only while it applies', async (world) => {
    const amit = await world.donor('Amitabh', { lastDonation: daySchema.parse('2026-11-01') });
    const rests = 'may give blood again from 30 Jan 2027';
    const chosen = ['wait until 23 Dec 2026', 'we call you', 'Nobody we put you in touch with'];
    const before = await asks(amit);
    for (const words of [rests, 'we text you', 'sees your number']) expect(before).toContain(words);
    for (const words of chosen) expect(before).not.toContain(words);
    expect(before).not.toMatch(/Recordings|asked you for blood/);
    for (const text of ['PAUSE 30', 'CALLS', 'HIDE']) await amit.texts(text);
    const then = await asks(amit);
    for (const words of [rests, ...chosen]) expect(then).toContain(words);
    for (const text of ['ON', 'TEXTS', 'SHOW']) await amit.texts(text);
    expect(await asks(amit)).toBe(before);
    await world.clock.advance(days(90));
    expect(await asks(amit)).not.toContain('may give blood again');
  });

  scenario('what was said in calls, for as long as it is kept', async (world) => {
    const who = await leavesMessage(world);
    const other = world.phone('Leela');
    await other.texts('LANG EN');
    expect(await asks(who)).toContain('We have 1 now');
    expect(await asks(other)).not.toContain('Recordings');
    await world.clock.advance(days(31));
    expect(await asks(who)).not.toContain('Recordings');
    for (const phone of world.phones()) phone.readsEverything();
  });

  scenario('how and in which language somebody agreed', async (world) => {
    const ravi = world.phone('Ravindra');
    for (const text of ['JOIN', '1', 'B+', '211001', 'Ravindra', '2', '1990', '1'])
      await ravi.texts(text);
    await ravi.texts('LANG HI');
    await ravi.texts('LANG EN');
    expect(await asks(ravi)).toMatch(
      /You agreed on 23 Nov 2026, by text\.\nWe explained it to you in/,
    );
  });
});

describe('what somebody agreed to', () => {
  const consentOf = async (world: World, phone: Phone) =>
    (await world.store.person(phone.number))?.donor?.consent;

  scenario('is the notice they read, in its language, at that moment', async (world) => {
    const ravi = world.phone('Ravi');
    await ravi.texts('JOIN');
    ravi.hearsOnly('1 = manzoor');
    await world.clock.advance(minutes(3));
    // A sentence in English, and from now on the hotline answers in English.
    const agreedAt = world.clock.now();
    await ravi.texts('yes i agree');
    await world.clock.advance(hours(2));
    for (const text of ['B+', '211001', 'my name is Ravi Kumar', '2', '1990'])
      await ravi.texts(text);
    ravi.hears(says.askLastDonation);
    await ravi.texts('1');
    ravi.hears(says.joined);
    expect(await consentOf(world, ravi)).toEqual({
      at: agreedAt,
      by: 'text',
      language: 'hi-Latn',
      notice: noticeVersion,
    });
    ravi.readsEverything();
    await ravi.texts('MYDATA');
    ravi.hears('We explained it to you in Hindi in English letters');
  });

  scenario('in the language in which it was said last before they agreed', async (world) => {
    const ravi = world.phone('Ravi');
    await ravi.texts('JOIN');
    ravi.hearsOnly('1 = manzoor');
    await ravi.texts('why do you ask me this');
    ravi.hearsOnly(says.notice);
    for (const text of ['1', 'B+', '211001', 'Ravi', '2', '1990', '1']) await ravi.texts(text);
    expect(await consentOf(world, ravi)).toMatchObject({ language: 'en' });
    ravi.readsEverything();
  });

  scenario('stays what it was when a group or PIN is corrected, or a list read', async (world) => {
    const ravi = world.phone('Ravi');
    for (const text of ['JOIN', '1', 'B+', '211001', 'Ravi', '2', '1990', '1'])
      await ravi.texts(text);
    const before = await consentOf(world, ravi);
    await world.clock.advance(days(1));
    await ravi.texts('JOIN A+');
    expect((await world.store.person(ravi.number))?.donor?.group).toBe('A+');
    expect(await consentOf(world, ravi)).toEqual(before);
    // A list without a notice says less than what they said themselves.
    await importDonor(world.services, {
      phone: ravi.number,
      name: 'Ravi',
      group: 'A+',
      sex: 'man',
      birthYear: 1990,
      pin: pinSchema.parse('211001'),
      language: 'en',
    });
    expect(await consentOf(world, ravi)).toEqual(before);
    ravi.readsEverything();
  });
});

describe('MYDATA, of what is half told', () => {
  scenario('says that it is kept, for joining or for a request', async (world) => {
    const ravi = world.phone('Ravi');
    await ravi.texts('LANG EN');
    const asks = async () => {
      ravi.readsEverything();
      await ravi.texts('MYDATA');
      const said = ravi.unread().join(' ');
      ravi.readsEverything();
      return said;
    };
    const [joining, need] = ['so far to join us', 'so far of your need for blood'];
    await ravi.texts('JOIN');
    expect(await asks()).not.toMatch(new RegExp(`${joining}|${need}`));
    for (const text of ['1', 'B+', '211001']) await ravi.texts(text);
    expect(await asks()).toContain(joining);
    await ravi.texts('BLOOD');
    await ravi.texts('B+');
    expect(await asks()).toContain(need);
    await world.clock.advance(days(3));
    expect(await asks()).not.toMatch(new RegExp(`${joining}|${need}`));
  });
});

describe('a leak is seen', () => {
  test('in the log', async () => {
    const world = await createWorld();
    const amit = await world.donor('Amitabh');
    await amit.texts('Hello, is anybody there?');
    expect(world.leaks()).toEqual([]);
    const { log } = world.services;
    log.info('asked', { phone: amit.number });
    log.info('asked', { phone: '094500 00001' });
    log.error('asked', { whom: 'Amitabh Kumar' });
    log.info('heard', { text: 'Hello, is anybody there?' });
    expect(world.leaks()).toHaveLength(4);
  });

  test('in the log, of those who have no phone here, and of what opens the account', async () => {
    const world = await createWorld();
    await aWholeLife(world);
    const leela = world.phone('Leela');
    await leela.texts(oneUnit.replace('Ramesh', 'Om Prakash (ward 3').replace('Sunita', 'Nirmala'));
    expect(world.leaks()).toEqual([]);
    const { log } = world.services;
    const leaks = ['Rameshwar', 'Sunayana', 'Om Prakash (ward 3', 'Nirmala', account.authToken];
    for (const leak of leaks) {
      log.info('asked', { why: `for ${leak}.` });
      expect(world.leaks(), leak).toHaveLength(1);
      world.logged.splice(0);
    }
  });

  test('in the table', async () => {
    const world = await createWorld();
    const { amit } = await aWholeLife(world);
    await amit.texts('FORGET');
    await world.clock.advance(theRest);
    await world.store.save([
      {
        add: {
          kind: 'reply',
          id: 'SMleak',
          text: `Amit can be reached at ${amit.number}`,
          at: world.services.clock.now(),
        },
      },
    ]);
    expect(tracesOf(world, amit)).toHaveLength(1);
  });
});

describe('what nobody needs any more', () => {
  const { requestDays, strangerDays } = testConfig().policy.retention;

  scenario('a request loses its names and numbers, and keeps what happened', async (world) => {
    const { amit, family, verifier, code } = await aWholeLife(world);
    await family.texts('DONE');
    for (const phone of world.phones()) phone.readsEverything();
    const named = ['Rameshwar', 'Sunayana'];
    await world.clock.advance(days(requestDays - 2));
    expect(tracesOf(world, family, ...named).join()).toContain('Rameshwar');
    await world.clock.advance(days(3));
    for (const phone of world.phones()) phone.readsEverything();
    const kept = leaksIn(
      world
        .table()
        .filter(({ kind }) => kind !== 'person')
        .map((item) => JSON.stringify(item)),
      {
        numbers: [family, verifier, amit].map(({ number }) => number),
        names: [...named, 'Amitabh'],
        texts: [],
      },
    );
    expect(kept).toEqual([]);
    const { request, alerts, timeline } = await world.file(code);
    expect(request).toMatchObject({ group: 'B+', units: 1, phase: { type: 'fulfilled' } });
    expect(request.pledges.map(({ state }) => state)).toContain('donated');
    expect([alerts.length, timeline.length > 5]).toEqual([2, true]);
    // The family has no other business with us: a week later nobody knows its number.
    await world.clock.advance(days(strangerDays + 1));
    expect(await world.store.person(family.number)).toBeUndefined();
    // The donor has lost the request that lost him.
    const { donor, alerts: asked } = (await world.store.person(amit.number)) ?? {};
    expect([donor?.donations, asked]).toEqual([1, []]);
  });

  scenario('a search with more donors than one save can hold', async (world) => {
    const many = await donors(world, 90);
    const { family, verifier, code } = await searchedFor(world, oneUnit);
    await world.clock.advance(hours(4));
    const asked = many.filter((donor) => donor.unread().length > 0).length;
    await family.texts('CLOSE');
    family.readsEverything();
    verifier.readsEverything();
    for (const phone of many) phone.readsEverything();
    await world.clock.advance(days(requestDays + 1));
    for (const phone of many) phone.readsEverything();
    const { alerts, request } = await world.file(code);
    expect([asked > 80, alerts.length]).toEqual([true, asked]);
    expect(alerts.filter(({ phone }) => phone !== undefined)).toEqual([]);
    expect([request.requester, request.forgetAt]).toEqual([undefined, undefined]);
  });

  scenario('somebody who has begun to tell and never came back', async (world) => {
    const ravi = world.phone('Ravindra');
    await ravi.texts('JOIN');
    await ravi.texts('1');
    await ravi.texts('B+');
    ravi.readsEverything();
    await world.clock.advance(days(strangerDays - 1));
    expect(tracesOf(world, ravi)).not.toEqual([]);
    await world.clock.advance(days(2));
    expect(tracesOf(world, ravi)).toEqual([]);
  });

  scenario('whoever has said STOP stays known, so that it holds', async (world) => {
    const ravi = world.phone('Ravindra');
    await ravi.texts('hello');
    ravi.readsEverything();
    await ravi.texts('STOP');
    ravi.readsEverything();
    await world.clock.advance(days(strangerDays + 2));
    expect(await world.store.person(ravi.number)).toMatchObject({ optedOut: true });
  });
});
