import { withoutDialogue } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import type { Request } from '#shared/request/request.ts';
import type { RequestId } from '#shared/terms/ids.ts';

/** Nothing more is asked of the family: a volunteer has completed its request, or it is over. */
export const withoutFilling = (person: Person, requestId: RequestId): Person =>
  person.requestDraft?.requestId === requestId ? withoutDialogue(person) : person;

/** True when the request has left verification, and with it the questions that were open. */
export const hasLeftVerification = (before: Request, after: Request): boolean =>
  before.phase.type === 'verifying' && after.phase.type !== 'verifying';
