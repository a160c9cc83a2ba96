import { expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { InvalidItem } from '#functions/ports/invalid-item.ts';
import type { Due, Store } from '#functions/ports/store.ts';
import { runDueSteps } from '#functions/use-cases/due-steps.ts';
import { receiveText } from '#functions/use-cases/texts/receive-text.ts';
import { epochMs } from '#shared/terms/time.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { donors, oneUnit, searchedFor, whoIsAsked } from '../../world/steps/scenario-steps.ts';
import { createWorld } from '../../world/world.ts';

/** More invalid messages than a page of the sweep holds, due long before all others. */
const invalidIds = new Set(Array.from({ length: 130 }, (_, i) => `invalid-${i}`));

const withInvalidItems = (store: Store): Store => ({
  ...store,
  async due(kind, now, limit) {
    const others = await store.due(kind, now, limit);
    if (kind !== 'outbox' || now > epochMs(1e14)) return others;
    const broken = [...invalidIds].map((id): Due => ({ kind, id, at: epochMs(1) }));
    return [...broken, ...others].slice(0, limit);
  },
  outboxRow(id) {
    if (invalidIds.has(id)) throw new InvalidItem(`OUTBOX#${id}`, 'state');
    return store.outboxRow(id);
  },
});

test('invalid messages do not delay others', async () => {
  let isInvalid = false;
  const clean = createMemoryStore();
  const broken = withInvalidItems(clean);
  const store: Store = {
    ...clean,
    due: (...query) => (isInvalid ? broken : clean).due(...query),
    outboxRow: (id) => (isInvalid ? broken : clean).outboxRow(id),
  };
  const world = await createWorld({ on: store });
  const asked = await donors(world, 3);
  const { family, code } = await searchedFor(world, oneUnit);
  expect(whoIsAsked(asked)).toHaveLength(3);

  isInvalid = true;
  const [amit] = asked;
  await world.carrier.text(amit?.number ?? '', '1');
  // One sweep: the invalid messages stay, and the family still gets its message.
  await runDueSteps(world.services, { receiveText });
  const left = (await world.outbox()).filter(({ state }) => state === 'queued');
  expect(left, 'messages behind the invalid ones').toEqual([]);
  isInvalid = false;
  await world.clock.advance(5000);
  family.hears(code, says.donorComing);
  const failures = world.logged.filter((line) => line.startsWith('due-step-failed'));
  expect(failures).toHaveLength(invalidIds.size);
  expect(failures.join()).not.toContain('+91');
});

test('a failed list of one kind does not stop the other kinds, and the run fails', async () => {
  const clean = createMemoryStore();
  let isDown = false;
  const store: Store = {
    ...clean,
    due: async (kind, ...query) => {
      if (isDown && kind === 'request') throw new Error('throttled');
      return clean.due(kind, ...query);
    },
  };
  const world = await createWorld({ on: store });
  const [amit] = await donors(world, 1);
  const { family, code } = await searchedFor(world, oneUnit);
  amit?.hears(says.alert);
  await world.carrier.text(amit?.number ?? '', '1');
  isDown = true;
  await expect(runDueSteps(world.services, { receiveText })).rejects.toThrow('throttled');
  isDown = false;
  const waiting = (await world.outbox()).filter(({ state }) => state === 'queued');
  expect(waiting, 'messages that the run should have sent').toEqual([]);
  await world.clock.advance(5000);
  family.hears(code, says.donorComing);
});
