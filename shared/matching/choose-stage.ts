import type { Policy } from '../terms/policy.ts';
import type { Urgency } from '../terms/urgency.ts';
import type { Score } from './score-candidate.ts';
import { findSmallestStage, type StageSituation } from './stage-size.ts';

/** A donor who may be asked. `waitsSince`: when they were last asked, or could first have been asked. */
export type Askable = Score & { distanceKm: number; waitsSince: number };

/** The urgency, and whether this is the first stage. */
export type Occasion = { urgency: Urgency; isFirst: boolean };
/** The target of a stage: its probability, its most donors, and the donors asked before. */
export type StageWanted = Occasion & { situation: StageSituation; wanted: number; most: number };

/** The order of asking: highest worth (from history, distance and time), then the nearest, then the longest wait. */
const byPreference = (a: Askable, b: Askable): number =>
  b.worth - a.worth || a.distanceKm - b.distanceKm || a.waitsSince - b.waitsSince;

/** The first `most` candidates in that order. Sorting a whole crowd would take longer than everything else. */
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
 * True when a donation is so unlikely that asking is not worth the disturbance. The time left does not count in the
 * first stage: a patient with an hour has no better chance, and blood that comes late may still be needed.
 */
export const isTooUnlikely = (
  { chance, ever }: Score,
  { urgency, isFirst }: Occasion,
  { leastChance }: Policy['asking'],
): boolean => (isFirst ? ever : chance) < leastChance[urgency];

/**
 * The fewest candidates who reach the target probability together with the donors already asked; at most `most`.
 * enough: they do, or the stage is full. unlikely: how many could hardly come in time.
 */
export const chooseStage = <T extends Askable>(
  candidates: readonly T[],
  { situation, wanted, most, ...occasion }: StageWanted,
  asking: Policy['asking'],
): { chosen: T[]; enough: boolean; unlikely: number } => {
  const likely = candidates.filter((candidate) => !isTooUnlikely(candidate, occasion, asking));
  const ranked = firstOf(likely, most);
  const unlikely = candidates.length - likely.length;
  const { size, enough } = findSmallestStage(situation, ranked, wanted, asking);
  return { chosen: ranked.slice(0, size), enough: enough || ranked.length === most, unlikely };
};
