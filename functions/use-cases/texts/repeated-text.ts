import { parseCommand } from '#shared/conversation/commands/parse-command.ts';
import { digestWords } from '#shared/conversation/text/digest-words.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import { after, days, type EpochMs } from '#shared/terms/time.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { isCommandOf } from '../volunteers/reply-trail.ts';
import { parseRequestOnce } from './parse-request-once.ts';

/*
 * Automatic replies: a phone that answers each of our texts with the same words gets a few answers, then silence until
 * it sends other words. Commands, digits and requests are always answered.
 */

/** So many answers to the same words. */
const mostAnswers = 3;
/** A family in the middle of a request is answered longer. */
const mostInDialogue = 6;
/** The same words count again after so long without an answer. */
const memory = days(7);
/** "haan", "hello ji": people repeat these; an automatic reply is a sentence. */
const minLetters = 9;

const isCounted = (work: UnitOfWork, person: Person, text: string): boolean => {
  if (text.replace(/[^\p{L}\p{M}]/gu, '').length < minLetters) return false;
  const command = parseCommand(text, work.now);
  if (command && isCommandOf(person, command)) return false;
  return !parseRequestOnce(work, text).isRequest;
};

const runningCount = ({ repeated }: Person, digest: string, now: EpochMs): number =>
  repeated && repeated.digest === digest && now < after(repeated.at, memory) ? repeated.count : 0;

/** True when the same words have had their answers: nothing is replied, stored or counted. */
export const isAnsweredEnough = (work: UnitOfWork, before: Person, raw: string): boolean => {
  if (!before.repeated) return false;
  const most = dialogueOf(before) ? mostInDialogue : mostAnswers;
  const count = runningCount(before, digestWords(raw), work.now);
  return count >= most && isCounted(work, before, raw);
};

/** The person, after sending the same words again. Words that are counted differently end the count. */
export const withRepeated = (work: UnitOfWork, person: Person, raw: string): Person => {
  const { repeated: _, ...rest } = person;
  if (!isCounted(work, person, raw)) return rest;
  const digest = digestWords(raw);
  const count = runningCount(person, digest, work.now) + 1;
  return { ...rest, repeated: { digest, count, at: work.now } };
};
