import type { Person } from '#shared/people/person.ts';
import { replyCondolence } from '../texts/fallback-reply.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { hearVerdict } from './hear-verdict.ts';

/**
 * Handles the news of a death. A volunteer who checks a request reports it of a patient, and hears how to end the request;
 * anyone else gets condolence.
 */
export const hearDeath = async (
  work: UnitOfWork,
  from: Person['phone'],
  text: string,
): Promise<true> => {
  if (!(await hearVerdict(work, from, text, 'unclear'))) await replyCondolence(work, from);
  return true;
};
