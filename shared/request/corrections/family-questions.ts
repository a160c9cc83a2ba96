import type { Message } from '../../messages/message-keys.ts';
import type { Question } from '../../people/person.ts';
import type { Request } from '../request.ts';
import { placeParams, requestParams } from '../request-messages.ts';
import { withCorrection } from './correct-fields.ts';

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
