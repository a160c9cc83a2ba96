import { dialogueOf, withoutQuestion } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** CLOSE before the request is opened drops the draft. Returns false when there is no draft. */
export const dropDraft = async (work: UnitOfWork, from: Person['phone']): Promise<boolean> => {
  const { requestDraft, interrupted: _, ...rest } = await work.person(from);
  const dialogue = dialogueOf(await work.person(from));
  if (!requestDraft || !dialogue || dialogue.about === 'join') return false;
  work.change(rest.question?.about === dialogue.about ? withoutQuestion(rest) : rest);
  // Its request is open: closing it is asked like any other.
  if (requestDraft.requestId) return false;
  work.reply({ key: 'requestDropped', params: {} });
  return true;
};
