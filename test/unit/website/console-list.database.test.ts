import { expect, test } from 'vitest';
import { isClosed } from '#shared/request/pledge-counts.ts';
import { requestSchema } from '#shared/request/request.ts';
import { openMeteredTable } from '../../bench/metered-table.ts';
import { databaseEndpoint, freshStore } from '../../world/servers/test-database.ts';
import { entersConsole } from '../../world/steps/console-steps.ts';
import { asksForBlood, donors } from '../../world/steps/scenario-steps.ts';
import { createWorld, type World } from '../../world/world.ts';

/** Stores so many requests that ended, like the one of this code. */
const endedLike = async (world: World, code: string, count: number): Promise<void> => {
  const { request } = await world.file(code);
  expect(isClosed(request)).toBe(true);
  const copies = Array.from({ length: count }, (_, i) =>
    requestSchema.parse({ ...request, id: `${request.id}x${i}`, version: 0 }),
  );
  for (let from = 0; from < count; from += 100)
    await world.store.save(copies.slice(from, from + 100).map((put) => ({ put })));
};

test.skipIf(!databaseEndpoint)('the list costs the open requests, not the table', async () => {
  const { endpoint, table, client } = await freshStore();
  client.destroy();
  let reads = 0;
  const metered = openMeteredTable(endpoint, table, {
    onCall: (call) => {
      reads += call.reads;
    },
  });
  const world = await createWorld({ on: metered.store });
  const browser = await entersConsole(
    world,
    await world.volunteer('Asha', { role: 'coordinator' }),
  );
  const readsOfList = async (): Promise<number> => {
    reads = 0;
    expect((await browser.open('/console?lang=en')).status).toBe(200);
    return reads;
  };
  const family = world.phone('Sunita');
  const code = await asksForBlood(family);
  await family.texts(`CLOSE ${code}`);
  await family.texts('1');
  const none = await readsOfList();
  await endedLike(world, code, 300);
  await donors(world, 20);
  expect(await readsOfList()).toBe(none);

  await asksForBlood(world.phone('Rekha'));
  const one = await readsOfList();
  await asksForBlood(world.phone('Meena'));
  const two = await readsOfList();
  expect(one).toBeGreaterThan(none);
  // An open request is a few kilobytes: a strongly consistent read costs one unit for each four.
  expect(two - one).toBeLessThanOrEqual(2);
  console.log(`the list: ${none} read units without an open request, ${two} with two`);
  metered.client.destroy();
});
