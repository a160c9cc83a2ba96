import { sharingBetween } from '#shared/people/number-sharing.ts';
import type { Person } from '#shared/people/person.ts';
import { holdsPlace, isClosed } from '#shared/request/pledge-counts.ts';
import type { Pledge, Request } from '#shared/request/request.ts';
import type { Sharing } from '#shared/terms/sharing.ts';
import { pledgesOf } from '../pledges/pledges.ts';
import { ownRequests } from '../requests/family-commands.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/* How a donor wants to be asked, and whether others see a number; by text or by key. */

/** CALLS and TEXTS. */
export const changeCallPreference = async (
  turn: UnitOfWork,
  from: Person['phone'],
  calls: boolean,
): Promise<void> => {
  const { prefersCalls: _, ...person } = await turn.person(from);
  turn.change(calls ? { ...person, prefersCalls: true } : person);
  turn.reply({ key: calls ? 'prefersCalls' : 'prefersTexts', params: {} });
};

/** HIDE and SHOW: from the next time two people are put in touch, those who are next in line included. */
export const changeSharing = async (
  turn: UnitOfWork,
  from: Person['phone'],
  sharing: Sharing,
): Promise<void> => {
  const person = { ...(await turn.person(from)), sharing };
  turn.change(person);
  const pledged = (await pledgesOf(turn, person)).map(({ request }) => turn.pending(request));
  for (const request of [...pledged, ...(await ownRequests(turn, from))])
    if (!isClosed(request)) await shareAnew(turn, request);
  turn.reply({ key: sharing === 'bridge' ? 'numberNotShown' : 'numberShown', params: {} });
};

/** What is left to be said about these yeses follows what both have chosen by now. */
const shareAnew = async (turn: UnitOfWork, request: Request): Promise<void> => {
  const pledges: Pledge[] = [];
  for (const pledge of request.pledges) {
    const { donor, state } = pledge;
    const sharing = donor && holdsPlace(state) && (await sharingIn(turn, request, donor.phone));
    pledges.push(sharing ? { ...pledge, donor: { ...donor, sharing } } : pledge);
  }
  const isNew = pledges.some((p, i) => p.donor?.sharing !== request.pledges[i]?.donor?.sharing);
  if (isNew) turn.put({ ...request, pledges });
};

/** How this donor and the family of this request are put in touch. What cannot be read may have been HIDE. */
export const sharingIn = async (
  turn: UnitOfWork,
  request: Request,
  donor: Person['phone'],
): Promise<Sharing> => {
  const { requester } = request;
  const family =
    requester && ((await turn.otherPerson(requester)) ?? { sharing: 'bridge' as const });
  const { policy } = turn.services.config;
  return sharingBetween(await turn.person(donor), family || undefined, policy);
};
