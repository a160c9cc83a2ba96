import { describe, expect, test } from 'vitest';
import { endsAt, reachAt, reaches, reachNeeded } from '#shared/matching/reach.ts';
import { policy as usualPolicy } from '../../fixtures/requests.ts';

const policy = {
  ...usualPolicy,
  asking: { ...usualPolicy.asking, beyondKm: { usual: 100, scarce: 200 } },
};
const need = { urgency: 'urgent', group: 'B+', exchange: false, minutesLeft: 24 * 60 } as const;
const { usual, beyond, spared } = reaches(policy);

describe('the reach of a search', () => {
  test('grows ring by ring, then as far as donors usually come, then as far as one can come in time', () => {
    const rings = Array.from(
      { length: spared + 1 },
      (_, reach) => reachAt(reach, need, policy).ringKm,
    );
    expect(rings).toEqual([...policy.ringsKm, 60, 100, 100]);
    expect(rings).toEqual([...rings].sort((a, b) => a - b));
  });

  test('is wider for scarce groups, and never beyond 200 km', () => {
    for (const group of ['O-', 'AB-', 'Oh'] as const)
      expect(reachAt(beyond, { ...need, group }, policy).farKm).toBe(200);
    expect(reachAt(beyond, { ...need, group: 'O-', exchange: true }, policy).farKm).toBe(100);
  });

  test('is bounded by who can still come in time', () => {
    const late = { ...need, group: 'O-', minutesLeft: 130 + 2.5 * 70 } as const;
    expect(reachAt(beyond, late, policy).farKm).toBe(70);
    expect(reachAt(beyond, { ...late, minutesLeft: 10 }, policy).farKm).toBe(60);
  });

  test('includes donors spared for others only at its end', () => {
    expect(reachAt(beyond, need, policy).maxTier).toBe(1);
    expect(reachAt(spared, need, policy).maxTier).toBe(2);
  });

  test('widens while the stage is not full, and to spared donors only when no one else is left', () => {
    const ends = (reach: number, enough: boolean, chosen: number) =>
      endsAt(reach, { enough, chosen }, policy);
    expect(ends(0, true, 3)).toBe(true);
    expect(ends(usual, false, 3)).toBe(false);
    expect(ends(beyond, false, 3)).toBe(true);
    expect(ends(beyond, false, 0)).toBe(false);
    expect(ends(spared, false, 0)).toBe(true);
  });

  test('counts as the usual one when no one farther away was chosen', () => {
    const at = (distanceKm: number, tier: 0 | 1 | 2 = 0) => [{ distanceKm, tier }];
    expect(reachNeeded(beyond, at(20), need, policy)).toBe(usual);
    expect(reachNeeded(beyond, at(80), need, policy)).toBe(beyond);
    expect(reachNeeded(spared, at(20, 2), need, policy)).toBe(spared);
    expect(reachNeeded(0, at(3), need, policy)).toBe(0);
  });
});
