import type { Message, MessageKey } from '#shared/messages/message-keys.ts';
import type { Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** What matters at the bedside: who comes, when, and who does not. */
const bedside: ReadonlySet<MessageKey> = new Set<MessageKey>([
  'donorComing',
  'donorNewTime',
  'donorDropped',
  'donorDidNotCome',
  'donorTurnedAway',
  'donorArrived',
]);

/**
 * The person with the patient, whose number the family gave, hears the family's news of the donors too, once they have
 * written to us about it: a number that somebody else has named gets no texts. Donors were given this number to call.
 */
export const tellContact = async (
  work: UnitOfWork,
  to: PhoneNumber,
  message: Message,
  request: Request,
): Promise<void> => {
  const { contact, requester, createdAt } = request;
  if (!contact || to !== requester || contact === requester || !bedside.has(message.key)) return;
  const person = await work.otherPerson(contact);
  const hasWritten = person?.lastHeard !== undefined && person.lastHeard >= createdAt;
  if (hasWritten && !person.optedOut) await work.notify(contact, message, { request });
};
