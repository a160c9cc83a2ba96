import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { toDeliveryError } from '#functions/carriers/twilio/error-codes.ts';
import { parseCallStatus } from '#functions/carriers/twilio/inbound/call-status-form.ts';
import { parseStatusForm } from '#functions/carriers/twilio/inbound/status-form.ts';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import type { OutgoingCall, OutgoingText, SendResult } from '#functions/ports/carrier.ts';
import type { CallStatus, MessageStatus } from '#functions/ports/inbound.ts';
import type { Services } from '#functions/ports/services.ts';
import type { Write } from '#functions/ports/store.ts';
import { recordCalledRow, recordDelivery } from '#functions/use-cases/outbox/record-delivery.ts';
import { sendMessage } from '#functions/use-cases/outbox/send-message.ts';
import { advanceRequest } from '#functions/use-cases/requests/advance-request.ts';
import { type Message, type MessageKey, messageKeys } from '#shared/messages/message-keys.ts';
import { type OutboxRow, outboxRowSchema } from '#shared/outbox/outbox-row.ts';
import { withAskedAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { type Alert, alertSchema } from '#shared/request/alert.ts';
import { decide, withDue } from '#shared/request/decide.ts';
import { type Request, requestSchema } from '#shared/request/request.ts';
import { alertMessage, verificationMessage } from '#shared/request/request-messages.ts';
import { callIdSchema } from '#shared/terms/ids.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { alertIdSchema } from '#shared/terms/request-code.ts';
import { after, type EpochMs, fromCalendar, hours, minutes } from '#shared/terms/time.ts';
import { fallsBackToCall } from '#shared/voice/call-fallback.ts';
import { promptKeys } from '#shared/voice/prompt-keys.ts';
import rawConfig from '../../../hotline.config.json' with { type: 'json' };
import { aDonor, aRequest, noon, policy } from '../../fixtures/requests.ts';
import { seededIds } from '../../world/seeded-ids.ts';

const family = phoneNumberSchema.parse('+919415000001');
const failedAt = { at: noon, error: '30006' };
const night = fromCalendar({ year: 2026, month: 11, day: 23, hour: 23 });
const morning = fromCalendar({ year: 2026, month: 11, day: 24, hour: 7 });

/** What the carrier's callbacks say, as the edge reads them. */
const messageStatus = (messageId: string, status: string, error?: string): MessageStatus => {
  const form = { MessageSid: 'SM1', MessageStatus: status, ...(error && { ErrorCode: error }) };
  const parsed = parseStatusForm(form, messageId);
  if (!parsed) throw new Error(`no message status: ${status}`);
  return parsed;
};
const callStatus = (
  callId: string,
  { status, carrierId, error }: { status: string; carrierId: string; error?: string | undefined },
): CallStatus => {
  const form = { CallSid: carrierId, CallStatus: status, ...(error && { ErrorCode: error }) };
  const parsed = parseCallStatus(form, callId);
  if (!parsed) throw new Error(`no call status: ${status}`);
  return parsed;
};

/** A hotline whose carrier takes every text and call, unless told otherwise, and says nothing of them. */
const hotline = () => {
  let now = noon;
  const texts: OutgoingText[] = [];
  const calls: OutgoingCall[] = [];
  /** What the carrier says to the next calls, one each. */
  const answers: SendResult[] = [];
  const store = createMemoryStore();
  const accepted = (made: unknown[], kind: string): SendResult => ({
    type: 'accepted',
    carrierId: `${kind}${made.length}`,
  });
  const config = hotlineConfigSchema.parse(rawConfig);
  const services: Services = {
    store,
    carrier: {
      send: async (text) => accepted([texts.push(text), ...texts].slice(1), 'SM'),
      call: async (call) => {
        calls.push(call);
        return answers.shift() ?? accepted(calls, 'CA');
      },
      find: async () => ({ type: 'not-found' }),
      findCall: async () => ({ type: 'not-found' }),
      sound: async () => undefined,
      deleteSound: async () => {},
    },
    clock: { now: () => now, pause: async () => {} },
    ids: seededIds(1),
    log: { info: () => {}, error: () => {} },
    config,
    gazetteer: createGazetteer(config),
    hotlineNumber: phoneNumberSchema.parse('+915320000000'),
    publicUrl: 'https://hotline.test',
  };
  const save = async (...writes: Extract<Write, { put: unknown }>['put'][]) => {
    const puts = writes.map((entity) => ({ put: { ...entity, version: 0 } }));
    expect(await store.save(puts)).toBe('saved');
  };
  const row = async (id: string): Promise<OutboxRow> => {
    const found = await store.outboxRow(id);
    if (!found) throw new Error(`no row ${id}`);
    return found;
  };
  return {
    services,
    store,
    texts,
    calls,
    answers,
    save,
    row,
    later: (ms: number) => {
      now = after(now, ms);
    },
    goTo: (at: EpochMs) => {
      now = at;
    },
    send: (id: string) => sendMessage(services, id),
    call: (id: string) => store.call(callIdSchema.parse(id)),
    text: (messageId: string, status: 'delivered' | 'undelivered', error?: string) =>
      recordDelivery(services, messageStatus(messageId, status, error)),
    rang: (
      messageId: string,
      status: string,
      { carrierId = 'CA1', error }: { carrierId?: string; error?: string } = {},
    ) => recordCalledRow(services, callStatus(messageId, { status, carrierId, error })),
  };
};

const aRow = (to: Person, message: Message | undefined, change: Partial<OutboxRow> = {}) =>
  outboxRowSchema.parse({
    kind: 'outbox',
    id: 'm1',
    version: 0,
    to: to.phone,
    ...(message && { message }),
    keepsQuietHours: false,
    state: 'queued',
    tries: 0,
    dueAt: noon,
    createdAt: noon,
    ...change,
  });

const waiting = (change: Partial<Request> = {}): Request =>
  aRequest({
    phase: {
      type: 'searching',
      reach: 0,
      nextStageAt: after(noon, minutes(8)),
      toReplace: 0,
      exhausted: false,
    },
    stages: 1,
    ...change,
  });

const anAlert = (id: string, donor: Person, change: Partial<Alert> = {}): Alert =>
  alertSchema.parse({
    kind: 'alert',
    id,
    requestId: 'r1',
    version: 0,
    phone: donor.phone,
    stage: 1,
    at: noon,
    distanceKm: 1,
    chance: 0.1,
    yes: 0.15,
    fair: 1,
    night: false,
    state: 'queued',
    ...change,
  });

/** A donor with an open alert of that request. */
const withAlert = (donor: Person, request: Request, id: string): Person =>
  withAskedAlert(donor, {
    requestId: request.id,
    alertId: alertIdSchema.parse(id),
    code: request.code,
    at: noon,
    openUntil: after(noon, hours(6)),
    state: 'open',
  });

/** A request, one donor asked for it, and the alert waiting to leave. */
const asking = async (change: Partial<Person> = {}, of: Partial<Request> = {}) => {
  const h = hotline();
  const request = waiting(of);
  const donor = aDonor({}, change);
  const message = alertMessage(request);
  const { id: requestId } = request;
  const alertId = alertIdSchema.parse('a1');
  await h.save(
    request,
    withAlert(donor, request, 'a1'),
    anAlert('a1', donor),
    aRow(donor, message, { id: 'a1', alertId, requestId }),
  );
  return {
    ...h,
    request,
    donor,
    alert: () => h.store.alert(request.id, alertId),
    person: () => h.store.person(donor.phone),
    toReplace: async () => {
      const phase = (await h.store.request(request.id))?.phase;
      return phase?.type === 'searching' ? phase.toReplace : undefined;
    },
  };
};

/** One message that waits for somebody. */
const telling = async (
  message: Message | undefined,
  person: Partial<Person>,
  change: Partial<OutboxRow> = {},
) => {
  const h = hotline();
  const to = aDonor({}, person);
  await h.save(to, aRow(to, message, change));
  return { ...h, to };
};

const { code } = aRequest();
const dropped: Message = { key: 'donorDropped', params: { code, donor: 'Anita' } };
const covered: Message = { key: 'alertCovered', params: { code } };

describe('the phone rings', () => {
  test('for an alert to a donor who prefers calls', async () => {
    const { send, calls, texts, donor, row } = await asking({ prefersCalls: true });
    await send('a1');
    expect(calls).toEqual([
      { to: donor.phone, callId: 'a1', ringSeconds: policy.calls.ringSeconds },
    ]);
    expect(texts).toEqual([]);
    expect(await row('a1')).toMatchObject({ state: 'sent', channel: 'call', carrierId: 'CA1' });
    expect(await row('a1')).not.toHaveProperty('text');
  });

  test('for nothing else that a donor who prefers calls is told', async () => {
    const { send, calls, texts } = await telling(dropped, { prefersCalls: true });
    await send('m1');
    expect([calls.length, texts.length]).toEqual([0, 1]);
  });

  test('for what is worth a call where no text arrives', async () => {
    const { send, calls, texts } = await telling(dropped, { unreachable: failedAt });
    await send('m1');
    expect([calls.length, texts.length]).toEqual([1, 0]);
  });

  test('not for the rest, which ends undelivered', async () => {
    const { send, calls, texts, row } = await telling(covered, { unreachable: failedAt });
    await send('m1');
    expect([calls.length, texts.length]).toEqual([0, 0]);
    expect(await row('m1')).toMatchObject({ state: 'undelivered' });
  });

  test('never where neither a text nor a call arrives: another donor is asked', async () => {
    const { send, calls, texts, alert, toReplace } = await asking({
      unreachable: failedAt,
      uncallable: failedAt,
    });
    await send('a1');
    expect([calls.length, texts.length]).toEqual([0, 0]);
    expect((await alert())?.state).toBe('undelivered');
    expect(await toReplace()).toBe(1);
  });

  test('not where only calls do not arrive: that donor gets a text', async () => {
    const { send, calls, texts } = await asking({ prefersCalls: true, uncallable: failedAt });
    await send('a1');
    expect([calls.length, texts.length]).toEqual([0, 1]);
  });

  test('never for somebody who wants to hear no more of us', async () => {
    const { send, calls, texts, alert } = await asking({ prefersCalls: true, optedOut: true });
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
    const { send, call, donor } = await asking({ prefersCalls: true, language: 'hi-Latn' });
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
    const { send, call } = await telling(dropped, { unreachable: failedAt });
    await send('m1');
    expect(await call('m1')).toMatchObject({ opening: dropped });
    expect(await call('m1')).not.toHaveProperty('language');
  });

  test('a call back opens with nothing but the menu', async () => {
    const { send, call, calls } = await telling(
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
    const { send, answers, row, calls, later, alert } = await asking({ prefersCalls: true });
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
    const { send, answers, row, calls, later, services } = await asking({ prefersCalls: true });
    answers.push({ type: 'unknown', code: 'no-answer' });
    await send('a1');
    services.carrier.findCall = async () => ({ type: 'found', carrierId: 'CA9' });
    later(minutes(1));
    await send('a1');
    expect(calls).toHaveLength(1);
    expect(await row('a1')).toMatchObject({ state: 'sent', carrierId: 'CA9' });
  });

  test('a call under way is not begun anew by a second try', async () => {
    const { send, answers, call, store, later, services } = await asking({ prefersCalls: true });
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
    const { send, call, store, rang, later, calls, to } = await telling(dropped, {
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

describe('an alert whose text fails', () => {
  for (const error of ['30003', '30005', '30006', '30008', '30001', '21614', '21635'])
    test(`with ${error} becomes a call, and nobody else is asked yet`, async () => {
      const { send, text, row, alert, toReplace, calls, person } = await asking();
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
      const { send, text, row, alert, toReplace } = await asking();
      await send('a1');
      await text('a1', 'undelivered', error);
      expect(await row('a1')).toMatchObject({ state: 'undelivered', error });
      expect((await alert())?.state).toBe('undelivered');
      expect(await toReplace()).toBe(1);
    });

  test('where calls do not arrive either is undelivered at once', async () => {
    const { send, text, alert, toReplace } = await asking({ uncallable: failedAt });
    await send('a1');
    await text('a1', 'undelivered', '30003');
    expect((await alert())?.state).toBe('undelivered');
    expect(await toReplace()).toBe(1);
  });

  test('is not called for when it has been answered meanwhile', async () => {
    const { send, text, store, alert, calls, row } = await asking();
    await send('a1');
    await text('a1', 'undelivered', '30003');
    const open = await alert();
    if (open) await store.save([{ put: { ...open, state: 'yes' } }]);
    await send('a1');
    expect(calls).toEqual([]);
    expect(await row('a1')).toMatchObject({ state: 'withdrawn' });
  });

  test('news of the text, told again, ends neither the call nor the alert', async () => {
    const { send, text, alert, row, toReplace } = await asking();
    await send('a1');
    await text('a1', 'undelivered', '30003');
    await text('a1', 'undelivered', '30003');
    await send('a1');
    await text('a1', 'undelivered', '30003');
    expect(await row('a1')).toMatchObject({ state: 'sent', channel: 'call' });
    expect((await alert())?.state).toBe('sent');
    expect(await toReplace()).toBe(0);
  });

  test('any other important message whose text can never arrive is called out as well', async () => {
    const { send, text, calls, to, store } = await telling(dropped, {});
    await send('m1');
    await text('m1', 'undelivered', '30006');
    await send('m1');
    expect(calls).toHaveLength(1);
    expect((await store.person(to.phone))?.unreachable).toMatchObject({ error: '30006' });
  });
});

describe('a call for an alert', () => {
  for (const status of ['busy', 'no-answer', 'failed', 'canceled'] as const)
    test(`that ends ${status} is not tried again: another donor is asked`, async () => {
      const { send, rang, row, alert, toReplace, person, later, calls } = await asking({
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
    test(`that is ${status} has arrived; only a key is an answer`, async () => {
      const { send, rang, row, alert, toReplace } = await asking({ prefersCalls: true });
      await send('a1');
      await rang('a1', status);
      expect(await row('a1')).toMatchObject({ state: 'delivered' });
      expect((await alert())?.state).toBe('sent');
      expect(await toReplace()).toBe(0);
    });

  test('is with the carrier while it rings, whatever order the news comes in', async () => {
    const { send, rang, row } = await asking({ prefersCalls: true });
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
    test(`refused with ${error} teaches that nobody can be called there`, async () => {
      const { send, answers, person, alert } = await asking({ prefersCalls: true });
      answers.push({ type: 'refused', ...toDeliveryError(error) });
      await send('a1');
      expect((await person())?.uncallable).toEqual({ at: noon, error });
      expect(await person()).not.toHaveProperty('unreachable');
      expect((await alert())?.state).toBe('undelivered');
    });

  test('refused because of our own account teaches nothing of the number', async () => {
    const { send, answers, person, alert } = await asking({ prefersCalls: true });
    answers.push({ type: 'refused', ...toDeliveryError('21215') });
    await send('a1');
    expect(await person()).not.toHaveProperty('uncallable');
    expect((await alert())?.state).toBe('undelivered');
  });
});

describe('any other call', () => {
  test('that nobody picks up rings again after the policy’s waits, then is given up', async () => {
    const { send, rang, row, later, calls } = await telling(dropped, { unreachable: failedAt });
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
    const { send, rang, row } = await telling(dropped, { unreachable: failedAt });
    await send('m1');
    await rang('m1', 'failed', { error: '13224' });
    expect(await row('m1')).toMatchObject({ state: 'undelivered' });
  });

  test('back after a missed call rings once', async () => {
    const { send, rang, row } = await telling(undefined, {}, { callsBack: true, channel: 'call' });
    await send('m1');
    await rang('m1', 'busy');
    expect(await row('m1')).toMatchObject({ state: 'undelivered' });
  });

  test('back after a missed call does not wait for the morning, nor ring after ten minutes', async () => {
    const back = { callsBack: true, channel: 'call', createdAt: night, dueAt: night } as const;
    const atNight = await telling(undefined, {}, back);
    atNight.goTo(night);
    await atNight.send('m1');
    expect(atNight.calls).toHaveLength(1);
    const late = await telling(undefined, {}, back);
    late.goTo(after(night, minutes(10) + 1));
    await late.send('m1');
    expect(late.calls).toEqual([]);
    expect(await late.row('m1')).toMatchObject({ state: 'withdrawn' });
  });
});

describe('at night', () => {
  const atNight = { createdAt: night, dueAt: night };

  test('the phone of somebody no text reaches waits for the morning', async () => {
    const { send, goTo, calls, row } = await telling(dropped, { unreachable: failedAt }, atNight);
    goTo(night);
    await send('m1');
    expect(calls).toEqual([]);
    expect(await row('m1')).toMatchObject({ state: 'queued', dueAt: morning });
    goTo(morning);
    await send('m1');
    expect(calls).toHaveLength(1);
  });

  test('it rings for a critical request', async () => {
    const h = await telling(
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
      const h = await asking({ prefersCalls: true }, { urgency, neededBy });
      h.goTo(night);
      await h.send('a1');
      const waits = { state: 'queued', dueAt: morning };
      expect(await h.row('a1')).toMatchObject(urgency === 'critical' ? { state: 'sent' } : waits);
      expect(h.calls).toHaveLength(urgency === 'critical' ? 1 : 0);
    }
  });
});

describe('half-way through a stage', () => {
  const callAt = after(noon, minutes(4));
  const atHalf = (change: Partial<Request> = {}): Request => {
    const request = waiting(change);
    const { phase } = request;
    if (phase.type !== 'searching') return request;
    return { ...request, phase: { ...phase, callAt }, dueAt: callAt };
  };

  /** A stage at its half; each donor with an alert whose text has arrived, unless said otherwise. */
  const stage = async (
    asked: { person?: Partial<Person>; alert?: Partial<Alert>; row?: Partial<OutboxRow> }[],
  ) => {
    const h = hotline();
    const request = atHalf();
    await h.save(request);
    for (const [i, { person, alert, row }] of asked.entries()) {
      const id = alertIdSchema.parse(`a${i + 1}`);
      const donor = aDonor({}, person);
      const {
        to: _,
        dueAt: __,
        ...delivered
      } = aRow(donor, undefined, {
        id,
        alertId: id,
        requestId: request.id,
        channel: 'sms',
        state: 'delivered',
        ...row,
      });
      await h.save(
        withAlert(donor, request, id),
        anAlert(id, donor, { state: 'sent', ...alert }),
        delivered,
      );
    }
    h.goTo(callAt);
    return {
      ...h,
      request,
      half: () => advanceRequest(h.services, request.id),
      called: async () => {
        const rows = await Promise.all(asked.map((_, i) => h.store.outboxRow(`a${i + 1}-call`)));
        return rows.flatMap((row, i) => (row ? [i + 1] : []));
      },
      file: async () => h.store.requestFile(request.id),
    };
  };

  test('everyone who has the text and has not answered is called', async () => {
    const { half, called, file, store } = await stage([{}, {}]);
    await half();
    expect(await called()).toEqual([1, 2]);
    expect(await store.outboxRow('a1-call')).toMatchObject({
      alertId: 'a1',
      requestId: 'r1',
      channel: 'call',
      state: 'queued',
      message: { key: 'alert' },
    });
    const entry = (await file())?.timeline.find((e) => e.what === 'unanswered-called');
    expect(entry?.facts).toEqual({ called: 2 });
    expect((await file())?.request.phase).not.toHaveProperty('callAt');
  });

  test('nobody is who has answered, waits, opted out, cannot be called, or was asked before', async () => {
    const { half, called } = await stage([
      { alert: { state: 'yes' } },
      { alert: { state: 'no' } },
      { alert: { state: 'queued' } },
      { alert: { state: 'undelivered' } },
      { alert: { stage: 2 } },
      { person: { optedOut: true } },
      { person: { uncallable: failedAt } },
      { row: { channel: 'call' } },
      {},
    ]);
    await half();
    expect(await called()).toEqual([9]);
  });

  test('each phone once, however many there are', async () => {
    const { half, called, file, store, services } = await stage(Array(45).fill({}));
    let most = 0;
    const save = store.save;
    services.store = {
      ...store,
      save: (writes) => {
        most = Math.max(most, writes.length);
        return save(writes);
      },
    };
    await half();
    expect((await called()).length).toBe(45);
    expect(most).toBeLessThanOrEqual(40);
    const entries = (await file())?.timeline.filter((e) => e.what === 'unanswered-called');
    expect(entries?.map((e) => e.facts)).toEqual([{ called: 45 }]);
    await half();
    expect((await file())?.timeline.filter((e) => e.what === 'unanswered-called')).toHaveLength(1);
  });

  test('a call that nobody takes leaves the alert open, and is not tried again', async () => {
    const { half, send, rang, row, store, request, later, calls } = await stage([{}]);
    await half();
    await send('a1-call');
    await rang('a1-call', 'busy');
    expect(await row('a1-call')).toMatchObject({ state: 'undelivered' });
    expect((await store.alert(request.id, alertIdSchema.parse('a1')))?.state).toBe('sent');
    const phase = (await store.request(request.id))?.phase;
    expect(phase).toMatchObject({ type: 'searching', toReplace: 0 });
    later(hours(1));
    await send('a1-call');
    expect(calls).toHaveLength(1);
  });

  test('the phone stays still when the answer came first, or enough have said yes', async () => {
    for (const enough of [false, true]) {
      const { half, send, row, store, request, calls } = await stage([{}]);
      await half();
      const alert = await store.alert(request.id, alertIdSchema.parse('a1'));
      const now = await store.request(request.id);
      if (!alert || !now) throw new Error('no alert');
      const put = enough
        ? { ...now, phase: { type: 'covered' as const, at: noon } }
        : { ...alert, state: 'no' as const };
      await store.save([{ put }]);
      await send('a1-call');
      expect(calls).toEqual([]);
      expect(await row('a1-call')).toMatchObject({ state: 'withdrawn' });
    }
  });

  test('comes at the middle of each stage, for the urgencies of the policy', () => {
    const begins = (urgency: Request['urgency'], halfTime: Request['urgency'][]) => {
      const calls = { ...policy.calls, halfTime };
      const command = {
        type: 'ask-donors',
        asked: 3,
        reach: 0,
        nextLookAt: after(noon, minutes(60)),
        alertsSoFar: 0,
        saidNo: 0,
      } as const;
      const decision = decide(
        aRequest({ urgency, neededBy: after(noon, hours(40)) }),
        { ...command, coordinators: [] },
        noon,
        { ...policy, calls },
      );
      if ('refused' in decision) throw new Error(decision.refused);
      return decision.request;
    };
    const critical = begins('critical', ['critical']);
    const middle = after(noon, minutes(policy.stages.critical.intervalMinutes) / 2);
    expect(critical.phase).toMatchObject({ callAt: middle });
    expect(critical.dueAt).toBe(middle);
    expect(begins('urgent', ['critical']).phase).not.toHaveProperty('callAt');
    expect(begins('urgent', ['urgent']).phase).toMatchObject({
      callAt: after(noon, minutes(policy.stages.urgent.intervalMinutes) / 2),
    });
    expect(requestSchema.parse(critical)).toEqual(critical);
  });

  test('is over when it has come: said twice it changes nothing', () => {
    const command = { type: 'call-unanswered', called: 2 } as const;
    const once = decide(atHalf(), command, callAt, policy);
    if ('refused' in once) throw new Error(once.refused);
    expect(once.events).toEqual([{ type: 'unanswered-called', called: 2 }]);
    expect(once.request.dueAt).toBe(after(noon, minutes(8)));
    expect(decide(once.request, command, callAt, policy)).toEqual({ refused: 'nothing-due' });
  });
});

describe('half-way through a round of volunteers', () => {
  const [anil, bela, chitra] = [1, 2, 3].map((i) => phoneNumberSchema.parse(`+91942000000${i}`));
  const verifying = (asked: string[]): Request =>
    withDue(
      aRequest({
        phase: {
          type: 'verifying',
          round: 1,
          nextRoundAt: noon,
          asked: asked.map((phone) => phoneNumberSchema.parse(phone)),
        },
      }),
      noon,
      policy,
    );
  const ask = (request: Request, phones: (typeof anil)[], volunteers = true) => {
    const calls = { ...policy.calls, volunteers };
    const known = phones.filter((phone) => phone !== undefined);
    const decision = decide(request, { type: 'ask-volunteers', round: 3, phones: known }, noon, {
      ...policy,
      calls,
    });
    if ('refused' in decision) throw new Error(decision.refused);
    return decision.request;
  };
  const half = after(noon, minutes(policy.verification.nextRoundMinutes.critical) / 2);

  test('those who were first asked in it are called, whoever was asked before is not', () => {
    const round = ask(verifying(['+919420000001']), [anil, bela, chitra]);
    expect(round.phase).toMatchObject({ callAt: half, toCall: [bela, chitra] });
    expect(round.dueAt).toBe(half);
    const again = ask(round, [anil, bela, chitra]);
    expect(again.phase).not.toHaveProperty('callAt');
    expect(ask(verifying([]), [anil], false).phase).not.toHaveProperty('callAt');
  });

  test('on duty, with a phone that takes texts and calls, and not asked by a call already', async () => {
    const h = hotline();
    const zone = aRequest().place.zone;
    const volunteer = (onDuty: boolean, change: Partial<Person> = {}) =>
      aDonor({}, { volunteer: { zone, role: 'verifier', onDuty }, ...change });
    const [free, busy, deaf, unrung] = [
      volunteer(true),
      volunteer(false),
      volunteer(true, { unreachable: failedAt }),
      volunteer(true, { uncallable: failedAt }),
    ];
    const round = ask(
      verifying([]),
      [free, busy, deaf, unrung].map((p) => p.phone),
    );
    await h.save(round, free, busy, deaf, unrung);
    h.goTo(half);
    await advanceRequest(h.services, round.id);
    const due = await h.store.due('outbox', half, 10);
    expect(due).toHaveLength(1);
    const row = await h.row(due[0]?.id ?? '');
    expect(row).toMatchObject({ to: free.phone, channel: 'call', message: { key: 'verifyAsk' } });
    await h.send(row.id);
    expect(h.calls.map((c) => c.to)).toEqual([free.phone]);
    const file = await h.store.requestFile(round.id);
    expect(file?.timeline.map((e) => [e.what, e.facts])).toContainEqual([
      'unanswered-called',
      { called: 1 },
    ]);
    expect(file?.request.phase).not.toHaveProperty('toCall');
  });

  test('nobody is called for a request that is settled while the call waits', async () => {
    const { send, save, calls, row } = await telling(
      verificationMessage(aRequest(), family),
      {},
      { channel: 'call', requestId: aRequest().id },
    );
    await save(aRequest());
    await send('m1');
    expect(calls).toEqual([]);
    expect(await row('m1')).toMatchObject({ state: 'withdrawn' });
  });
});
