import {
  type Candidate,
  exclusionReason,
  type Search,
  toCandidate,
} from '#shared/matching/candidate.ts';
import { chooseStage, type StageWanted } from '#shared/matching/choose-stage.ts';
import { compatibleGroups, type Match } from '#shared/matching/compatibility.ts';
import {
  type DonorQueue,
  othersRead,
  stagesOfKeen,
  stagesOfOthers,
} from '#shared/matching/donor-queue.ts';
import { endsAt, type Reach, reachAt, reachNeeded } from '#shared/matching/reach.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import { type EpochMs, minutes } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { cellRadiusKm, createCellReads, wideCellsOf } from './candidate-cells.ts';

/** The factor by which the limit grows when too few of them may be asked. */
const readMore = 4;
/** Concurrent index queries: at first, and at most. */
const fewAtOnce = 2;
const mostAtOnce = 16;

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

/** `unlikely`: donors who were found and could hardly come in time. */
export type Chosen = { chosen: Candidate[]; reach: number; unlikely: number };

/**
 * Chooses the donors to ask now. Rings around the hospital widen until the stage is full, then the search goes as far
 * as a donor can still come in time. Cells and queues are read once.
 */
export const findCandidates = async (
  services: Services,
  request: Request,
  search: Search,
  wanted: Omit<StageWanted, 'urgency'>,
  now: EpochMs,
): Promise<Chosen> => {
  const { policy } = services.config;
  const need = { ...request, minutesLeft: (request.neededBy - now) / minutes(1) };
  const donors = createDonorReads(services, request, { search, now, most: wanted.most });
  const stage = { ...wanted, urgency: request.urgency };
  for (let reach = request.phase.type === 'searching' ? request.phase.reach : 0; ; reach += 1) {
    const candidates = await donors.within(reachAt(reach, need, policy));
    const { chosen, enough, unlikely } = chooseStage(candidates, stage, policy.asking);
    if (endsAt(reach, { enough, chosen: chosen.length }, policy))
      return { chosen, reach: reachNeeded(reach, chosen, need, policy), unlikely };
  }
};

type Look = { search: Search; now: EpochMs; most: number };

/** The donors around a request. Each cell summary and each queue is read once. */
const createDonorReads = (services: Services, request: Request, look: Look) => {
  const matches = compatibleGroups(request);
  const cells = createCellReads(services, request.place);
  const queues = new Map<string, Promise<Candidate[]>>();
  const read = (queue: Queue, reading: Reading): Promise<Candidate[]> => {
    const name = `${queue.match.group} ${JSON.stringify(queue.line)}`;
    const found = queues.get(name) ?? readQueue(services, queue, look, reading);
    queues.set(name, found);
    return found;
  };

  /** All donors who have ever said yes within `farKm`, and the nearest others within `ringKm`. */
  const within = async ({ farKm, ringKm, maxTier }: Reach): Promise<Candidate[]> => {
    const groups = matches.filter(({ tier }) => tier <= maxTier);
    const near = await cells.within(groups, farKm);
    const keen = near.flatMap(({ match, cells: of }) =>
      wideCellsOf(of).map((keenIn): Queue => ({ line: { keenIn }, match })),
    );
    const others = near
      .flatMap(({ match, cells: of }) => of.map((at) => ({ ...at, match })))
      .filter(({ km }) => km <= ringKm + cellRadiusKm)
      .sort((a, b) => a.km - b.km)
      .map(({ cell, match }): Queue => ({ line: { othersIn: cell }, match }));
    const fromKeen = await readNearest(keen, read, {
      read: stagesOfKeen * look.most,
      free: look.most,
      withinKm: farKm,
      enough: Number.POSITIVE_INFINITY,
    });
    const wanted = stagesOfOthers * look.most;
    // Where few cells are near, more is read of each.
    const fromEach = Math.max(othersRead, Math.ceil(wanted / Math.max(1, others.length)));
    const fromOthers = await readNearest(others, read, {
      read: fromEach,
      free: fromEach / 2,
      withinKm: ringKm,
      enough: wanted,
    });
    return [...fromKeen, ...fromOthers];
  };
  return { within };
};

type Queue = { line: DonorQueue; match: Match };
/** Reads `read` donors of a queue first, more while fewer than `free` may be asked; no more queues once `enough` are found. */
type Reading = { read: number; free: number; withinKm: number; enough: number };

/** The queues in order, a few at a time and then more: the first ones are often enough. */
const readNearest = async (
  queues: Queue[],
  read: (queue: Queue, reading: Reading) => Promise<Candidate[]>,
  reading: Reading,
): Promise<Candidate[]> => {
  const found: Candidate[] = [];
  let atOnce = Number.isFinite(reading.enough) ? fewAtOnce : mostAtOnce;
  for (let i = 0; i < queues.length && found.length < reading.enough; ) {
    const batch = queues.slice(i, i + atOnce).map((queue) => read(queue, reading));
    found.push(
      ...(await Promise.all(batch)).flat().filter((c) => c.distanceKm <= reading.withinKm),
    );
    i += atOnce;
    atOnce = Math.min(mostAtOnce, 2 * atOnce);
  }
  return found;
};

/** At least `free` donors who may be asked, or all of the queue: donors who may not be asked hide no one behind them. */
const readQueue = async (
  { store, config: { policy } }: Services,
  { line, match: { group, tier } }: Queue,
  { search, now }: Look,
  { read, free }: Reading,
): Promise<Candidate[]> => {
  for (let limit = read; ; limit *= readMore) {
    const people = await store.donors({ group, line, by: now, limit });
    const mayBeAsked = people.filter((p) => exclusionReason(p, search, now, policy) === undefined);
    if (people.length < limit || mayBeAsked.length >= free)
      return mayBeAsked.map((person) => toCandidate(person, tier, search, now, policy));
  }
};
