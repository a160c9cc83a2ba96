import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import type { Store } from '#functions/ports/store.ts';
import { hours, minutes, seconds } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  requestWithDonors,
  speaksRefusal,
  stories,
  tracesOf,
  untilExpiry,
} from '../../world/steps/privacy-stories.ts';
import {
  asksForBlood,
  donorOf,
  donors,
  englishPhone,
  oneUnit,
  readAllMessages,
  searchedFor,
} from '../../world/steps/scenario-steps.ts';
import { createWorld, type World } from '../../world/world.ts';

/** The carrier's ids of the recordings of this phone. */
const recordingsOf = ({ table }: World, { number }: Phone): string[] =>
  table()
    .filter((item) => item['kind'] === 'recording' && item['by'] === number)
    .map((item) => String(item['carrierId']));

const existing = async ({ services }: World, ids: string[]): Promise<string[]> => {
  const sounds = await Promise.all(ids.map((id) => services.carrier.sound(id)));
  return ids.filter((_, i) => sounds[i] !== undefined);
};

describe('FORGET', () => {
  for (const [name, story] of Object.entries(stories))
    scenario(`leaves no trace of ${name} in the table or at the carrier`, async (world) => {
      const { who, named = [] } = await story(world);
      const recordings = recordingsOf(world, who);
      expect(await existing(world, recordings)).toEqual(recordings);
      expect(tracesOf(world, who, ...named)).not.toEqual([]);
      await who.forgets();
      await world.clock.advance(untilExpiry);
      readAllMessages(world);
      expect(tracesOf(world, who, ...named)).toEqual([]);
      expect(await existing(world, recordings)).toEqual([]);
    });

  scenario('removes a recorded reason, and the family is not offered it', async (world) => {
    const { who } = await speaksRefusal(world);
    await who.forgets();
    await world.clock.advance(minutes(2));
    const family = world.phones().find(({ name }) => name === 'Sunita');
    const call = await family?.calls();
    call?.hears('if you need');
    expect(call?.unheard().join()).not.toMatch(/says why|paper is old/);
    await call?.hangsUp();
    readAllMessages(world);
  });

  /** Runs once, after a round has listed its volunteers. */
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
    'leaves no trace of a volunteer that a round is about to ask',
    async (world) => {
      const mohan = await world.volunteer('Mohandas');
      const kavita = await world.volunteer('Kavita');
      await mohan.texts('FORGET');
      const number = mohan.readsNumber() ?? '';
      meanwhile = () => mohan.textsAtOnce(number);
      const code = await asksForBlood(world.phone('Sunita'), oneUnit);
      kavita.hears(says.pleaseCheck, code);
      readAllMessages(world);
      await world.clock.advance(seconds(20));
      expect(tracesOf(world, mohan)).toEqual([]);
    },
    { on: interrupted() },
  );

  scenario('erases more items than one transaction can hold', async (world) => {
    await world.volunteer('Kavita');
    const bank = world.phone('Rameshwari');
    for (let i = 0; i < 101; i += 1) {
      await bank.texts(oneUnit);
      await bank.texts('1');
      await bank.closes();
      await world.clock.advance(minutes(10));
    }
    await bank.forgets();
    await world.clock.advance(untilExpiry);
    readAllMessages(world);
    expect(tracesOf(world, bank)).toEqual([]);
  });
});

test('FORGET that the database interrupts is not confirmed, and the next one erases the rest', async () => {
  const clean = createMemoryStore();
  let losesAnswers = false;
  const save: Store['save'] = async (writes) => {
    const saved = await clean.save(writes);
    if (losesAnswers) throw new Error('its answer was lost');
    return saved;
  };
  const world = await createWorld({ on: { ...clean, save } });
  const { amit, family } = await requestWithDonors(world);
  await family.texts('DONE');
  await world.clock.advance(hours(2));
  readAllMessages(world);
  const given = (await clean.person(amit.number))?.alerts.map(({ requestId }) => requestId) ?? [];
  const filed = async () =>
    JSON.stringify(await Promise.all(given.map((id) => clean.requestFile(id))));
  expect(await filed()).toContain(amit.number);

  await amit.texts('FORGET');
  const number = amit.readsNumber() ?? '';
  losesAnswers = true;
  await amit.textsAtOnce(number);
  losesAnswers = false;
  await world.clock.advance(hours(1));
  amit.hearsNothing();
  expect(await filed()).not.toContain(amit.number);
  // The donor has no confirmation, so the donation and the deferral are still stored.
  expect((await world.store.person(amit.number))?.donor).toMatchObject({
    donations: 1,
    record: { came: 1 },
  });

  await amit.forgets();
  amit.hears(says.forgotten);
  expect(await world.store.person(amit.number)).toBeUndefined();
  expect(JSON.stringify([await filed(), await world.outbox()])).not.toContain(amit.number);
});

/** All people, this request and the outbox as one text. */
const kept = async (world: World, code: string): Promise<string> => {
  const people = [];
  for await (const person of world.store.everyone()) people.push(person);
  return JSON.stringify([people, await world.file(code), await world.outbox()]);
};

describe('FORGET during a request', () => {
  scenario('replaces a pledged donor and erases number and name', async (world) => {
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
    await amit.forgets();
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

  scenario('keeps a donation and erases the name of its donor', async (world) => {
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
    await amit.forgets('मुझे भूल जाओ');
    amit.hearsOnly(says.forgotten);
    await world.clock.advance(minutes(10));
    const left = await kept(world, code);
    expect(left).not.toContain(amit.number);
    expect(left).not.toContain('Amitabh');
    expect((await world.file(code)).request.pledges.map((p) => p.state)).toEqual(['donated']);
  });

  scenario('closes the open request of a family and erases its data', async (world) => {
    const amit = await world.donor('Amit');
    const { family, verifier, code } = await searchedFor(
      world,
      oneUnit.replace('Ramesh', 'Rameshwar').replace('Sunita', 'Sunayana'),
    );
    amit.hears(says.alert);
    await amit.texts('1');
    amit.hears(says.confirmed);
    family.hears(says.donorComing);
    await family.forgets();
    family.hearsOnly(says.forgetAfterRequest);
    amit.hearsOnly(says.standDown);
    verifier.hearsOnly(says.verifierEndClosed);
    await world.clock.advance(minutes(10));
    const left = await kept(world, code);
    for (const trace of [family.number, 'Rameshwar', 'Sunayana']) expect(left).not.toContain(trace);
    expect((await world.file(code)).request.phase).toMatchObject({ type: 'closed' });
    await amit.texts('STATUS');
    amit.hearsOnly(says.statusNone);
  });

  scenario('erases the number of a verifier from all requests', async (world) => {
    const { amit, family, verifier, code } = await oneUnitAsked(world);
    const mohan = await world.volunteer('Mohan');
    const geeta = world.phone('Geeta');
    const other = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
    for (const phone of [verifier, mohan]) phone.hears(says.pleaseCheck, other);
    await verifier.forgets();
    verifier.hearsOnly(says.forgotten);
    await mohan.texts(`OK ${other}`);
    mohan.hears(says.thanksOk);
    geeta.hears(says.verified);
    geeta.hears(says.everyoneAsked);
    await family.closes();
    family.hears(says.closed);
    amit.readsEverything();
    await world.clock.advance(minutes(10));
    for (const each of [code, other])
      expect(await kept(world, each)).not.toContain(verifier.number);
  });

  scenario('answers an unknown phone, also the second time', async (world) => {
    const ravi = await englishPhone(world, 'Ravi');
    for (const _ of [1, 2]) {
      await ravi.forgets();
      expect(ravi.unread()).toHaveLength(1);
      ravi.readsEverything();
      expect(await world.store.person(ravi.number)).toBeUndefined();
    }
  });

  scenario('erases after STOP without an answer', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('STOP');
    await amit.forgets();
    amit.hearsNothing();
    expect(await donorOf(world, amit)).toBeUndefined();
  });
});
