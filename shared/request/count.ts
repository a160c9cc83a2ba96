import type { Policy } from '../terms/policy.ts';
import type { Pledge, Request } from './request.ts';

/** Is this donor waited for, now or as the next in line? */
export const holdsPlace = (state: Pledge['state']): boolean =>
  state === 'confirmed' || state === 'standby';

const inState = (request: Request, ...states: Pledge['state'][]): number =>
  request.pledges.filter((p) => states.includes(p.state)).length;

export const given = (request: Request): number => inState(request, 'donated');
/** Units given or promised by a confirmed donor. */
export const secured = (request: Request): number => inState(request, 'donated', 'confirmed');
export const missing = (request: Request): number => Math.max(0, request.units - secured(request));
export const onStandby = (request: Request): number => inState(request, 'standby');

/** How many standby donors a request may have, for all of its units. */
export const standbyRoom = (request: Request, policy: Policy): number =>
  Math.ceil(request.units * policy.standbyPerUnit);

export const isOver = (request: Request): boolean =>
  request.phase.type === 'fulfilled' || request.phase.type === 'closed';
