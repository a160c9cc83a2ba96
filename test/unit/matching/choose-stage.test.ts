import { describe, expect, test } from 'vitest';
import { exclusionReason, toCandidate } from '#shared/matching/candidate.ts';
import { chooseStage } from '#shared/matching/choose-stage.ts';
import { compatibleGroups } from '#shared/matching/compatibility.ts';
import { register } from '#shared/people/register.ts';
import { emptyHistory } from '#shared/people/response-history.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import type { Component } from '#shared/terms/component.ts';
import { alertIdSchema, requestCodeSchema, requestIdSchema } from '#shared/terms/ids.ts';
import { after, dayOf, daySchema, days, hours } from '#shared/terms/time.ts';
import { aDonor, noon, policy, prayagraj } from '../../fixtures/requests.ts';

const listed = (lastDonation: string | null) => {
  const { donor, ...person } = aDonor();
  if (!donor) throw new Error('a donor');
  const { group, sex, birthYear, pin, place, consent } = donor;
  const day = lastDonation === null ? null : daySchema.parse(lastDonation);
  const row = { group, sex, birthYear, pin, place, consent, lastDonation: day };
  return { ...person, donor: register(row, undefined, policy) };
};

const groups = (group: BloodGroup, component: Component, exchange = false) =>
  compatibleGroups({ group, component, exchange }).map((m) => m.group);

describe('compatibleGroups() (docs/facts.md#compatibility)', () => {
  test('whole blood: the same group, its Rh-negative last', () => {
    expect(groups('B+', 'whole-blood')).toEqual(['B+', 'B-']);
    expect(
      compatibleGroups({ group: 'B+', component: 'whole-blood', exchange: false })[1]?.tier,
    ).toBe(2);
    expect(groups('B-', 'whole-blood')).toEqual(['B-']);
    expect(groups('O-', 'whole-blood')).toEqual(['O-']);
  });
  test('packed red cells: O gives to all groups, Rh-negative patients receive Rh-negative only', () => {
    expect(groups('AB-', 'red-cells').sort()).toEqual(['A-', 'AB-', 'B-', 'O-']);
    expect(groups('A+', 'red-cells').sort()).toEqual(['A+', 'A-', 'O+', 'O-']);
    expect(groups('O+', 'red-cells')).toEqual(['O+', 'O-']);
  });
  test('platelets: every row of the table', () => {
    expect(groups('O+', 'platelets')).not.toContain('AB+');
    expect(groups('A+', 'platelets')).toContain('AB+');
    expect(groups('O+', 'platelets')[0]).toBe('O+');
  });
  test('plasma: Rh does not matter, O receives from all, AB only from AB', () => {
    expect(groups('AB-', 'plasma').sort()).toEqual(['AB+', 'AB-']);
    expect(groups('O-', 'plasma')).toHaveLength(8);
  });
  test('Bombay receives from Bombay only, and gives to other groups only in exchange', () => {
    for (const component of ['whole-blood', 'red-cells', 'platelets', 'plasma'] as const) {
      expect(groups('Oh', component)).toEqual(['Oh']);
      expect(groups('O+', component)).not.toContain('Oh');
    }
    expect(groups('B+', 'whole-blood', true)).toHaveLength(9);
  });
});

describe('chooseStage()', () => {
  const search = (inHours = 6) => ({
    component: 'whole-blood' as const,
    place: prayagraj,
    neededBy: after(noon, hours(inHours)),
    urgency: 'critical' as const,
    spared: new Set<never>(),
  });
  const candidate = (
    { donor, ...person }: ReturnType<typeof aDonor>,
    tier: 0 | 1 | 2 = 0,
    inHours = 6,
    now = noon,
  ) => {
    if (!donor) throw new Error('a donor');
    return toCandidate({ ...person, donor }, tier, search(inHours), now, policy);
  };
  const stage = {
    situation: { missing: 1, waiting: [] },
    wanted: 0.9,
    most: 1,
    urgency: 'critical' as const,
    isFirst: true,
  };
  const first = (...candidates: ReturnType<typeof candidate>[]) =>
    chooseStage(candidates, stage, policy.asking).chosen[0];
  test('a donor whose imported list names a gift of late is asked before one without', () => {
    const lately = candidate(listed(dayOf(after(noon, -days(150)))));
    const never = candidate(listed(null));
    const longAgo = candidate(listed(dayOf(after(noon, -days(800)))));
    expect(first(never, lately, longAgo)).toBe(lately);
    expect(lately.chance).toBeGreaterThan(2 * never.chance);
    expect(longAgo.chance).toBe(never.chance);
  });

  const northBy = (km: number) => ({ place: { ...prayagraj, lat: prayagraj.lat + km / 111 } });
  const record = (change: object) => ({ record: { ...emptyHistory, ...change } });

  test('asks near donors before far ones with the same history', () => {
    const far = candidate(aDonor(northBy(11)));
    const near = candidate(aDonor());
    expect(first(far, near)).toBe(near);
    expect(chooseStage([far, near], stage, policy.asking)).toEqual({
      enough: true,
      chosen: [near],
      unlikely: 0,
    });
  });

  test('asks the longest-waiting donor first among equals', () => {
    const asked = (daysAgo: number) =>
      candidate(
        aDonor(
          { mayGiveFrom: after(noon, -days(300)) },
          {
            alerts: [
              {
                requestId: requestIdSchema.parse('r0'),
                alertId: alertIdSchema.parse('a0'),
                code: requestCodeSchema.parse('1234'),
                at: after(noon, -days(daysAgo)),
                openUntil: noon,
                state: 'ended',
              },
            ],
          },
        ),
      );
    const lately = asked(20);
    const longAgo = asked(40);
    expect(first(lately, longAgo)).toBe(longAgo);
    expect(first(longAgo, lately)).toBe(longAgo);
  });

  test('leaves out donors below the minimum probability', () => {
    const sleeper = candidate(aDonor(record({ tries: 120 })));
    expect(sleeper.chance).toBeLessThan(policy.asking.leastChance.critical);
    expect(first(sleeper)).toBeUndefined();
    const unsparing = {
      ...policy.asking,
      leastChance: { critical: 0, urgent: 0, planned: 0 },
    };
    expect(chooseStage([sleeper], stage, unsparing).chosen).toEqual([sleeper]);
  });

  test('asks a first stage even when no time is left, but no second', () => {
    const late = candidate(aDonor(), 0, 0.5);
    expect(late.chance).toBeLessThan(policy.asking.leastChance.critical);
    expect(first(late)).toBe(late);
    const next = { ...stage, isFirst: false };
    expect(chooseStage([late], next, policy.asking).chosen).toEqual([]);
  });

  test('asks donors who answered before newcomers, and newcomers before donors who never answer', () => {
    const known = candidate(aDonor({ ...record({ tries: 4, saidYes: 2 }), ...northBy(8) }));
    const newcomer = candidate(aDonor());
    const sleeper = candidate(aDonor(record({ tries: 8 })));
    expect(known.chance).toBeGreaterThan(newcomer.chance);
    expect(newcomer.chance).toBeGreaterThan(sleeper.chance);
    expect(first(sleeper, newcomer, known)).toBe(known);
  });

  test('counts a yes that comes too late for almost nothing', () => {
    const far = (inHours: number) => candidate(aDonor(northBy(60)), 0, inHours).gives;
    expect(far(3)).toBeLessThan(0.02);
    expect(far(24)).toBeGreaterThan(0.2);
  });

  test('spares other groups unless the own group is far less likely', () => {
    const own = candidate(aDonor());
    expect(first(candidate(aDonor({ group: 'O+' }), 1), own)).toBe(own);
    const other = candidate(aDonor({ group: 'O+', ...record({ tries: 4, saidYes: 3 }) }), 1);
    expect(first(own, other)).toBe(other);
  });

  test('expects fewer yeses at night, and gives silence less weight', () => {
    const night = candidate(aDonor(), 0, 30, after(noon, hours(14)));
    expect(night).toMatchObject({ night: true });
    expect(night.yes).toBeLessThan(candidate(aDonor()).yes);
    expect(night.weight).toBeLessThan(1);
  });
});

describe('exclusionReason()', () => {
  const search = {
    component: 'whole-blood' as const,
    place: prayagraj,
    neededBy: after(noon, hours(6)),
    urgency: 'critical' as const,
    spared: new Set<never>(),
  };
  const ref = (at = noon, state: 'open' | 'ended' | 'not-needed' = 'ended') => ({
    requestId: requestIdSchema.parse('r0'),
    alertId: alertIdSchema.parse('a0'),
    code: requestCodeSchema.parse('1234'),
    at,
    openUntil: after(at, hours(6)),
    state,
  });
  test.each([
    ['not a donor', aDonor({}, { donor: undefined })],
    ['opted out', aDonor({}, { optedOut: true })],
    [
      'number not reachable',
      aDonor(
        {},
        { unreachable: { at: noon, error: '30005' }, uncallable: { at: noon, error: 'failed' } },
      ),
    ],
    ['has an open alert', aDonor({}, { alerts: [ref(noon, 'open')] })],
    [
      'needs blood for their own',
      aDonor(
        {},
        {
          requests: [
            {
              requestId: requestIdSchema.parse('r9'),
              code: requestCodeSchema.parse('9999'),
              open: true,
            },
          ],
        },
      ),
    ],
    ['said yes and was not needed', aDonor({}, { alerts: [ref(noon, 'not-needed')] })],
    ['asked enough this week', aDonor({}, { alerts: [ref(), ref(), ref()] })],
    [
      'asked enough this month',
      aDonor({}, { alerts: Array.from({ length: 6 }, () => ref(after(noon, -days(10)))) }),
    ],
    ['resting', aDonor({ pausedUntil: after(noon, days(3)) })],
    ['weighs too little', aDonor({ weightKg: 44 })],
    ['too old', aDonor({ birthYear: 1950 })],
  ])('%s', (why, person) => {
    expect(exclusionReason(person, search, noon, policy)).toBe(why);
  });
  test('allows a donor who was not needed again after the rest days', () => {
    const at = after(noon, -days(policy.alertCaps.restAfterYesDays));
    const rested = aDonor({}, { alerts: [ref(at, 'not-needed')] });
    expect(exclusionReason(rested, search, noon, policy)).toBeUndefined();
  });
  test('ignores an unanswered alert after its open hours', () => {
    const old = aDonor({}, { alerts: [ref(after(noon, -hours(7)), 'open')] });
    expect(exclusionReason(old, search, noon, policy)).toBeUndefined();
  });
});
