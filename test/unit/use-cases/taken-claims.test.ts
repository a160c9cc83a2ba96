import { expect, test } from 'vitest';
import type { SendResult } from '#functions/ports/carrier.ts';
import { sendMessage } from '#functions/use-cases/outbox/send-message.ts';
import { minutes, seconds } from '#shared/terms/time.ts';
import { aQueuedRow, outgoingHotline } from '../../fixtures/outgoing-hotline.ts';
import { aDonor } from '../../fixtures/requests.ts';

const late: [string, SendResult][] = [
  ['busy', { type: 'busy', code: '20429' }],
  ['no answer', { type: 'unknown', code: 'no-answer', failure: 'other' }],
  ['a refusal', { type: 'refused', code: '21211', failure: 'other' }],
];

test.each(late)(
  'a process that hears of %s after its lease does not send again what another has sent',
  async (_, result) => {
    const h = outgoingHotline();
    const donor = aDonor();
    await h.save(donor, aQueuedRow(donor, { key: 'languageSet', params: {} }));
    let answer: (result: SendResult) => void = () => {};
    let slowEnds: Promise<unknown> = Promise.resolve();
    const isAsked = new Promise<void>((asked) => {
      const send = (): Promise<SendResult> => {
        asked();
        return new Promise((resolve) => {
          answer = resolve;
        });
      };
      // A process of its own, whose carrier takes longer than a lease.
      const slow = {
        ...h.services,
        store: { ...h.store },
        carrier: { ...h.services.carrier, send },
      };
      slowEnds = sendMessage(slow, 'm1');
    });
    await isAsked;
    h.later(seconds(h.services.config.policy.sending.leaseSeconds + 1));
    await h.send('m1');
    expect(await h.row('m1')).toMatchObject({ state: 'sent', carrierId: 'SM1' });
    answer(result);
    await slowEnds;
    expect(await h.row('m1')).toMatchObject({ state: 'sent', carrierId: 'SM1' });
    h.later(minutes(10));
    await h.send('m1');
    expect(h.texts).toHaveLength(1);
  },
);
