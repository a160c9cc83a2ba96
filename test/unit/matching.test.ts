import { describe, expect, test } from 'vitest';
import { byPreference, toCandidate, whyNotAsk } from '#shared/matching/candidate.ts';
import { chanceToGive, smallestStage } from '#shared/matching/chance.ts';
import { chooseStage } from '#shared/matching/choose-stage.ts';
import { compatibleGroups } from '#shared/matching/compatibility.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import type { Component } from '#shared/terms/component.ts';
import { alertIdSchema, requestCodeSchema, requestIdSchema } from '#shared/terms/request-code.ts';
import { after, days, hours } from '#shared/terms/time.ts';
import { aDonor, noon, policy, prayagraj } from '../fixtures/requests.ts';

const groups = (group: BloodGroup, component: Component, exchange = false) =>
  compatibleGroups({ group, component, exchange }).map((m) => m.group);

describe('who can give to whom (FACTS §3)', () => {
  test('whole blood: the same group, and its Rh-negative only when nothing else is left', () => {
    expect(groups('B+', 'whole-blood')).toEqual(['B+', 'B-']);
    expect(
      compatibleGroups({ group: 'B+', component: 'whole-blood', exchange: false })[1]?.tier,
    ).toBe(2);
    expect(groups('B-', 'whole-blood')).toEqual(['B-']);
    expect(groups('O-', 'whole-blood')).toEqual(['O-']);
  });
  test('packed red cells: O helps everyone, Rh-negative patients take Rh-negative only', () => {
    expect(groups('AB-', 'red-cells').sort()).toEqual(['A-', 'AB-', 'B-', 'O-']);
    expect(groups('A+', 'red-cells').sort()).toEqual(['A+', 'A-', 'O+', 'O-']);
    expect(groups('O+', 'red-cells')).toEqual(['O+', 'O-']);
  });
  test('platelets: every row of the table', () => {
    expect(groups('O+', 'platelets')).not.toContain('AB+');
    expect(groups('A+', 'platelets')).toContain('AB+');
    expect(groups('O+', 'platelets')[0]).toBe('O+');
  });
  test('plasma: Rh does not matter, O takes from all, AB only from AB', () => {
    expect(groups('AB-', 'plasma').sort()).toEqual(['AB+', 'AB-']);
    expect(groups('O-', 'plasma')).toHaveLength(8);
  });
  test('Bombay takes Bombay only, and gives to nobody else except in exchange', () => {
    for (const component of ['whole-blood', 'red-cells', 'platelets', 'plasma'] as const) {
      expect(groups('Oh', component)).toEqual(['Oh']);
      expect(groups('O+', component)).not.toContain('Oh');
    }
    expect(groups('B+', 'whole-blood', true)).toHaveLength(9);
  });
});

describe('how many to ask', () => {
  test('is the fewest who reach the wanted chance', () => {
    expect(smallestStage([0.5, 0.5, 0.5], 1, 0.7)).toBe(2);
    expect(smallestStage([0.5, 0.5, 0.5], 1, 0.5)).toBe(1);
    expect(smallestStage([1, 1, 1], 2, 0.99)).toBe(2);
    expect(smallestStage([0.1, 0.1], 2, 0.9)).toBe(2);
    expect(smallestStage([0.9], 0, 0.9)).toBe(0);
    expect(smallestStage([], 2, 0.9)).toBe(0);
  });
  test('a donor who came before counts for more than one who never answered', () => {
    const regular = chanceToGive({ asked: 4, saidYes: 3 }, 2, policy.prior);
    const silent = chanceToGive({ asked: 9, saidYes: 0 }, 2, policy.prior);
    const unknown = chanceToGive({ asked: 0, saidYes: 0 }, 2, policy.prior);
    expect(regular).toBeGreaterThan(unknown);
    expect(unknown).toBeGreaterThan(silent);
    expect(unknown).toBeCloseTo(0.044 * 0.84, 3);
  });
  test('near donors are asked before far ones of the same record', () => {
    const search = {
      component: 'whole-blood' as const,
      place: prayagraj,
      neededBy: after(noon, hours(6)),
      spared: new Set<never>(),
    };
    const far = aDonor({ place: { ...prayagraj, lat: 25.55 } });
    const near = aDonor();
    const line = [far, near].map((p) => toCandidate(p, 0, search, policy)).sort(byPreference);
    expect(line[0]?.person.phone).toBe(near.phone);
    expect(chooseStage(line, { missing: 1, wantedChance: 0.9, most: 1 })).toMatchObject({
      enough: true,
      chosen: [{ person: { phone: near.phone } }],
    });
  });
});

describe('who is not asked, and why', () => {
  const search = {
    component: 'whole-blood' as const,
    place: prayagraj,
    neededBy: after(noon, hours(6)),
    spared: new Set<never>(),
  };
  const ref = (at = noon, state: 'open' | 'ended' = 'ended') => ({
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
    ['asked enough this week', aDonor({}, { alerts: [ref(), ref(), ref()] })],
    [
      'asked enough this month',
      aDonor({}, { alerts: Array.from({ length: 6 }, () => ref(after(noon, -days(10)))) }),
    ],
    ['resting', aDonor({ pausedUntil: after(noon, days(3)) })],
    ['weighs too little', aDonor({ weightKg: 44 })],
    ['too old', aDonor({ birthYear: 1950 })],
  ])('%s', (why, person) => {
    expect(whyNotAsk(person, search, noon, policy)).toBe(why);
  });
  test('an alert nobody answered stops keeping others away after its hours', () => {
    const old = aDonor({}, { alerts: [ref(after(noon, -hours(7)), 'open')] });
    expect(whyNotAsk(old, search, noon, policy)).toBeUndefined();
  });
});
