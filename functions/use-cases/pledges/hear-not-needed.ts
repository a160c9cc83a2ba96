import type { Person } from '#shared/people/person.ts';
import { familyQuestion } from '#shared/request/corrections/family-questions.ts';
import { findSituation } from '../acts/find-situation.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findHeldPledge } from './find-pledges.ts';

/**
 * Handles the word of a donor that the family needs no blood any more. Only the family can close its request, so the
 * family is asked, and the donor keeps the place until it answers. An open question of the family stays: its next digit
 * would answer the wrong one. False: no pledge, a request to check, or no family to ask.
 */
export const hearNotNeeded = async (work: UnitOfWork, from: Person['phone']): Promise<boolean> => {
  const person = await work.person(from);
  const held = await findHeldPledge(work, person);
  const { requester } = held?.request ?? {};
  const isChecking = (await findSituation(work, person)).verification === true;
  if (!held || !requester || isChecking) return false;
  const family = await work.otherPerson(requester);
  if (!family || family.question) return false;
  const { request } = held;
  const question = { about: 'close', requestId: request.id, at: work.now } as const;
  await work.notify(requester, familyQuestion(question, request), { question, request });
  work.reply({ key: 'familyAskedIfNeeded', params: { code: request.code } });
  return true;
};
