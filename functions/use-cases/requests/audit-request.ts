import { findViolations } from '#shared/request/invariants.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
import type { RequestCode } from '#shared/terms/ids.ts';
import { after, days } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { auditEvery, type CodePointer } from '../../ports/store.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/**
 * The auditor: an open request's code comes due every hour, whatever has become of the request itself, and once more
 * after its end. What should not exist is mended, logged by name, and counted; how much there was is returned.
 */
export const auditRequest = (services: Services, code: RequestCode): Promise<number> =>
  retryOnConflict(services, async () => {
    const pointer = await services.store.code(code);
    const work = new UnitOfWork(services, services.clock.now());
    if (pointer?.lookAt === undefined || pointer.lookAt > work.now) return 0;
    const ailments = await mend(work, pointer);
    for (const ailment of ailments) work.logAfterSave('audit-mended', { code, ailment });
    return work.save(ailments.length);
  });

/** The request is written with its code: whoever changes one of them meanwhile makes both try again. */
const mend = async (
  work: UnitOfWork,
  { lookAt: _, ...pointer }: CodePointer,
): Promise<string[]> => {
  const { policy } = work.services.config;
  const file = await work.services.store.requestFile(pointer.requestId);
  const rests = after(work.now, days(policy.codeRestDays));
  if (!file) {
    work.write({ keep: { ...pointer, freeFrom: pointer.freeFrom ?? rests } });
    return ['code-without-a-request'];
  }
  const { violation, repaired } = findViolations(file, work.now, policy);
  const over = isClosed(repaired);
  const stillHeld = over && pointer.freeFrom === null;
  const ailments = [violation, stillHeld ? 'code-held-past-its-request' : undefined].filter(
    (found) => found !== undefined,
  );
  work.put(repaired);
  work.write({
    keep: {
      ...pointer,
      freeFrom: stillHeld ? rests : pointer.freeFrom,
      ...((!over || ailments.length > 0) && { lookAt: after(work.now, auditEvery) }),
    },
  });
  return ailments;
};
