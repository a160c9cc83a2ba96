import { findViolations } from '#shared/request/invariants.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
import type { RequestCode } from '#shared/terms/ids.ts';
import { after, days } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { auditEvery, type CodePointer, type Freshness } from '../../ports/store.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/**
 * Audits a request: its code is due every hour while the request is open, and once after it ends, even if the request
 * itself is never due. Violations are repaired and logged by name. Returns how many there were.
 */
export const auditRequest = (services: Services, code: RequestCode): Promise<number> => {
  let freshness: Freshness | undefined = 'may-lag';
  return retryOnConflict(services, async () => {
    const pointer = await services.store.code(code, freshness);
    const work = new UnitOfWork(services, services.clock.now());
    if (pointer?.lookAt === undefined || pointer.lookAt > work.now) return 0;
    const violations = await repair(work, pointer, freshness);
    const isGlance = freshness !== undefined;
    freshness = undefined;
    // Most audits find nothing, which a read that lags can tell; what is to be repaired is read as of this moment.
    if (isGlance && violations.length > 0) return 'conflict';
    for (const ailment of violations) work.logAfterSave('audit-mended', { code, ailment });
    return work.save(violations.length);
  });
};

/**
 * A repaired request is saved with its code: a concurrent change to either makes both retry. A request without a
 * violation is not saved, and its code only when nobody has changed it since.
 */
const repair = async (
  work: UnitOfWork,
  { lookAt: seen, ...pointer }: CodePointer,
  freshness: Freshness | undefined,
): Promise<string[]> => {
  const { policy } = work.services.config;
  const file = await work.services.store.alertedRequest(pointer.requestId, freshness);
  const rests = after(work.now, days(policy.codeRestDays));
  if (!file) {
    work.write({ keep: { ...pointer, freeFrom: pointer.freeFrom ?? rests } });
    return ['code-without-a-request'];
  }
  const { violation, repaired } = findViolations(file, work.now, policy);
  const isOver = isClosed(repaired);
  const isHeld = isOver && pointer.freeFrom === null;
  const violations = [violation, isHeld ? 'code-held-past-its-request' : undefined].filter(
    (found) => found !== undefined,
  );
  if (violations.length > 0) work.put(repaired);
  work.write({
    keep: {
      ...pointer,
      freeFrom: isHeld ? rests : pointer.freeFrom,
      ...((!isOver || violations.length > 0) && { lookAt: after(work.now, auditEvery) }),
    },
    ...(seen !== undefined && { seen }),
  });
  return violations;
};
