import type { HotlineConfig } from '#functions/hotline-config.ts';
import type { Pledge, Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { EventRecord } from '../event-record.ts';

/** The inputs of every rule. `mustHold` reports each violation once. */
export type RuleOptions = {
  events: EventRecord;
  config: HotlineConfig;
  now: () => number;
  mustHold: (holds: boolean, what: string) => void;
  /** Named in every text that asks. */
  answerNumber?: PhoneNumber;
};

/* The state of a request, computed independently of the code under test. */
export const countPledges = ({ pledges }: Request, ...states: Pledge['state'][]): number =>
  pledges.filter((p) => states.includes(p.state)).length;
export const hasRequestEnded = ({ phase }: Request): boolean =>
  phase.type === 'fulfilled' || phase.type === 'closed';
export const lacksDonors = (request: Request): boolean =>
  countPledges(request, 'confirmed', 'donated') < request.units;
