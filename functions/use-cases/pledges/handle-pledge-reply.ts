import { parsePledgeReply, saysDonated } from '#shared/conversation/replies/parse-pledge-reply.ts';
import { hasPledged, openAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { type Day, dayOf } from '#shared/terms/time.ts';
import { answerAlert } from '../alerts/answer-alert.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { answerVisitQuestion } from './answer-visit-question.ts';
import { completePledge } from './complete-pledge.ts';
import { findHeldPledge, type HeldPledge } from './find-pledges.ts';
import { withdrawPledge } from './withdraw-pledge.ts';

type Phone = Person['phone'];

/**
 * A clear "I cannot come", "I gave" or "I have arrived" in whatever words, from somebody who has promised to come: the
 * same as DROP, DONE and the answer to "have you reached?". To an open alert "I cannot come" is a no. False: nothing
 * clear, or nothing it could be about.
 */
export const handlePledgeReply = async (
  work: UnitOfWork,
  from: Phone,
  text: string,
): Promise<boolean> => {
  const person = await work.person(from);
  const asked = openAlert(person, work.now);
  if (isTelling(person) || !(asked || hasPledged(person))) return false;
  const held = await findHeldPledge(work, person);
  const said = parsePledgeReply(text, held?.request.hospital);
  if (held) return said !== undefined && obeyPromise(work, person, held, said);
  if (said !== 'cannot-come' || !asked) return false;
  await answerAlert(work, from, { digit: 2 });
  return true;
};

/**
 * GAVE from somebody who is awaited, today or without a day, is DONE; asked whether they gave, also on any day since
 * they were asked to come. False: a gift elsewhere, or nobody awaits them.
 */
export const confirmPledgedDonation = async (
  work: UnitOfWork,
  from: Phone,
  text: string,
  day?: Day,
): Promise<boolean> => {
  const person = await work.person(from);
  const held = hasPledged(person) ? await findHeldPledge(work, person) : undefined;
  if (held?.pledge.state !== 'confirmed') return false;
  const { request, pledge } = held;
  const { question } = person;
  const isAsked = question?.about === 'gave' && question.requestId === request.id;
  const today = dayOf(work.now);
  const askedAt = person.alerts.find((a) => a.alertId === pledge.alertId)?.at ?? work.now;
  const first = isAsked ? dayOf(askedAt) : today;
  // A day that cannot be is none of ours to guess.
  const isOfThis = day === undefined ? saysDonated(text) : day >= first && day <= today;
  if (!isOfThis) return false;
  if (isAsked) return answerVisitQuestion(work, from, question, 1);
  await completePledge(work, from, request.code);
  return true;
};

/** A need or a registration is being told: words are for that. */
const isTelling = ({ question }: Person): boolean =>
  question !== undefined && !('requestId' in question);

const obeyPromise = async (
  work: UnitOfWork,
  person: Person,
  { request }: HeldPledge,
  said: NonNullable<ReturnType<typeof parsePledgeReply>>,
): Promise<boolean> => {
  const { phone, question } = person;
  switch (said) {
    case 'cannot-come':
      await withdrawPledge(work, phone, request.code);
      return true;
    case 'given':
      await completePledge(work, phone, request.code);
      return true;
    case 'arrived': {
      // What is asked just now has its own words for this.
      const isAsked = question && (question.about !== 'alert' || openAlert(person, work.now));
      const visit = { about: 'arrived', requestId: request.id, at: work.now } as const;
      return !isAsked && answerVisitQuestion(work, phone, visit, 1);
    }
  }
};
