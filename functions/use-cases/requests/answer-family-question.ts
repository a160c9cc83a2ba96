import { withoutQuestion } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import {
  type FamilyQuestion,
  familyQuestion,
  moreAgain,
} from '#shared/request/corrections/family-questions.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { progressParams } from '#shared/request/request-messages.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { closeAsked } from './ask-to-close.ts';
import { applyCorrection, proposeCorrection } from './correct-request.ts';
import { addUnits } from './family-commands.ts';

type Phone = Person['phone'];

/** Handles a digit for "change it so?", "close it?" and "who gave?". Another digit gets the question again. */
export const answerFamilyQuestion = async (
  work: UnitOfWork,
  from: Phone,
  question: FamilyQuestion,
  digit: number,
): Promise<boolean> => {
  const request = await work.request(question.requestId);
  if (!request || request.requester !== from) return false;
  if (isClosed(request)) {
    await clearQuestion(work, from);
    work.reply({ key: 'requestClosed', params: { code: request.code } });
    return true;
  }
  if (digit < 1 || digit > (question.about === 'received' ? 3 : 2)) {
    work.reply(familyQuestion(question, request));
    return true;
  }
  await clearQuestion(work, from);
  await answerAbout(work, from, question, digit, request);
  return true;
};

const clearQuestion = async (work: UnitOfWork, from: Phone): Promise<void> =>
  work.change(withoutQuestion(await work.person(from)));

const answerAbout = async (
  work: UnitOfWork,
  from: Phone,
  question: FamilyQuestion,
  digit: number,
  request: Request,
): Promise<void> => {
  const kept = { key: 'requestKept', params: { code: request.code } } as const;
  switch (question.about) {
    case 'correct':
      return digit === 1 ? correctAsAsked(work, request, question) : work.reply(kept);
    case 'close':
      if (digit === 1) await closeAsked(work, from, request, question.also);
      else work.reply(kept);
      return;
    case 'received': {
      if (digit === 1) return countFromDonors(work, request, question.units);
      if (digit === 3) return work.reply(kept);
      const units = request.units - question.units;
      const isLess = units >= 1 && (await proposeCorrection(work, from, request, { units }));
      return isLess
        ? undefined
        : work.reply({ key: 'howToClose', params: { codes: [request.code] } });
    }
    default:
      return question satisfies never;
  }
};

/** As many more units again are added as MORE adds them, so that the days of a request stay. */
const correctAsAsked = (
  work: UnitOfWork,
  request: Request,
  question: Extract<FamilyQuestion, { about: 'correct' }>,
): Promise<void> => {
  const again = moreAgain(question, request);
  return again
    ? addUnits(work, request, again.more)
    : applyCorrection(work, request, question.changes);
};

/** Our donors gave some units: all of the confirmed ones, or they are asked who gave. */
const countFromDonors = async (
  work: UnitOfWork,
  request: Request,
  units: number,
): Promise<void> => {
  const confirmed = request.pledges.filter(({ state }) => state === 'confirmed').length;
  const type = units >= confirmed ? 'all-given' : 'ask-gave';
  const result = await applyDecision(work, request, { type });
  const isCounted = typeof result !== 'string' && type === 'all-given';
  // A counted donation has its own message.
  if (!isCounted) work.reply({ key: 'statusCovered', params: progressParams(request) });
};
