import type { Message, Params } from '../messages/message-keys.ts';
import type { PhoneNumber } from '../terms/phone-number.ts';
import { isClosed } from './pledge-counts.ts';
import type { Pledge, Request } from './request.ts';

const holds = (
  request: Request,
  phone: PhoneNumber | undefined,
  ...states: Pledge['state'][]
): boolean => request.pledges.some((p) => p.donor?.phone === phone && states.includes(p.state));

/** The donor of that name; by their number where the message shows it. */
const isComing = (request: Request, { donor, phone }: Params<'donorComing'>): boolean =>
  request.pledges.some(
    (p) =>
      p.donor?.name === donor &&
      (phone === undefined || p.donor.phone === phone) &&
      (p.state === 'confirmed' || p.state === 'donated'),
  );

/**
 * Is a message that has waited still true for this phone? Looked at in the moment in which it would leave: nobody is
 * called to a hospital after "please do not come", or told to stay away after their yes was taken.
 */
export const isStillTrue = (message: Message, to: PhoneNumber, request: Request): boolean => {
  switch (message.key) {
    case 'alertYesConfirmed':
    case 'standbyPromoted':
    case 'donorReminder':
    case 'askArrived':
    case 'askGave':
      return !isClosed(request) && holds(request, to, 'confirmed');
    case 'alertYesStandby':
      return !isClosed(request) && holds(request, to, 'standby');
    case 'donorComing':
      return !isClosed(request) && isComing(request, message.params);
    case 'alertCovered':
    case 'alertNoLongerNeeded':
      return !holds(request, to, 'confirmed', 'standby');
    case 'verifyAsk':
      return request.phase.type === 'verifying';
    case 'requestVerified':
    case 'requestStillNeeded':
      return !isClosed(request);
    case 'everyoneAsked':
    case 'coordinatorEveryoneAsked':
      return request.phase.type === 'searching';
    default:
      return true;
  }
};
