import type { Policy } from '../terms/policy.ts';
import type { EpochMs } from '../terms/time.ts';
import { type Alert, isOpen } from './alert.ts';
import { withDue } from './decide.ts';
import type { Request } from './request.ts';

/** What no request may ever be, by name. */
export type Violation = 'looked-at-never' | 'looked-at-too-late' | 'alerts-open-past-their-request';

/** What ails a request, and the request as it should be: looked at in time, and its donors freed once it needs none. */
export const findViolations = (
  { request, alerts }: { request: Request; alerts: Alert[] },
  now: EpochMs,
  policy: Policy,
): { ailment?: Violation; mended: Request } => {
  const forgotten = needsNobody(request) && !request.alertsToClose && alerts.some(isOpen);
  const mended = withDue({ ...request, ...(forgotten && { alertsToClose: true }) }, now, policy);
  const ailment = forgotten
    ? 'alerts-open-past-their-request'
    : lateness(request.dueAt, mended.dueAt);
  return ailment === undefined ? { mended: request } : { ailment, mended };
};

const needsNobody = ({ phase }: Request): boolean =>
  phase.type === 'covered' || phase.type === 'fulfilled' || phase.type === 'closed';

const lateness = (is: EpochMs | undefined, mustBe: EpochMs | undefined): Violation | undefined => {
  if (mustBe === undefined) return undefined;
  if (is === undefined) return 'looked-at-never';
  return is > mustBe ? 'looked-at-too-late' : undefined;
};
