import type { Message } from '#shared/messages/message-keys.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Refusal } from '#shared/request/commands.ts';
import type { Request } from '#shared/request/request.ts';

/** The reply to a yes that changes nothing. */
export const refusedYesMessage = (refusal: Refusal, request: Request, alert: Alert): Message => {
  const { code, hospital, neededBy } = request;
  switch (refusal) {
    case 'already-confirmed': {
      const pledge = request.pledges.find((p) => p.alertId === alert.id);
      return {
        key: 'alreadyConfirmed',
        params: { code, hospital, arriveBy: pledge?.arriveBy ?? neededBy },
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
