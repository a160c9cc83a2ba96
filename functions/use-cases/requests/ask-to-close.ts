import { withQuestion } from '#shared/people/pending-question.ts';
import { familyQuestion } from '#shared/request/corrections/family-questions.ts';
import type { Request } from '#shared/request/request.ts';
import type { RequestId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** A closed search cannot be opened again, so it is asked once: a forged or mistyped word ends none. */
export const askToClose = async (
  work: UnitOfWork,
  from: PhoneNumber,
  request: Request,
  { also = [], loss }: { also?: readonly Request[]; loss?: true } = {},
): Promise<void> => {
  const others = also.filter(({ id }) => id !== request.id);
  const question = {
    about: 'close' as const,
    requestId: request.id,
    at: work.now,
    ...(loss && { loss }),
    ...(others.length > 0 && { also: others.map(({ id }) => id) }),
  };
  work.change(withQuestion(await work.person(from), question));
  for (const one of [request, ...others]) work.reply(familyQuestion(question, one));
};

/** Closes the request, and the others that the question named. */
export const closeAsked = async (
  work: UnitOfWork,
  from: PhoneNumber,
  request: Request,
  also: readonly RequestId[] = [],
): Promise<void> => {
  await applyDecision(work, request, { type: 'close' });
  for (const id of also) {
    const other = await work.request(id);
    if (other?.requester === from) await applyDecision(work, other, { type: 'close' });
  }
};
