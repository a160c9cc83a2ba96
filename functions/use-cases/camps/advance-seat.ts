import type { Camp } from '#shared/camp/camp.ts';
import { closesAt } from '#shared/camp/camp-deadlines.ts';
import { restForReason } from '#shared/camp/door.ts';
import type { Seat } from '#shared/camp/seat.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import { withHistory } from '#shared/people/donor-updates.ts';
import { mayGiveFrom } from '#shared/people/eligibility.ts';
import type { Person } from '#shared/people/person.ts';
import { withVisit } from '#shared/people/response-history.ts';
import { campIdSchema, seatNumberSchema } from '#shared/terms/ids.ts';
import { after, dayOf, days, hours } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { doorCode } from './camp-messages.ts';
import { serialOf } from './gifts/find-certificate.ts';
import { asCampQuestion, withSeatDue } from './take-half-hour.ts';

/** Runs the step of a seat that is due: a reminder, the evening's thanks, or the end of its number. `id`: CAMP/4821. */
export const advanceSeat = (services: Services, id: string): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const [campId, number] = id.split('/');
    const key = [campIdSchema.parse(campId), seatNumberSchema.parse(number)] as const;
    const seat = await services.store.seat(...key);
    const camp = seat && (await services.store.camp(seat.campId));
    const work = new UnitOfWork(services, services.clock.now());
    if (!seat || !camp || seat.dueAt === undefined || seat.dueAt > work.now) return 'done';
    const next = await takeStep(work, camp, seat);
    work.put(withSeatDue(work, camp, next));
    return work.save('done');
  });

const takeStep = async (work: UnitOfWork, camp: Camp, seat: Seat): Promise<Seat> => {
  const isOver = closesAt(camp) <= work.now;
  if (seat.state === 'booked' && seat.reminded < 2 && !isOver) return remind(work, camp, seat);
  if (!seat.thanked) return thank(work, seat);
  return forget(work, seat);
};

/** A reminder this close to the half hour, or to the last one, says nothing new. */
const tooLate = hours(3);

const remind = (work: UnitOfWork, { venue, place }: Camp, seat: Seat): Seat => {
  const { at, phone, reminded } = seat;
  const isSoon = reminded === 1;
  const isUseful = at !== undefined && (isSoon ? at > work.now : at > work.now + tooLate);
  if (phone && isUseful)
    work.queueText(phone, {
      key: 'campReminder',
      params: { hospital: venue, place: place.name, at, code: doorCode(seat), soon: isSoon },
    });
  return { ...seat, reminded: reminded + 1 };
};

/** The evening: thanks to those who came, one question to those who did not. */
const thank = async (work: UnitOfWork, stored: Seat): Promise<Seat> => {
  const seat: Seat = stored.state === 'booked' ? { ...stored, state: 'missed' } : stored;
  const person = seat.phone && (await work.otherPerson(seat.phone));
  if (person && person.version > 0) {
    const changed = withOutcome(person, seat, work);
    if (changed !== person) work.change(changed);
    const message = thanksOf(work, seat, changed);
    if (message) work.queueText(person.phone, message);
  }
  return { ...seat, thanked: true };
};

const withOutcome = (person: Person, { state, campId }: Seat, work: UnitOfWork): Person => {
  if (state !== 'missed') return person;
  const learnt = withHistory(person, (record) => withVisit(record, undefined, 'missed'));
  return asCampQuestion(learnt, campId, 'missed', work.now);
};

const thanksOf = (work: UnitOfWork, seat: Seat, { donor }: Person): Message | undefined => {
  const { policy } = work.services.config;
  if (seat.state === 'missed') return { key: 'campMissed', params: {} };
  if (!donor) return undefined;
  if (seat.state === 'gave') {
    const { pausedUntil: _, ...rested } = donor;
    const next = dayOf(mayGiveFrom(rested, 'whole-blood', policy.donation));
    const link = `${work.services.publicUrl}/thanks/${serialOf(seat) ?? ''}`;
    const count = Math.max(1, donor.gifts?.length ?? 0);
    return { key: 'campGave', params: { count, next, link } };
  }
  if (seat.state !== 'back' || !seat.reason) return undefined;
  const rest = after(work.now, days(policy.deferralDays[restForReason[seat.reason]]));
  const until = dayOf(donor.deferredUntil ?? rest);
  return { key: 'campBack', params: { why: seat.reason, until } };
};

/** The number is needed no longer: the seat stays as a count. */
const forget = async (work: UnitOfWork, { phone, check: _, ...seat }: Seat): Promise<Seat> => {
  const person = phone && (await work.otherPerson(phone));
  if (person?.camps)
    work.change({
      ...person,
      camps: person.camps.filter(({ campId }) => campId !== seat.campId),
    });
  return seat;
};
