import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { eraseStoryOf } from '../stories/remove-story.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { recordingsOf } from './erase-person.ts';
import { expireRecordings } from './erase-recordings.ts';

/** Erases an expired unknown phone: no donor, no volunteer, no request. Unfinished drafts and recordings go with it. */
export const expirePerson = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await services.store.person(phone);
    if (person?.forgetAt === undefined || person.forgetAt > work.now) return 'done';
    await expireRecordings(work, recordingsOf(person));
    await eraseStoryOf(work, person);
    work.erase(person);
    return work.save('done');
  });
