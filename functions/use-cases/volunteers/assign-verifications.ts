import type { Volunteer } from '#shared/people/volunteer.ts';
import type { Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { urgencies } from '#shared/terms/urgency.ts';
import { applyDecision } from '../apply-decision.ts';
import { findLookalikes } from '../intake/find-lookalikes.ts';
import { listOpenRequests } from '../requests/list-open-requests.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { maxAsked } from './find-volunteers.ts';
import { maxInHand as maxAssigned } from './volunteer-load.ts';

type Assignee = { from: PhoneNumber; zone: Volunteer['zone'] };

/**
 * Assigns the most urgent waiting requests nearby to a volunteer who comes on duty, and replies how many more wait. Each
 * verification brings the next request (`assignNext`); without one it comes with the request's next round.
 */
export const assignWaiting = async (work: UnitOfWork, to: Assignee): Promise<void> => {
  const open = await listPending(work);
  const waiting = findWaiting(work, to, open);
  await assign(work, to, waiting.slice(0, maxAssigned), open);
  const count = waiting.length - maxAssigned;
  if (count > 0) work.reply({ key: 'moreToVerify', params: { count } });
};

/** Assigns the next request to a volunteer who has answered one, up to the limit. */
export const assignNext = async (work: UnitOfWork, to: Assignee): Promise<void> => {
  const open = await listPending(work);
  const assigned = open.filter((r) => askedFor(r)?.includes(to.from)).length;
  // A request that comes last goes only to a volunteer with nothing else.
  const [next] = findWaiting(work, to, open);
  if (next && assigned < (next.comesLast ? 1 : maxAssigned)) await assign(work, to, [next], open);
};

const assign = async (
  work: UnitOfWork,
  { from }: Assignee,
  requests: Request[],
  open: Request[],
): Promise<void> => {
  for (const request of requests) {
    await applyDecision(work, request, { type: 'ask-volunteers', round: 3, phones: [from] });
    const codes = await findLookalikes(work, request, open);
    const { code } = request;
    // A text of its own: the reply has several requests already, and a carrier takes only so many letters.
    if (codes.length > 0)
      work.queueText(from, { key: 'verifyAlike', params: { code, codes } }, request);
  }
};

const listPending = async (work: UnitOfWork): Promise<Request[]> =>
  (await listOpenRequests(work)).map((request) => work.pending(request));

/** The volunteers asked to verify; undefined when the request no longer waits for that. */
const askedFor = ({ phase }: Request): PhoneNumber[] | undefined =>
  phase.type === 'verifying' ? phase.asked : undefined;

/** Requests nearby in their last round that this volunteer was not asked for, most urgent first. */
const findWaiting = (work: UnitOfWork, { from, zone }: Assignee, open: Request[]): Request[] => {
  const near = [zone, ...(work.services.gazetteer.zone(zone)?.neighbours ?? [])];
  return open
    .filter(
      ({ phase, place, requester, unplaced }) =>
        phase.type === 'verifying' &&
        phase.round === 3 &&
        !phase.asked.includes(from) &&
        phase.asked.length < maxAsked &&
        (unplaced || near.includes(place.zone)) &&
        // Without a family's phone the volunteer has no number to call.
        requester !== undefined &&
        requester !== from,
    )
    .sort(mostUrgentFirst);
};

/** At equal urgency, first the request that fewest volunteers were asked for: two who come on duty together get different ones. */
const mostUrgentFirst = (a: Request, b: Request): number =>
  Number(a.comesLast ?? false) - Number(b.comesLast ?? false) ||
  urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
  (askedFor(a)?.length ?? 0) - (askedFor(b)?.length ?? 0) ||
  a.createdAt - b.createdAt;
