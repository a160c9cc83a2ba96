import { saysCancel } from '#shared/conversation/replies/parse-alert-reply.ts';
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
 * Handles an unprompted reply from a donor with a pledge: "I cannot come", "I gave" or "I have arrived" in any words.
 * They mean DROP, DONE and the answer to "have you reached?". To an open alert "I cannot come" is a no. Returns false
 * when the text is unclear or the sender has neither pledge nor alert.
 */
export const handlePledgeReply = async (
  work: UnitOfWork,
  from: Phone,
  text: string,
): Promise<boolean> => {
  const person = await work.person(from);
  const asked = openAlert(person, work.now);
  if (isInDialogue(person) || !(asked || hasPledged(person))) return false;
  const held = await findHeldPledge(work, person);
  const said = parsePledgeReply(text, held?.request.hospital);
  const hasOwnRequest = person.requests.some((r) => r.open);
  if (held && said === undefined && !hasOwnRequest && saysCancel(text))
    return runPledgeReply(work, person, held, 'cannot-come', text);
  if (held) return said !== undefined && runPledgeReply(work, person, held, said, text);
  if (said !== 'cannot-come' || !asked) return false;
  await answerAlert(work, from, { digit: 2 });
  return true;
};

/**
 * Handles GAVE from a confirmed donor as DONE, for today or without a day. While "did you give?" is open, also for any
 * day since the alert. Returns false for a donation elsewhere, or without a confirmed pledge.
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
  // A day that does not exist or lies ahead is not guessed.
  const isOfThis = day === undefined ? saysDonated(text) : day >= first && day <= today;
  if (!isOfThis) return false;
  if (isAsked) return answerVisitQuestion(work, from, question, 1);
  await completePledge(work, from, request.code);
  return true;
};

/** A request or a registration is open, and words belong to it. */
const isInDialogue = ({ question }: Person): boolean =>
  question !== undefined && !('requestId' in question);

/** Does what a donor with a pledge says. False: another question is open, and its own words count. */
export const runPledgeReply = async (
  work: UnitOfWork,
  person: Person,
  { request }: HeldPledge,
  said: NonNullable<ReturnType<typeof parsePledgeReply>>,
  text = '',
): Promise<boolean> => {
  const { phone, question } = person;
  switch (said) {
    case 'cannot-come':
      await withdrawPledge(work, phone, request.code, text);
      return true;
    case 'given':
      await completePledge(work, phone, request.code);
      return true;
    case 'arrived': {
      // An open question has its own words for this answer.
      const isAsked = question && (question.about !== 'alert' || openAlert(person, work.now));
      const visit = { about: 'arrived', requestId: request.id, at: work.now } as const;
      return !isAsked && answerVisitQuestion(work, phone, visit, 1);
    }
  }
};
