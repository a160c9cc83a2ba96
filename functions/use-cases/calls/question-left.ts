import { nextJoinQuestion } from '#shared/conversation/dialogues/join-dialogue.ts';
import { nextQuestion } from '#shared/conversation/dialogues/request-dialogue.ts';
import { callCutQuestions, type Params } from '#shared/messages/message-keys.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';

/** What a call that broke off has not told yet, as the text that follows asks it; nothing: only a 1 to send it off. */
export const questionLeft = (person: Person): Params<'callCut'> => {
  const about = dialogueOf(person)?.about;
  const asked =
    about === 'join'
      ? nextJoinQuestion(person.joinDraft ?? {}, false)
      : nextQuestion(person.requestDraft ?? {}, false);
  const ask = callCutQuestions.find((key) => key === asked.key);
  return ask ? { ask } : {};
};
