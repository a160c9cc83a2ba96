import { openAlert } from '#shared/people/donor-updates.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/** "You may give again": said once, on the morning the rest is over, unless the donor wants no texts now. */
export const remindDonor = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const turn = new UnitOfWork(services, services.clock.now());
    const person = await turn.person(phone);
    const remindAt = person.donor?.remindAt;
    if (!person.donor || remindAt === undefined || remindAt > turn.now) return 'done';
    const { remindAt: _, ...donor } = person.donor;
    turn.change({ ...person, donor });
    const silent =
      person.optedOut || (donor.pausedUntil ?? 0) > turn.now || openAlert(person, turn.now);
    if (!silent) {
      const row = turn.outboxRow(services.ids.next(), phone, { key: 'mayGiveAgain', params: {} });
      turn.put({ ...row, keepsQuietHours: true });
    }
    return turn.save('done');
  });
