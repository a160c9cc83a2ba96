import type { Message } from '#shared/messages/message-keys.ts';
import { withQuestion } from '#shared/people/pending-question.ts';
import type { Person, Question } from '#shared/people/person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

type Near = NonNullable<Extract<Question, { about: 'request' }>['near']>;

/** The question whether the patient is at the hospital of a place that was sent; undefined when it is not the open one. */
export const nearHospitalQuestion = ({ question }: Person): Message<'hospitalNear'> | undefined =>
  question?.about === 'request' && question.near ? isItThere(question.near) : undefined;

const isItThere = ({ hospital, place }: Near): Message<'hospitalNear'> => ({
  key: 'hospitalNear',
  params: { hospital, place: place.name },
});

/** Reads the hospital back; 1 takes it into the draft. */
export const offerHospital = async (
  work: UnitOfWork,
  from: Person['phone'],
  near: Near,
): Promise<void> => {
  const question = { about: 'request', field: 'hospital', at: work.now, near } as const;
  work.change(withQuestion(await work.person(from), question));
  work.reply(isItThere(near));
};
