import { withContact } from '#shared/people/after-gift/contact.ts';
import { isHeldOut } from '#shared/people/after-gift/hold-out.ts';
import { apartFrom } from '#shared/people/after-gift/when-to-tell.ts';
import type { DonorPerson } from '#shared/people/person.ts';
import { isDonor } from '#shared/people/person.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/**
 * Rings a donor who has not given for `lapsed.afterDays`, once: thanks, and that we still ask. Then silence but for a
 * patient's need (whyNotInvite). Donors who are held out have their turn without the call.
 */
export const callLapsed = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await work.person(phone);
    if (!isDonor(person) || person.donor.lapsedAt === undefined) return 'done';
    if (person.donor.lapsedAt > work.now) return 'done';
    takeTurn(work, person);
    return work.save('done');
  });

const takeTurn = (work: UnitOfWork, person: DonorPerson): void => {
  const { afterGift: rules } = work.services.config.policy;
  const { lapsed } = rules;
  const { lapsedAt: _, ...donor } = person.donor;
  const apart = apartFrom({ ...person, donor }, work.now, rules);
  const isDropped = !lapsed.on || !mayRing(person, work.now);
  if (isDropped) work.change({ ...person, donor });
  else if (apart > work.now) work.change({ ...person, donor: { ...donor, lapsedAt: apart } });
  else ring(work, { ...person, donor });
};

const ring = (work: UnitOfWork, person: DonorPerson): void => {
  const { lapsed } = work.services.config.policy.afterGift;
  const { donor } = person;
  const held = isHeldOut('lapsed', person.phone, lapsed.holdOut);
  const turn = { what: 'lapsed' as const, at: work.now, ...(held && { held: true as const }) };
  work.change({ ...person, donor: { ...donor, contacts: withContact(donor.contacts, turn) } });
  if (held) return;
  const message = { key: 'giftLongAgo', params: {} } as const;
  const row = work.outboxRow(work.services.ids.next(), person.phone, message);
  work.put({ ...row, channel: 'call' });
};

const mayRing = ({ optedOut, uncallable, donor }: DonorPerson, now: number): boolean =>
  !optedOut && !uncallable && (donor.pausedUntil ?? 0) <= now;
