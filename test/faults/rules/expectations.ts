import type { HotlineConfig } from '#functions/hotline-config.ts';
import type { Pledge, Request } from '#shared/request/request.ts';
import type { Ledger } from '../event-record.ts';

/** What every rule looks at. A rule that does not hold is said once. */
export type RuleOptions = {
  ledger: Ledger;
  config: HotlineConfig;
  now: () => number;
  mustHold: (holds: boolean, what: string) => void;
};

/* How a request stands, counted anew. */
export const count = ({ pledges }: Request, ...states: Pledge['state'][]): number =>
  pledges.filter((p) => states.includes(p.state)).length;
export const isOver = ({ phase }: Request): boolean =>
  phase.type === 'fulfilled' || phase.type === 'closed';
export const lacks = (request: Request): boolean =>
  count(request, 'confirmed', 'donated') < request.units;
