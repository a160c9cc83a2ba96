import { withoutQuestion } from '#shared/people/pending-question.ts';
import type { Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { applyDecision } from '../apply-decision.ts';
import { withoutStoryAsk } from '../stories/ask-for-story.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** 1: the blood has reached the patient, which also confirms what only the donors had reported. 2: it has not. */
export const answerReached = async (
  work: UnitOfWork,
  from: PhoneNumber,
  request: Request,
  digit: number,
): Promise<boolean> => {
  if (digit !== 1 && digit !== 2) return false;
  const reached = digit === 1;
  const result =
    request.requester === from &&
    (await applyDecision(work, request, { type: 'tell-reached', reached }));
  const isNoted = result !== false && typeof result !== 'string';
  // A family that the blood did not reach is not asked how it went.
  const person = withoutQuestion(await work.person(from));
  work.change(reached ? person : withoutStoryAsk(person));
  work.reply(
    isNoted
      ? { key: 'giftReachedThanks', params: { reached } }
      : { key: 'nothingToAnswer', params: {} },
  );
  return true;
};
