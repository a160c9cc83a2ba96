import { describe, expect, test } from 'vitest';
import { type MessageKey, messageKeys } from '#shared/messages/message-keys.ts';
import { verificationMessage } from '#shared/request/request-messages.ts';
import { after, hours, minutes } from '#shared/terms/time.ts';
import { fallsBackToCall } from '#shared/voice/call-fallback.ts';
import { promptKeys } from '#shared/voice/prompt-keys.ts';
import {
  covered,
  dropped,
  failedAt,
  family,
  morning,
  night,
  withAlertToSend,
  withMessage,
} from '../../fixtures/outgoing-hotline.ts';
import { aRequest, noon, policy } from '../../fixtures/requests.ts';

describe('the phone rings', () => {
  test('for an alert to a donor who prefers calls', async () => {
    const { send, calls, texts, donor, row } = await withAlertToSend({ prefersCalls: true });
    await send('a1');
    expect(calls).toEqual([
      { to: donor.phone, callId: 'a1', ringSeconds: policy.calls.ringSeconds },
    ]);
    expect(texts).toEqual([]);
    expect(await row('a1')).toMatchObject({ state: 'sent', channel: 'call', carrierId: 'CA1' });
    expect(await row('a1')).not.toHaveProperty('text');
  });

  test('for nothing else that a donor who prefers calls is told', async () => {
    const { send, calls, texts } = await withMessage(dropped, { prefersCalls: true });
    await send('m1');
    expect([calls.length, texts.length]).toEqual([0, 1]);
  });

  test('for what is worth a call where no text arrives', async () => {
    const { send, calls, texts } = await withMessage(dropped, { unreachable: failedAt });
    await send('m1');
    expect([calls.length, texts.length]).toEqual([1, 0]);
  });

  test('not for the rest, which ends undelivered', async () => {
    const { send, calls, texts, row } = await withMessage(covered, { unreachable: failedAt });
    await send('m1');
    expect([calls.length, texts.length]).toEqual([0, 0]);
    expect(await row('m1')).toMatchObject({ state: 'undelivered' });
  });

  test('never where neither a text nor a call arrives: another donor is asked', async () => {
    const { send, calls, texts, alert, toReplace } = await withAlertToSend({
      unreachable: failedAt,
      uncallable: failedAt,
    });
    await send('a1');
    expect([calls.length, texts.length]).toEqual([0, 0]);
    expect((await alert())?.state).toBe('undelivered');
    expect(await toReplace()).toBe(1);
  });

  test('not where only calls do not arrive: that donor gets a text', async () => {
    const { send, calls, texts } = await withAlertToSend({
      prefersCalls: true,
      uncallable: failedAt,
    });
    await send('a1');
    expect([calls.length, texts.length]).toEqual([0, 1]);
  });

  test('never for somebody who wants to hear no more of us', async () => {
    const { send, calls, texts, alert } = await withAlertToSend({
      prefersCalls: true,
      optedOut: true,
    });
    await send('a1');
    expect([calls.length, texts.length]).toEqual([0, 0]);
    expect((await alert())?.state).toBe('withdrawn');
  });

  test('only for what a call can say, and never to say that nobody need come', () => {
    const worth = (Object.keys(messageKeys) as MessageKey[]).filter(fallsBackToCall);
    expect(worth).toContain('alert');
    // What a volunteer has said aloud is played by any call to the family, whatever that call is for.
    for (const key of worth.filter((key) => key !== 'requestRefusedAloud'))
      expect(promptKeys).toContain(key);
    for (const key of [
      'alertCovered',
      'alertNoLongerNeeded',
      'alertYesCovered',
      'standbyReleased',
      'donationThanks',
      'lifeTouched',
    ] as const)
      expect(fallsBackToCall(key), key).toBe(false);
  });
});

describe('before the phone rings', () => {
  test('the call is stored under the row’s id, with what it is for', async () => {
    const { send, call, donor } = await withAlertToSend({
      prefersCalls: true,
      language: 'hi-Latn',
    });
    await send('a1');
    expect(await call('a1')).toEqual({
      kind: 'call',
      id: 'a1',
      version: 1,
      direction: 'out',
      phone: donor.phone,
      language: 'hi',
      state: { at: 'menu' },
      tries: 0,
      alert: { requestId: 'r1', alertId: 'a1' },
      startedAt: noon,
      dueAt: after(noon, minutes(policy.calls.idleMinutes)),
    });
  });

  test('a message is what it opens with; whose language we do not know, the call asks', async () => {
    const { send, call } = await withMessage(dropped, { unreachable: failedAt });
    await send('m1');
    expect(await call('m1')).toMatchObject({ opening: dropped });
    expect(await call('m1')).not.toHaveProperty('language');
  });

  test('a call back opens with nothing but the menu', async () => {
    const { send, call, calls } = await withMessage(
      undefined,
      {},
      { callsBack: true, channel: 'call' },
    );
    await send('m1');
    expect(calls).toHaveLength(1);
    expect(await call('m1')).toMatchObject({ state: { at: 'menu' } });
    expect(await call('m1')).not.toHaveProperty('opening');
  });

  test('a carrier with too many calls at once is asked again later', async () => {
    const { send, answers, row, calls, later, alert } = await withAlertToSend({
      prefersCalls: true,
    });
    answers.push({ type: 'busy', code: '20429' });
    await send('a1');
    expect(await row('a1')).toMatchObject({ state: 'queued', channel: 'call' });
    expect((await alert())?.state).toBe('queued');
    later(minutes(1));
    await send('a1');
    expect(calls).toHaveLength(2);
    expect(await row('a1')).toMatchObject({ state: 'sent' });
  });

  test('a carrier that did not say whether it has the call is asked, and the phone rings once', async () => {
    const { send, answers, row, calls, later, services } = await withAlertToSend({
      prefersCalls: true,
    });
    answers.push({ type: 'unknown', code: 'no-answer' });
    await send('a1');
    services.carrier.findCall = async () => ({ type: 'found', carrierId: 'CA9' });
    later(minutes(1));
    await send('a1');
    expect(calls).toHaveLength(1);
    expect(await row('a1')).toMatchObject({ state: 'sent', carrierId: 'CA9' });
  });

  test('a call under way is not begun anew by a second try', async () => {
    const { send, answers, call, store, later, services } = await withAlertToSend({
      prefersCalls: true,
    });
    answers.push({ type: 'unknown', code: 'no-answer' });
    await send('a1');
    const ringing = await call('a1');
    if (!ringing) throw new Error('no call');
    await store.save([{ put: { ...ringing, state: { at: 'myths' }, heardKey: true } }]);
    services.carrier.findCall = async () => ({ type: 'found', carrierId: 'CA9' });
    later(minutes(1));
    await send('a1');
    expect(await call('a1')).toMatchObject({ state: { at: 'myths' }, heardKey: true });
  });

  test('one that has ended opens again with the same words', async () => {
    const { send, call, store, rang, later, calls, to } = await withMessage(dropped, {
      unreachable: failedAt,
    });
    await send('m1');
    const rung = await call('m1');
    if (!rung) throw new Error('no call');
    const { phone: _, opening: __, dueAt: ___, ...ended } = rung;
    await store.save([{ put: { ...ended, endedAt: noon } }]);
    await rang('m1', 'no-answer');
    later(minutes(1));
    await send('m1');
    expect(calls).toHaveLength(2);
    expect(await call('m1')).toMatchObject({ phone: to.phone, opening: dropped });
    expect(await call('m1')).not.toHaveProperty('endedAt');
  });
});

describe('any other call', () => {
  test('that nobody picks up rings again after the policy’s waits, then is given up', async () => {
    const { send, rang, row, later, calls } = await withMessage(dropped, { unreachable: failedAt });
    for (const wait of policy.sending.retryMinutes) {
      await send('m1');
      await rang('m1', 'no-answer', { carrierId: `CA${calls.length}` });
      expect(await row('m1')).toMatchObject({ state: 'queued', channel: 'call' });
      later(minutes(wait) - 1);
      await send('m1');
      expect((await row('m1')).state).toBe('queued');
      later(1);
    }
    await send('m1');
    await rang('m1', 'busy', { carrierId: `CA${calls.length}` });
    expect(calls).toHaveLength(policy.sending.retryMinutes.length + 1);
    expect(await row('m1')).toMatchObject({ state: 'undelivered', error: 'call-busy' });
  });

  test('where nobody can be called is given up at once', async () => {
    const { send, rang, row } = await withMessage(dropped, { unreachable: failedAt });
    await send('m1');
    await rang('m1', 'failed', { error: '13224' });
    expect(await row('m1')).toMatchObject({ state: 'undelivered' });
  });

  test('back after a missed call rings once', async () => {
    const { send, rang, row } = await withMessage(
      undefined,
      {},
      { callsBack: true, channel: 'call' },
    );
    await send('m1');
    await rang('m1', 'busy');
    expect(await row('m1')).toMatchObject({ state: 'undelivered' });
  });

  test('back after a missed call does not wait for the morning, nor ring after ten minutes', async () => {
    const back = { callsBack: true, channel: 'call', createdAt: night, dueAt: night } as const;
    const atNight = await withMessage(undefined, {}, back);
    atNight.goTo(night);
    await atNight.send('m1');
    expect(atNight.calls).toHaveLength(1);
    const late = await withMessage(undefined, {}, back);
    late.goTo(after(night, minutes(10) + 1));
    await late.send('m1');
    expect(late.calls).toEqual([]);
    expect(await late.row('m1')).toMatchObject({ state: 'withdrawn' });
  });
});

describe('at night', () => {
  const atNight = { createdAt: night, dueAt: night };

  test('the phone of somebody no text reaches waits for the morning', async () => {
    const { send, goTo, calls, row } = await withMessage(
      dropped,
      { unreachable: failedAt },
      atNight,
    );
    goTo(night);
    await send('m1');
    expect(calls).toEqual([]);
    expect(await row('m1')).toMatchObject({ state: 'queued', dueAt: morning });
    goTo(morning);
    await send('m1');
    expect(calls).toHaveLength(1);
  });

  test('it rings for a critical request', async () => {
    const h = await withMessage(
      verificationMessage(aRequest(), family),
      { unreachable: failedAt },
      { ...atNight, requestId: aRequest().id },
    );
    await h.save(
      aRequest({ phase: { type: 'verifying', round: 1, nextRoundAt: morning, asked: [] } }),
    );
    h.goTo(night);
    await h.send('m1');
    expect(h.calls).toHaveLength(1);
  });

  test('a donor is called for a critical request only', async () => {
    const neededBy = after(night, hours(30));
    for (const urgency of ['critical', 'planned'] as const) {
      const h = await withAlertToSend({ prefersCalls: true }, { urgency, neededBy });
      h.goTo(night);
      await h.send('a1');
      const waits = { state: 'queued', dueAt: morning };
      expect(await h.row('a1')).toMatchObject(urgency === 'critical' ? { state: 'sent' } : waits);
      expect(h.calls).toHaveLength(urgency === 'critical' ? 1 : 0);
    }
  });
});
