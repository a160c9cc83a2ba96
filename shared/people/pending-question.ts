import type { Policy } from '../terms/policy.ts';
import { type EpochMs, hours } from '../terms/time.ts';
import type { Dialogue } from './drafts.ts';
import type { Person, Question } from './person.ts';

/* The last question to a phone, and the dialogue that waits for its answer. */

const isDialogue = (question: Question): question is Dialogue =>
  question.about === 'request' || question.about === 'request-summary' || question.about === 'join';

/** Sets the last question. An unfinished request or registration waits until it is answered. */
export const withQuestion = (person: Person, question: Question): Person => {
  const { interrupted, ...rest } = person;
  if (isDialogue(question)) return { ...rest, question };
  const waiting = person.question && isDialogue(person.question) ? person.question : interrupted;
  return { ...rest, question, ...(waiting && { interrupted: waiting }) };
};

/** The last question is answered or obsolete. */
export const withoutQuestion = (person: Person): Person => {
  const { question: _, ...rest } = person;
  return rest;
};

/** The unfinished request or registration, interrupted or not. */
export const dialogueOf = ({ question, interrupted }: Person): Dialogue | undefined =>
  question && isDialogue(question) ? question : interrupted;

/** Drops an unfinished request or registration after `draftHours`. */
export const withoutStaleDialogue = (person: Person, now: EpochMs, policy: Policy): Person => {
  const dialogue = dialogueOf(person);
  if (!dialogue || now <= dialogue.at + hours(policy.draftHours)) return person;
  return withoutDialogue(person);
};

/** Drops the unfinished request or registration. */
export const withoutDialogue = (person: Person): Person => {
  const { interrupted: _, requestDraft: __, joinDraft: ___, ...rest } = person;
  return rest.question && isDialogue(rest.question) ? withoutQuestion(rest) : rest;
};
