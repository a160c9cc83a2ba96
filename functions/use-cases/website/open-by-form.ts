import type { CompleteDraft } from '#shared/conversation/dialogues/request-dialogue.ts';
import type { RequestId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { replyIfOpen } from '../intake/already-open.ts';
import { openAndTell } from '../requests/request-intake.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/**
 * Opens the request of a form. Volunteers verify it as any other. The address of its page goes to the phone too, because
 * a browser forgets it.
 */
export const openByForm = async (
  work: UnitOfWork,
  from: PhoneNumber,
  draft: CompleteDraft,
  linkOf: (id: RequestId) => string,
): Promise<void> => {
  const person = await work.person(from);
  if (await replyIfOpen(work, person, draft)) return;
  const max = work.services.config.policy.maxOpenRequests;
  if (person.requests.filter(({ open }) => open).length >= max)
    return work.reply({ key: 'tooManyRequests', params: { max } });
  await openAndTell(work, from, draft);
  const { requests } = await work.person(from);
  const opened = requests.at(-1);
  if (!opened) return;
  const { code, requestId } = opened;
  work.queueText(from, { key: 'familyLink', params: { code, link: linkOf(requestId) } });
};
