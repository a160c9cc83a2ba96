import { describe, expect, test } from 'vitest';
import { emptyHistory, withoutYes, withVisit, withYes } from '#shared/people/response-history.ts';
import { visitOutcome } from '#shared/request/lifecycle/visits.ts';
import { noon } from '../../fixtures/requests.ts';

describe('response history', () => {
  test('counts a yes as one try, also when the silence before it was counted', () => {
    expect(withYes(emptyHistory, true)).toMatchObject({ tries: 1, saidYes: 1 });
    const silent = withoutYes(emptyHistory, 1);
    expect(withYes(silent, false)).toMatchObject({ tries: 1, saidYes: 1 });
    expect(withYes(emptyHistory, false)).toMatchObject({ tries: 1, saidYes: 1 });
  });

  test('counts a no with its weight', () => {
    expect(withoutYes(withoutYes(emptyHistory, 1), 0.4)).toMatchObject({ tries: 1.4, saidYes: 0 });
  });

  test('counts a pledge once, by its final outcome', () => {
    const missed = withVisit(emptyHistory, undefined, 'missed');
    expect(missed).toMatchObject({ came: 0, missed: 1 });
    expect(withVisit(missed, 'missed', 'came')).toMatchObject({ came: 1, missed: 0 });
    const away = withVisit(missed, 'missed', 'turned-away');
    expect(away).toMatchObject({ came: 1, missed: 0, turnedAway: 1 });
    expect(withVisit(emptyHistory, 'missed', undefined)).toEqual(emptyHistory);
  });
});

describe('visitOutcome()', () => {
  const pledge = (state: Parameters<typeof visitOutcome>[0]['state'], more = {}) =>
    visitOutcome({ alertId: 'a1', at: noon, reminded: false, state, ...more } as never);
  test.each([
    ['confirmed', {}, undefined],
    ['standby', {}, undefined],
    ['released', { arriveBy: noon }, undefined],
    ['donated', { arriveBy: noon }, 'came'],
    ['deferred', { arriveBy: noon }, 'turned-away'],
    ['no-show', { arriveBy: noon }, 'missed'],
    ['dropped', { arriveBy: noon }, 'missed'],
    ['dropped', { arriveBy: noon, arrivedAt: noon }, 'turned-away'],
    ['dropped', {}, undefined],
  ] as const)('%s %j: %s', (state, more, visit) => {
    expect(pledge(state, more)).toBe(visit);
  });
});
