import { describe, expect } from 'vitest';
import { days, hours } from '#shared/terms/time.ts';
import { leaksIn } from '../../world/leaks.ts';
import { scenario } from '../../world/scenario.ts';
import { requestWithDonors, tracesOf } from '../../world/steps/privacy-stories.ts';
import { donors, oneUnit, readAllMessages, searchedFor } from '../../world/steps/scenario-steps.ts';
import { testConfig } from '../../world/world.ts';

describe('data retention', () => {
  const { requestDays, strangerDays } = testConfig().policy.retention;

  scenario('removes names and numbers from an old request, and keeps its events', async (world) => {
    const { amit, family, verifier, code } = await requestWithDonors(world);
    await family.texts('DONE');
    readAllMessages(world);
    const named = ['Rameshwar', 'Sunayana'];
    await world.clock.advance(days(requestDays - 2));
    expect(tracesOf(world, family, ...named).join()).toContain('Rameshwar');
    await world.clock.advance(days(3));
    readAllMessages(world);
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
    // The family has no other request: its number is deleted a week later.
    await world.clock.advance(days(strangerDays + 1));
    expect(await world.store.person(family.number)).toBeUndefined();
    // The donor's reference to the request is deleted too.
    const { donor, alerts: asked } = (await world.store.person(amit.number)) ?? {};
    expect([donor?.donations, asked]).toEqual([1, []]);
  });

  scenario('redacts a request with more donors than one save can hold', async (world) => {
    const many = await donors(world, 90);
    const { family, verifier, code } = await searchedFor(world, oneUnit);
    await world.clock.advance(hours(4));
    const asked = many.filter((donor) => donor.unread().length > 0).length;
    await family.closes();
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

  scenario('deletes a person with an abandoned draft', async (world) => {
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

  scenario('keeps a person who texted STOP, so that it still holds', async (world) => {
    const ravi = world.phone('Ravindra');
    await ravi.texts('hello');
    ravi.readsEverything();
    await ravi.texts('STOP');
    ravi.readsEverything();
    await world.clock.advance(days(strangerDays + 2));
    expect(await world.store.person(ravi.number)).toMatchObject({ optedOut: true });
  });
});
