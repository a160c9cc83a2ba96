import { describe, expect } from 'vitest';
import { explainRequest } from '#functions/use-cases/requests/explain-request.ts';
import {
  emptyHistory,
  type ResponseHistory,
  renderHistory,
} from '#shared/people/response-history.ts';
import { hours, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  donors,
  oneUnit,
  readAllMessages,
  searchedFor,
  whoIsAsked,
} from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/** Stores a response history for this donor. */
const hasHistory = async (
  world: World,
  phone: Phone,
  record: Partial<ResponseHistory>,
): Promise<void> => {
  const person = await world.store.person(phone.number);
  if (!person?.donor) throw new Error(`${phone.name} is no donor`);
  const donor = { ...person.donor, record: { ...emptyHistory, ...record } };
  expect(await world.store.save([{ put: { ...person, donor } }])).toBe('saved');
};
const recordOf = async (world: World, phone: Phone): Promise<ResponseHistory | undefined> =>
  (await world.store.person(phone.number))?.donor?.record;

const regular = { tries: 10, saidYes: 5, came: 5 };
describe('donor selection', () => {
  scenario('asks donors who usually answer, and not a nearer one who never does', async (world) => {
    const sleeper = await world.donor('Sleeper');
    const regulars = await donors(world, 12, { pin: '211003' });
    await hasHistory(world, sleeper, { tries: 12 });
    for (const phone of regulars) await hasHistory(world, phone, regular);
    const { code } = await searchedFor(world, oneUnit);
    const asked = whoIsAsked(regulars);
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect(asked.length).toBeLessThan(12);
    sleeper.hearsNothing();

    const { spared } = await explainRequest(world.services, await world.file(code));
    const why = spared.find(({ candidate }) => candidate.person.phone === sleeper.number);
    expect(why).toMatchObject({ reason: undefined });
    expect(why?.candidate.chance).toBeLessThan(0.02);
    readAllMessages(world);
  });

  scenario(
    'asks a donor with a good history even when many new donors live nearer',
    async (world) => {
      const strangers = await donors(world, 60);
      const regular12Km = await world.donor('Regular', { pin: '211010' });
      await hasHistory(world, regular12Km, regular);
      await searchedFor(world, oneUnit);
      regular12Km.hears(says.alert);
      expect(whoIsAsked(strangers).length).toBeLessThan(30);
      readAllMessages(world);
    },
  );

  scenario('asks the least recently asked donors first', async (world) => {
    const strangers = await donors(world, 70);
    const first = await searchedFor(world, oneUnit);
    const asked = whoIsAsked(strangers);
    await first.family.closes(`CLOSE ${first.code}`);
    readAllMessages(world);
    await world.clock.advance(hours(1));
    readAllMessages(world);
    await searchedFor(world, oneUnit);
    const next = whoIsAsked(strangers);
    expect(next.length).toBeGreaterThanOrEqual(asked.length);
    expect(next.filter((phone) => asked.includes(phone))).toEqual([]);
    readAllMessages(world);
  });

  scenario('replaces a donor who says no within a minute', async (world) => {
    const regulars = await donors(world, 12);
    for (const phone of regulars) await hasHistory(world, phone, regular);
    await searchedFor(world, oneUnit);
    const first = whoIsAsked(regulars);
    await first[0]?.texts('2');
    await world.clock.advance(minutes(1));
    const next = whoIsAsked(regulars.filter((phone) => !first.includes(phone)));
    expect(next).toHaveLength(1);
    readAllMessages(world);
  });

  scenario(
    'asks no more donors while the asked ones are likely enough to cover the request',
    async (world) => {
      const regulars = await donors(world, 30);
      for (const phone of regulars) await hasHistory(world, phone, regular);
      await searchedFor(world, oneUnit);
      const first = whoIsAsked(regulars).length;
      await world.clock.advance(minutes(3));
      expect(whoIsAsked(regulars)).toHaveLength(0);
      // Silence lowers the expected number of replies, so by now further donors have been asked.
      await world.clock.advance(minutes(8));
      const second = whoIsAsked(regulars).length;
      expect(second).toBeGreaterThan(0);
      expect(second).toBeLessThan(first);
      readAllMessages(world);
    },
  );

  scenario('spares O− donors while there are enough O+ donors', async (world) => {
    const negative = await world.donor('Negative', { group: 'O-' });
    const positive = await donors(world, 12, { group: 'O+' });
    for (const phone of [negative, ...positive]) await hasHistory(world, phone, regular);
    await searchedFor(world, oneUnit.replace('B+ blood', 'O+ packed red cells'));
    expect(whoIsAsked(positive).length).toBeGreaterThanOrEqual(3);
    await world.clock.advance(minutes(10));
    negative.hearsNothing();
    readAllMessages(world);
  });
});

describe('the response history', () => {
  scenario('counts replies, silence and arrivals', async (world) => {
    const [amit, bina, chandan, dev] = await donors(world, 4);
    if (!amit || !bina || !chandan || !dev) throw new Error('too few donors');
    await searchedFor(world, oneUnit);
    await bina.texts('2');
    await amit.texts('1');
    amit.hears(says.confirmed);
    await world.clock.advance(minutes(1));
    expect(await recordOf(world, amit)).toMatchObject({ tries: 1, saidYes: 1, came: 0 });
    expect(await recordOf(world, bina)).toMatchObject({ tries: 1, saidYes: 0 });
    // An alert open for one minute counts as a small part of a try.
    const silent = await recordOf(world, chandan);
    expect(silent?.tries).toBeLessThan(0.2);
    await amit.texts('DONE');
    expect(await recordOf(world, amit)).toMatchObject({ came: 1, missed: 0 });
    await world.clock.advance(hours(1));
    readAllMessages(world);
  });

  const soon = oneUnit;
  const tonight = oneUnit.replace('urgent', 'today 9 pm');
  const tomorrow = oneUnit.replace('urgent', 'tomorrow 6 pm');
  const needs: [string, string, number][] = [
    ['critical', soon, 2.2],
    ['urgent', tonight, 3.7],
    ['planned', tomorrow, 4.7],
  ];
  for (const [urgency, need, knownAfterHours] of needs)
    scenario(
      `counts a no-show of a request that is ${urgency}, and promotes the standby in time`,
      async (world) => {
        const [amit, bina] = await donors(world, 2);
        if (!amit || !bina) throw new Error('too few donors');
        const { family, code } = await searchedFor(world, need);
        expect((await world.file(code)).request.urgency).toBe(urgency);
        await amit.texts('1');
        amit.hears(says.confirmed);
        await bina.texts('1');
        bina.hears(says.standby);
        await world.clock.advance(hours(knownAfterHours));
        bina.hears(says.promoted);
        expect((await world.file(code)).request.neededBy).toBeGreaterThan(
          world.clock.now() + hours(2),
        );
        family.hears(says.donorDidNotCome);
        const missed = await recordOf(world, amit);
        expect(missed).toMatchObject({ saidYes: 1, came: 0, missed: 1 });
        expect(missed && renderHistory(missed)).toBe(
          'asked once, said yes once, did not come once',
        );
        readAllMessages(world);
      },
    );
});
