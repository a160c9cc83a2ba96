import type { Message } from '#shared/messages/message-keys.ts';
import type { Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** Who comes, when, and who does not: without a donor's number, and without our own, which connects the family alone. */
const newsForContact = (message: Message, { code, pledges }: Request): Message | undefined => {
  switch (message.key) {
    case 'donorComing': {
      const { donor, arriveBy, asap } = message.params;
      return { key: 'statusDonor', params: { code, donor, arriveBy, ...(asap && { asap }) } };
    }
    case 'donorArrived': {
      const there = pledges.filter((p) => p.state === 'confirmed' && p.arrivedAt !== undefined);
      return { key: 'donorsThere', params: { code, count: there.length } };
    }
    case 'donorNewTime':
    case 'donorDropped':
    case 'donorDidNotCome':
    case 'donorTurnedAway':
      return message;
    default:
      return undefined;
  }
};

/**
 * The person with the patient, whose number the family gave, hears the family's news of the donors too, once they have
 * asked us how this request stands: a number that somebody else has named gets no texts, whatever else it writes.
 */
export const tellContact = async (
  work: UnitOfWork,
  to: PhoneNumber,
  message: Message,
  request: Request,
): Promise<void> => {
  const { contact, contactAsked, requester } = request;
  if (!contact || !contactAsked || to !== requester || contact === requester) return;
  const news = newsForContact(message, request);
  const person = news && (await work.otherPerson(contact));
  if (news && person && !person.optedOut) await work.notify(contact, news, { request });
};
