import { type Candidate, exclusionReason, toCandidate } from '#shared/matching/candidate.ts';
import { isTooUnlikely } from '#shared/matching/choose-stage.ts';
import { compatibleGroups } from '#shared/matching/compatibility.ts';
import type { DonorQueue } from '#shared/matching/donor-queue.ts';
import type { Person } from '#shared/people/person.ts';
import type { Alert } from '#shared/request/alert.ts';
import { epochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import type { AlertedRequest } from '../../ports/store.ts';
import { createCellReads, wideCellsOf } from '../alerts/candidate-cells.ts';
import { toSearch } from '../alerts/find-candidates.ts';

/** How many of the nearest donors who were not asked are explained. */
const shown = 10;
/** Cells searched, nearest first, and donors read per group and queue. */
const cellsShown = 12;
const perQueue = 60;
/** Includes donors who rest. */
const endOfTime = epochMs(8_640_000_000_000_000);

export type Explained = {
  asked: { alert: Alert; person: Person | undefined }[];
  /**
   * The nearest compatible donors who were not asked, scored as at the last alert, and the first reason against asking
   * them.
   */
  spared: { candidate: Candidate; reason: string | undefined }[];
};

/** Explains why each donor was asked for this request and why the nearest others were not, from what is known now. */
export const explainRequest = async (
  services: Services,
  { request, alerts }: AlertedRequest,
): Promise<Explained> => {
  const { store, config, clock } = services;
  const scoredAt = alerts.map(({ at }) => at).sort((a, b) => b - a)[0] ?? clock.now();
  const phones = alerts.flatMap(({ phone }) => phone ?? []);
  const people = await store.persons(phones);
  const byPhone = new Map(people.map((person) => [person.phone, person]));
  const search = toSearch(request, []);
  const wasAsked = new Set(phones);
  const near = await nearestDonors(services, request);
  const occasion = { urgency: request.urgency, isFirst: alerts.every(({ stage }) => stage <= 1) };
  const spared = near
    .filter(({ person }) => !wasAsked.has(person.phone))
    .map(({ person, tier }) => {
      const candidate = toCandidate(person, tier, search, scoredAt, config.policy);
      const unlikely = isTooUnlikely(candidate, occasion, config.policy.asking);
      return {
        candidate,
        reason:
          exclusionReason(person, search, scoredAt, config.policy) ??
          (unlikely ? 'too unlikely to give in time' : undefined),
      };
    })
    .sort((a, b) => a.candidate.distanceKm - b.candidate.distanceKm)
    .slice(0, shown);
  return {
    asked: alerts.map((alert) => ({
      alert,
      person: alert.phone === undefined ? undefined : byPhone.get(alert.phone),
    })),
    spared,
  };
};

const nearestDonors = async (services: Services, request: AlertedRequest['request']) => {
  const { farthestKm } = services.config.policy.asking;
  const reads = createCellReads(services, request.place);
  const near = await reads.within(compatibleGroups(request), farthestKm[request.urgency]);
  const lookups = near.flatMap(({ match: { group, tier }, cells }) => {
    const nearest = cells.slice(0, cellsShown);
    const queues: DonorQueue[] = [
      ...wideCellsOf(nearest).map((keenIn) => ({ keenIn })),
      ...nearest.map(({ cell }) => ({ othersIn: cell })),
    ];
    return queues.map(async (line) => {
      const people = await services.store.donors({ group, line, by: endOfTime, limit: perQueue });
      return people.map((person) => ({ person, tier }));
    });
  });
  return (await Promise.all(lookups)).flat();
};
