import { parseVisitAnswer } from '#shared/conversation/replies/parse-visit-answer.ts';
import { isHeldFor } from '#shared/people/donor-updates.ts';
import type { Person, Question } from '#shared/people/person.ts';
import { isElsewhere } from '../pledges/is-elsewhere.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { parseRequestOnce } from './parse-request-once.ts';

/** The digit that a text in words means as an answer to the open question; undefined when it says something else. */
export const digitFromText = async (
  work: UnitOfWork,
  person: Person,
  text: string,
): Promise<number | undefined> => {
  const { question } = person;
  if (!question || isAlertOver(work, person)) return undefined;
  const digit = parseVisitAnswer(question.about, text);
  if (digit === undefined || (await isAtOtherPlace(work, question, text))) return undefined;
  return (await asksForOtherBlood(work, question, text)) ? undefined : digit;
};

/** "Galat aspatal aa gaya hu" to "have you reached?" is no arrival. */
const isAtOtherPlace = async (
  work: UnitOfWork,
  question: Question,
  text: string,
): Promise<boolean> => {
  const request = question.about === 'arrived' && (await work.request(question.requestId));
  return request ? isElsewhere(work, request, text) : false;
};

/**
 * True when the last question was an alert that is answered or over. "Ok" and "I will come next time" are then polite
 * and no pledge. A donor who changes their mind answers 1 or yes.
 */
export const isAlertOver = (work: UnitOfWork, person: Person): boolean =>
  person.question?.about === 'alert' && !isHeldFor(person, person.question.requestId, work.now);

/** True for a text that asks for other blood. After "still needed?" a text about the same group and component is an answer. */
const asksForOtherBlood = async (
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
