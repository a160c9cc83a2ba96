import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { attempt } from '../retry-on-conflict.ts';
import { Turn } from '../unit-of-work.ts';
import { recordingsOf } from './erase-person.ts';
import { forgetRecordings } from './erase-recordings.ts';

/** Somebody who is no donor, no volunteer and has no request: what they had begun to tell goes with their number. */
export const forgetStranger = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  attempt(services, async () => {
    const turn = new Turn(services, services.clock.now());
    const person = await services.store.person(phone);
    if (person?.forgetAt === undefined || person.forgetAt > turn.now) return 'done';
    await forgetRecordings(turn, recordingsOf(person));
    turn.erase(person);
    return turn.save('done');
  });
