import { expect, test } from 'vitest';
import { endIdleCall } from '#functions/use-cases/calls/record-call-status.ts';
import { type Call, withIdleFrom } from '#shared/conversation/call-menu/call.ts';
import { callIdSchema } from '#shared/terms/ids.ts';
import { after, type EpochMs, minutes } from '#shared/terms/time.ts';
import { outgoingHotline } from '../../fixtures/outgoing-hotline.ts';
import { noon } from '../../fixtures/requests.ts';

const id = callIdSchema.parse('CA1');
const call: Call = {
  ...{ kind: 'call', id, version: 0, direction: 'in', tries: 0, startedAt: noon },
  state: { at: 'menu' },
  dueAt: after(noon, minutes(15)),
};
const idleFrom = (at: EpochMs): EpochMs => after(at, minutes(15));

test('a key leaves the call where it is in the list of what is due', () => {
  const pressed = withIdleFrom(call, idleFrom(after(noon, minutes(1))));
  expect([pressed.dueAt, pressed.idleFrom]).toEqual([
    after(noon, minutes(15)),
    after(noon, minutes(16)),
  ]);
  const { dueAt: _, ...unlisted } = call;
  expect(withIdleFrom(unlisted, idleFrom(noon))).toEqual(call);
  // The call waits for a volunteer for days: it ends sooner.
  const sooner = withIdleFrom({ ...pressed, dueAt: after(noon, minutes(99)) }, idleFrom(noon));
  expect([sooner.dueAt, sooner.idleFrom]).toEqual([idleFrom(noon), undefined]);
});

test('a call ends when nothing was heard of it for fifteen minutes, not before', async () => {
  const { services, store, goTo, save } = outgoingHotline();
  await save(withIdleFrom(call, idleFrom(after(noon, minutes(4)))));
  const lookAt = async (minute: number) => {
    goTo(after(noon, minutes(minute)));
    await endIdleCall(services, id);
    return store.call(id);
  };
  expect((await lookAt(14))?.version).toBe(1);
  expect(await lookAt(15)).toMatchObject({ version: 2, dueAt: after(noon, minutes(19)) });
  expect(await lookAt(18)).not.toHaveProperty('endedAt');
  expect(await lookAt(19)).toHaveProperty('endedAt');
  expect(await store.due('call', after(noon, minutes(99)), 9)).toEqual([]);
});
