import { withQuestion } from '#shared/people/pending-question.ts';
import { familyQuestion } from '#shared/request/corrections/family-questions.ts';
import type { Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** A closed search cannot be opened again, so it is asked once: a forged or mistyped word ends none. */
export const askToClose = async (
  work: UnitOfWork,
  from: PhoneNumber,
  request: Request,
): Promise<void> => {
  const question = { about: 'close', requestId: request.id, at: work.now } as const;
  work.change(withQuestion(await work.person(from), question));
  work.reply(familyQuestion(question, request));
};
