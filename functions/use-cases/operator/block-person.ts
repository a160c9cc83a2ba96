import type { Audited } from '#shared/people/audit/audit-entry.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/**
 * Blocks a phone or ends the block. A blocked phone gets no reply, no message and no call, and nothing that it sends is
 * stored. A volunteer keeps the role until it is removed, so a volunteer is not blocked.
 */
export const changeBlock = async (
  work: UnitOfWork,
  phone: PhoneNumber,
  isBlocked: boolean,
  who: Audited['who'],
): Promise<'done' | 'is-volunteer'> => {
  const { blockedAt, ...person } = await work.person(phone);
  if (isBlocked && person.volunteer) return 'is-volunteer';
  if (isBlocked === (blockedAt !== undefined)) return 'done';
  work.change({ ...person, ...(isBlocked && { blockedAt: work.now }) });
  work.audit({ what: isBlocked ? 'person-blocked' : 'person-unblocked', who, phone });
  return 'done';
};

/** The same by the operator. */
export const blockPerson = (
  services: Services,
  phone: PhoneNumber,
  isBlocked: boolean,
): Promise<'done' | 'is-volunteer'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    return work.save(await changeBlock(work, phone, isBlocked, 'operator'));
  });
