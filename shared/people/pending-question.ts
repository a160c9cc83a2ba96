import type { Policy } from '../terms/policy.ts';
import { type EpochMs, hours } from '../terms/time.ts';
import type { Dialogue } from './drafts.ts';
import type { Person, Question } from './person.ts';

/* What the hotline asked a phone last, and what waits behind it. */

const isDialogue = (question: Question): question is Dialogue =>
  question.about === 'request' || question.about === 'request-summary' || question.about === 'join';

/** The last thing asked; a request or registration half told waits until this has its answer. */
export const withQuestion = (person: Person, question: Question): Person => {
  const { interrupted, ...rest } = person;
  if (isDialogue(question)) return { ...rest, question };
  const waiting = person.question && isDialogue(person.question) ? person.question : interrupted;
  return { ...rest, question, ...(waiting && { interrupted: waiting }) };
};

/** The last question has its answer, or has none any more. */
export const withoutQuestion = (person: Person): Person => {
  const { question: _, ...rest } = person;
  return rest;
};

/** The request or registration that is being told, interrupted or not. */
export const dialogueOf = ({ question, interrupted }: Person): Dialogue | undefined =>
  question && isDialogue(question) ? question : interrupted;

/** What was half told too long ago is forgotten. */
export const withoutStaleDialogue = (person: Person, now: EpochMs, policy: Policy): Person => {
  const dialogue = dialogueOf(person);
  if (!dialogue || now <= dialogue.at + hours(policy.draftHours)) return person;
  return withoutDialogue(person);
};

/** What was half told is forgotten. */
export const withoutDialogue = (person: Person): Person => {
  const { interrupted: _, requestDraft: __, joinDraft: ___, ...rest } = person;
  return rest.question && isDialogue(rest.question) ? withoutQuestion(rest) : rest;
};
