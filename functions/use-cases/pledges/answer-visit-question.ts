import { parseRestReason } from '#shared/conversation/commands/parse-rest-reason.ts';
import { comesAfterAll } from '#shared/conversation/replies/parse-visit-answer.ts';
import { deferralReasonKeys, type Message } from '#shared/messages/message-keys.ts';
import { openAlert } from '#shared/people/donor-updates.ts';
import { withoutQuestion, withQuestion } from '#shared/people/pending-question.ts';
import type { Person, Question } from '#shared/people/person.ts';
import type { RequestCommand } from '#shared/request/commands.ts';
import { familyQuestion, isFamilyQuestion } from '#shared/request/corrections/family-questions.ts';
import { visitQuestion } from '#shared/request/lifecycle/visits.ts';
import { isClosed, isReachedAsked } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { dayOf } from '#shared/terms/time.ts';
import { answerReached } from '../after-gift/answer-reached.ts';
import { answerAlert } from '../alerts/answer-alert.ts';
import { findArrivalTime } from '../alerts/find-arrival-time.ts';
import { applyDecision } from '../apply-decision.ts';
import { repeatInvitation } from '../camps/answer-invitation.ts';
import { planMessage } from '../camps/plan-camp.ts';
import { askJoinQuestion } from '../donors/register-donor.ts';
import { answerFamilyQuestion } from '../requests/answer-family-question.ts';
import { repeatedAlert } from '../requests/close-alerts.ts';
import { askIntakeQuestion } from '../requests/request-intake.ts';
import { storyQuestion } from '../stories/story-messages.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findPledges } from './find-pledges.ts';
import { restDonor } from './rest-donor.ts';
import { withdrawPledge } from './withdraw-pledge.ts';

type VisitQuestion = Extract<Question, { requestId: unknown }>;
type Phone = Person['phone'];

/** Handles a digit for "have you arrived?", "did you give?", "why not?", "still coming?", "still needed?". False: the digit has no meaning there. */
export const answerVisitQuestion = async (
  work: UnitOfWork,
  from: Phone,
  question: VisitQuestion,
  digit: number,
  text = '',
): Promise<boolean> => {
  const request = await work.request(question.requestId);
  if (!request) return false;
  switch (question.about) {
    case 'arrived':
      return choose(
        work,
        from,
        request,
        { 1: 'arrive', 2: 'be-on-the-way', 3: 'drop' }[digit],
        text,
      );
    case 'gave':
      return digit === 2
        ? askWhy(work, from, request, text)
        : choose(work, from, request, { 1: 'give', 3: 'arrive' }[digit]);
    case 'drop-reason':
      if (digit === comesAfterAll) return comeAfterAll(work, from, request);
      return recordReason(work, from, request, digit, text);
    case 'still-coming':
      if (digit !== 1) return digit === 2 ? choose(work, from, request, 'drop') : false;
      return comeAfterAll(work, from, request);
    case 'still-needed':
      return digit === 1 || digit === 2 ? answerStillNeeded(work, from, request, digit) : false;
    case 'reached':
      return answerReached(work, from, request, digit);
    case 'correct':
    case 'close':
    case 'received':
      return answerFamilyQuestion(work, from, question, digit);
    case 'alert':
      return false;
  }
};

/** A repeated yes: from now on it answers the alert of this request. */
const comeAfterAll = async (work: UnitOfWork, from: Phone, request: Request): Promise<boolean> => {
  const question = { about: 'alert', requestId: request.id, at: work.now } as const;
  work.change(withQuestion(await work.person(from), question));
  await answerAlert(work, from, { digit: 1, code: request.code });
  return true;
};

type Choice = Extract<RequestCommand['type'], 'arrive' | 'be-on-the-way' | 'give' | 'drop'>;

const choose = async (
  work: UnitOfWork,
  from: Phone,
  request: Request,
  choice: string | undefined,
  text = '',
): Promise<boolean> => {
  const type = isChoice(choice) ? choice : undefined;
  if (!type) return false;
  const person = await work.person(from);
  clearQuestion(work, person);
  if (type === 'drop') {
    await withdrawPledge(work, from, request.code, text);
    return true;
  }
  const [pledged] = await findPledges(work, person, request.code);
  const result =
    pledged &&
    (await applyDecision(work, pledged.request, { type, alertId: pledged.pledge.alertId }));
  // The pledge became a no-show meanwhile, or the request is over: handle the digit as a yes to the alert.
  if (result === undefined || typeof result === 'string')
    await answerAlert(work, from, { digit: 1, code: request.code });
  return true;
};

const isChoice = (choice: string | undefined): choice is Choice =>
  choice === 'arrive' || choice === 'be-on-the-way' || choice === 'give' || choice === 'drop';

const clearQuestion = (work: UnitOfWork, person: Person): void =>
  work.change(withoutQuestion(person));

/** Turned away by the doctor: ends the pledge and asks for the reason, unless it is said. */
const askWhy = async (
  work: UnitOfWork,
  from: Phone,
  request: Request,
  text: string,
): Promise<boolean> => {
  await withdrawPledge(work, from, request.code, text);
  return true;
};

const recordReason = async (
  work: UnitOfWork,
  from: Phone,
  request: Request,
  digit: number,
  text: string,
): Promise<boolean> => {
  // "Typhoid" has a rest of its own, longer than that of the digit for illness.
  const reason = parseRestReason(text) ?? deferralReasonKeys[digit - 1];
  const person = await work.person(from);
  if (!reason || !person.donor) return false;
  clearQuestion(work, person);
  const until = await restDonor(work, from, reason);
  if (until === undefined) {
    work.reply({ key: 'dropReasonNoted', params: {} });
    return true;
  }
  const [pledged] = await findPledges(work, person, request.code);
  const result =
    pledged &&
    (await applyDecision(work, pledged.request, {
      type: 'turn-away',
      alertId: pledged.pledge.alertId,
      until,
    }));
  if (result === undefined || typeof result === 'string') {
    work.reply({ key: 'dropReasonNoted', params: { until: dayOf(until) } });
  }
  return true;
};

const answerStillNeeded = async (
  work: UnitOfWork,
  from: Phone,
  request: Request,
  digit: 1 | 2,
): Promise<boolean> => {
  clearQuestion(work, await work.person(from));
  const result = await applyDecision(work, request, { type: digit === 1 ? 'extend' : 'close' });
  if (typeof result === 'string')
    work.reply({ key: 'requestClosed', params: { code: request.code } });
  return true;
};

/** Repeats the open question; `again` when the answer was not understood. Returns false when no question is open. */
export const repeatQuestion = async (
  work: UnitOfWork,
  from: Phone,
  again: boolean,
): Promise<boolean> => {
  const person = await work.person(from);
  const { question } = person;
  if (!question) return false;
  if (question.about === 'request' || question.about === 'request-summary')
    return askIntakeQuestion(work, from, again);
  if (question.about === 'join') return askJoinQuestion(work, from, again);
  if (question.about === 'camp') return repeatInvitation(work, question);
  if (question.about === 'story') return repeatStoryQuestion(work, person, question);
  if (question.about === 'camp-open') {
    work.reply(planMessage(person.campDraft ?? {}, again));
    return true;
  }
  if (question.about === 'alert' && !openAlert(person, work.now)) return false;
  const request = await work.request(question.requestId);
  if (!request || !mayStillAnswer(question, request)) return false;
  work.reply(await questionMessage(work, person, question, request));
  return true;
};

/** Only "did the blood reach your patient?" is asked after the end, and until it is answered. */
const mayStillAnswer = ({ about }: VisitQuestion, request: Request): boolean =>
  about === 'reached' ? isReachedAsked(request) : !isClosed(request);

const repeatStoryQuestion = async (
  work: UnitOfWork,
  person: Person,
  question: Extract<Question, { about: 'story' }>,
): Promise<boolean> => {
  const message = await storyQuestion(work, person, question);
  if (message) work.reply(message);
  return message !== undefined;
};

const questionMessage = async (
  work: UnitOfWork,
  person: Person,
  question: VisitQuestion,
  request: Request,
): Promise<Message> => {
  if (question.about === 'alert')
    return repeatedAlert(request, await findArrivalTime(work, person, request));
  return isFamilyQuestion(question)
    ? familyQuestion(question, request)
    : visitQuestion(question.about, request);
};
