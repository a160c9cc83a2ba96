import { type Answered, withBelief } from '#shared/matching/active-belief.ts';
import { withHistory } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import type { ResponseHistory } from '#shared/people/response-history.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** Adds an answer or a silence to the donor's history: `count` counts it, and the belief follows. */
export const learnFrom = (
  work: UnitOfWork,
  person: Person,
  answered: Answered,
  count: (history: ResponseHistory) => ResponseHistory,
): Person => {
  const { asking } = work.services.config.policy;
  return withHistory(person, (r) => withBelief(r, count(r), answered, work.now, asking));
};
