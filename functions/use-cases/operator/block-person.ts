import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/**
 * Blocks a phone or ends the block. A blocked phone gets no reply, no message and no call, and nothing that it sends is
 * stored. A volunteer keeps the role until it is removed, so a volunteer is not blocked.
 */
export const blockPerson = (
  services: Services,
  phone: PhoneNumber,
  isBlocked: boolean,
): Promise<'done' | 'is-volunteer'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const { blockedAt, ...person } = await work.person(phone);
    if (isBlocked && person.volunteer) return 'is-volunteer';
    if (isBlocked === (blockedAt !== undefined)) return 'done';
    work.change({ ...person, ...(isBlocked && { blockedAt: work.now }) });
    const what = isBlocked ? 'person-blocked' : 'person-unblocked';
    work.audit({ what, who: 'operator', phone });
    return work.save('done');
  });
