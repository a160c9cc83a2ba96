import { describe, expect, test } from 'vitest';
import { advanceRequest } from '#functions/use-cases/requests/advance-request.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { Person } from '#shared/people/person.ts';
import type { Alert } from '#shared/request/alert.ts';
import { decide, withDue } from '#shared/request/decide.ts';
import { type Request, requestSchema } from '#shared/request/request.ts';
import { verificationMessage } from '#shared/request/request-messages.ts';
import { alertIdSchema } from '#shared/terms/ids.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { after, hours, minutes } from '#shared/terms/time.ts';
import {
  aQueuedAlert,
  aQueuedRow,
  aSearchingRequest,
  failedAt,
  family,
  outgoingHotline,
  withAlert,
  withMessage,
} from '../../fixtures/outgoing-hotline.ts';
import { aDonor, aRequest, noon, policy } from '../../fixtures/requests.ts';

describe('halfway through a stage', () => {
  const callAt = after(noon, minutes(4));
  const atHalf = (change: Partial<Request> = {}): Request => {
    const request = aSearchingRequest(change);
    const { phase } = request;
    if (phase.type !== 'searching') return request;
    return { ...request, phase: { ...phase, callAt }, dueAt: callAt };
  };

  /** A stage at its half. Each donor has an alert whose text has arrived, unless `asked` changes that. */
  const stage = async (
    asked: { person?: Partial<Person>; alert?: Partial<Alert>; row?: Partial<OutboxRow> }[],
  ) => {
    const h = outgoingHotline();
    const request = atHalf();
    await h.save(request);
    for (const [i, { person, alert, row }] of asked.entries()) {
      const id = alertIdSchema.parse(`a${i + 1}`);
      const donor = aDonor({}, person);
      const {
        to: _,
        dueAt: __,
        ...delivered
      } = aQueuedRow(donor, undefined, {
        id,
        alertId: id,
        requestId: request.id,
        channel: 'sms',
        state: 'delivered',
        ...row,
      });
      await h.save(
        withAlert(donor, request, id),
        aQueuedAlert(id, donor, { state: 'sent', ...alert }),
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

  test('calls every donor whose text arrived without an answer', async () => {
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

  test('skips donors who answered, wait for the text, opted out, cannot be called, or were asked in another stage', async () => {
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

  test('calls each phone once, however many there are', async () => {
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

  test('leaves the alert open after a missed call, and does not call again', async () => {
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

  test('does not call when the answer came first, or enough donors have said yes', async () => {
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

  test('comes in the middle of each stage, for the urgencies of the policy', () => {
    const begins = (urgency: Request['urgency'], halfTime: Request['urgency'][]) => {
      const calls = { ...policy.calls, halfTime };
      const command = {
        type: 'ask-donors',
        asked: 3,
        reach: 0,
        nextLookAt: after(noon, minutes(60)),
        soFar: { asked: 0, saidNo: 0, silent: 0, unlikely: 0 },
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

  test('happens once: a repeated command changes nothing', () => {
    const command = { type: 'call-unanswered', called: 2 } as const;
    const once = decide(atHalf(), command, callAt, policy);
    if ('refused' in once) throw new Error(once.refused);
    expect(once.events).toEqual([{ type: 'unanswered-called', called: 2 }]);
    expect(once.request.dueAt).toBe(after(noon, minutes(8)));
    expect(decide(once.request, command, callAt, policy)).toEqual({ refused: 'nothing-due' });
  });
});

describe('halfway through a round of volunteers', () => {
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

  test('calls the volunteers first asked in this round, not those asked before', () => {
    const round = ask(verifying(['+919420000001']), [anil, bela, chitra]);
    expect(round.phase).toMatchObject({ callAt: half, toCall: [bela, chitra] });
    expect(round.dueAt).toBe(half);
    const again = ask(round, [anil, bela, chitra]);
    expect(again.phase).not.toHaveProperty('callAt');
    expect(ask(verifying([]), [anil], false).phase).not.toHaveProperty('callAt');
  });

  test('calls only volunteers on duty whose phone takes texts and calls', async () => {
    const h = outgoingHotline();
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

  test('withdraws the call when the request is verified while it waits', async () => {
    const { send, save, calls, row } = await withMessage(
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
