import { describe, expect, test } from 'vitest';
import { requestWithDonors, tracesOf, untilExpiry } from '../../world/steps/privacy-stories.ts';
import { oneUnit } from '../../world/steps/scenario-steps.ts';
import { account, createWorld } from '../../world/world.ts';

describe('the search for leaks', () => {
  test('finds numbers, names and texts in the log', async () => {
    const world = await createWorld();
    const amit = await world.donor('Amitabh');
    await amit.texts('Hello, is anybody there?');
    expect(world.leaks()).toEqual([]);
    const { log } = world.services;
    log.info('asked', { phone: amit.number });
    log.info('asked', { phone: '094500 00001' });
    log.error('asked', { name: 'Amitabh Kumar' });
    log.info('heard', { text: 'Hello, is anybody there?' });
    expect(world.leaks()).toHaveLength(4);
  });

  test('finds names of patients and attendants and the account token in the log', async () => {
    const world = await createWorld();
    await requestWithDonors(world);
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

  test('finds a number in the table', async () => {
    const world = await createWorld();
    const { amit } = await requestWithDonors(world);
    await amit.forgets();
    await world.clock.advance(untilExpiry);
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
