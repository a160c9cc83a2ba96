import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/** Takes the role from a volunteer; what else is stored of the person stays. Without a role nothing is done. */
export const removeVolunteer = (
  services: Services,
  phone: PhoneNumber,
): Promise<'removed' | 'no-volunteer'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const { volunteer, login: _, ...person } = await work.person(phone);
    if (!volunteer) return 'no-volunteer';
    work.change(person);
    work.audit({
      what: 'volunteer-removed',
      who: 'operator',
      phone,
      facts: { role: volunteer.role },
    });
    return work.save('removed');
  });
