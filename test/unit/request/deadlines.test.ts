import { describe, expect, test } from 'vitest';
import { dueEvent, nextDue } from '#shared/request/deadlines.ts';
import type { Phase, Pledge, Request } from '#shared/request/request.ts';
import { pledgeSchema } from '#shared/request/request.ts';
import { after, type EpochMs, hours, minutes } from '#shared/terms/time.ts';
import { aRequest, noon, policy } from '../../fixtures/requests.ts';

const { arrival, stillNeeded, coveredGraceHours } = policy;
const arriveBy = after(noon, hours(2));
const aPledge = (change: Partial<Pledge> = {}): Pledge =>
  pledgeSchema.parse({
    alertId: 'a1',
    donor: { phone: '+919450000001', name: 'Amit', sex: 'man' },
    state: 'confirmed',
    at: noon,
    arriveBy,
    reminded: false,
    ...change,
  });
const covered = (...pledges: Pledge[]): Request =>
  aRequest({ phase: { type: 'covered', at: noon }, pledges, neededBy: after(noon, hours(6)) });

/** Nothing a moment earlier, that event from that moment on, and the request says that moment itself. */
const expectAt = (request: Request, at: EpochMs, type: string): void => {
  expect(dueEvent(request, after(at, -1), policy)?.type).not.toBe(type);
  expect(dueEvent(request, at, policy)?.type).toBe(type);
  expect(nextDue(request, noon, policy)).toBe(at);
};

describe('time brings to a confirmed donor', () => {
  test('a reminder before the hour', () => {
    expectAt(
      covered(aPledge()),
      after(arriveBy, -minutes(arrival.reminderBeforeMinutes)),
      'donor-reminded',
    );
  });

  test('the question whether they have arrived, at the hour', () => {
    expectAt(covered(aPledge({ reminded: true })), arriveBy, 'arrival-asked');
  });

  test('the end of the waiting, a while after that question', () => {
    const askedArrivedAt = after(arriveBy, minutes(3));
    expectAt(
      covered(aPledge({ reminded: true, askedArrivedAt })),
      after(askedArrivedAt, minutes(arrival.noShowAfterMinutes)),
      'donor-did-not-come',
    );
  });

  test('the question whether they gave, a while after they arrived; once', () => {
    const there = { reminded: true, askedArrivedAt: arriveBy, arrivedAt: arriveBy };
    const asked = after(arriveBy, minutes(arrival.askGaveAfterMinutes));
    expectAt(covered(aPledge(there)), asked, 'donation-asked');
    const request = covered(aPledge({ ...there, askedGaveAt: asked }));
    expect(dueEvent(request, after(asked, hours(10)), policy)).toBeUndefined();
  });

  for (const state of ['standby', 'dropped', 'no-show', 'deferred', 'donated', 'released'] as const)
    test(`nothing when the pledge is ${state}`, () => {
      const request = covered(aPledge({ state }));
      expect(dueEvent(request, after(noon, hours(20)), policy)).toBeUndefined();
    });

  test('the earliest of several first', () => {
    const [late, early] = [
      aPledge({ reminded: true }),
      { ...aPledge({ reminded: true, arriveBy: after(noon, hours(1)) }), alertId: 'a2' },
    ];
    const request = covered(late, pledgeSchema.parse(early));
    expect(dueEvent(request, after(noon, hours(3)), policy)).toMatchObject({ alertId: 'a2' });
  });
});

describe('time brings to a request', () => {
  const { neededBy } = aRequest();

  test('the question whether it is still needed, then its end', () => {
    const waiting = aRequest({
      phase: {
        type: 'searching',
        reach: 0,
        nextStageAt: after(neededBy, hours(1)),
        toReplace: 0,
        exhausted: false,
      },
    });
    expectAt(waiting, neededBy, 'still-needed-asked');
    const asked: Request = { ...waiting, askedStillNeededAt: neededBy };
    const end = after(neededBy, hours(stillNeeded.answerWithinHours));
    expect(dueEvent(asked, after(end, -1), policy)).toBeUndefined();
    expect(dueEvent(asked, end, policy)).toEqual({ type: 'closed', reason: 'expired' });
  });

  test('also to one that nobody has verified', () => {
    const phase: Phase = { type: 'verifying', round: 3, nextRoundAt: neededBy, asked: [] };
    expect(dueEvent(aRequest({ phase }), neededBy, policy)?.type).toBe('still-needed-asked');
  });

  test('to a covered one only its end, a grace later', () => {
    expectAt(covered(), after(neededBy, hours(coveredGraceHours)), 'closed');
  });

  for (const phase of [
    { type: 'fulfilled', at: noon },
    { type: 'closed', at: noon, reason: 'cancelled' },
  ] as const)
    test(`nothing once it is ${phase.type}`, () => {
      const request = aRequest({ phase });
      expect(dueEvent(request, after(noon, hours(9999)), policy)).toBeUndefined();
      expect(nextDue(request, noon, policy)).toBeUndefined();
    });
});

describe('a request is looked at again', () => {
  const searching = (change: object) =>
    aRequest({
      phase: {
        type: 'searching',
        reach: 0,
        nextStageAt: after(noon, minutes(8)),
        toReplace: 0,
        exhausted: false,
        ...change,
      },
    });

  test('at the next stage, or at once when somebody is to be replaced', () => {
    expect(nextDue(searching({}), noon, policy)).toBe(after(noon, minutes(8)));
    expect(nextDue(searching({ toReplace: 1 }), noon, policy)).toBe(noon);
    expect(nextDue(searching({ toReplace: 1, exhausted: true }), noon, policy)).toBe(
      after(noon, minutes(8)),
    );
  });

  test('at once while open alerts are to be closed, over or not', () => {
    const phase = { type: 'closed', at: noon, reason: 'cancelled' } as const;
    expect(nextDue(aRequest({ phase, alertsToClose: true }), noon, policy)).toBe(noon);
  });
});
