import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { erasePerson } from '../privacy/erase-person.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/** Erases a person as their own FORGET does, without a reply. A block is erased too. */
export const forgetByOperator = (
  services: Services,
  phone: PhoneNumber,
): Promise<'forgotten' | 'unknown'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now(), phone);
    const { version } = await work.person(phone);
    if (version === 0) return 'unknown';
    await erasePerson(work, phone);
    work.audit({ what: 'person-forgotten', who: 'operator', phone });
    return work.save('forgotten');
  });
