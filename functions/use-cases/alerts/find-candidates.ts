import {
  type Candidate,
  exclusionReason,
  type Search,
  toCandidate,
} from '#shared/matching/candidate.ts';
import { chooseStage, maxTier, reaches, type StageWanted } from '#shared/matching/choose-stage.ts';
import { compatibleGroups, type Match } from '#shared/matching/compatibility.ts';
import type { DonorQueue } from '#shared/matching/donor-queue.ts';
import type { ZoneId } from '#shared/places/place.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import type { Policy } from '#shared/terms/policy.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { candidateCells, wideCellsOf } from './candidate-cells.ts';

/** Donors who have ever said yes, read at first per group and wide cell: nearly always all of them. */
const keenRead = 100;
/** Other donors read at first per group and cell; half of them must be available. */
const othersRead = 24;
/** The factor by which the limit grows when too few of them may be asked. */
const readMore = 4;
/** Other donors are read, nearest first, until they fill this many stages. */
const stagesOfOthers = 2;
/** Concurrent index queries. */
const atOnce = 16;
/** Half the diagonal of a cell: a cell this much farther away may still hold a donor inside the ring. */
const cellRadiusKm = 4;

/** What to search for. The family and the donors of `alerts` are not asked. */
export const toSearch = (request: Request, alerts: Alert[]): Search => ({
  component: request.component,
  place: request.place,
  neededBy: request.neededBy,
  urgency: request.urgency,
  spared: new Set(
    [request.requester, request.contact, ...alerts.map((a) => a.phone)].filter(
      (p) => p !== undefined,
    ),
  ),
});

type Look = { search: Search; now: EpochMs; most: number };
/** `unlikely`: donors who were found and could hardly come in time. */
export type Chosen = { chosen: Candidate[]; reach: number; unlikely: number };

/**
 * Chooses the donors to ask now. Rings around the hospital widen at once until the stage is full. The whole zone, the
 * neighbouring zones and then all zones are searched only when the smaller circle has no donor left.
 */
export const findCandidates = async (
  services: Services,
  request: Request,
  search: Search,
  wanted: Omit<StageWanted, 'urgency'>,
  now: EpochMs,
): Promise<Chosen> => {
  const { policy } = services.config;
  const { zone, everyone } = reaches(policy);
  const from = request.phase.type === 'searching' ? request.phase.reach : 0;
  for (let reach = from; ; reach += 1) {
    const candidates = await candidatesWithin(services, request, { search, reach, now, ...wanted });
    const stage = { ...wanted, urgency: request.urgency };
    const { chosen, enough, unlikely } = chooseStage(candidates, stage, policy.asking);
    if (enough || reach >= everyone || (reach >= zone && chosen.length > 0))
      return { chosen, reach, unlikely };
  }
};

/** All donors who have ever said yes and can come in time, and the nearest others inside the ring. */
const candidatesWithin = async (
  services: Services,
  request: Request,
  { reach, ...look }: Look & { reach: number },
): Promise<Candidate[]> => {
  const { policy } = services.config;
  const farKm = farthest(request, reach, policy);
  const ringKm = Math.min(farKm, policy.ringsKm[reach] ?? farKm);
  const groups = compatibleGroups(request).filter((g) => g.tier <= maxTier(reach, policy));
  const zones = zonesWithin(services, request.place.zone, reach);
  const cells = (await candidateCells(services, zones, request.place)).filter(
    ({ km }) => km <= farKm + cellRadiusKm,
  );
  const queuesOf = (lines: DonorQueue[]): Queue[] =>
    lines.flatMap((line) => groups.map((match) => ({ line, match })));
  const keen = queuesOf(wideCellsOf(cells).map((keenIn) => ({ keenIn })));
  const others = queuesOf(
    cells.filter(({ km }) => km <= ringKm + cellRadiusKm).map(({ cell }) => ({ othersIn: cell })),
  );
  return [
    ...(await readQueues(services, keen, {
      ...look,
      read: keenRead,
      free: look.most,
      withinKm: farKm,
    })),
    ...(await readQueues(services, others, {
      ...look,
      read: othersRead,
      free: othersRead / 2,
      withinKm: ringKm,
      enough: stagesOfOthers * look.most,
    })),
  ];
};

type Queue = { line: DonorQueue; match: Match };
/** Reads `read` donors of a queue first, more while fewer than `free` may be asked; no more queues once `enough` are found. */
type Reading = Look & { read: number; free: number; withinKm: number; enough?: number };

const readQueues = async (
  services: Services,
  lines: Queue[],
  reading: Reading,
): Promise<Candidate[]> => {
  const found: Candidate[] = [];
  for (let i = 0; i < lines.length && found.length < (reading.enough ?? Infinity); i += atOnce) {
    const batch = lines.slice(i, i + atOnce).map((line) => readQueue(services, line, reading));
    found.push(
      ...(await Promise.all(batch)).flat().filter((c) => c.distanceKm <= reading.withinKm),
    );
  }
  return found;
};

/** At least `free` donors who may be asked, or all of the queue: donors who may not be asked hide no one behind them. */
const readQueue = async (
  { store, config: { policy } }: Services,
  { line, match: { group, tier } }: Queue,
  { search, now, read, free }: Reading,
): Promise<Candidate[]> => {
  for (let limit = read; ; limit *= readMore) {
    const people = await store.donors({ group, line, by: now, limit });
    const mayBeAsked = people.filter((p) => exclusionReason(p, search, now, policy) === undefined);
    if (people.length < limit || mayBeAsked.length >= free)
      return mayBeAsked.map((person) => toCandidate(person, tier, search, now, policy));
  }
};

/** The distance from which a donor can come in time; unlimited once the zone has no donor left. */
const farthest = ({ urgency }: Request, reach: number, policy: Policy): number =>
  reach > reaches(policy).zone ? Number.POSITIVE_INFINITY : policy.asking.farthestKm[urgency];

/** Rings cross zone borders. The reaches after the rings are whole zones. */
const zonesWithin = ({ gazetteer, config }: Services, home: ZoneId, reach: number): ZoneId[] => {
  const { zone, everyone } = reaches(config.policy);
  if (reach >= everyone) return gazetteer.zones.map((z) => z.id);
  if (reach === zone) return [home];
  return [home, ...(gazetteer.zone(home)?.neighbours ?? [])];
};
