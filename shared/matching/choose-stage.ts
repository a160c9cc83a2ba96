import type { Policy } from '../terms/policy.ts';
import { byPreference, type Candidate } from './candidate.ts';
import { type Situation, smallestStage } from './plan-stage.ts';

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

/** The fewest candidates who, with those already asked, reach the wanted chance; at most `most`. enough: they do, or the stage is full. */
export const chooseStage = (
  candidates: Candidate[],
  { situation, wanted, most }: { situation: Situation; wanted: number; most: number },
  asking: Policy['asking'],
): { chosen: Candidate[]; enough: boolean } => {
  const line = [...candidates].sort(byPreference).slice(0, most);
  const { size, enough } = smallestStage(situation, line, wanted, asking);
  return { chosen: line.slice(0, size), enough: enough || line.length === most };
};
