import { isAssent } from '#shared/conversation/replies/plain-agreement.ts';
import { openAlert } from '#shared/people/donor-updates.ts';
import type { Dialogue } from '#shared/people/drafts.ts';
import { dialogueOf, withQuestion } from '#shared/people/pending-question.ts';
import type { Person, Question } from '#shared/people/person.ts';
import { answerAlert } from '../alerts/answer-alert.ts';
import { answerInvitation, answerLatestInvitation } from '../camps/answer-invitation.ts';
import { answerPlan } from '../camps/plan-camp.ts';
import { continueRegistration } from '../donors/register-donor.ts';
import { answerVisitQuestion, repeatQuestion } from '../pledges/answer-visit-question.ts';
import { continueIntake } from '../requests/request-intake.ts';
import { answerStory } from '../stories/tell-story.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

type Phone = Person['phone'];

/** A bare digit answers the last question; a digit with a code answers that alert. */
export const answerDigit = async (
  work: UnitOfWork,
  from: Phone,
  answer: { digit: number; code?: string | undefined },
  text: string,
): Promise<void> => {
  const person = await work.person(from);
  const { question } = person;
  if (answer.code !== undefined) {
    // "2 4821" to "have you reached?" answers that question, not an old alert.
    const isOfVisit =
      question &&
      isAboutVisit(question) &&
      codesOf(person, question.requestId).includes(answer.code) &&
      (await answerVisitQuestion(work, from, question, answer.digit, text));
    if (isOfVisit) return;
    return answerAlert(work, from, answer);
  }
  const dialogue = dialogueOf(person);
  if (question?.about === 'alert') {
    // An alert that is still queued cannot be what they answer.
    return dialogue && (await isUnsent(work, person, question.requestId))
      ? void (await continueDialogue(work, from, dialogue, text, answer.digit))
      : answerAlert(work, from, answer);
  }
  if (question && (await answerQuestion(work, from, text, answer.digit))) return;
  if (openAlert(person, work.now)) return answerAlert(work, from, answer);
  if (await answerLatestInvitation(work, from, answer.digit)) return;
  // "Theek hai" answers nothing, and asks for nothing.
  return work.reply({ key: isAssent(text) ? 'youAreWelcome' : 'nothingToAnswer', params: {} });
};

type VisitQuestion = Exclude<Extract<Question, { requestId: unknown }>, { about: 'alert' }>;
const isAboutVisit = (question: Question): question is VisitQuestion =>
  'requestId' in question && question.about !== 'alert';

const codesOf = (person: Person, requestId: string): string[] =>
  [...person.alerts, ...person.requests]
    .filter((ref) => ref.requestId === requestId)
    .map((ref) => ref.code);

const isUnsent = async (work: UnitOfWork, person: Person, requestId: string): Promise<boolean> => {
  const ref = person.alerts.findLast((a) => a.requestId === requestId);
  const alert = ref && (await work.alert(ref.requestId, ref.alertId));
  return alert?.state === 'queued';
};

const continueDialogue = (
  work: UnitOfWork,
  from: Phone,
  dialogue: Dialogue,
  text: string,
  digit?: number,
): Promise<boolean> =>
  dialogue.about === 'join'
    ? continueRegistration(work, from, dialogue, text, digit)
    : continueIntake(work, from, dialogue, text, digit);

/** Answers the last question with words or a digit. Returns false when no question is open. */
export const answerQuestion = async (
  work: UnitOfWork,
  from: Phone,
  text: string,
  digit?: number,
): Promise<boolean> => {
  const person = await work.person(from);
  // Only a digit can answer an alert or a visit. Words continue the interrupted request or registration.
  const question =
    digit === undefined && person.question?.about !== 'camp-open'
      ? dialogueOf(person)
      : person.question;
  if (!question) return false;
  switch (question.about) {
    case 'request':
    case 'request-summary':
    case 'join':
      return continueDialogue(work, from, question, text, digit);
    case 'alert':
      return false;
    case 'camp-open':
      await answerPlan(work, from, question, text);
      return true;
    case 'story':
      return digit === undefined ? false : answerStory(work, from, question, digit);
    case 'camp':
      return digit === undefined ? false : answerInvitation(work, from, question, digit);
    case 'arrived':
    case 'gave':
    case 'drop-reason':
    case 'still-coming':
    case 'still-needed':
    case 'reached':
    case 'correct':
    case 'close':
    case 'received':
      return digit === undefined ? false : answerVisitQuestion(work, from, question, digit, text);
  }
};

/** Repeats the question of an interrupted request or registration, once the interruption is answered. */
export const resumeDialogue = async (work: UnitOfWork, from: Phone): Promise<void> => {
  const person = await work.person(from);
  const { interrupted, question } = person;
  const isAnswered = !question || (question.about === 'alert' && !openAlert(person, work.now));
  if (!interrupted || !isAnswered) return;
  work.change(withQuestion(person, { ...interrupted, at: work.now }));
  await repeatQuestion(work, from, false);
};
