import type { Message } from '../../messages/message-keys.ts';
import type { Question } from '../../people/person.ts';
import type { EpochMs } from '../../terms/time.ts';
import type { Request } from '../request.ts';
import { placeParams, requestParams } from '../request-messages.ts';
import { isEmptyCorrection, withCorrection } from './correct-fields.ts';
import { sameMoreAt } from './more-again.ts';

/** What the hotline asks a family about its open request, after the family's own words. */
export type FamilyQuestion = Extract<Question, { about: 'correct' | 'close' | 'received' }>;

export const isFamilyQuestion = (question: Question): question is FamilyQuestion =>
  question.about === 'correct' || question.about === 'close' || question.about === 'received';

/** The question as a message. */
export const familyQuestion = (question: FamilyQuestion, request: Request): Message => {
  const { code } = request;
  switch (question.about) {
    case 'correct': {
      const { changes } = question;
      const again = moreAgain(question, request);
      if (again)
        return {
          key: 'askMoreAgain',
          params: { code, ...again, units: request.units + again.more },
        };
      const corrected = withCorrection(request, changes);
      return {
        key: 'correctAsk',
        params: {
          code,
          ...requestParams(corrected),
          ...placeParams(corrected),
          ...(changes.group !== undefined &&
            changes.group !== request.group && { oldGroup: request.group }),
        },
      };
    }
    case 'close':
      return { key: question.loss ? 'askCloseAfterLoss' : 'askFoundElsewhere', params: { code } };
    case 'received':
      return { key: 'askWhoGave', params: { code } };
    default:
      return question satisfies never;
  }
};

/** The only change is as many more units as the family has just asked for: how many, and when it asked. */
export const moreAgain = (
  { changes: { units, ...others }, at }: Extract<FamilyQuestion, { about: 'correct' }>,
  request: Request,
): { more: number; at: EpochMs } | undefined => {
  if (units === undefined || !isEmptyCorrection(others)) return undefined;
  const more = units - request.units;
  const askedAt = sameMoreAt(request, more, at);
  return askedAt === undefined ? undefined : { more, at: askedAt };
};
