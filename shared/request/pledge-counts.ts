import { standbySize as roomFor } from '../matching/standby-size.ts';
import type { Policy } from '../terms/policy.ts';
import type { Pledge, Request } from './request.ts';

/** Is this donor waited for, now or as the next in line? */
export const holdsPlace = (state: Pledge['state']): boolean =>
  state === 'confirmed' || state === 'standby';

const inState = (request: Request, ...states: Pledge['state'][]): number =>
  request.pledges.filter((p) => states.includes(p.state)).length;

export const countDonated = (request: Request): number => inState(request, 'donated');
/** Units given or promised by a confirmed donor. */
export const countSecured = (request: Request): number => inState(request, 'donated', 'confirmed');
export const countMissing = (request: Request): number =>
  Math.max(0, request.units - countSecured(request));
export const countStandby = (request: Request): number => inState(request, 'standby');

/** How many standby donors a request may have: sized by how surely those confirmed will give. */
export const countStandbyRoom = (request: Request, { asking }: Policy): number => {
  const usual = asking.comes.near * (1 - asking.turnedAway.man);
  const gives = request.pledges
    .filter(({ state }) => state === 'confirmed')
    .map(({ donor }) => donor?.gives ?? usual);
  const mean = gives.reduce((sum, one) => sum + one, 0) / Math.max(1, gives.length);
  // A no-show who gave after all, and was replaced: more may be given than was asked for.
  return roomFor(Math.max(0, request.units - countDonated(request)), gives, mean, asking);
};

export const isClosed = (request: Request): boolean =>
  request.phase.type === 'fulfilled' || request.phase.type === 'closed';
