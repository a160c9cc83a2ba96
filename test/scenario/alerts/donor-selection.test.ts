import { describe, expect } from 'vitest';
import { explainRequest } from '#functions/use-cases/requests/explain-request.ts';
import {
  emptyHistory,
  type ResponseHistory,
  renderHistory,
} from '#shared/people/response-history.ts';
import { hours, minutes } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { donors, oneUnit, searchedFor, whoIsAsked } from '../../world/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/** What the hotline knows of this donor already. */
const isKnown = async (
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
const readAll = (world: World): void => {
  for (const phone of world.phones()) phone.readsEverything();
};

describe('whom the hotline asks', () => {
  scenario('those who answer, and not the sleeper next door', async (world) => {
    const sleeper = await world.donor('Sleeper');
    const regulars = await donors(world, 12, { pin: '211003' });
    await isKnown(world, sleeper, { tries: 12 });
    for (const phone of regulars) await isKnown(world, phone, regular);
    const { code } = await searchedFor(world, oneUnit);
    const asked = whoIsAsked(regulars);
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect(asked.length).toBeLessThan(12);
    sleeper.hearsNothing();

    const { spared } = await explainRequest(world.services, await world.file(code));
    const why = spared.find(({ candidate }) => candidate.person.phone === sleeper.number);
    expect(why).toMatchObject({ reason: undefined });
    expect(why?.candidate.chance).toBeLessThan(0.02);
    readAll(world);
  });

  scenario('who is known to come, however many strangers live next door', async (world) => {
    const strangers = await donors(world, 60);
    const regular12Km = await world.donor('Regular', { pin: '211010' });
    await isKnown(world, regular12Km, regular);
    await searchedFor(world, oneUnit);
    regular12Km.hears(says.alert);
    expect(whoIsAsked(strangers).length).toBeLessThan(30);
    readAll(world);
  });

  scenario('whoever was asked goes behind those who were not', async (world) => {
    const strangers = await donors(world, 70);
    const first = await searchedFor(world, oneUnit);
    const asked = whoIsAsked(strangers);
    await first.family.texts(`CLOSE ${first.code}`);
    readAll(world);
    await world.clock.advance(hours(1));
    readAll(world);
    await searchedFor(world, oneUnit);
    const next = whoIsAsked(strangers);
    expect(next.length).toBeGreaterThanOrEqual(asked.length);
    expect(next.filter((phone) => asked.includes(phone))).toEqual([]);
    readAll(world);
  });

  scenario('somebody else within the same minute, when one says no', async (world) => {
    const regulars = await donors(world, 12);
    for (const phone of regulars) await isKnown(world, phone, regular);
    await searchedFor(world, oneUnit);
    const first = whoIsAsked(regulars);
    await first[0]?.texts('2');
    await world.clock.advance(minutes(1));
    const next = whoIsAsked(regulars.filter((phone) => !first.includes(phone)));
    expect(next).toHaveLength(1);
    readAll(world);
  });

  scenario('nobody more, while those asked are likely enough', async (world) => {
    const regulars = await donors(world, 30);
    for (const phone of regulars) await isKnown(world, phone, regular);
    await searchedFor(world, oneUnit);
    const first = whoIsAsked(regulars).length;
    await world.clock.advance(minutes(3));
    expect(whoIsAsked(regulars)).toHaveLength(0);
    // Silence uses hope up: by now somebody else has been asked.
    await world.clock.advance(minutes(8));
    const second = whoIsAsked(regulars).length;
    expect(second).toBeGreaterThan(0);
    expect(second).toBeLessThan(first);
    readAll(world);
  });

  scenario('O− is kept back while O+ donors are enough', async (world) => {
    const negative = await world.donor('Negative', { group: 'O-' });
    const positive = await donors(world, 12, { group: 'O+' });
    for (const phone of [negative, ...positive]) await isKnown(world, phone, regular);
    await searchedFor(world, oneUnit.replace('B+ blood', 'O+ packed red cells'));
    expect(whoIsAsked(positive).length).toBeGreaterThanOrEqual(3);
    await world.clock.advance(minutes(10));
    negative.hearsNothing();
    readAll(world);
  });
});

describe('what the hotline learns', () => {
  scenario('yes, no and silence; who came, and who did not', async (world) => {
    const [amit, bina, chandan, dev] = await donors(world, 4);
    if (!amit || !bina || !chandan || !dev) return;
    await searchedFor(world, oneUnit);
    await bina.texts('2');
    await amit.texts('1');
    amit.hears(says.confirmed);
    await world.clock.advance(minutes(1));
    expect(await recordOf(world, amit)).toMatchObject({ tries: 1, saidYes: 1, came: 0 });
    expect(await recordOf(world, bina)).toMatchObject({ tries: 1, saidYes: 0 });
    // Asked for a minute only: hardly a try.
    const silent = await recordOf(world, chandan);
    expect(silent?.tries).toBeLessThan(0.2);
    await amit.texts('DONE');
    expect(await recordOf(world, amit)).toMatchObject({ came: 1, missed: 0 });
    await world.clock.advance(hours(1));
    readAll(world);
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
      `${urgency}: a no-show, whom the standby replaces before the time is lost`,
      async (world) => {
        const [amit, bina] = await donors(world, 2);
        if (!amit || !bina) return;
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
        readAll(world);
      },
    );
});
