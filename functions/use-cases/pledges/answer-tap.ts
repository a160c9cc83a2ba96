import type { Tap } from '#shared/messages/templates/whatsapp/quick-replies.ts';
import type { Person } from '#shared/people/person.ts';
import { answerAlert } from '../alerts/answer-alert.ts';
import { replyWithOpenItems } from '../texts/fallback-reply.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { answerVisitQuestion, repeatQuestion } from './answer-visit-question.ts';

/**
 * A tap on a button answers the message that it stands below, however old. To an alert that is what its code says. Any
 * other question is answered only while it is the open one; later the person hears what is open now.
 */
export const answerTap = async (
  work: UnitOfWork,
  from: Person['phone'],
  { question: about, digit, code }: Tap,
): Promise<void> => {
  if (about === 'alert') return answerAlert(work, from, { digit, code });
  const { question } = await work.person(from);
  const isOpen =
    question?.about === about && (await work.request(question.requestId))?.code === code;
  if (isOpen && (await answerVisitQuestion(work, from, question, digit))) return;
  if (await repeatQuestion(work, from, false)) return;
  if (!(await replyWithOpenItems(work, from))) work.reply({ key: 'nothingToAnswer', params: {} });
};
