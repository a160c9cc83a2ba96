import { type AuditEntry, monthsBack } from '#shared/people/audit/audit-entry.ts';
import { days, epochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';

/** The newest entries of the trail, newest first, at most this many. */
export const readTrail = async (
  { store, clock, config }: Services,
  most: number,
): Promise<AuditEntry[]> => {
  const now = clock.now();
  const since = epochMs(now - days(config.policy.retention.auditDays));
  const found: AuditEntry[] = [];
  for (const month of monthsBack(since, now)) {
    found.push(...(await store.auditMonth(month)).reverse());
    if (found.length >= most) break;
  }
  return found.filter((entry) => entry.at >= since).slice(0, most);
};
