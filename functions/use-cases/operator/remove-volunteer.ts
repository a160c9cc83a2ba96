import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { allCoordinators } from '../volunteers/find-volunteers.ts';
import { tellRoles } from '../volunteers/tell-roles.ts';

/**
 * Takes the role from a volunteer and tells the other coordinators; what else is stored of the person stays. Without a
 * role nothing is done.
 */
export const removeVolunteer = (
  services: Services,
  phone: PhoneNumber,
): Promise<'removed' | 'no-volunteer'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const before = await work.person(phone);
    const { volunteer, login: _, ...person } = before;
    if (!volunteer) return 'no-volunteer';
    work.change(person);
    tellRoles(work, { before, after: person }, await allCoordinators(services));
    work.audit({
      what: 'volunteer-removed',
      who: 'operator',
      phone,
      facts: { role: volunteer.role },
    });
    return work.save('removed');
  });
