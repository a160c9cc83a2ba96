import type { Donor, Person } from '#shared/donor/person.ts';
import { type Candidate, toCandidate, whyNotAsk } from '#shared/matching/candidate.ts';
import { compatibleGroups } from '#shared/matching/compatibility.ts';
import { cellCentre } from '#shared/places/cell.ts';
import { distanceKm } from '#shared/places/distance.ts';
import type { Alert } from '#shared/request/alert.ts';
import { epochMs } from '#shared/terms/time.ts';
import type { Services } from '../ports/services.ts';
import type { RequestFile } from '../ports/store.ts';
import { searchFor } from './search-for.ts';

/** How many of the nearest who were not asked are explained. */
const shown = 10;
/** Cells looked into, nearest first, and donors read of each group in each. */
const cells = 12;
const perCell = 60;
/** Those who rest are explained too. */
const everybody = epochMs(8_640_000_000_000_000);

export type Explained = {
  asked: { alert: Alert; person: Person | undefined }[];
  /** The nearest of a fitting group who were not asked, and the first reason that keeps them from it now. */
  spared: { candidate: Candidate; reason: string | undefined }[];
};

type DonorPerson = Person & { donor: Donor };
const isDonor = (person: Person): person is DonorPerson => person.donor !== undefined;

/** Why each donor was asked for this request, and why the nearest others were not. Reasons are those of now. */
export const explainRequest = async (
  services: Services,
  { request, alerts }: RequestFile,
): Promise<Explained> => {
  const { store, config, clock } = services;
  const now = clock.now();
  const phones = alerts.flatMap(({ phone }) => phone ?? []);
  const people = await store.persons(phones);
  const byPhone = new Map(people.map((person) => [person.phone, person]));
  const search = searchFor(request, []);
  const wasAsked = new Set(phones);
  const near = await nearestDonors(services, request);
  const spared = near
    .filter(({ person }) => !wasAsked.has(person.phone))
    .map(({ person, tier }) => ({
      candidate: toCandidate(person, tier, search, now, config.policy),
      reason: whyNotAsk(person, search, now, config.policy),
    }))
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

const nearestDonors = async ({ store }: Services, request: RequestFile['request']) => {
  const all = await store.donorCells(request.place.zone);
  const near = all
    .map((cell) => ({ cell, km: distanceKm(cellCentre(cell), request.place) }))
    .sort((a, b) => a.km - b.km)
    .slice(0, cells);
  const lookups = near.flatMap(({ cell }) =>
    compatibleGroups(request).map(async ({ group, tier }) => {
      const where = { group, cell, eligibleBy: everybody, limit: perCell };
      const people = await store.donors(where);
      return people.filter(isDonor).map((person) => ({ person, tier }));
    }),
  );
  return (await Promise.all(lookups)).flat();
};
