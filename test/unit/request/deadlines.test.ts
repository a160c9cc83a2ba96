import { describe, expect, test } from 'vitest';
import {
  appointment,
  arrivalDeadline,
  arrivalTime,
  dueEvent,
  nextDue,
  quarterHour,
} from '#shared/request/deadlines.ts';
import type { Phase, Pledge, Request } from '#shared/request/request.ts';
import { pledgeSchema } from '#shared/request/request.ts';
import { after, days, type EpochMs, fromCalendar, hours, minutes } from '#shared/terms/time.ts';
import { urgencies } from '#shared/terms/urgency.ts';
import { aRequest, noon, policy } from '../../fixtures/requests.ts';

const { arrival, stillNeeded, coveredGraceHours } = policy;
const { travelMinutes, noShowAfterMinutes } = arrival;
const clock = (day: number, hour: number, minute = 0) =>
  fromCalendar({ year: 2026, month: 11, day, hour, minute });
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

/** Not that event a moment earlier, that event from that moment on; `nextDue` names the moment. */
const expectAt = (request: Request, at: EpochMs, type: string): void => {
  expect(dueEvent(request, after(at, -1), policy)?.type).not.toBe(type);
  expect(dueEvent(request, at, policy)?.type).toBe(type);
  expect(nextDue(request, noon, policy)).toBe(at);
};

describe('deadlines of a pledge', () => {
  test('remind the confirmed donor before the arrival deadline', () => {
    expectAt(
      covered(aPledge()),
      after(arriveBy, -minutes(arrival.reminderBeforeMinutes)),
      'donor-reminded',
    );
  });

  test('ask at the arrival deadline whether the donor has arrived', () => {
    expectAt(covered(aPledge({ reminded: true })), arriveBy, 'arrival-asked');
  });

  test('mark a no-show when that question stays unanswered', () => {
    const askedArrivedAt = after(arriveBy, minutes(3));
    expectAt(
      covered(aPledge({ reminded: true, askedArrivedAt })),
      after(askedArrivedAt, minutes(arrival.noShowAfterMinutes)),
      'donor-did-not-come',
    );
  });

  test('ask once, after the arrival, whether the donor gave', () => {
    const there = { reminded: true, askedArrivedAt: arriveBy, arrivedAt: arriveBy };
    const asked = after(arriveBy, minutes(arrival.askGaveAfterMinutes));
    expectAt(covered(aPledge(there)), asked, 'donation-asked');
    const request = covered(aPledge({ ...there, askedGaveAt: asked }));
    expect(dueEvent(request, after(asked, hours(10)), policy)).toBeUndefined();
  });

  for (const state of ['standby', 'dropped', 'no-show', 'deferred', 'donated', 'released'] as const)
    test(`do not exist when the pledge is ${state}`, () => {
      const request = covered(aPledge({ state }));
      expect(dueEvent(request, after(noon, hours(20)), policy)).toBeUndefined();
    });

  test('come earliest first', () => {
    const [late, early] = [
      aPledge({ reminded: true }),
      { ...aPledge({ reminded: true, arriveBy: after(noon, hours(1)) }), alertId: 'a2' },
    ];
    const request = covered(late, pledgeSchema.parse(early));
    expect(dueEvent(request, after(noon, hours(3)), policy)).toMatchObject({ alertId: 'a2' });
  });
});

describe('deadlines of a request', () => {
  const { neededBy } = aRequest();

  test('ask whether it is still needed, then close it', () => {
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

  test('ask the same of a request that is not verified yet', () => {
    const phase: Phase = { type: 'verifying', round: 3, nextRoundAt: neededBy, asked: [] };
    expect(dueEvent(aRequest({ phase }), neededBy, policy)?.type).toBe('still-needed-asked');
  });

  test('only close a covered request, after the grace time', () => {
    expectAt(covered(), after(neededBy, hours(coveredGraceHours)), 'closed');
  });

  for (const phase of [
    { type: 'fulfilled', at: noon },
    { type: 'closed', at: noon, reason: 'cancelled' },
  ] as const)
    test(`do not exist once it is ${phase.type}`, () => {
      const request = aRequest({ phase });
      expect(dueEvent(request, after(noon, hours(9999)), policy)).toBeUndefined();
      expect(nextDue(request, noon, policy)).toBeUndefined();
    });
});

describe('nextDue()', () => {
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

  test('is the next stage, or now when a donor must be replaced', () => {
    expect(nextDue(searching({}), noon, policy)).toBe(after(noon, minutes(8)));
    expect(nextDue(searching({ toReplace: 1 }), noon, policy)).toBe(noon);
    expect(nextDue(searching({ toReplace: 1, exhausted: true }), noon, policy)).toBe(
      after(noon, minutes(8)),
    );
  });

  test('is now while open alerts must be closed, also after the end', () => {
    const phase = { type: 'closed', at: noon, reason: 'cancelled' } as const;
    expect(nextDue(aRequest({ phase, alertsToClose: true }), noon, policy)).toBe(noon);
  });
});

describe('arrivalDeadline()', () => {
  test.each(urgencies)('%s: by day, as soon as the donor can arrive', (urgency) => {
    const request = { urgency, neededBy: after(noon, days(2)) };
    expect(arrivalDeadline(request, noon, policy)).toBe(
      after(noon, minutes(travelMinutes[urgency])),
    );
  });

  test.each(urgencies)('%s: a no-show is known while another donor can still come', (urgency) => {
    const neededBy = after(
      noon,
      { critical: hours(5), urgent: hours(9), planned: hours(24) }[urgency],
    );
    const known = after(
      arrivalDeadline({ urgency, neededBy }, noon, policy),
      minutes(noShowAfterMinutes),
    );
    expect(after(known, minutes(travelMinutes[urgency]))).toBeLessThanOrEqual(neededBy);
  });

  test('is on the eve of what is planned for a later day, and follows the day', () => {
    const planned = { urgency: 'planned', neededBy: clock(28, 9) } as const;
    const eve = arrivalDeadline(planned, clock(23, 21), policy);
    expect(eve).toBe(clock(27, 9));
    expect(arrivalTime(planned, eve, clock(25, 10), policy)).toBe(eve);
    const later = { ...planned, neededBy: clock(30, 9) };
    expect(arrivalTime(later, eve, clock(25, 10), policy)).toBe(clock(29, 9));
    const atNight = { ...planned, neededBy: clock(28, 2) };
    expect(arrivalDeadline(atNight, clock(23, 12), policy)).toBe(clock(27, 11));
  });

  test('moves to the next morning at night when the request can wait', () => {
    const evening = clock(23, 20);
    const planned = { urgency: 'planned', neededBy: clock(25, 9) } as const;
    expect(arrivalDeadline(planned, evening, policy)).toBe(clock(24, 11));
    const urgent = { urgency: 'urgent', neededBy: clock(24, 18) } as const;
    expect(arrivalDeadline(urgent, evening, policy)).toBe(clock(24, 10));
  });

  test('is earlier in the morning when the blood is needed sooner', () => {
    const urgent = { urgency: 'urgent', neededBy: clock(24, 12) } as const;
    expect(arrivalDeadline(urgent, clock(23, 20), policy)).toBe(clock(24, 9));
    const planned = { urgency: 'planned', neededBy: clock(24, 14) } as const;
    expect(arrivalDeadline(planned, clock(23, 18), policy)).toBe(clock(24, 10));
  });

  test('is now at night when the request cannot wait', () => {
    const evening = clock(23, 20);
    const urgent = { urgency: 'urgent', neededBy: clock(24, 8) } as const;
    expect(arrivalDeadline(urgent, evening, policy)).toBe(clock(23, 23));
    const critical = { urgency: 'critical', neededBy: clock(25, 8) } as const;
    expect(arrivalDeadline(critical, clock(23, 22), policy)).toBe(clock(23, 23, 30));
  });

  test('appointment() skips the reminder for a donor who has just been given the time', () => {
    const request = { urgency: 'urgent', neededBy: after(noon, days(1)) } as const;
    expect(appointment(request, noon, policy).reminded).toBe(false);
    const short = { ...policy, arrival: { ...policy.arrival, reminderBeforeMinutes: 160 } };
    expect(appointment(request, noon, short).reminded).toBe(true);
  });
});

describe('quarterHour()', () => {
  test.each([
    ['the nearest', clock(23, 17, 7), clock(23, 17)],
    ['the nearest, later', clock(23, 17, 8), clock(23, 17, 15)],
    ['before midnight', clock(24, 0), clock(23, 23, 45)],
  ])('is %s', (_, at, wanted) => expect(quarterHour(at, noon)).toBe(wanted));

  test('is not past, and not after the blood is needed', () => {
    expect(quarterHour(clock(23, 17, 6), clock(23, 17, 2))).toBe(clock(23, 17, 15));
    expect(quarterHour(clock(23, 17, 10), noon, clock(23, 17, 10))).toBe(clock(23, 17));
  });
});

describe('arrivalTime()', () => {
  const request = { urgency: 'planned', neededBy: after(noon, days(1)) } as const;
  const offered = after(noon, hours(3));

  test('is the time of the alert while half the journey is left', () => {
    expect(arrivalTime(request, offered, noon, policy)).toBe(offered);
    const late = after(noon, hours(2));
    expect(arrivalTime(request, offered, late, policy)).toBe(
      arrivalDeadline(request, late, policy),
    );
  });

  test('is another one when the blood is needed sooner, and as soon as can be', () => {
    const fresh = arrivalDeadline(request, noon, policy);
    const sooner = { ...request, neededBy: after(noon, hours(2)) };
    expect(arrivalTime(sooner, offered, noon, policy)).toBe(fresh);
    expect(arrivalTime({ ...request, asap: true }, offered, noon, policy)).toBe(fresh);
  });
});
