import { describe, expect, test } from 'vitest';
import { recordDelivery } from '#functions/use-cases/outbox/record-delivery.ts';
import { sendMessage } from '#functions/use-cases/outbox/send-message.ts';
import { after, hours, seconds } from '#shared/terms/time.ts';
import { withAlertToSend } from '../../fixtures/outgoing-hotline.ts';
import { noon, policy } from '../../fixtures/requests.ts';

/* The carrier has taken an alert's text: the alert records it, and its row stays claimed until the report comes. */

const sent = async () => {
  const hotline = await withAlertToSend({});
  await hotline.send('a1');
  const afterLease = () => hotline.later(seconds(policy.sending.leaseSeconds + 1));
  return { ...hotline, afterLease };
};

describe('an alert’s text that the carrier has taken', () => {
  test('is recorded in one write, with the carrier’s id', async () => {
    const { alert, row } = await sent();
    expect(await alert()).toMatchObject({ state: 'sent', carrierId: 'SM1', version: 2 });
    expect(await row('a1')).toMatchObject({ state: 'claimed', version: 2 });
  });

  test('needs no write for the report that it was sent, and one for its delivery', async () => {
    const { services, alert, row } = await sent();
    const report = { messageId: 'a1', carrierId: 'SM1' } as const;
    await recordDelivery(services, { ...report, state: 'sent' });
    expect(await row('a1')).toMatchObject({ state: 'claimed', version: 2 });
    await recordDelivery(services, { ...report, state: 'delivered' });
    const ended = await row('a1');
    expect(ended).toMatchObject({ state: 'delivered', version: 3 });
    expect(ended).not.toHaveProperty('to');
    expect(ended).not.toHaveProperty('text');
    expect(await alert()).toMatchObject({ state: 'sent', version: 2 });
  });

  test('is neither sent again nor looked up after its lease, and waits for its report', async () => {
    const { services, afterLease, texts, alert, row, send } = await sent();
    services.carrier.find = async () => ({ type: 'cannot-tell' });
    afterLease();
    expect(await sendMessage(services, 'a1'), 'no abandoned claim').toBe(0);
    expect(texts).toHaveLength(1);
    expect(await alert()).toMatchObject({ state: 'sent', version: 2 });
    const waiting = await row('a1');
    expect(waiting).toMatchObject({ state: 'sent', carrierId: 'SM1' });
    expect(waiting.leaseEndsAt).toBeUndefined();
    const lease = seconds(policy.sending.leaseSeconds + 1);
    expect(waiting.dueAt).toBe(after(noon, lease + hours(policy.sending.giveUpHours)));
    await send('a1');
    expect(await row('a1')).toEqual(waiting);
  });

  test('is called instead when its report says that it did not arrive for now', async () => {
    const { services, alert, row } = await sent();
    const error = { code: '30003', failure: 'temporary' } as const;
    const report = { messageId: 'a1', carrierId: 'SM1', state: 'failed', error } as const;
    await recordDelivery(services, report);
    expect(await row('a1')).toMatchObject({ state: 'queued', channel: 'call' });
    expect((await alert())?.state).toBe('queued');
  });

  test('is looked up when a crash came before the alert recorded it', async () => {
    const hotline = await withAlertToSend({});
    const { services, store, texts, alert, later } = hotline;
    const dies = { ...store, save: async () => Promise.reject(new Error('killed')) };
    const dying = {
      ...services,
      store: { ...store },
      carrier: {
        ...services.carrier,
        send: async (text: Parameters<typeof services.carrier.send>[0]) => {
          dying.store.save = dies.save;
          return services.carrier.send(text);
        },
      },
    };
    await expect(sendMessage(dying, 'a1')).rejects.toThrow('killed');
    services.carrier.find = async () => ({ type: 'found', carrierId: 'SM1' });
    later(seconds(policy.sending.leaseSeconds + 1));
    expect(await sendMessage(services, 'a1'), 'an abandoned claim').toBe(1);
    expect(texts).toHaveLength(1);
    expect(await alert()).toMatchObject({ state: 'sent', carrierId: 'SM1' });
  });
});
