import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isEnded,
  markClaimed,
  markDelivered,
  markSent,
  markUncertain,
  markUndelivered,
  markUnknown,
  markWithdrawn,
  moveInList,
  requeue,
  retryBounced,
  takeableFrom,
  toCall,
  waitForCarrier,
} from '#shared/outbox/delivery-state.ts';
import { type OutboxRow, outboxRowSchema } from '#shared/outbox/outbox-row.ts';
import { retryWithinStage } from '#shared/outbox/retry-within-stage.ts';
import { after, type EpochMs, hours, minutes, seconds } from '#shared/terms/time.ts';
import { noon, policy } from '../../fixtures/requests.ts';

const { sending } = policy;
const aRow = (change: Partial<OutboxRow> = {}): OutboxRow =>
  outboxRowSchema.parse({
    kind: 'outbox',
    id: 'm1',
    version: 1,
    to: '+919450000001',
    message: { key: 'requestVerified', params: { code: '4821' } },
    keepsQuietHours: false,
    state: 'queued',
    tries: 0,
    dueAt: noon,
    createdAt: noon,
    ...change,
  });
const claim = (row: OutboxRow, now = noon): OutboxRow =>
  markClaimed(row, { text: 'hello', channel: 'sms', now, sending });

describe('a message', () => {
  test('is claimed for one lease, and each claim counts as a try', () => {
    const once = claim(aRow());
    expect(once).toMatchObject({ state: 'claimed', tries: 1, firstTriedAt: noon, text: 'hello' });
    expect(takeableFrom(once)).toBe(after(noon, seconds(sending.leaseSeconds)));
    // The index of what is due is not written.
    expect(once.dueAt).toBe(noon);
    const late = after(noon, minutes(5));
    for (const next of [
      requeue(once, { code: '20429' }, noon, sending),
      markUnknown(once, { code: 'no-answer' }, noon, sending),
      waitForCarrier(once, { code: 'no-answer' }, noon),
      markDelivered(once, 'SM1'),
      markDelivered(markSent(once, 'SM1', noon, sending), 'SM1'),
      toCall(markSent(once, 'SM1', noon, sending)),
      claim(requeue(once, { code: '20429' }, noon, sending), late),
    ])
      expect([next.state, next.leaseEndsAt]).toEqual([
        next.state,
        next.state === 'claimed' ? after(late, seconds(sending.leaseSeconds)) : undefined,
      ]);
    const later = after(noon, minutes(5));
    expect(claim(once, later)).toMatchObject({ tries: 2, firstTriedAt: noon });
  });

  test('waits for its outcome once sent, and for nothing after it', () => {
    const sent = markSent(claim(aRow()), 'SM1', noon, sending);
    expect(sent).toMatchObject({ state: 'sent', carrierId: 'SM1' });
    expect(takeableFrom(sent)).toBe(after(noon, hours(sending.giveUpHours)));
    expect(markDelivered(sent, 'SM1')).not.toHaveProperty('dueAt');
  });

  test('moves in the index of what is due only when no report comes within half a minute', () => {
    const sent = markSent(claim(aRow()), 'SM1', noon, sending);
    expect(sent.dueAt).toBe(noon);
    expect(moveInList(sent, after(noon, seconds(29)))).toBe(sent);
    const moved = moveInList(sent, after(noon, seconds(30)));
    expect(moved.dueAt).toBe(takeableFrom(sent));
    expect(takeableFrom(moved)).toBe(takeableFrom(sent));
    expect(moveInList(moved, after(noon, minutes(5)))).toBe(moved);
    const claimed = claim(aRow());
    expect(moveInList(claimed, after(noon, minutes(5)))).toBe(claimed);
  });

  test('that is due later than its report is expected is looked at when the report is', () => {
    const call = {
      ...claim({ ...aRow(), dueAt: after(noon, hours(1)) }),
      channel: 'call' as const,
    };
    const sent = markSent(call, 'CA1', noon, sending);
    expect([sent.dueAt, takeableFrom(sent)]).toEqual([
      after(noon, minutes(3)),
      after(noon, minutes(3)),
    ]);
  });

  test('waits longer with each try, and is given up when the list of waits ends', () => {
    let row = aRow();
    const waits: number[] = [];
    while (row.state === 'queued') {
      row = requeue(claim(row), { code: '20429' }, noon, sending);
      if (row.dueAt !== undefined) waits.push((row.dueAt - noon) / minutes(1));
    }
    expect(waits).toEqual(sending.retryMinutes);
    expect(row).toMatchObject({ state: 'undelivered', error: '20429' });
  });

  test('waits the same way when it is unknown whether it was sent', () => {
    const row = markUnknown(claim(aRow()), { code: 'no-answer' }, noon, sending);
    expect(row).toMatchObject({ state: 'unknown', error: 'no-answer' });
    expect(row.dueAt).toBe(after(noon, minutes(sending.retryMinutes[0] ?? 0)));
  });

  test('ends without a failure of the carrier when the last try stays unknown', () => {
    const { retryMinutes } = sending;
    const last = { ...claim(aRow()), tries: retryMinutes.length + 1 };
    const row = markUnknown(last, { code: '500', failure: 'other' }, noon, sending);
    expect(row).toMatchObject({ state: 'undelivered', error: '500' });
    expect(row).not.toHaveProperty('failure');
  });

  test('starts again when it becomes a call: its text is no try of the call', () => {
    const call = toCall(claim(aRow()));
    expect(call).toMatchObject({ state: 'queued', channel: 'call', tries: 1 });
    expect(call).not.toHaveProperty('text');
    expect(call).not.toHaveProperty('firstTriedAt');
    const ringing = markClaimed(call, { channel: 'call', now: after(noon, minutes(3)), sending });
    expect(ringing).toMatchObject({ state: 'claimed', tries: 2, firstTriedAt: noon + minutes(3) });
    expect(ringing).not.toHaveProperty('text');
  });

  test('is not withdrawn once the carrier has accepted it', () => {
    const sent = markSent(claim(aRow()), 'SM1', noon, sending);
    expect(markWithdrawn(sent)).toBe(sent);
    expect(markWithdrawn(aRow()).state).toBe('withdrawn');
  });
});

describe('an alert that the carrier does not accept', () => {
  const life = (intervalMinutes: number, result: Parameters<typeof retryWithinStage>[1]) => {
    let [row, now] = [aRow(), noon];
    const tries: number[] = [];
    while (!isEnded(row) && !row.givenUp) {
      tries.push((now - noon) / minutes(1));
      row = retryWithinStage(claim(row, now), result, { intervalMinutes, now, sending });
      now = row.dueAt ?? now;
    }
    return { tries, row };
  };

  test.each([
    [8, [0, 1, 3, 6]],
    [15, [0, 1, 3, 8, 13]],
    [45, [0, 1, 3, 8, 23, 43]],
    [1, [0, 1]],
  ])('in a stage of %i minutes is tried at %j, and given up in time for the next', (m, at) => {
    const { tries, row } = life(m, { type: 'busy', code: '20429' });
    expect(tries).toEqual(at);
    expect(row).toMatchObject({ state: 'undelivered', error: '20429', neverLeft: true });
  });

  test('is given up, and looked up until the carrier can tell, when it may have been sent', () => {
    const { tries, row } = life(8, { type: 'unknown', code: 'no-answer' });
    expect(tries).toEqual([0, 1, 3, 6]);
    expect(row).toMatchObject({ state: 'unknown', givenUp: true, error: 'no-answer' });
    expect(row).not.toHaveProperty('neverLeft');
  });

  test('counts its time from the first try, however long it waited for the morning', () => {
    const morning = after(noon, hours(19));
    const busy = { type: 'busy', code: '20429' } as const;
    const row = retryWithinStage(claim(aRow(), morning), busy, {
      intervalMinutes: 8,
      now: morning,
      sending,
    });
    expect(row).toMatchObject({ state: 'queued', dueAt: after(morning, minutes(1)) });
  });

  test('stays unchanged once it has ended or was sent', () => {
    const late = { intervalMinutes: 8, now: after(noon, hours(2)), sending };
    const news = { type: 'unknown', code: 'no-answer' } as const;
    for (const row of [
      markSent(claim(aRow()), 'SM1', noon, sending),
      markUndelivered(aRow(), { code: '30005' }),
    ])
      expect(retryWithinStage(row, news, late)).toBe(row);
  });
});

describe('a bounced message', () => {
  const news = { error: { code: '30003', failure: 'temporary' }, now: noon, sending } as const;
  const sent = markSent(claim(aRow()), 'SM1', noon, sending);
  const back = retryBounced(sent, { ...news, carrierId: 'SM1' });

  test('is tried again', () => {
    expect(back).toMatchObject({ state: 'queued', error: '30003', carrierId: 'SM1' });
  });

  test('is not marked sent by a report about the try that failed', () => {
    expect(markSent(back, 'SM1', noon, sending)).toBe(back);
    const again = claim(back);
    expect(markSent(again, 'SM1', noon, sending)).toBe(again);
    expect(markSent(again, 'SM2', noon, sending)).toMatchObject({
      state: 'sent',
      carrierId: 'SM2',
    });
  });

  test('is not sent a third time when the first failure is reported twice', () => {
    expect(retryBounced(back, { ...news, carrierId: 'SM1' })).toBe(back);
    const second = markSent(claim(back), 'SM2', noon, sending);
    expect(retryBounced(second, { ...news, carrierId: 'SM1' })).toBe(second);
    expect(retryBounced(second, { ...news, carrierId: 'SM2' }).state).toBe('queued');
  });

  test('stays bounced when the bounce is reported before the sending was recorded', () => {
    const early = retryBounced(claim(aRow()), { ...news, carrierId: 'SM1' });
    expect(markSent(early, 'SM1', noon, sending)).toBe(early);
  });
});

describe('after any reports, in any order and any number of times', () => {
  type Report = (row: OutboxRow, now: EpochMs) => OutboxRow;
  const ids = fc.constantFrom('SM1', 'SM2');
  const report: fc.Arbitrary<Report> = fc.oneof(
    fc.constant<Report>((row, now) =>
      isEnded(row) || row.state === 'sent' ? row : claim(row, now),
    ),
    ids.map(
      (id): Report =>
        (row, now) =>
          markSent(row, id, now, sending),
    ),
    ids.map(
      (id): Report =>
        (row) =>
          markDelivered(row, id),
    ),
    ids.map(
      (carrierId): Report =>
        (row, now) =>
          retryBounced(row, {
            carrierId,
            error: { code: '30003', failure: 'temporary' },
            now,
            sending,
          }),
    ),
    fc.constantFrom<Report>(
      (row) => markUndelivered(row, { code: '30005' }),
      (row) => markWithdrawn(row),
      (row, now) => requeue(row, { code: '20429' }, now, sending),
      (row, now) => markUnknown(row, { code: 'no-answer' }, now, sending),
    ),
  );
  const life = fc.array(fc.record({ report, later: fc.nat(120) }), { maxLength: 40 });

  const play = (look: (after: OutboxRow, before: OutboxRow) => void) =>
    fc.assert(
      fc.property(life, (steps) => {
        let now = noon;
        let row = aRow();
        for (const step of steps) {
          now = after(now, minutes(step.later));
          const next = step.report(row, now);
          look(next, row);
          row = next;
        }
      }),
      { numRuns: 300 },
    );

  test('an ended message stays ended', () => {
    play((next, before) => {
      if (isEnded(before)) expect(next).toBe(before);
    });
  });

  test('an ended message has no number, no text and no due time', () => {
    play((next) => {
      if (!isEnded(next)) return;
      for (const gone of ['to', 'message', 'text', 'dueAt']) expect(next).not.toHaveProperty(gone);
    });
  });

  test('a message that has not ended has a due time, a number and a message', () => {
    play((next) => {
      if (isEnded(next)) return;
      expect(next.dueAt).toBeDefined();
      expect(next.to).toBeDefined();
      expect(next.message).toBeDefined();
    });
  });

  test('a message has at most one more try than the policy has waits', () => {
    play((next, before) => {
      // The list of waits does not count a claim whose process died; the hours to give up end it.
      if (before.state !== 'claimed' && next.state === 'queued')
        expect(next.tries).toBeLessThanOrEqual(sending.retryMinutes.length);
    });
  });

  test('a message can always be stored and read back', () => {
    play((next) => expect(outboxRowSchema.parse(structuredClone(next))).toEqual(next));
  });
});

describe('a message in a backup', () => {
  const words = { text: 'as it was said', channel: 'sms' } as const;

  test('becomes unknown from its creation when it was waiting', () => {
    expect(markUncertain(aRow(), words)).toMatchObject({
      ...words,
      state: 'unknown',
      error: 'no-answer',
      firstTriedAt: noon,
      dueAt: noon,
    });
    // Tried before: the carrier is asked from the first try on.
    const tried = requeue(claim(aRow(), after(noon, minutes(1))), { code: 'busy' }, noon, sending);
    expect(markUncertain(tried, words).firstTriedAt).toBe(after(noon, minutes(1)));
  });

  test('stays unchanged when it was claimed, sent or ended, and is marked uncertain once', () => {
    for (const state of ['claimed', 'sent', 'delivered', 'undelivered', 'withdrawn'] as const) {
      const row = aRow({ state });
      expect(markUncertain(row, words)).toBe(row);
    }
    const once = markUncertain(aRow(), words);
    expect(markUncertain(once, words)).toEqual(once);
  });
});
