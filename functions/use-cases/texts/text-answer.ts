import { parseVisitAnswer } from '#shared/conversation/replies/parse-visit-answer.ts';
import { isHeldFor } from '#shared/people/donor-updates.ts';
import type { Person, Question } from '#shared/people/person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { parseRequestOnce } from './parse-request-once.ts';

/** The digit that words stand for, as an answer to the question that is open; undefined: they say something else. */
export const digitFromText = async (
  work: UnitOfWork,
  person: Person,
  text: string,
): Promise<number | undefined> => {
  const { question } = person;
  if (!question || isAlertOver(work, person)) return undefined;
  const digit = parseVisitAnswer(question.about, text);
  return digit === undefined || (await isAnotherNeed(work, question, text)) ? undefined : digit;
};

/**
 * The last question was an alert that has its answer, or is over: "ok" and "I will come next time" are said to that,
 * and promise nothing. Who did change their mind says so with 1 or yes.
 */
export const isAlertOver = (work: UnitOfWork, person: Person): boolean =>
  person.question?.about === 'alert' && !isHeldFor(person, person.question.requestId, work.now);

/** Blood is asked for: for somebody else, unless the question is whether just that is needed still. */
const isAnotherNeed = async (
  work: UnitOfWork,
  question: Question,
  text: string,
): Promise<boolean> => {
  const says = parseRequestOnce(work, text);
  if (!says.isRequest || question.about !== 'still-needed') return says.isRequest;
  const request = await work.request(question.requestId);
  const { group = request?.group, component = request?.component } = says;
  return group !== request?.group || component !== request?.component;
};
