import type { Message, Params } from '../messages/message-keys.ts';
import type { PhoneNumber } from '../terms/phone-number.ts';
import { isClosed } from './pledge-counts.ts';
import type { Pledge, Request } from './request.ts';

const hasPledgeIn = (
  request: Request,
  phone: PhoneNumber | undefined,
  ...states: Pledge['state'][]
): boolean => request.pledges.some((p) => p.donor?.phone === phone && states.includes(p.state));

/** True when the donor of that name is coming or has given. The number must match when the message shows one. */
const isComing = (
  request: Request,
  { donor, phone }: Pick<Params<'donorComing'>, 'donor' | 'phone'>,
): boolean =>
  request.pledges.some(
    (p) =>
      p.donor?.name === donor &&
      (phone === undefined || p.donor.phone === phone) &&
      (p.state === 'confirmed' || p.state === 'donated'),
  );

/** True when the family has corrected what this message says. The message about the correction says the rest. */
const saysOldNeed = (
  { group, component, hospital }: Params<'verifyAsk'>,
  request: Request,
): boolean =>
  group !== request.group || component !== request.component || hospital !== request.hospital;

/**
 * True when a queued message is no longer true for this phone at the moment of sending. No donor is called to a
 * hospital after "please do not come", or told to stay away after their yes was accepted.
 */
export const isStale = (message: Message, to: PhoneNumber, request: Request): boolean => {
  switch (message.key) {
    case 'alertYesConfirmed':
    case 'standbyPromoted':
    case 'donorReminder':
    case 'askArrived':
    case 'donorCorrected':
      return (
        message.params.hospital !== request.hospital ||
        isClosed(request) ||
        !hasPledgeIn(request, to, 'confirmed')
      );
    case 'askGave':
      return isClosed(request) || !hasPledgeIn(request, to, 'confirmed');
    case 'alertYesStandby':
      return isClosed(request) || !hasPledgeIn(request, to, 'standby');
    case 'donorComing':
    case 'statusDonor':
      return isClosed(request) || !isComing(request, message.params);
    case 'alertCovered':
    case 'alertNoLongerNeeded':
    case 'alertChanged':
    case 'donorReleased':
      return hasPledgeIn(request, to, 'confirmed', 'standby');
    case 'verifyAsk':
      return request.phase.type !== 'verifying' || saysOldNeed(message.params, request);
    case 'verifyCorrected':
      return isClosed(request) || saysOldNeed(message.params, request);
    case 'donorsExpected':
      return isClosed(request);
    case 'requestVerified':
    case 'requestStillNeeded':
      return isClosed(request);
    case 'likelyAsked':
    case 'everyoneAsked':
    case 'coordinatorEveryoneAsked':
      return request.phase.type !== 'searching';
    default:
      return false;
  }
};
