import type { Visit } from '../people/response-history.ts';
import type { Pledge } from './request.ts';

/** How a promise has ended for the donor's record; undefined while it has not, and of a standby nobody needed. */
export const visitOf = ({ state, arriveBy, arrivedAt }: Pledge): Visit => {
  switch (state) {
    case 'donated':
      return 'came';
    case 'deferred':
      return 'turned-away';
    case 'no-show':
      return 'missed';
    case 'dropped':
      // Whoever had arrived was sent home, or says why next.
      if (arrivedAt !== undefined) return 'turned-away';
      return arriveBy === undefined ? undefined : 'missed';
    default:
      return undefined;
  }
};
