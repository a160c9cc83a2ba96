import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zoneIdSchema } from '#shared/places/place.ts';
import type { RequestCommand } from '#shared/request/commands.ts';
import { decide, withDue } from '#shared/request/decide.ts';
import {
  countDonated,
  countMissing,
  countSecured,
  countStandby,
  countStandbyRoom,
  isClosed,
} from '#shared/request/pledge-counts.ts';
import { type Request, requestSchema } from '#shared/request/request.ts';
import { alertIdSchema } from '#shared/terms/ids.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { after, type EpochMs, epochMs, minutes } from '#shared/terms/time.ts';
import { aRequest, noon, policy } from '../fixtures/requests.ts';

const donors = Array.from({ length: 8 }, (_, i) => ({
  alertId: alertIdSchema.parse(`a${i}`),
  donor: {
    phone: phoneNumberSchema.parse(`+91945000000${i}`),
    name: `Donor ${i}`,
    sex: 'man' as const,
  },
}));
const anyDonor = fc.constantFrom(...donors);
const verifier = phoneNumberSchema.parse('+919415000002');
const coordinator = phoneNumberSchema.parse('+919415000003');
const other = phoneNumberSchema.parse('+919415000004');
const elsewhere = { ...aRequest().place, zone: zoneIdSchema.parse('varanasi'), name: 'Varanasi' };
const nextLookAt = epochMs(noon + minutes(300));

/** Any command to a request. */
const command: fc.Arbitrary<RequestCommand> = fc.oneof(
  anyDonor.map((d) => ({ type: 'say-yes' as const, ...d })),
  anyDonor.map(({ alertId }) => ({ type: 'say-no' as const, alertId })),
  anyDonor.map(({ alertId }) => ({ type: 'miss-donor' as const, alertId })),
  anyDonor.map(({ alertId }) => ({ type: 'drop' as const, alertId })),
  anyDonor.map(({ alertId }) => ({ type: 'give' as const, alertId })),
  anyDonor.map(({ alertId }) => ({ type: 'arrive' as const, alertId })),
  anyDonor.map(({ alertId }) => ({ type: 'be-on-the-way' as const, alertId })),
  anyDonor.map(({ alertId }) => ({
    type: 'turn-away' as const,
    alertId,
    until: epochMs(noon + minutes(9000)),
  })),
  fc.constantFrom<RequestCommand>(
    { type: 'all-given' },
    { type: 'close' },
    { type: 'extend' },
    { type: 'add-units', units: 1 },
    { type: 'correct', changes: { units: 1 }, unfit: [] },
    { type: 'correct', changes: { units: 4 }, unfit: [] },
    { type: 'correct', changes: { group: 'B-' }, unfit: donors.slice(0, 5).map((d) => d.alertId) },
    { type: 'correct', changes: { hospital: 'Beli Hospital', place: elsewhere }, unfit: [] },
    { type: 'correct', changes: { neededBy: nextLookAt, urgency: 'planned' }, unfit: [] },
    { type: 'correct', changes: { attendant: 'Mohan' }, unfit: [] },
    { type: 'withdraw-alerts', notified: 1, more: false },
    { type: 'withdraw-alerts', notified: 1, more: true },
    { type: 'ask-coming' },
    { type: 'ask-gave' },
    { type: 'close-alerts', notified: 0, more: false },
    { type: 'tick' },
    { type: 'verify', by: verifier, name: 'Suresh' },
    { type: 'refuse', by: verifier, name: 'Suresh', reason: 'no requisition' },
    { type: 'stop', by: verifier, name: 'Suresh', why: 'not-true', isCoordinator: false },
    { type: 'stop', by: coordinator, name: 'Meena', reason: 'asks money', isCoordinator: true },
    { type: 'stop', by: other, name: 'Mohan', why: 'not-true', isCoordinator: false },
    { type: 'ask-volunteers', round: 1, phones: [verifier] },
    {
      type: 'ask-donors',
      asked: 3,
      reach: 0,
      nextLookAt,
      soFar: { asked: 3, saidNo: 0, silent: 0, unlikely: 0 },
      coordinators: [],
    },
    {
      type: 'ask-donors',
      asked: 0,
      reach: 5,
      nextLookAt,
      soFar: { asked: 3, saidNo: 1, silent: 0, unlikely: 0 },
      coordinators: [verifier],
    },
    { type: 'call-unanswered', called: 2 },
    { type: 'postpone-stage', until: epochMs(noon + minutes(9000)) },
  ),
);
const step = fc.record({ command, minutesLater: fc.integer({ min: 0, max: 240 }) });
const life = fc.array(step, { maxLength: 60 });
const start = fc.constantFrom(
  aRequest(),
  aRequest({ units: 1 }),
  aRequest({ units: 5, urgency: 'planned' }),
  aRequest({ phase: { type: 'verifying', round: 0, nextRoundAt: noon, asked: [] } }),
);

const play = (
  begin: Request,
  steps: { command: RequestCommand; minutesLater: number }[],
  look: (request: Request, before: Request, now: EpochMs) => void,
): void => {
  let now = noon;
  let request = withDue(begin, now, policy);
  for (const { command: next, minutesLater } of steps) {
    now = after(now, minutes(minutesLater));
    const decision = decide(request, next, now, policy);
    if ('refused' in decision) continue;
    look(decision.request, request, now);
    request = decision.request;
  }
};

describe('after any commands, in any order, a request', () => {
  test('never has more confirmed and standby donors than it may', () => {
    fc.assert(
      fc.property(start, life, (begin, steps) => {
        play(begin, steps, (request) => {
          const confirmed = request.pledges.filter((p) => p.state === 'confirmed').length;
          // A no-show may have given after all: donations may exceed the units, pledges may not.
          expect(confirmed).toBeLessThanOrEqual(Math.max(0, request.units));
          expect(countStandby(request)).toBeLessThanOrEqual(countStandbyRoom(request, policy));
        });
      }),
    );
  });

  test('is covered exactly while enough units are secured, and fulfilled exactly when enough are given', () => {
    fc.assert(
      fc.property(start, life, (begin, steps) => {
        play(begin, steps, (request, before) => {
          if (request.phase.type === 'searching') expect(countMissing(request)).toBeGreaterThan(0);
          if (request.phase.type === 'covered')
            expect(countSecured(request)).toBeGreaterThanOrEqual(request.units);
          // A donor may deny the family's report later; the request stays fulfilled.
          if (request.phase.type === 'fulfilled' && !isClosed(before))
            expect(countDonated(request)).toBeGreaterThanOrEqual(request.units);
        });
      }),
    );
  });

  test('has a due time until it is over', () => {
    fc.assert(
      fc.property(start, life, (begin, steps) => {
        play(begin, steps, (request) => {
          if (!isClosed(request) || request.alertsToClose) expect(request.dueAt).toBeDefined();
          else expect(request.dueAt).toBeUndefined();
        });
      }),
    );
  });

  test('stays over once it is over, and has no standby donor while a unit is missing', () => {
    fc.assert(
      fc.property(start, life, (begin, steps) => {
        play(begin, steps, (request, before) => {
          if (isClosed(before)) expect(request.phase.type).toBe(before.phase.type);
          if (!isClosed(request) && countMissing(request) > 0)
            expect(countStandby(request)).toBe(0);
        });
      }),
    );
  });

  test('is stopped after its verification only by its verifier or a coordinator, and then holds no donor', () => {
    fc.assert(
      fc.property(start, life, (begin, steps) => {
        let request = begin;
        play(begin, steps, (r) => {
          request = r;
        });
        const now = after(noon, minutes(99_999));
        for (const [by, isCoordinator] of [
          [verifier, false],
          [coordinator, true],
          [other, false],
        ] as const) {
          const command = {
            type: 'stop',
            by,
            name: '',
            reason: 'asks money',
            isCoordinator,
          } as const;
          const decision = decide(request, command, now, policy);
          const isOpen = request.phase.type === 'searching' || request.phase.type === 'covered';
          const may = isOpen && (isCoordinator || by === request.verifiedBy);
          expect('refused' in decision).toBe(!may);
          if ('refused' in decision) continue;
          expect(decision.request.phase).toEqual({ type: 'closed', at: now, reason: 'refused' });
          expect(decision.request.alertsToClose).toBe(true);
          expect(decision.request.pledges.filter((p) => p.state === 'confirmed')).toEqual([]);
          expect(countStandby(decision.request)).toBe(0);
        }
      }),
    );
  });

  test('can always be stored and read back', () => {
    fc.assert(
      fc.property(start, life, (begin, steps) => {
        play(begin, steps, (request) =>
          expect(requestSchema.parse(structuredClone(request))).toEqual(request),
        );
      }),
    );
  });

  test('changes only once by a repeated command, except commands that count', () => {
    const counting = new Set([
      'say-no',
      'miss-donor',
      'add-units',
      'extend',
      'ask-volunteers',
      'ask-donors',
      'postpone-stage',
      'withdraw-alerts',
      'tick',
      'arrive',
      'be-on-the-way',
      'close-alerts',
    ]);
    fc.assert(
      fc.property(start, life, command, (begin, steps, last) => {
        fc.pre(!counting.has(last.type));
        let request = begin;
        play(begin, steps, (r) => {
          request = r;
        });
        const now = after(noon, minutes(99_999));
        const once = decide(request, last, now, policy);
        fc.pre(!('refused' in once));
        if ('refused' in once) return;
        const twice = decide(once.request, last, now, policy);
        if (!('refused' in twice)) expect(twice.events).toEqual([]);
      }),
    );
  });
});
