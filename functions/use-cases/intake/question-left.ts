import { nextJoinQuestion } from '#shared/conversation/dialogues/join-dialogue.ts';
import { nextQuestion } from '#shared/conversation/dialogues/request-dialogue.ts';
import { callCutQuestions, type Params } from '#shared/messages/message-keys.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';

/** The question that an unfinished dialogue left open, as parameters of a text. Empty: only a 1 to confirm is missing. */
export const questionLeft = (person: Person): Params<'callCut'> => {
  const about = dialogueOf(person)?.about;
  const asked =
    about === 'join'
      ? nextJoinQuestion(person.joinDraft ?? {}, false)
      : nextQuestion(person.requestDraft ?? {}, false);
  const ask = callCutQuestions.find((key) => key === asked.key);
  return ask ? { ask } : {};
};
