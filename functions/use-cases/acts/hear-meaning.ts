import { parseQuestion } from '#shared/conversation/replies/parse-question.ts';
import { parseSmallTalk } from '#shared/conversation/replies/small-talk.ts';
import type { Act, ActName } from '#shared/conversation/understand/acts/act.ts';
import { understand } from '#shared/conversation/understand/understand.ts';
import { hasPledged, openAlert } from '#shared/people/donor-updates.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person, Question } from '#shared/people/person.ts';
import { repeatQuestion } from '../pledges/answer-visit-question.ts';
import { hearVisitNews } from '../pledges/hear-visit-news.ts';
import { parsePlainOnce, parseRequestOnce, saysDetails } from '../texts/parse-request-once.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import type { HeardText } from './act-handler.ts';
import { findSituation } from './find-situation.ts';
import { handleActs } from './handle-acts.ts';

/* What the models read, and what it does. */

/** In an unfinished request other words answer its question. */
const besideAnswer: readonly ActName[] = ['ask', 'close', 'died'];

/** While a visit or a change is asked about, these would leave the question behind. */
const onlyReplies: readonly ActName[] = ['ask', 'status', 'thanks', 'greeting', 'join', 'request'];
const isVisitQuestion = (question: Question): boolean =>
  'requestId' in question && question.about !== 'alert';

/** Read once in a unit of work: what a donor's words do is tried before the plain words, and the rest after them. */
const understood = new WeakMap<UnitOfWork, { text: string; acts: readonly Act[] }>();

const understandText = async (
  work: UnitOfWork,
  person: Person,
  text: string,
): Promise<readonly Act[]> => {
  const known = understood.get(work);
  if (known?.text === text) return known.acts;
  const context = { gazetteer: work.services.gazetteer, now: work.now };
  const parsed = parsePlainOnce(work, text);
  // The answer to a question is read beside it.
  const says = parsed.isRequest && !dialogueOf(person) ? parseRequestOnce(work, text) : undefined;
  const acts = understand(text, await findSituation(work, person), context, { parsed, says });
  understood.set(work, { text, acts });
  return acts;
};

/** What a donor says of coming, or that the family needs nobody. */
const givingActs: readonly ActName[] = [
  ...(['yes', 'no', 'later', 'arrived', 'gave', 'drop'] as const),
  'found-elsewhere',
];

/** A question to the hotline, or a word about money or a death, has its own answer. */
const asksOrTalks = (text: string): boolean =>
  parseQuestion(text) !== undefined || parseSmallTalk(text) !== undefined;

/**
 * Acts on the words of a donor who is asked or expected. A single word, like "coming", decides less than the whole text:
 * "I am coming home from Delhi". While a visit is asked about, its own words come first.
 */
export const hearGiver = async (work: UnitOfWork, { from, text }: HeardText): Promise<boolean> => {
  const person = await work.person(from);
  const { question } = person;
  if (hasPledged(person) && (await hearVisitNews(work, from, text))) return true;
  if (question && question.about !== 'alert') return false;
  if (!openAlert(person, work.now) && !hasPledged(person)) return false;
  if (dialogueOf(person) || asksOrTalks(text)) return false;
  const acts = await understandText(work, person, text);
  const [first] = acts;
  return (
    first !== undefined &&
    givingActs.includes(first.act) &&
    (await handleActs(work, acts, { from, text }))
  );
};

/** Acts on what the text means where no plain word above says it. */
export const hearMeaning = async (
  work: UnitOfWork,
  { from, text }: HeardText,
): Promise<boolean> => {
  const person = await work.person(from);
  const dialogue = dialogueOf(person);
  if (dialogue?.about === 'join') return false;
  const acts = await understandText(work, person, text);
  const [first] = acts;
  const isVisitAsked = person.question !== undefined && isVisitQuestion(person.question);
  const isAnswer =
    dialogue &&
    (first === undefined || !besideAnswer.includes(first.act) || saysDetails(work, text));
  if (!first || isAnswer) return false;
  if (isVisitAsked && onlyReplies.includes(first.act)) return false;
  const isDone = await handleActs(work, acts, { from, text });
  if (isDone && dialogue) await repeatQuestion(work, from, false);
  return isDone;
};
