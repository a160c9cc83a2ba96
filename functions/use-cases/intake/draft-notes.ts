import { completeDraft } from '#shared/conversation/dialogues/request-dialogue.ts';
import { fittingDays, type RequestDraft } from '#shared/people/drafts.ts';
import type { Person } from '#shared/people/person.ts';
import { parseRequestOnce } from '../texts/parse-request-once.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/* What the family hears beside the next question or the summary. */

/** Days go when their units or their time are corrected. The sender's own number is no other contact. */
export const withoutObsolete = (
  { days: _, contact, ...rest }: RequestDraft,
  from: Person['phone'],
): RequestDraft => {
  const days = fittingDays({ ...rest, days: _ });
  return {
    ...rest,
    ...(days && { days }),
    ...(contact !== undefined && contact !== from && { contact }),
  };
};

/** Several needs, the number that others get, and the days, before the question or summary of this draft. */
export const replyNotes = (work: UnitOfWork, draft: RequestDraft, text: string): void => {
  const { also, contact, days } = draft;
  const isDivided = text !== '' && parseRequestOnce(work, text).others !== undefined;
  if (isDivided && also) work.reply({ key: 'needsNoted', params: { count: also.length + 1 } });
  if (!completeDraft(draft)) return;
  // Before the summary the sender learns whose number the others get.
  if (contact) work.reply({ key: 'contactNoted', params: { phone: contact } });
  if (days) work.reply({ key: 'needsByDay', params: { byDay: days } });
};
