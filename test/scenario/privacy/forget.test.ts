import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import type { Store } from '#functions/ports/store.ts';
import { hours, minutes, seconds } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import type { Phone } from '../../world/phone.ts';
import {
  aWholeLife,
  refusesAloud,
  stories,
  theRest,
  tracesOf,
} from '../../world/privacy-stories.ts';
import { scenario } from '../../world/scenario.ts';
import {
  asksForBlood,
  donorOf,
  donors,
  englishPhone,
  oneUnit,
  searchedFor,
} from '../../world/scenario-steps.ts';
import { createWorld, type World } from '../../world/world.ts';

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

/** Everything the hotline keeps about people and that request, as one text. */
const kept = async (world: World, code: string): Promise<string> => {
  const people = [];
  for await (const person of world.store.everyone()) people.push(person);
  return JSON.stringify([people, await world.file(code), await world.outbox()]);
};

describe('FORGET', () => {
  scenario('a donor who is coming is replaced, and nothing of them is left', async (world) => {
    const amit = await world.donor('Amitabh');
    const [bina] = await donors(world, 1);
    const { family, code } = await searchedFor(world, oneUnit);
    amit.hears(says.alert);
    bina?.hears(says.alert);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing, 'Amitabh');
    bina?.hearsOnly(says.alertCovered);
    await bina?.texts('1');
    bina?.hearsOnly(says.standby);
    await amit.texts('FORGET');
    amit.hearsOnly(says.forgotten);
    bina?.hearsOnly(says.promoted);
    family.hears(says.donorDropped);
    family.hearsOnly(says.donorComing);
    await world.clock.advance(minutes(10));
    const left = await kept(world, code);
    expect(left).not.toContain(amit.number);
    expect(left).not.toContain('Amitabh');
    const { alerts, request } = await world.file(code);
    expect(alerts).toHaveLength(2);
    expect(request.pledges).toHaveLength(2);
  });

  scenario('a donor who gave: the gift stays, the name goes', async (world) => {
    const amit = await world.donor('Amitabh');
    const { family, verifier, code } = await searchedFor(world, oneUnit);
    amit.hears(says.alert);
    await amit.texts('1');
    amit.hears(says.confirmed);
    family.hears(says.donorComing);
    await family.texts('DONE');
    family.hearsOnly(says.fulfilled);
    amit.hears(says.thanksFromFamily);
    verifier.hears(says.verifierEnd);
    await amit.texts('मुझे भूल जाओ');
    amit.hearsOnly(says.forgotten);
    await world.clock.advance(minutes(10));
    const left = await kept(world, code);
    expect(left).not.toContain(amit.number);
    expect(left).not.toContain('Amitabh');
    expect((await world.file(code)).request.pledges.map((p) => p.state)).toEqual(['donated']);
  });

  scenario(
    'a family with an open request: it is closed, and nothing of them is left',
    async (world) => {
      const amit = await world.donor('Amit');
      const { family, verifier, code } = await searchedFor(
        world,
        oneUnit.replace('Ramesh', 'Rameshwar').replace('Sunita', 'Sunayana'),
      );
      amit.hears(says.alert);
      await amit.texts('1');
      amit.hears(says.confirmed);
      family.hears(says.donorComing);
      await family.texts('FORGET');
      family.hearsOnly(says.forgetAfterRequest);
      amit.hearsOnly(says.standDown);
      verifier.hearsOnly(says.verifierEndClosed);
      await world.clock.advance(minutes(10));
      const left = await kept(world, code);
      for (const trace of [family.number, 'Rameshwar', 'Sunayana'])
        expect(left).not.toContain(trace);
      expect((await world.file(code)).request.phase).toMatchObject({ type: 'closed' });
      await amit.texts('STATUS');
      amit.hearsOnly(says.statusNone);
    },
  );

  scenario('a verifier: no request keeps their number', async (world) => {
    const amit = await world.donor('Amit');
    const { family, verifier, code } = await searchedFor(world, oneUnit);
    amit.hears(says.alert);
    const mohan = await world.volunteer('Mohan');
    const geeta = world.phone('Geeta');
    const other = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
    for (const phone of [verifier, mohan]) phone.hears(says.pleaseCheck, other);
    await verifier.texts('FORGET');
    verifier.hearsOnly(says.forgotten);
    await mohan.texts(`OK ${other}`);
    mohan.hears(says.thanksOk);
    geeta.hears(says.verified);
    geeta.hears(says.everyoneAsked);
    await family.texts('CLOSE');
    family.hears(says.closed);
    amit.readsEverything();
    await world.clock.advance(minutes(10));
    for (const each of [code, other])
      expect(await kept(world, each)).not.toContain(verifier.number);
  });

  scenario('an unknown phone, and the same phone again', async (world) => {
    const ravi = await englishPhone(world, 'Ravi');
    for (const _ of [1, 2]) {
      await ravi.texts('FORGET');
      expect(ravi.unread()).toHaveLength(1);
      ravi.readsEverything();
      expect(await world.store.person(ravi.number)).toBeUndefined();
    }
  });

  scenario('after STOP too: erased, without an answer', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('STOP');
    await amit.texts('FORGET');
    amit.hearsNothing();
    expect(await donorOf(world, amit)).toBeUndefined();
  });
});
