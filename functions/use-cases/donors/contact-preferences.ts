import { sharingBetween } from '#shared/people/number-sharing.ts';
import type { Person } from '#shared/people/person.ts';
import { mayGetNumber, withNumber } from '#shared/people/proof/family-record.ts';
import { holdsPlace, isClosed } from '#shared/request/pledge-counts.ts';
import type { Pledge, Request } from '#shared/request/request.ts';
import type { Sharing } from '#shared/terms/sharing.ts';
import { findPledges } from '../pledges/find-pledges.ts';
import { findOwnRequests } from '../requests/family-commands.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/* How a donor is asked, and whether others see the number. Changed by text or by key. */

/** CALLS and TEXTS. */
export const changeCallPreference = async (
  work: UnitOfWork,
  from: Person['phone'],
  calls: boolean,
): Promise<void> => {
  const { prefersCalls: _, ...person } = await work.person(from);
  work.change(calls ? { ...person, prefersCalls: true } : person);
  work.reply({ key: calls ? 'prefersCalls' : 'prefersTexts', params: {} });
};

/** HIDE and SHOW: apply from the next time two people are put in touch, standby donors included. */
export const changeSharing = async (
  work: UnitOfWork,
  from: Person['phone'],
  sharing: Sharing,
): Promise<void> => {
  const person = { ...(await work.person(from)), sharing };
  work.change(person);
  const pledged = (await findPledges(work, person)).map(({ request }) => work.pending(request));
  for (const request of [...pledged, ...(await findOwnRequests(work, from))])
    if (!isClosed(request)) await updateSharing(work, request);
  work.reply({ key: sharing === 'bridge' ? 'numberNotShown' : 'numberShown', params: {} });
};

/** Updates the pledges of a request to what both sides have chosen by now. */
const updateSharing = async (work: UnitOfWork, request: Request): Promise<void> => {
  const pledges: Pledge[] = [];
  for (const pledge of request.pledges) {
    const { donor, state } = pledge;
    const sharing = donor && holdsPlace(state) && (await findSharing(work, request, donor.phone));
    pledges.push(sharing ? { ...pledge, donor: { ...donor, sharing } } : pledge);
  }
  const isNew = pledges.some((p, i) => p.donor?.sharing !== request.pledges[i]?.donor?.sharing);
  if (isNew) work.put({ ...request, pledges });
};

/** How this donor and the family of this request are put in touch. An invalid family item may have been HIDE. */
export const findSharing = async (
  work: UnitOfWork,
  request: Request,
  donor: Person['phone'],
): Promise<Sharing> => {
  const { requester } = request;
  const family =
    requester &&
    ((await work.otherPerson(requester)) ?? { sharing: 'bridge' as const, trusted: false });
  const { policy } = work.services.config;
  return mayGetNumber(family || {}, work.now, policy.numbers)
    ? sharingBetween(await work.person(donor), family || undefined, policy)
    : 'bridge';
};

/** The family now knows one more number. A donor on standby counts too: the number follows without another yes. */
export const countNumber = async (work: UnitOfWork, { requester }: Request): Promise<void> => {
  const family = requester && (await work.otherPerson(requester));
  if (family && family.version > 0)
    work.change({ ...family, familyRecord: withNumber(family.familyRecord, work.now) });
};
