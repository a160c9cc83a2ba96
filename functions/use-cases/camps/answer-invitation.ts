import { type Camp, isCampRunning } from '#shared/camp/camp.ts';
import { freeTimes } from '#shared/camp/half-hours.ts';
import type { Seat } from '#shared/camp/seat.ts';
import { withoutQuestion } from '#shared/people/pending-question.ts';
import { type DonorPerson, isDonor, type Person, type Question } from '#shared/people/person.ts';
import { withYes } from '#shared/people/response-history.ts';
import { learnFrom } from '../alerts/learn-from.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { bookedMessage, inviteMessage, timesMessage } from './camp-messages.ts';
import { loadCamp } from './load-camp.ts';
import {
  cannotCome,
  findOwnSeat,
  newSeat,
  offerTimes,
  ownSeat,
  takeHalfHour,
} from './take-half-hour.ts';

type Phone = Person['phone'];
type CampQuestion = Extract<Question, { about: 'camp' }>;

/** The answer by digit to an invitation, to the half hours on offer, or to the question after a missed camp. */
export const answerInvitation = async (
  work: UnitOfWork,
  from: Phone,
  question: CampQuestion,
  digit: number,
): Promise<boolean> => {
  if (question.ask === 'missed') return answerMissed(work, from, digit);
  const camp = await loadCamp(work, question.campId);
  if (!camp || !isCampRunning(camp) || camp.to <= work.now) {
    work.change(withoutQuestion(await work.person(from)));
    work.reply({ key: 'campOver', params: {} });
    return true;
  }
  return question.ask === 'invite'
    ? answerInvite(work, from, camp, digit)
    : answerTime(work, from, camp, question, digit);
};

/** A digit without an open question, after an alert came between: it answers the last invitation that has no answer. */
export const answerLatestInvitation = async (
  work: UnitOfWork,
  from: Phone,
  digit: number,
): Promise<boolean> => {
  const camp = await findUnanswered(work, await work.person(from));
  return camp !== undefined && answerInvite(work, from, camp, digit);
};

/** The running camp to which this person was invited last and has not said yes. */
const findUnanswered = async (
  work: UnitOfWork,
  { camps = [] }: Person,
): Promise<Camp | undefined> => {
  const ref = camps.findLast(({ seat }) => seat === undefined);
  const camp = ref && (await loadCamp(work, ref.campId));
  return camp && isCampRunning(camp) ? camp : undefined;
};

/**
 * A missed call to the number of a yes or of a no. It can choose no half hour, so a yes takes the first that is free;
 * a no answers the invitation, or frees the half hour. Returns false for a person who is asked for no camp.
 */
export const answerByRing = async (
  work: UnitOfWork,
  from: Phone,
  says: 'yes' | 'no',
): Promise<boolean> => {
  const person = await work.person(from);
  const camp = await findUnanswered(work, person);
  if (says === 'no')
    return camp ? answerInvite(work, from, camp, 2) : cannotCome(work, from, undefined);
  // A donor who rings again to be sure is neither called nor texted for it.
  if (!camp) return (await findOwnSeat(work, person)) !== undefined;
  const seat = isDonor(person) && (await acceptInvite(work, person, camp));
  if (!seat) return false;
  const [first] = freeTimes(camp, work.now);
  const taken = first === undefined ? 'full' : takeHalfHour(work, camp, seat, first);
  work.reply(taken === 'full' ? timesMessage([]) : bookedMessage(camp, taken));
  return true;
};

/** The silence of the invitation is replaced by the yes, and the person gets their digits. */
export const acceptInvite = async (
  work: UnitOfWork,
  person: DonorPerson,
  camp: Camp,
): Promise<Seat | undefined> => {
  const yes = { isYes: true, weight: 1 };
  const learnt = learnFrom(work, withoutQuestion(person), yes, (r) => withYes(r, false));
  return isDonor(learnt) ? newSeat(work, camp, learnt, { state: 'waiting' }) : undefined;
};

/** A call and the site ask no more; a later yes by text still counts. */
export const declined = (person: Person, { id }: Camp): Person => ({
  ...person,
  camps: (person.camps ?? []).map((ref) =>
    ref.campId === id && ref.seat === undefined ? { ...ref, declined: true } : ref,
  ),
});

const answerInvite = async (
  work: UnitOfWork,
  from: Phone,
  camp: Camp,
  digit: number,
): Promise<boolean> => {
  const person = await work.person(from);
  if (digit === 2) {
    work.change(declined(withoutQuestion(person), camp));
    work.reply({ key: 'campNo', params: {} });
    return true;
  }
  if (digit !== 1 || !isDonor(person)) return false;
  await acceptInvite(work, person, camp);
  await offerTimes(work, camp, from);
  return true;
};

const answerTime = async (
  work: UnitOfWork,
  from: Phone,
  camp: Camp,
  { times = [] }: CampQuestion,
  digit: number,
): Promise<boolean> => {
  const seat = await ownSeat(work, await work.person(from), camp);
  if (!seat) return false;
  const at = times[digit - 1];
  if (at === undefined && digit !== 4) return false;
  const taken = at === undefined ? undefined : takeHalfHour(work, camp, seat, at);
  if (taken === 'full') {
    await offerTimes(work, camp, from);
    return true;
  }
  work.change(withoutQuestion(await work.person(from)));
  work.reply(taken ? bookedMessage(camp, taken) : timesMessage([]));
  return true;
};

const answerMissed = async (work: UnitOfWork, from: Phone, digit: number): Promise<boolean> => {
  if (digit !== 1 && digit !== 2) return false;
  const { noCamps: _, ...person } = withoutQuestion(await work.person(from));
  work.change(digit === 2 ? { ...person, noCamps: true } : person);
  work.reply({ key: 'campNextTime', params: { ok: digit === 1 } });
  return true;
};

/** Repeats the question about a camp. Returns false when the camp is over. */
export const repeatInvitation = async (
  work: UnitOfWork,
  question: CampQuestion,
): Promise<boolean> => {
  if (question.ask === 'missed') {
    work.reply({ key: 'campMissed', params: {} });
    return true;
  }
  const camp = await loadCamp(work, question.campId);
  if (!camp || !isCampRunning(camp) || camp.to <= work.now) return false;
  work.reply(
    question.ask === 'invite'
      ? inviteMessage(camp)
      : timesMessage(question.times ?? freeTimes(camp, work.now)),
  );
  return true;
};
