import { describe, expect, test } from 'vitest';
import { toDeliveryError } from '#functions/carriers/twilio/error-codes.ts';
import { hours } from '#shared/terms/time.ts';
import {
  dropped,
  failedAt,
  withAlertToSend,
  withMessage,
} from '../../fixtures/outgoing-hotline.ts';
import { noon } from '../../fixtures/requests.ts';

describe('an alert whose text fails', () => {
  for (const error of ['30003', '30005', '30006', '30008', '30001', '21614', '21635'])
    test(`with ${error} becomes a call, and no other donor is asked yet`, async () => {
      const { send, text, row, alert, toReplace, calls, person } = await withAlertToSend();
      await send('a1');
      expect((await alert())?.state).toBe('sent');
      await text('a1', 'undelivered', error);
      expect(await row('a1')).toMatchObject({ state: 'queued', channel: 'call' });
      expect((await alert())?.state).toBe('queued');
      expect(await toReplace()).toBe(0);
      const isForGood = !['30003', '30008', '30001'].includes(error);
      expect((await person())?.unreachable?.error).toBe(isForGood ? error : undefined);
      await send('a1');
      expect(calls).toHaveLength(1);
      expect((await alert())?.state).toBe('sent');
    });

  for (const error of ['21610', '21211', '30007'])
    test(`with ${error} is undelivered, and another donor is asked`, async () => {
      const { send, text, row, alert, toReplace } = await withAlertToSend();
      await send('a1');
      await text('a1', 'undelivered', error);
      expect(await row('a1')).toMatchObject({ state: 'undelivered', error });
      expect((await alert())?.state).toBe('undelivered');
      expect(await toReplace()).toBe(1);
    });

  test('is undelivered at once when the phone takes no calls either', async () => {
    const { send, text, alert, toReplace } = await withAlertToSend({ uncallable: failedAt });
    await send('a1');
    await text('a1', 'undelivered', '30003');
    expect((await alert())?.state).toBe('undelivered');
    expect(await toReplace()).toBe(1);
  });

  test('is not called when it was answered in between', async () => {
    const { send, text, store, alert, calls, row } = await withAlertToSend();
    await send('a1');
    await text('a1', 'undelivered', '30003');
    const open = await alert();
    if (open) await store.save([{ put: { ...open, state: 'yes' } }]);
    await send('a1');
    expect(calls).toEqual([]);
    expect(await row('a1')).toMatchObject({ state: 'withdrawn' });
  });

  test('keeps the call and the alert when the callback of the text is repeated', async () => {
    const { send, text, alert, row, toReplace } = await withAlertToSend();
    await send('a1');
    await text('a1', 'undelivered', '30003');
    await text('a1', 'undelivered', '30003');
    await send('a1');
    await text('a1', 'undelivered', '30003');
    expect(await row('a1')).toMatchObject({ state: 'sent', channel: 'call' });
    expect((await alert())?.state).toBe('sent');
    expect(await toReplace()).toBe(0);
  });

  test('calls for another important message whose text can never arrive', async () => {
    const { send, text, calls, to, store } = await withMessage(dropped, {});
    await send('m1');
    await text('m1', 'undelivered', '30006');
    await send('m1');
    expect(calls).toHaveLength(1);
    expect((await store.person(to.phone))?.unreachable).toMatchObject({ error: '30006' });
  });
});

describe('a call for an alert', () => {
  for (const status of ['busy', 'no-answer', 'failed', 'canceled'] as const)
    test(`that ends ${status} is not repeated: another donor is asked`, async () => {
      const { send, rang, row, alert, toReplace, person, later, calls } = await withAlertToSend({
        prefersCalls: true,
      });
      await send('a1');
      await rang('a1', status);
      expect(await row('a1')).toMatchObject({ state: 'undelivered', error: `call-${status}` });
      expect((await alert())?.state).toBe('undelivered');
      expect(await toReplace()).toBe(1);
      expect(await person()).not.toHaveProperty('uncallable');
      later(hours(1));
      await send('a1');
      expect(calls).toHaveLength(1);
    });

  for (const status of ['in-progress', 'completed'] as const)
    test(`that is ${status} counts as delivered; only a key answers the alert`, async () => {
      const { send, rang, row, alert, toReplace } = await withAlertToSend({ prefersCalls: true });
      await send('a1');
      await rang('a1', status);
      expect(await row('a1')).toMatchObject({ state: 'delivered' });
      expect((await alert())?.state).toBe('sent');
      expect(await toReplace()).toBe(0);
    });

  test('only moves forward, in whatever order its callbacks come', async () => {
    const { send, rang, row } = await withAlertToSend({ prefersCalls: true });
    await send('a1');
    await rang('a1', 'ringing');
    await rang('a1', 'initiated');
    expect(await row('a1')).toMatchObject({ state: 'sent' });
    await rang('a1', 'completed');
    await rang('a1', 'ringing');
    await rang('a1', 'no-answer');
    expect(await row('a1')).toMatchObject({ state: 'delivered' });
  });

  for (const error of ['21211', '21214', '21217', '13223', '13224', '13226'])
    test(`refused with ${error} marks the phone as not callable`, async () => {
      const { send, answers, person, alert } = await withAlertToSend({ prefersCalls: true });
      answers.push({ type: 'refused', ...toDeliveryError(error) });
      await send('a1');
      expect((await person())?.uncallable).toEqual({ at: noon, error });
      expect(await person()).not.toHaveProperty('unreachable');
      expect((await alert())?.state).toBe('undelivered');
    });

  test('refused because of our own account does not mark the phone', async () => {
    const { send, answers, person, alert } = await withAlertToSend({ prefersCalls: true });
    answers.push({ type: 'refused', ...toDeliveryError('21215') });
    await send('a1');
    expect(await person()).not.toHaveProperty('uncallable');
    expect((await alert())?.state).toBe('undelivered');
  });
});
