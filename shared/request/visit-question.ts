import type { Message } from '../messages/message-keys.ts';
import type { Question } from '../people/person.ts';
import type { Request } from './request.ts';

/** What the hotline asks about a visit that is agreed, under way or over. */
export type VisitQuestion = Exclude<Extract<Question, { requestId: unknown }>, { about: 'alert' }>;

type VisitKey = 'askArrived' | 'askGave' | 'dropThanks' | 'noShowNotice' | 'requestStillNeeded';

/** The question in words; the same by text and in a call. */
export const visitQuestion = (
  about: VisitQuestion['about'],
  { code, hospital }: Pick<Request, 'code' | 'hospital'>,
): Message<VisitKey> => {
  switch (about) {
    case 'arrived':
      return { key: 'askArrived', params: { code, hospital } };
    case 'gave':
      return { key: 'askGave', params: { code } };
    case 'drop-reason':
      return { key: 'dropThanks', params: { code } };
    case 'still-coming':
      return { key: 'noShowNotice', params: { code } };
    case 'still-needed':
      return { key: 'requestStillNeeded', params: { code } };
  }
};
