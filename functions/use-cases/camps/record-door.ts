import type { Camp } from '#shared/camp/camp.ts';
import { campVisit, type DoorEntry, recordAtDoor, restForReason } from '#shared/camp/door.ts';
import type { Seat } from '#shared/camp/seat.ts';
import type { Donor } from '#shared/people/donor.ts';
import {
  hasPledged,
  withDeferral,
  withDonation,
  withoutLastDonation,
} from '#shared/people/donor-updates.ts';
import type { DonorPerson, Person } from '#shared/people/person.ts';
import { isDonor } from '#shared/people/person.ts';
import { withVisit } from '#shared/people/response-history.ts';
import { holdsPlace } from '#shared/request/pledge-counts.ts';
import type { SeatNumber } from '#shared/terms/ids.ts';
import { after, days } from '#shared/terms/time.ts';
import { applyDecision } from '../apply-decision.ts';
import { endOpenAlert } from '../donors/change-availability.ts';
import { findPledges } from '../pledges/find-pledges.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { giftIdOf } from './gifts/gift-id.ts';
import { loadSeat } from './load-camp.ts';
import { withSeatDue } from './take-half-hour.ts';

type Phone = Person['phone'];

/** The person with these digits at one of these camps. */
export const findAtDoor = async (
  work: UnitOfWork,
  camps: readonly Camp[],
  number: SeatNumber,
): Promise<{ camp: Camp; seat: Seat } | undefined> => {
  for (const camp of camps) {
    const seat = await loadSeat(work, camp.id, number);
    if (seat) return { camp, seat };
  }
  return undefined;
};

/**
 * Records what happened at the door. The same entry twice changes nothing; a later one corrects it. The donor's rest,
 * record and gifts follow. A gift ends what they were asked for or had agreed to elsewhere.
 */
export const recordEntry = async (
  work: UnitOfWork,
  camp: Camp,
  seat: Seat,
  entry: DoorEntry,
): Promise<Seat> => {
  const recorded = recordAtDoor(seat, entry);
  if (recorded === seat) return seat;
  const next = withSeatDue(work, camp, withCheck(work, recorded));
  work.put(next);
  const person = seat.phone && (await work.otherPerson(seat.phone));
  if (person && isDonor(person)) {
    work.change({ ...person, donor: donorAfter(work, camp, person, { before: seat, next }) });
    if (next.state === 'gave') await endElsewhere(work, person.phone);
  }
  return next;
};

/** The part of the certificate's serial that cannot be guessed, while the gift stands. */
const withCheck = (work: UnitOfWork, { check: _, ...seat }: Seat): Seat =>
  seat.state === 'gave' ? { ...seat, check: work.services.ids.next().slice(-10) } : seat;

const donorAfter = (
  work: UnitOfWork,
  camp: Camp,
  { donor }: DonorPerson,
  { before, next }: { before: Seat; next: Seat },
): Donor => {
  const { policy } = work.services.config;
  const id = giftIdOf(next);
  const others = (donor.gifts ?? []).filter((gift) => gift.id !== id);
  const record = withVisit(donor.record, campVisit(before), campVisit(next));
  const undone =
    before.state === 'gave' && donor.lastDonation?.day === camp.day
      ? withoutLastDonation(donor, policy)
      : donor;
  const learnt: Donor = { ...undone, record, gifts: others };
  if (next.state === 'gave')
    return withDonation(
      { ...learnt, gifts: [...others, { id, day: camp.day, at: 'camp' }] },
      camp.day,
      'whole-blood',
      policy,
    );
  if (next.state !== 'back' || !next.reason) return learnt;
  const rest = days(policy.deferralDays[restForReason[next.reason]]);
  return withDeferral(learnt, after(work.now, rest), policy);
};

/** A donor who has given rests: another donor is asked in their place. */
const endElsewhere = async (work: UnitOfWork, phone: Phone): Promise<void> => {
  await endOpenAlert(work, phone);
  const person = await work.person(phone);
  if (!hasPledged(person)) return;
  for (const { request, pledge } of await findPledges(work, person))
    if (holdsPlace(pledge.state))
      await applyDecision(
        work,
        request,
        { type: 'drop', alertId: pledge.alertId },
        { silent: true },
      );
};
