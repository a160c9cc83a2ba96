import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../ports/services.ts';
import { attempt } from './attempt.ts';
import { recordingsOf } from './forget-person.ts';
import { forgetRecordings } from './forget-recordings.ts';
import { Turn } from './turn.ts';

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
