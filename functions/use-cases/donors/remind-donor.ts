import { withContact } from '#shared/people/after-gift/contact.ts';
import { isHeldOut } from '#shared/people/after-gift/hold-out.ts';
import { openAlert } from '#shared/people/donor-updates.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/**
 * Sends "you may give again" once, on the morning the rest ends, unless the donor opted out, paused or has an open alert,
 * or is held out to compare.
 */
export const remindDonor = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await work.person(phone);
    const remindAt = person.donor?.remindAt;
    if (!person.donor || remindAt === undefined || remindAt > work.now) return 'done';
    const { again } = services.config.policy.afterGift;
    const { remindAt: _, ...donor } = person.donor;
    work.change({ ...person, donor });
    const isSilent =
      person.optedOut || (donor.pausedUntil ?? 0) > work.now || openAlert(person, work.now);
    if (isSilent || !again.on) return work.save('done');
    const held = isHeldOut('again', phone, again.holdOut);
    const turn = { what: 'again' as const, at: work.now, ...(held && { held: true as const }) };
    const contacts = withContact(donor.contacts, turn);
    work.change({ ...person, donor: { ...donor, contacts } });
    if (!held) {
      const row = work.outboxRow(services.ids.next(), phone, { key: 'mayGiveAgain', params: {} });
      work.put({ ...row, keepsQuietHours: true });
    }
    return work.save('done');
  });
