import type { Message } from '../../messages/message-keys.ts';
import type { Question } from '../../people/person.ts';
import type { AlertId } from '../../terms/ids.ts';
import type { PhoneNumber } from '../../terms/phone-number.ts';
import type { Effect } from '../commands.ts';
import type { Pledge, Request } from '../request.ts';

/** One message; no message when the phone was erased. */
export const notifyPhone = (
  to: PhoneNumber | undefined,
  message: Message,
  question?: Question,
): Effect[] =>
  to === undefined ? [] : [{ type: 'notify', to, message, ...(question && { question }) }];

export const findPledge = (request: Request, alertId: AlertId): Pledge | undefined =>
  request.pledges.find((p) => p.alertId === alertId);

export const notifyDonor = (request: Request, alertId: AlertId, message: Message): Effect[] =>
  notifyPhone(findPledge(request, alertId)?.donor?.phone, message);

/** Notifies the family about one of its donors. */
export const notifyFamilyOfDonor = (
  key: 'donorDropped' | 'donorDidNotCome' | 'donorTurnedAway',
  request: Request,
  alertId: AlertId,
): Effect[] =>
  notifyPhone(request.requester, {
    key,
    params: { code: request.code, donor: findPledge(request, alertId)?.donor?.name ?? '' },
  });

export const changePledge = (
  request: Request,
  alertId: AlertId,
  change: (pledge: Pledge) => Pledge,
): Request => ({
  ...request,
  pledges: request.pledges.map((p) => (p.alertId === alertId ? change(p) : p)),
});
