import type { BloodGroup } from '../terms/blood-group.ts';
import type { Policy } from '../terms/policy.ts';
import type { Urgency } from '../terms/urgency.ts';
import type { Match } from './compatibility.ts';

/*
 * How far a search for donors reaches. The live hotline and the simulator run the same functions, so that what is
 * simulated is what is run.
 */

/**
 * A reach is a number that only grows: the rings of the policy, then as far as donors usually come, then everyone who
 * can still come in time, then the donors who are spared for others.
 */
export const reaches = ({ ringsKm }: Policy) => {
  const usual = ringsKm.length;
  return { usual, beyond: usual + 1, spared: usual + 2 };
};

/** What a reach depends on. `minutesLeft`: until the blood is needed. */
export type Need = {
  urgency: Urgency;
  group: BloodGroup;
  exchange: boolean;
  minutesLeft: number;
};

/** `farKm`: donors who have said yes before are asked up to there; others up to `ringKm`. */
export type Reach = { farKm: number; ringKm: number; maxTier: Match['tier'] };

/** Rh-negative and Bombay: few donors can give, and they come from far. */
export const isScarce = ({ group, exchange }: Pick<Need, 'group' | 'exchange'>): boolean =>
  !exchange && (group === 'Oh' || group.endsWith('-'));

/** The distance from which a donor who says yes now can still give in time. */
const inTimeKm = ({ urgency, minutesLeft }: Need, { asking: { road } }: Policy): number =>
  (minutesLeft - road.readyMinutes[urgency]) / road.minutesPerKm;

/** How far the search goes at this reach. */
export const reachAt = (reach: number, need: Need, policy: Policy): Reach => {
  const { asking, ringsKm } = policy;
  const { usual, beyond, spared } = reaches(policy);
  const usualKm = asking.farthestKm[need.urgency];
  const widestKm = isScarce(need) ? asking.beyondKm.scarce : asking.beyondKm.usual;
  const beyondKm = Math.max(usualKm, Math.min(widestKm, inTimeKm(need, policy)));
  const farKm = reach < beyond ? usualKm : beyondKm;
  const ringKm = reach < usual ? Math.min(farKm, ringsKm[reach] ?? farKm) : farKm;
  return { farKm, ringKm, maxTier: reach < spared ? 1 : 2 };
};

/** What one look has brought. */
type Found = { enough: boolean; chosen: number };

/**
 * True when the search ends at this reach. It widens while the stage is not full. Donors who are spared for others are
 * asked only when no one else is left.
 */
export const endsAt = (reach: number, { enough, chosen }: Found, policy: Policy): boolean => {
  const { beyond, spared } = reaches(policy);
  return enough || reach >= spared || (reach >= beyond && chosen > 0);
};

/** The reach that these donors needed: a stage that found no one farther away counts as the usual one. */
export const reachNeeded = (
  reach: number,
  chosen: readonly { distanceKm: number; tier: Match['tier'] }[],
  { urgency }: Pick<Need, 'urgency'>,
  policy: Policy,
): number => {
  const { usual } = reaches(policy);
  if (chosen.length === 0) return reach;
  const usualKm = policy.asking.farthestKm[urgency];
  const isFar = chosen.some(({ distanceKm, tier }) => distanceKm > usualKm || tier > 1);
  return isFar ? reach : Math.min(reach, usual);
};
