import type { Volunteer } from '#shared/people/volunteer.ts';
import type { Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { urgencies } from '#shared/terms/urgency.ts';
import { applyDecision } from '../apply-decision.ts';
import { listOpenRequests } from '../requests/list-open-requests.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { maxAsked } from './find-volunteers.ts';

/** So many asked for in one reply stay under the carrier's 1,600 characters, and are as many as one can call about. */
const mostInHand = 3;

type Handing = { from: PhoneNumber; zone: Volunteer['zone'] };

/**
 * Whoever comes on duty hears at once of the most urgent requests nearby that have found nobody so far, and how many
 * more there are: each answer brings the next (`handOverNext`), and without one they come with their own next round.
 */
export const assignWaiting = async (work: UnitOfWork, to: Handing): Promise<void> => {
  const waiting = whatWaits(work, to, await pendingRequests(work));
  await handOver(work, to, waiting.slice(0, mostInHand));
  const count = waiting.length - mostInHand;
  if (count > 0) work.reply({ key: 'moreToVerify', params: { count } });
};

/** Whoever has settled one gets the next, unless they have enough in hand. */
export const assignNext = async (work: UnitOfWork, to: Handing): Promise<void> => {
  const open = await pendingRequests(work);
  const inHand = open.filter((r) => askedFor(r)?.includes(to.from)).length;
  if (inHand < mostInHand) await handOver(work, to, whatWaits(work, to, open).slice(0, 1));
};

const handOver = async (
  work: UnitOfWork,
  { from }: Handing,
  requests: Request[],
): Promise<void> => {
  for (const request of requests)
    await applyDecision(work, request, { type: 'ask-volunteers', round: 3, phones: [from] });
};

const pendingRequests = async (work: UnitOfWork): Promise<Request[]> =>
  (await listOpenRequests(work)).map((request) => work.pending(request));

/** Who has been asked to verify; undefined when it is settled. */
const askedFor = ({ phase }: Request): PhoneNumber[] | undefined =>
  phase.type === 'verifying' ? phase.asked : undefined;

/** Near, in its last round, and not asked of this volunteer: in the order in which they should be looked at. */
const whatWaits = (work: UnitOfWork, { from, zone }: Handing, open: Request[]): Request[] => {
  const near = [zone, ...(work.services.gazetteer.zone(zone)?.neighbours ?? [])];
  return open
    .filter(
      ({ phase, place, requester }) =>
        phase.type === 'verifying' &&
        phase.round === 3 &&
        !phase.asked.includes(from) &&
        phase.asked.length < maxAsked &&
        near.includes(place.zone) &&
        // Without a family's phone there is nobody to call, and nothing would be said.
        requester !== undefined &&
        requester !== from,
    )
    .sort(mostUrgentFirst);
};

/** Of those as urgent, the ones fewest know of: two who come on duty in one morning do not check the same. */
const mostUrgentFirst = (a: Request, b: Request): number =>
  urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
  (askedFor(a)?.length ?? 0) - (askedFor(b)?.length ?? 0) ||
  a.createdAt - b.createdAt;
