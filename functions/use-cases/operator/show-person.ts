import type { Audited } from '#shared/people/audit/audit-entry.ts';
import type { Person } from '#shared/people/person.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/** What is stored of a person, to be shown masked; that it was shown is recorded. Undefined for an unknown phone. */
export const showPerson = (
  services: Services,
  phone: PhoneNumber,
  who: Audited['who'] = 'operator',
): Promise<Person | undefined> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await work.person(phone);
    if (person.version === 0) return undefined;
    work.audit({ what: 'person-shown', who, phone });
    return work.save(person);
  });
