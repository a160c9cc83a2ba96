import { standbySize } from '../matching/standby-size.ts';
import type { Policy } from '../terms/policy.ts';
import type { EpochMs } from '../terms/time.ts';
import type { Pledge, Request } from './request.ts';

/** True for an active pledge: confirmed or standby. */
export const holdsPlace = (state: Pledge['state']): boolean =>
  state === 'confirmed' || state === 'standby';

const inState = (request: Request, ...states: Pledge['state'][]): number =>
  request.pledges.filter((p) => states.includes(p.state)).length;

export const countDonated = (request: Request): number => inState(request, 'donated');
/** Units that donors have given, or confirmed donors have promised. */
export const countSecured = (request: Request): number => inState(request, 'donated', 'confirmed');
/** The units that are needed by `by`: all of them, unless the request is needed over several days. */
export const unitsBy = ({ days, units }: Pick<Request, 'days' | 'units'>, by: EpochMs): number =>
  days ? days.filter((day) => day.neededBy <= by).reduce((sum, day) => sum + day.units, 0) : units;
/** Units that are lacking by that day. A donor who comes on a later day does not help it. */
export const countMissingBy = (request: Request, by: EpochMs): number => {
  const inTime = request.pledges.filter(
    ({ state, arriveBy }) =>
      state === 'donated' ||
      (state === 'confirmed' && (!request.days || arriveBy === undefined || arriveBy <= by)),
  );
  return Math.max(0, unitsBy(request, by) - inTime.length);
};
/** Units that are lacking by the day that donors are asked for now. */
export const countMissing = (request: Request): number => countMissingBy(request, request.neededBy);
export const countStandby = (request: Request): number => inState(request, 'standby');

/** How many standby donors a request may have, from the donation probabilities of its confirmed donors. */
export const countStandbyRoom = (request: Request, { asking }: Policy): number => {
  const average = asking.comes.near * (1 - asking.turnedAway.man);
  const gives = request.pledges
    .filter(({ state }) => state === 'confirmed')
    .map(({ donor }) => donor?.gives ?? average);
  const mean = gives.reduce((sum, one) => sum + one, 0) / Math.max(1, gives.length);
  // A replaced no-show may have given after all: then more units are given than needed.
  const toGive = unitsBy(request, request.neededBy) - countDonated(request);
  return standbySize(Math.max(0, toGive), gives, mean, asking);
};

export const isClosed = (request: Request): boolean =>
  request.phase.type === 'fulfilled' || request.phase.type === 'closed';

/** True while the family may say whether the blood reached the patient. */
export const isReachedAsked = ({ phase, reached }: Request): boolean =>
  phase.type === 'fulfilled' && reached === undefined;

/** True for a gift that another person than its donor has reported or confirmed. */
export const isVerified = ({ state, donatedBy, confirmed }: Pledge): boolean =>
  state === 'donated' && (donatedBy === 'requester' || confirmed === true);
