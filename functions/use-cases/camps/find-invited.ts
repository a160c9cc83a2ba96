import type { Camp } from '#shared/camp/camp.ts';
import { type CampChances, chancesOf, isRare, whyNotInvite } from '#shared/camp/camp-candidate.ts';
import type { Match } from '#shared/matching/compatibility.ts';
import type { DonorQueue } from '#shared/matching/donor-queue.ts';
import type { DonorPerson } from '#shared/people/person.ts';
import { distanceKm } from '#shared/places/geo.ts';
import { stageSituation, targetProbability } from '#shared/request/stage-forecast.ts';
import { type BloodGroup, bloodGroups } from '#shared/terms/blood-group.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { createCellReads, wideCellsOf } from '../alerts/candidate-cells.ts';
import { findCandidates, toSearch } from '../alerts/find-candidates.ts';
import { listOpenRequests } from '../requests/list-open-requests.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

export type Invitable = CampChances & { person: DonorPerson };

type Queue = { group: BloodGroup; line: DonorQueue };

/** A safety limit: no neighbourhood has more donors of one group in one queue. */
const everyone = 20_000;
/** Concurrent index queries. */
const atOnce = 8;
/** Open requests whose next donors are spared. */
const mostRequests = 20;

/**
 * Everyone who may be invited to the camp now, with the chance of a unit. Reads the queues of the cells around it; no
 * list is stored, so that each batch sees who was asked, gave or left meanwhile.
 */
export const findInvited = async (work: UnitOfWork, camp: Camp): Promise<Invitable[]> => {
  const { services, now } = work;
  const { policy } = services.config;
  const matches = bloodGroups
    .filter((group) => camp.asksRare || !isRare(group))
    .map((group): Match => ({ group, tier: 0 }));
  const near = await createCellReads(services, camp.place).within(matches, policy.camps.nearKm);
  const queues = near.flatMap(({ match: { group }, cells }): Queue[] => [
    ...wideCellsOf(cells).map((keenIn) => ({ group, line: { keenIn } })),
    ...cells.map(({ cell }) => ({ group, line: { othersIn: cell } })),
  ]);
  const spared = await neededNow(work, camp);
  const found: Invitable[] = [];
  for (let i = 0; i < queues.length; i += atOnce) {
    const people = await Promise.all(
      queues
        .slice(i, i + atOnce)
        .map((queue) => services.store.donors({ ...queue, by: camp.from, limit: everyone })),
    );
    for (const person of people.flat()) {
      if (spared.has(person.phone)) continue;
      if (whyNotInvite(person, camp, now, policy) !== undefined) continue;
      const chances = chancesOf(person, camp, now, policy);
      if (chances.chance >= policy.camps.leastChance) found.push({ ...chances, person });
    }
  }
  return found;
};

/** The donors that the open requests around the camp would ask next. */
const neededNow = async (work: UnitOfWork, camp: Camp): Promise<ReadonlySet<PhoneNumber>> => {
  const { services, now } = work;
  const { policy } = services.config;
  const open = (await listOpenRequests(work)).filter(
    ({ phase, place, urgency }) =>
      phase.type === 'searching' &&
      distanceKm(place, camp.place) <= policy.camps.nearKm + policy.asking.farthestKm[urgency],
  );
  const spared = new Set<PhoneNumber>();
  for (const { id, urgency } of open.slice(0, mostRequests)) {
    const file = await services.store.alertedRequest(id);
    if (!file) continue;
    const wanted = {
      situation: stageSituation(file, now),
      wanted: targetProbability(file, undefined, now, policy),
      most: policy.stages[urgency].maxDonors,
      isFirst: file.alerts.length === 0,
    };
    const search = toSearch(file.request, file.alerts);
    const { chosen } = await findCandidates(services, file.request, search, wanted, now);
    for (const { person } of chosen) spared.add(person.phone);
  }
  return spared;
};
