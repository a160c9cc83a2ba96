import type { Message } from '#shared/messages/message-keys.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Refusal } from '#shared/request/commands.ts';
import type { Request } from '#shared/request/request.ts';
import { agreedTime } from '#shared/request/request-messages.ts';

/** The reply to a yes that changes nothing. */
export const refusedYesMessage = (refusal: Refusal, request: Request, alert: Alert): Message => {
  const { code, hospital } = request;
  switch (refusal) {
    case 'already-confirmed': {
      const pledge = request.pledges.find((p) => p.alertId === alert.id);
      return {
        key: 'alreadyConfirmed',
        params: { code, hospital, ...agreedTime(request, pledge ?? {}) },
      };
    }
    case 'already-standby':
      return { key: 'alreadyStandby', params: { code } };
    case 'already-given':
      return { key: 'alreadyGiven', params: { code } };
    case 'over':
      return {
        key: request.phase.type === 'closed' ? 'alertYesClosed' : 'alertYesCovered',
        params: { code },
      };
    case 'enough':
      // A donor is asked again once.
      return { key: alert.again ? 'alertYesCovered' : 'alertYesReserve', params: { code } };
    default:
      return { key: 'alertYesCovered', params: { code } };
  }
};
