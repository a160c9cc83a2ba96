import type { Audited } from '#shared/people/audit/audit-entry.ts';
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
export const endRole = async (
  work: UnitOfWork,
  phone: PhoneNumber,
  who: Audited['who'],
): Promise<'removed' | 'no-volunteer'> => {
  const before = await work.person(phone);
  const { volunteer, login: _, ...person } = before;
  if (!volunteer) return 'no-volunteer';
  work.change(person);
  tellRoles(work, { before, after: person }, await allCoordinators(work.services));
  work.audit({ what: 'volunteer-removed', who, phone, facts: { role: volunteer.role } });
  return 'removed';
};

/** The same by the operator. */
export const removeVolunteer = (
  services: Services,
  phone: PhoneNumber,
): Promise<'removed' | 'no-volunteer'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    return work.save(await endRole(work, phone, 'operator'));
  });
