import { describe, expect, test } from 'vitest';
import type { Store } from '#functions/ports/store.ts';
import { recordDelivery } from '#functions/use-cases/outbox/record-delivery.ts';
import { sendMessage } from '#functions/use-cases/outbox/send-message.ts';
import { advanceRequest } from '#functions/use-cases/requests/advance-request.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import { seconds } from '#shared/terms/time.ts';
import {
  covered,
  type outgoingHotline,
  withAlertToSend,
  withMessage,
} from '../../fixtures/outgoing-hotline.ts';
import { aRequest } from '../../fixtures/requests.ts';

type Hotline = ReturnType<typeof outgoingHotline>;

/** The hotline as a process sees it whose reads that may lag show the table as it is now, for good. */
const lagging = ({ services, store }: Pick<Hotline, 'services' | 'store'>) => {
  const before = store.copy();
  const freshOr =
    <A extends unknown[], T>(fresh: (...args: A) => T, old: (...args: A) => T) =>
    (...args: A): T =>
      args.at(-1) === 'may-lag' ? old(...args) : fresh(...args);
  const lags: Store = {
    ...store,
    outboxRow: freshOr(store.outboxRow, before.outboxRow),
    alert: freshOr(store.alert, before.alert),
    request: freshOr(store.request, before.request),
    person: freshOr(store.person, before.person),
  };
  return { ...services, store: lags };
};

const report = (state: 'sent' | 'delivered', carrierId = 'SM1') =>
  ({ messageId: 'm1', carrierId, state }) as const;

describe('a read that lags', () => {
  test('loses no report and moves no state back', async () => {
    const hotline = await withMessage(covered, {});
    const late = lagging(hotline);
    await hotline.send('m1');
    expect(await hotline.row('m1')).toMatchObject({ state: 'sent' });
    await recordDelivery(late, report('sent'));
    expect(await hotline.row('m1')).toMatchObject({ state: 'sent', version: 3 });
    await recordDelivery(late, report('delivered'));
    expect(await hotline.row('m1')).toMatchObject({ state: 'delivered' });
    await recordDelivery(late, report('sent'));
    expect(await hotline.row('m1')).toMatchObject({ state: 'delivered' });
  });

  test('that finds no row yet asks for the row of this moment', async () => {
    const hotline = await withMessage(covered, {});
    const late = lagging(hotline);
    const none = async () => undefined;
    const unseen: Store = {
      ...late.store,
      outboxRow: (id, freshness) => (freshness ? none() : hotline.store.outboxRow(id)),
    };
    await sendMessage({ ...late, store: unseen }, 'm1');
    expect(hotline.texts).toHaveLength(1);
    await recordDelivery({ ...late, store: unseen }, report('delivered'));
    expect(await hotline.row('m1')).toMatchObject({ state: 'delivered' });
  });

  test('sends nothing a second time', async () => {
    const hotline = await withMessage(covered, {});
    const late = lagging(hotline);
    await hotline.send('m1');
    hotline.later(seconds(5));
    await sendMessage(late, 'm1');
    expect(hotline.texts).toHaveLength(1);
  });

  test('closes an alert once, and takes nothing back that its donor has changed', async () => {
    const hotline = await withAlertToSend({});
    await hotline.send('a1');
    const late = lagging(hotline);
    const { store, request } = hotline;
    const [donor, stored] = [await hotline.person(), await store.request(request.id)];
    if (!donor || !stored) throw new Error('nothing is stored');
    await store.save([{ put: { ...donor, optedOut: true } }]);
    const phase = { type: 'covered', at: request.createdAt } as const;
    await store.save([
      { put: { ...stored, phase, alertsToClose: true, dueAt: request.createdAt } },
    ]);
    await advanceRequest(late, request.id);
    expect(await hotline.alert()).toMatchObject({ state: 'withdrawn', told: true });
    expect(await hotline.person()).toMatchObject({ optedOut: true, alerts: [{ state: 'ended' }] });
    expect((await store.request(request.id))?.alertsToClose).toBe(false);
  });

  test('withdraws no message to a person who has just come back', async () => {
    const hotline = await withMessage(covered, { optedOut: true });
    const late = lagging(hotline);
    const back = await hotline.store.person(hotline.to.phone);
    if (!back) throw new Error('nothing is stored');
    await hotline.store.save([{ put: { ...back, optedOut: false } }]);
    await sendMessage(late, 'm1');
    expect(hotline.texts).toHaveLength(1);
  });

  test('withdraws no message that only the request as it was makes untrue', async () => {
    const request = aRequest();
    const asked: Message = { key: 'everyoneAsked', params: { code: request.code } };
    const hotline = await withMessage(asked, {}, { requestId: request.id });
    const phase = { type: 'covered', at: request.createdAt } as const;
    await hotline.store.save([{ put: { ...request, version: 0, phase } }]);
    const late = lagging(hotline);
    const stored = await hotline.store.request(request.id);
    if (!stored) throw new Error('nothing is stored');
    await hotline.store.save([{ put: { ...stored, phase: request.phase } }]);
    await sendMessage(late, 'm1');
    expect(hotline.texts).toHaveLength(1);
  });

  test('never withdraws an alert whose request it has not seen searching yet', async () => {
    const hotline = await withAlertToSend({});
    const late = lagging(hotline);
    const unseen: Store = {
      ...late.store,
      request: async (id, freshness) => (freshness ? undefined : hotline.store.request(id)),
      alert: async (id, alertId, freshness) =>
        freshness ? undefined : hotline.store.alert(id, alertId),
    };
    await sendMessage({ ...late, store: unseen }, 'a1');
    expect(hotline.texts).toHaveLength(1);
    expect(await hotline.alert()).toMatchObject({ state: 'sent' });
  });
});
