import { describe, expect } from 'vitest';
import { tallyCamp } from '#shared/camp/camp-tally.ts';
import { days, hours } from '#shared/terms/time.ts';
import { leaksIn } from '../../world/leaks.ts';
import { scenario } from '../../world/scenario.ts';
import { seatsOf, theCamp } from '../../world/steps/camp-steps.ts';
import { entersConsole } from '../../world/steps/console-steps.ts';
import { campWithDonor, tracesOf } from '../../world/steps/privacy-stories.ts';
import { WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { publicUrl } from '../../world/world.ts';

const evening = hours(11);

describe('FORGET after a gift at a camp', () => {
  scenario('keeps the count, and no certificate leads to the person', async (world) => {
    const { amit, coordinator, verifier, number } = await campWithDonor(world);
    await verifier.texts(`GAVE ${number}`);
    await world.clock.advance(evening);
    const link = amit.hears('Your certificate').match(/https?:\/\/\S+/)?.[0] ?? '';
    const path = link.replace(publicUrl, '');
    const stranger = new WebBrowser(world.app, publicUrl);
    const before = await stranger.open(`${path}?lang=en`);
    expect(before.status).toBe(200);
    expect(wordsOf(before)).toContain('This certificate is true');
    expect(before.html).not.toMatch(/Amitabh|B\+/);
    for (const phone of world.phones()) phone.readsEverything();

    await amit.forgets();
    for (const phone of world.phones()) phone.readsEverything();
    expect((await stranger.open(path)).status).toBe(404);
    expect(tallyCamp(await seatsOf(world))).toMatchObject({ units: 1, came: 1 });
    expect((await seatsOf(world)).every(({ phone, check }) => !phone && !check)).toBe(true);
    // The pages of those who run the camp count the gift, and name no one.
    const desk = await entersConsole(world, coordinator);
    const camp = `/console/camps/${(await theCamp(world)).id}`;
    for (const page of [camp, `${camp}/sheet`, `${camp}/sheet.csv`, '/console/commend.csv']) {
      const { status, html } = await desk.open(page);
      expect(status, page).toBe(200);
      expect(leaksIn([html], { numbers: [amit.number], names: [amit.name], texts: [] })).toEqual(
        [],
      );
      expect(html.includes('B+'), page).toBe(page !== '/console/commend.csv');
    }
    expect((await desk.open('/console/commend.csv')).html).not.toMatch(/^A\./m);
    await world.clock.advance(days(3));
    expect(tracesOf(world, amit)).toEqual([]);
  });
});

describe('the numbers of a camp', () => {
  scenario('are deleted after the retention; the counts stay', async (world) => {
    const { amit, verifier, number, coordinator } = await campWithDonor(world);
    await verifier.texts(`GAVE ${number}`);
    await world.clock.advance(evening);
    for (const phone of world.phones()) phone.readsEverything();
    await world.clock.advance(days(world.services.config.policy.retention.requestDays + 1));
    for (const phone of world.phones()) phone.readsEverything();
    const camp = await theCamp(world);
    expect(camp.openedBy).toBeUndefined();
    expect(camp.result).toEqual({ came: 1, units: 1, back: 0 });
    const seats = await seatsOf(world);
    expect(seats).toHaveLength(1);
    expect(JSON.stringify([camp, seats])).not.toContain(amit.number.slice(-10));
    expect((await world.store.person(amit.number))?.camps).toEqual([]);
    expect((await world.store.person(coordinator.number))?.volunteer).toBeDefined();
  });
});
