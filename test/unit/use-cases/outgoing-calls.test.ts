import { describe, expect, test } from 'vitest';
import { receiveCallEvent } from '#functions/use-cases/calls/receive-call-event.ts';
import { type MessageKey, messageKeys } from '#shared/messages/message-keys.ts';
import { verificationMessage } from '#shared/request/request-messages.ts';
import { callIdSchema } from '#shared/terms/ids.ts';
import { after, hours, minutes, seconds } from '#shared/terms/time.ts';
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

describe('choosing a call', () => {
  test('calls for an alert to a donor who prefers calls', async () => {
    const { send, calls, texts, donor, row } = await withAlertToSend({ prefersCalls: true });
    await send('a1');
    expect(calls).toEqual([
      { to: donor.phone, callId: 'a1', ringSeconds: policy.calls.ringSeconds },
    ]);
    expect(texts).toEqual([]);
    expect(await row('a1')).toMatchObject({ state: 'sent', channel: 'call', carrierId: 'CA1' });
    expect(await row('a1')).not.toHaveProperty('text');
  });

  test('texts every other message to a donor who prefers calls', async () => {
    const { send, calls, texts } = await withMessage(dropped, { prefersCalls: true });
    await send('m1');
    expect([calls.length, texts.length]).toEqual([0, 1]);
  });

  test('calls for a message that is worth a call where no text arrives', async () => {
    const { send, calls, texts } = await withMessage(dropped, { unreachable: failedAt });
    await send('m1');
    expect([calls.length, texts.length]).toEqual([1, 0]);
  });

  test('ends the other messages undelivered where no text arrives', async () => {
    const { send, calls, texts, row } = await withMessage(covered, { unreachable: failedAt });
    await send('m1');
    expect([calls.length, texts.length]).toEqual([0, 0]);
    expect(await row('m1')).toMatchObject({ state: 'undelivered' });
  });

  test('asks another donor where neither a text nor a call arrives', async () => {
    const { send, calls, texts, alert, toReplace } = await withAlertToSend({
      unreachable: failedAt,
      uncallable: failedAt,
    });
    await send('a1');
    expect([calls.length, texts.length]).toEqual([0, 0]);
    expect((await alert())?.state).toBe('undelivered');
    expect(await toReplace()).toBe(1);
  });

  test('texts a donor who prefers calls but cannot be called', async () => {
    const { send, calls, texts } = await withAlertToSend({
      prefersCalls: true,
      uncallable: failedAt,
    });
    await send('a1');
    expect([calls.length, texts.length]).toEqual([0, 1]);
  });

  test('does not call a donor who opted out', async () => {
    const { send, calls, texts, alert } = await withAlertToSend({
      prefersCalls: true,
      optedOut: true,
    });
    await send('a1');
    expect([calls.length, texts.length]).toEqual([0, 0]);
    expect((await alert())?.state).toBe('withdrawn');
  });

  test('calls only for messages a call can say, and never to say that no donor is needed', () => {
    const worth = (Object.keys(messageKeys) as MessageKey[]).filter(fallsBackToCall);
    expect(worth).toContain('alert');
    // Every call to the family plays a volunteer's recording, whatever the call is for.
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

const picksUp = ({ services, donor }: Awaited<ReturnType<typeof withAlertToSend>>) => {
  const callId = callIdSchema.parse('a1');
  return receiveCallEvent(services, { callId, direction: 'out', phone: donor.phone });
};

describe('before the phone rings', () => {
  test('stores the call under the row’s id, with its message', async () => {
    const { send, call, to } = await withMessage(dropped, {
      unreachable: failedAt,
      language: 'hi-Latn',
    });
    await send('m1');
    expect(await call('m1')).toEqual({
      kind: 'call',
      id: 'm1',
      version: 1,
      direction: 'out',
      phone: to.phone,
      language: 'hi',
      state: { at: 'menu' },
      tries: 0,
      opening: dropped,
      startedAt: noon,
      dueAt: after(noon, minutes(policy.calls.idleMinutes)),
    });
  });

  test('stores no call of an alert, which is known when it is picked up, also after its report', async () => {
    const hotline = await withAlertToSend({ prefersCalls: true, language: 'hi-Latn' });
    await hotline.send('a1');
    expect(await hotline.call('a1')).toBeUndefined();
    await hotline.rang('a1', 'in-progress');
    expect(await hotline.row('a1')).toMatchObject({ state: 'delivered' });
    const reply = await picksUp(hotline);
    expect(reply).toMatchObject({ next: { type: 'keys' } });
    expect(await hotline.call('a1')).toMatchObject({
      direction: 'out',
      phone: hotline.donor.phone,
      language: 'hi',
      alert: { requestId: 'r1', alertId: 'a1' },
      state: { at: 'alert' },
      startedAt: noon,
      dueAt: after(noon, minutes(policy.calls.idleMinutes)),
    });
  });

  test('takes an old webhook of an alert’s call for a replay', async () => {
    const hotline = await withAlertToSend({ prefersCalls: true });
    await hotline.send('a1');
    hotline.later(hours(25));
    expect(await picksUp(hotline)).toBe('replayed');
    expect(await hotline.call('a1')).toBeUndefined();
  });

  test('opens the call with the message, and asks for an unknown language', async () => {
    const { send, call } = await withMessage(dropped, { unreachable: failedAt });
    await send('m1');
    expect(await call('m1')).toMatchObject({ opening: dropped });
    expect(await call('m1')).not.toHaveProperty('language');
  });

  test('opens a call back with the menu only', async () => {
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

  test('tries again later when the carrier has too many calls', async () => {
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

  test('asks a carrier that did not answer whether it has the call, and rings once', async () => {
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

  test('keeps a call in progress on a second try', async () => {
    const hotline = await withAlertToSend({ prefersCalls: true });
    const { send, answers, call, store, later, services } = hotline;
    answers.push({ type: 'unknown', code: 'no-answer' });
    await send('a1');
    await picksUp(hotline);
    const ringing = await call('a1');
    if (!ringing) throw new Error('no call');
    await store.save([{ put: { ...ringing, state: { at: 'myths' }, heardKey: true } }]);
    services.carrier.findCall = async () => ({ type: 'found', carrierId: 'CA9' });
    later(minutes(1));
    await send('a1');
    expect(await call('a1')).toMatchObject({ state: { at: 'myths' }, heardKey: true });
  });

  test('opens an ended call again with the same words', async () => {
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
  test('is repeated after the policy’s waits when not picked up, then given up', async () => {
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

  test('is given up at once where the phone cannot be called', async () => {
    const { send, rang, row } = await withMessage(dropped, { unreachable: failedAt });
    await send('m1');
    await rang('m1', 'failed', { error: '13224' });
    expect(await row('m1')).toMatchObject({ state: 'undelivered' });
  });

  test('rings once as the call back after a missed call', async () => {
    const { send, rang, row } = await withMessage(
      undefined,
      {},
      { callsBack: true, channel: 'call' },
    );
    await send('m1');
    await rang('m1', 'busy');
    expect(await row('m1')).toMatchObject({ state: 'undelivered' });
  });

  test('does not wait for the morning, nor ring after ten minutes, as a call back', async () => {
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

  test('waits for the morning to call a phone that takes no texts', async () => {
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

  test('calls for a critical request', async () => {
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

  test('calls a donor for a critical request only', async () => {
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

  test('keeps the text of an alert that is a moment older until the morning', async () => {
    for (const [urgency, sent] of [
      ['urgent', 0],
      ['critical', 1],
    ] as const) {
      const h = await withAlertToSend({}, { urgency, neededBy: after(noon, hours(40)) });
      h.goTo(night);
      const createdAt = after(night, -seconds(10));
      await h.store.save([{ put: { ...(await h.row('a1')), createdAt } }]);
      await h.send('a1');
      expect(h.texts, urgency).toHaveLength(sent);
    }
  });
});
