import type { Donor, Person } from '#shared/donor/person.ts';
import { type Candidate, type Search, toCandidate, whyNotAsk } from '#shared/matching/candidate.ts';
import { chooseStage, maxTier, reaches } from '#shared/matching/choose-stage.ts';
import { compatibleGroups, type Match } from '#shared/matching/compatibility.ts';
import type { Situation } from '#shared/matching/plan-stage.ts';
import { cellCentre } from '#shared/places/cell.ts';
import { distanceKm } from '#shared/places/distance.ts';
import type { Cell, ZoneId } from '#shared/places/place.ts';
import type { Request } from '#shared/request/request.ts';
import type { Policy } from '#shared/terms/policy.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../ports/services.ts';

/** Donors read from one group in one cell at first: those who could give longest come first. */
const perCell = 60;
/** As much more is read when too few of those may be asked: after a few stages the first in line all have alerts. */
const readMore = 4;
/** Index queries under way at once. */
const atOnce = 16;
/** Half the diagonal of a cell: a cell this much further away may still hold somebody inside the ring. */
const cellRadiusKm = 4;

type Wanted = { situation: Situation; wanted: number; most: number };
type Look = { search: Search; now: EpochMs; most: number };
export type Chosen = { chosen: Candidate[]; reach: number };

/**
 * Who is to be asked now. Rings near the hospital are widened at once until the stage is full; the neighbouring
 * zones and then everyone are looked at only when the smaller circle has nobody left at all.
 */
export const findCandidates = async (
  services: Services,
  request: Request,
  search: Search,
  wanted: Wanted,
  now: EpochMs,
): Promise<Chosen> => {
  const { policy } = services.config;
  const { zone, everyone } = reaches(policy);
  const from = request.phase.type === 'searching' ? request.phase.reach : 0;
  for (let reach = from; ; reach += 1) {
    const candidates = await candidatesWithin(services, request, { search, reach, now, ...wanted });
    const { chosen, enough } = chooseStage(candidates, wanted, policy.asking);
    if (enough || reach >= everyone || (reach >= zone && chosen.length > 0))
      return { chosen, reach };
  }
};

const candidatesWithin = async (
  services: Services,
  request: Request,
  { reach, ...look }: Look & { reach: number },
): Promise<Candidate[]> => {
  const { policy } = services.config;
  const withinKm = farthest(request, reach, policy);
  const groups = compatibleGroups(request).filter((g) => g.tier <= maxTier(reach, policy));
  const cells = await cellsWithin(services, request, reach, withinKm);
  const lookups = cells.flatMap((cell) => groups.map((match) => ({ cell, match })));
  const found: Candidate[] = [];
  for (let i = 0; i < lookups.length; i += atOnce) {
    const batch = lookups.slice(i, i + atOnce).map((l) => lookUp(services, l, look));
    found.push(...(await Promise.all(batch)).flat());
  }
  return found.filter((c) => c.distanceKm <= withinKm);
};

/** At least `most` who may be asked, or all there are: none is overlooked behind those who may not. */
const lookUp = async (
  { store, config }: Services,
  { cell, match }: { cell: Cell; match: Match },
  { search, now, most }: Look,
): Promise<Candidate[]> => {
  for (let limit = perCell; ; limit *= readMore) {
    const people = await store.donors({ group: match.group, cell, eligibleBy: now, limit });
    const mayBeAsked = people
      .filter(isDonor)
      .filter((person) => whyNotAsk(person, search, now, config.policy) === undefined);
    if (people.length < limit || mayBeAsked.length >= most)
      return mayBeAsked.map((person) =>
        toCandidate(person, match.tier, search, now, config.policy),
      );
  }
};

const isDonor = (person: Person): person is Person & { donor: Donor } => person.donor !== undefined;

/** A ring, then the zone as far as a yes can come in time, then anywhere. */
const farthest = ({ urgency }: Request, reach: number, policy: Policy): number => {
  const { ringsKm, asking } = policy;
  if (reach > reaches(policy).zone) return Number.POSITIVE_INFINITY;
  return Math.min(ringsKm[reach] ?? Number.POSITIVE_INFINITY, asking.farthestKm[urgency]);
};

/** Cells where donors live, inside this reach, nearest first. */
const cellsWithin = async (
  services: Services,
  request: Request,
  reach: number,
  withinKm: number,
): Promise<Cell[]> => {
  const zones = zonesWithin(services, request.place.zone, reach);
  const cells = (await Promise.all(zones.map((z) => services.store.donorCells(z)))).flat();
  return cells
    .map((cell) => ({ cell, km: distanceKm(cellCentre(cell), request.place) }))
    .filter(({ km }) => km <= withinKm + cellRadiusKm)
    .sort((a, b) => a.km - b.km)
    .map(({ cell }) => cell);
};

/** A ring crosses zone borders; the reaches after the rings are whole zones. */
const zonesWithin = ({ gazetteer, config }: Services, home: ZoneId, reach: number): ZoneId[] => {
  const { zone, everyone } = reaches(config.policy);
  if (reach >= everyone) return gazetteer.zones.map((z) => z.id);
  if (reach === zone) return [home];
  return [home, ...(gazetteer.zone(home)?.neighbours ?? [])];
};
