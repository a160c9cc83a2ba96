import type { Person } from '#shared/people/person.ts';
import { familyQuestion } from '#shared/request/corrections/family-questions.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findHeldPledge } from './find-pledges.ts';

/**
 * Handles the word of a donor that the family needs no blood any more. Only the family can close its request, so it is
 * asked; the donor keeps the place until it answers. False: this phone holds no pledge.
 */
export const hearNotNeeded = async (work: UnitOfWork, from: Person['phone']): Promise<boolean> => {
  const held = await findHeldPledge(work, await work.person(from));
  if (!held) return false;
  const { request } = held;
  const question = { about: 'close', requestId: request.id, at: work.now } as const;
  if (request.requester)
    await work.notify(request.requester, familyQuestion(question, request), { question, request });
  work.reply({ key: 'familyAskedIfNeeded', params: { code: request.code } });
  return true;
};
