import { type Camp, isCampRunning } from '#shared/camp/camp.ts';
import { chancesOf } from '#shared/camp/camp-candidate.ts';
import { seatDueAt } from '#shared/camp/camp-deadlines.ts';
import { bookSeat, freeSeat, freeTimes, waitingList } from '#shared/camp/half-hours.ts';
import { holdsHalfHour, type Seat } from '#shared/camp/seat.ts';
import { withQuestion } from '#shared/people/pending-question.ts';
import { type DonorPerson, isDonor, type Person } from '#shared/people/person.ts';
import { type CampId, type SeatNumber, seatNumberSchema } from '#shared/terms/ids.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { timesMessage } from './camp-messages.ts';
import { loadCamp, loadSeat } from './load-camp.ts';

type Phone = Person['phone'];

/** The seat with its next due time. */
export const withSeatDue = (work: UnitOfWork, camp: Camp, seat: Seat): Seat => {
  const { dueAt: _, ...rest } = seat;
  const dueAt = seatDueAt(seat, camp, work.services.config.policy);
  return { ...rest, ...(dueAt !== undefined && { dueAt }) };
};

/** Four digits that no one has at this camp. */
const freeNumber = async (work: UnitOfWork, campId: CampId): Promise<SeatNumber> => {
  for (;;) {
    const id = seatNumberSchema.parse(`${1000 + work.services.ids.randomBelow(9000)}`);
    if (!(await loadSeat(work, campId, id))) return id;
  }
};

/** A new seat of this donor, saved with the reference to it. */
export const newSeat = async (
  work: UnitOfWork,
  camp: Camp,
  person: DonorPerson,
  state: Pick<Seat, 'state' | 'walkIn'>,
): Promise<Seat> => {
  const { phone, donor, camps = [] } = person;
  const { comes, fits } = chancesOf(person, camp, work.now, work.services.config.policy);
  const id = await freeNumber(work, camp.id);
  const seat = withSeatDue(work, camp, {
    kind: 'seat',
    campId: camp.id,
    id,
    version: 0,
    phone,
    group: donor.group,
    sex: donor.sex,
    ...state,
    comes,
    fits,
    reminded: 0,
    since: work.now,
  });
  work.put(seat);
  const ref = { campId: camp.id, at: work.now, seat: id };
  const others = camps.filter(({ campId }) => campId !== camp.id);
  work.change({ ...person, camps: [...others, ref] });
  return seat;
};

/** Offers free half hours to this person; without one they wait. */
export const offerTimes = async (work: UnitOfWork, camp: Camp, to: Phone): Promise<void> => {
  const times = freeTimes(camp, work.now);
  const question = { about: 'camp', campId: camp.id, ask: 'time', times, at: work.now } as const;
  await work.notify(to, timesMessage(times), times.length > 0 ? { question } : {});
};

/** Saves the half hour for this seat; 'full' when another person was first. */
export const takeHalfHour = (
  work: UnitOfWork,
  camp: Camp,
  seat: Seat,
  at: EpochMs,
): Seat | 'full' => {
  const taken = bookSeat(camp, seat, at);
  if (taken === 'full') return 'full';
  const booked = withSeatDue(work, camp, taken.seat);
  work.put(taken.camp);
  work.put(booked);
  return booked;
};

/** Their half hour is free again, and the person who waits longest is offered it. */
export const releaseSeat = async (work: UnitOfWork, camp: Camp, seat: Seat): Promise<void> => {
  const held = holdsHalfHour(seat);
  const freed = freeSeat(camp, seat);
  work.put(withSeatDue(work, camp, freed.seat));
  if (!held) return;
  work.put(freed.camp);
  const [first] = waitingList(
    (await work.services.store.seats(camp.id)).filter(({ id }) => id !== seat.id),
  );
  const waiting = first?.phone && (await work.otherPerson(first.phone));
  if (!waiting || freed.camp.from <= work.now || !isDonor(waiting)) return;
  // Behind those who are offered a time now, so that one silent person does not hold up the list.
  if (first) work.put({ ...first, since: work.now });
  await offerTimes(work, freed.camp, waiting.phone);
};

/** This person's seat at the camp, in whatever state. */
export const ownSeat = async (
  work: UnitOfWork,
  { camps = [] }: Person,
  { id }: Pick<Camp, 'id'>,
): Promise<Seat | undefined> => {
  const number = camps.find(({ campId }) => campId === id)?.seat;
  return number && loadSeat(work, id, number);
};

/** The camp to come or of today for which this person holds a seat. */
export const findOwnSeat = async (
  work: UnitOfWork,
  person: Person,
): Promise<{ camp: Camp; seat: Seat } | undefined> => {
  for (const { campId, seat: id } of [...(person.camps ?? [])].reverse()) {
    const seat = id && (await loadSeat(work, campId, id));
    if (!seat || (seat.state !== 'booked' && seat.state !== 'waiting')) continue;
    const camp = await loadCamp(work, campId);
    if (camp && isCampRunning(camp)) return { camp, seat };
  }
  return undefined;
};

/** The donor gave for a patient, or is erased: no half hour waits for them. */
export const freeSeatOf = async (work: UnitOfWork, phone: Phone): Promise<void> => {
  const person = await work.otherPerson(phone);
  const own = person?.camps && (await findOwnSeat(work, person));
  if (own) await releaseSeat(work, own.camp, own.seat);
};

/** DROP: "I can't come". Returns false for a person without a seat. */
export const cannotCome = async (
  work: UnitOfWork,
  from: Phone,
  code: string | undefined,
): Promise<boolean> => {
  const own = await findOwnSeat(work, await work.person(from));
  if (!own || (code !== undefined && code !== own.seat.id)) return false;
  await releaseSeat(work, own.camp, own.seat);
  work.reply({ key: 'campFreed', params: {} });
  return true;
};

/** Asks this person the question of the camp again. */
export const asCampQuestion = (
  person: Person,
  campId: CampId,
  ask: 'invite' | 'missed',
  at: EpochMs,
): Person => withQuestion(person, { about: 'camp', campId, ask, at });
