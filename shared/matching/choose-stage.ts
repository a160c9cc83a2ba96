import type { Policy } from '../terms/policy.ts';
import type { Urgency } from '../terms/urgency.ts';
import type { Score } from './score-candidate.ts';
import { findSmallestStage, type StageSituation } from './stage-size.ts';

/**
 * How far a search looks, as a number that only grows: the rings of the policy, then the zone, the zones next
 * to it, everyone. Donors kept for those who need them (tier 2) are asked only once the zone has no others.
 */
export const reaches = (policy: Policy) => {
  const zone = policy.ringsKm.length;
  return { zone, neighbours: zone + 1, everyone: zone + 2 };
};

export const maxTier = (reach: number, policy: Policy): number =>
  reach > reaches(policy).zone ? 2 : 1;

/** Somebody who may be asked; `waitsSince`: when they were last asked, or could first have been. */
export type Askable = Score & { distanceKm: number; waitsSince: number };

/** How urgent it is, and whether nobody has been asked yet. */
export type Occasion = { urgency: Urgency; isFirst: boolean };
/** What a stage is for: the chance wanted of it, from at most so many, with those asked before counted. */
export type StageWanted = Occasion & { situation: StageSituation; wanted: number; most: number };

/** Whom first: worth most (record, distance and time count in it), then the nearest, then who has waited longest. */
const byPreference = (a: Askable, b: Askable): number =>
  b.worth - a.worth || a.distanceKm - b.distanceKm || a.waitsSince - b.waitsSince;

/** The first `most` of them in that order; to sort a whole crowd would take longer than all else. */
const firstOf = <T extends Askable>(candidates: readonly T[], most: number): T[] => {
  const first: T[] = [];
  for (const candidate of candidates) {
    const place = first.findLastIndex((other) => byPreference(other, candidate) <= 0) + 1;
    if (place >= most) continue;
    first.splice(place, 0, candidate);
    if (first.length > most) first.pop();
  }
  return first;
};

/**
 * So unlikely to give that asking is not worth the disturbance. While nobody has been asked, the time left does not
 * count: for a patient with an hour there is no better way, and blood that comes late may still be needed.
 */
export const isTooUnlikely = (
  { chance, ever }: Score,
  { urgency, isFirst }: Occasion,
  { leastChance }: Policy['asking'],
): boolean => (isFirst ? ever : chance) < leastChance[urgency];

/** The fewest candidates who, with those already asked, reach the wanted chance; at most `most`. enough: they do, or the stage is full. */
export const chooseStage = <T extends Askable>(
  candidates: readonly T[],
  { situation, wanted, most, ...occasion }: StageWanted,
  asking: Policy['asking'],
): { chosen: T[]; enough: boolean } => {
  const line = firstOf(
    candidates.filter((candidate) => !isTooUnlikely(candidate, occasion, asking)),
    most,
  );
  const { size, enough } = findSmallestStage(situation, line, wanted, asking);
  return { chosen: line.slice(0, size), enough: enough || line.length === most };
};
