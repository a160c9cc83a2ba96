import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { recordingsOf } from './erase-person.ts';
import { eraseRecordings } from './erase-recordings.ts';

/** Somebody who is no donor, no volunteer and has no request: what they had begun to tell goes with their number. */
export const expirePerson = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await services.store.person(phone);
    if (person?.forgetAt === undefined || person.forgetAt > work.now) return 'done';
    await eraseRecordings(work, recordingsOf(person));
    work.erase(person);
    return work.save('done');
  });
