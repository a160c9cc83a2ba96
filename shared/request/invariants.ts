import type { Policy } from '../terms/policy.ts';
import type { EpochMs } from '../terms/time.ts';
import { type Alert, isOpen } from './alert.ts';
import { withDue } from './decide.ts';
import type { Request } from './request.ts';

/** The ways in which a stored request can be wrong. */
export type Violation = 'looked-at-never' | 'looked-at-too-late' | 'alerts-open-past-their-request';

/**
 * The violation of a request, if any, and the repaired request: it comes due in time, and its open alerts are closed
 * when it needs no more donors.
 */
export const findViolations = (
  { request, alerts }: { request: Request; alerts: Alert[] },
  now: EpochMs,
  policy: Policy,
): { violation?: Violation; repaired: Request } => {
  const hasStrayAlerts = needsNoDonor(request) && !request.alertsToClose && alerts.some(isOpen);
  const repaired = withDue(
    { ...request, ...(hasStrayAlerts && { alertsToClose: true }) },
    now,
    policy,
  );
  const violation = hasStrayAlerts
    ? 'alerts-open-past-their-request'
    : dueViolation(request.dueAt, repaired.dueAt);
  return violation === undefined ? { repaired: request } : { violation, repaired };
};

const needsNoDonor = ({ phase }: Request): boolean =>
  phase.type === 'covered' || phase.type === 'fulfilled' || phase.type === 'closed';

const dueViolation = (
  dueAt: EpochMs | undefined,
  latest: EpochMs | undefined,
): Violation | undefined => {
  if (latest === undefined) return undefined;
  if (dueAt === undefined) return 'looked-at-never';
  return dueAt > latest ? 'looked-at-too-late' : undefined;
};
