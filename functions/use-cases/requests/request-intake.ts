import {
  addRequestAnswer,
  addRequestText,
  completeDraft,
  nextField,
  nextQuestion,
  saysSendOff,
} from '#shared/conversation/dialogues/request-dialogue.ts';
import { parseBloodGroup } from '#shared/conversation/parse/parse-blood-group.ts';
import type { RequestDraft } from '#shared/people/drafts.ts';
import { dialogueOf, withoutQuestion, withQuestion } from '#shared/people/pending-question.ts';
import type { Person, Question } from '#shared/people/person.ts';
import { progressParams } from '#shared/request/request-messages.ts';
import { parseRequestOnce } from '../texts/parse-request-once.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { openRequest } from './open-request.ts';

type Phone = Person['phone'];
type NeedQuestion = Extract<Question, { about: 'request' | 'request-summary' }>;

const context = (work: UnitOfWork) => ({
  gazetteer: work.services.gazetteer,
  now: work.now,
  policy: work.services.config.policy,
});

/**
 * A family tells what it needs for the first time: the open request when it is the same one, else the next missing
 * question. `text` is empty after the bare word BLOOD, which always begins a new request.
 */
export const startIntake = async (work: UnitOfWork, from: Phone, text: string): Promise<void> => {
  const person = await work.person(from);
  const open = person.requests.filter((r) => r.open);
  const draft = addRequestText({}, parseRequestOnce(work, text));
  if (text !== '' && (await foundOpen(work, person, draft))) return;
  const max = work.services.config.policy.maxOpenRequests;
  if (open.length >= max) return work.reply({ key: 'tooManyRequests', params: { max } });
  await goOn(work, from, draft, text, false);
};

/** The same family writing again about the same patient is told how it stands instead of opening another. */
const foundOpen = async (
  work: UnitOfWork,
  person: Person,
  draft: RequestDraft,
): Promise<boolean> => {
  for (const ref of person.requests.filter((r) => r.open)) {
    const request = await work.services.store.request(ref.requestId);
    const sameGroup = !draft.group || draft.group === request?.group;
    const samePatient = !draft.patient || sameName(draft.patient, request?.patient ?? '');
    if (request && sameGroup && samePatient) {
      work.reply({
        key: 'requestAlreadyOpen',
        params: { ...progressParams(request), group: request.group },
      });
      return true;
    }
  }
  return false;
};

const sameName = (a: string, b: string): boolean =>
  a
    .toLowerCase()
    .split(/\s+/)
    .some((word) => b.toLowerCase().split(/\s+/).includes(word));

/** An answer to the question just asked, or to the summary. False: it is about something else. */
export const continueIntake = async (
  work: UnitOfWork,
  from: Phone,
  question: NeedQuestion,
  text: string,
  digit?: number,
): Promise<boolean> => {
  const draft = (await work.person(from)).requestDraft ?? {};
  if (question.about === 'request-summary') return hearSummary(work, from, draft, text, digit);
  const answer =
    digit === undefined ? { text, parsed: parseRequestOnce(work, text) } : { text, digit };
  const heard = addRequestAnswer(draft, question.field, answer, context(work));
  await goOn(work, from, heard, text, nextField(heard) === question.field);
  return true;
};

const hearSummary = async (
  work: UnitOfWork,
  from: Phone,
  draft: RequestDraft,
  text: string,
  digit?: number,
): Promise<boolean> => {
  const complete = completeDraft(draft);
  const isRight = digit === 1 || (digit === undefined && saysSendOff(text));
  if (isRight && complete && complete.neededBy <= work.now) {
    // Hours have passed since the summary: the time it named is over, so it is asked once more.
    const { neededBy: _, urgency: __, ...rest } = draft;
    await goOn(work, from, rest, '', false);
    return true;
  }
  if (isRight && complete) {
    await openRequest(work, from, complete);
    return true;
  }
  if (digit === undefined && parseBloodGroup(text)?.type === 'unclear') {
    // "B- hai, B+ nahi": which one is asked, never taken for granted from before.
    const { group: _, ...rest } = draft;
    await goOn(work, from, rest, text, false);
    return true;
  }
  const heard = digit === undefined ? addRequestText(draft, parseRequestOnce(work, text)) : draft;
  if (complete && saysNothingNew(draft, heard)) work.reply({ key: 'summaryUnclear', params: {} });
  await goOn(work, from, heard, text, false);
  return true;
};

const saysNothingNew = (before: RequestDraft, after: RequestDraft): boolean =>
  JSON.stringify(before) === JSON.stringify({ ...before, ...after });

/** Keep the draft and ask what is missing next; say so when a group or a number cannot be right. */
const goOn = async (
  work: UnitOfWork,
  from: Phone,
  draft: RequestDraft,
  text: string,
  again: boolean,
): Promise<void> => {
  const { maxUnits } = work.services.config.policy;
  if (draft.units !== undefined && (draft.units > maxUnits || draft.units < 1)) {
    const { units: _, ...rest } = draft;
    await saveDraft(work, from, rest);
    return work.reply({ key: 'unitsTooMany', params: { max: maxUnits } });
  }
  await saveDraft(work, from, draft);
  const unclear = !draft.group && parseBloodGroup(text)?.type === 'unclear';
  work.reply(unclear ? { key: 'groupUnclear', params: {} } : nextQuestion(draft, again));
};

/** Keep what has been told so far, and what is asked next. */
export const saveDraft = async (
  work: UnitOfWork,
  from: Phone,
  requestDraft: RequestDraft,
): Promise<void> => {
  const field = nextField(requestDraft);
  const question: Question = field
    ? { about: 'request', field, at: work.now }
    : { about: 'request-summary', at: work.now };
  work.change({ ...withQuestion(await work.person(from), question), requestDraft });
};

/** Say the open question of a draft once more. */
export const askIntakeQuestion = async (
  work: UnitOfWork,
  from: Phone,
  again: boolean,
): Promise<boolean> => {
  const { requestDraft } = await work.person(from);
  if (requestDraft) work.reply(nextQuestion(requestDraft, again));
  return requestDraft !== undefined;
};

/** CLOSE before anything was sent off: the draft is dropped. False when there is none. */
export const dropDraft = async (work: UnitOfWork, from: Phone): Promise<boolean> => {
  const { requestDraft, interrupted: _, ...rest } = await work.person(from);
  const dialogue = dialogueOf(await work.person(from));
  if (!requestDraft || !dialogue || dialogue.about === 'join') return false;
  work.change(rest.question?.about === dialogue.about ? withoutQuestion(rest) : rest);
  work.reply({ key: 'requestDropped', params: {} });
  return true;
};
