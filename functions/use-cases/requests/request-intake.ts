import {
  asksBeforeSending,
  saysNotYet,
} from '#shared/conversation/dialogues/asks-before-sending.ts';
import {
  meansWholeBlood,
  withFurtherNeed,
} from '#shared/conversation/dialogues/component-of-draft.ts';
import { addRequestText } from '#shared/conversation/dialogues/draft-from-text.ts';
import {
  addRequestAnswer,
  type CompleteDraft,
  completeDraft,
  nextField,
  nextQuestion,
  saysSendOff,
} from '#shared/conversation/dialogues/request-dialogue.ts';
import { saysGroupNotKnown, saysNotKnown } from '#shared/conversation/replies/says-not-known.ts';
import { nextNeed, type RequestDraft } from '#shared/people/drafts.ts';
import type { Person, Question } from '#shared/people/person.ts';
import type { Request } from '#shared/request/request.ts';
import { replyIfOpen } from '../intake/already-open.ts';
import { nearHospitalQuestion } from '../intake/near-hospital.ts';
import { saveAndAsk, saveDraft } from '../intake/save-draft.ts';
import { withDraftCheck } from '../intake/unfinished-request.ts';
import { parseRequestOnce } from '../texts/parse-request-once.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { askForHelp } from '../volunteers/ask-for-help.ts';
import { openedMessage, openRequest } from './open-request.ts';

type Phone = Person['phone'];

type IntakeQuestion = Extract<Question, { about: 'request' | 'request-summary' }>;

const context = (work: UnitOfWork) => ({
  gazetteer: work.services.gazetteer,
  now: work.now,
  policy: work.services.config.policy,
});

/**
 * Starts a request from a first text: replies with the status when the same request is open, else asks the next missing
 * question. `text` is empty after BLOOD alone, which always starts a new request.
 */
export const startIntake = async (work: UnitOfWork, from: Phone, text: string): Promise<void> => {
  const person = await work.person(from);
  const open = person.requests.filter((r) => r.open);
  const draft = addRequestText({}, parseRequestOnce(work, text));
  if (text !== '' && (await replyIfOpen(work, person, draft))) return;
  const max = work.services.config.policy.maxOpenRequests;
  if (open.length >= max) return work.reply({ key: 'tooManyRequests', params: { max } });
  if (!draft.group && saysGroupNotKnown(text)) return replyGroupNotKnown(work, from, draft);
  await saveAndAsk(work, from, draft, text, false);
};

/** Handles an answer to the last question or to the summary. False: the text is about something else. */
export const continueIntake = async (
  work: UnitOfWork,
  from: Phone,
  question: IntakeQuestion,
  text: string,
  digit?: number,
): Promise<boolean> => {
  const draft = (await work.person(from)).requestDraft ?? {};
  if (question.about === 'request-summary') return answerSummary(work, from, draft, text, digit);
  if (question.near && digit !== undefined) {
    await saveAndAsk(work, from, digit === 1 ? { ...draft, ...question.near } : draft, text, false);
    return true;
  }
  if (digit === undefined && (await hearComponent(work, from, draft, text))) return true;
  const answer =
    digit === undefined ? { text, parsed: parseRequestOnce(work, text) } : { text, digit };
  const answered = addRequestAnswer(draft, question.field, answer, context(work));
  // An emoji or other words that name no hospital: the offered one stays asked about.
  if (question.near && saysNothingNew(draft, answered)) return askIntakeQuestion(work, from, true);
  if (question.field === 'group' && !answered.group && saysNotKnown(text)) {
    await replyGroupNotKnown(work, from, answered);
    return true;
  }
  if (question.field === 'place' && !answered.place && /[\p{L}\p{M}]{3}/u.test(text)) {
    await saveDraft(work, from, answered);
    const rings = await askForHelp(work, await work.person(from), 'place', undefined);
    work.reply({ key: 'placeNotFound', params: { rings } });
    return true;
  }
  // What it said beside the question is kept: then it was understood.
  const again = nextField(answered) === question.field && saysNothingNew(draft, answered);
  await saveAndAsk(work, from, answered, text, again);
  return true;
};

/** "Platelet bhi": a further need, asked about after this one. "Platelet nahi, khoon": whole blood after all. */
const hearComponent = async (
  work: UnitOfWork,
  from: Phone,
  draft: RequestDraft,
  text: string,
): Promise<boolean> => {
  const said = parseRequestOnce(work, text);
  const more = withFurtherNeed(draft, text, said);
  if (more) {
    work.reply({ key: 'needsNoted', params: { count: (more.also?.length ?? 0) + 1 } });
    await saveAndAsk(work, from, more, '', false);
    return true;
  }
  if (!meansWholeBlood(draft, text, said)) return false;
  const units = said.units !== undefined && { units: said.units };
  await saveAndAsk(work, from, { ...draft, component: 'whole-blood', ...units }, text, false);
  return true;
};

/** The group is found out by the hospital, with a volunteer's help; what was said is kept. */
const replyGroupNotKnown = async (
  work: UnitOfWork,
  from: Phone,
  draft: RequestDraft,
): Promise<void> => {
  await saveDraft(work, from, draft);
  work.change(withDraftCheck(await work.person(from), work.now));
  const rings = await askForHelp(work, await work.person(from), 'group', draft.place?.zone);
  work.reply({ key: 'groupNotKnown', params: { rings } });
};

const answerSummary = async (
  work: UnitOfWork,
  from: Phone,
  draft: RequestDraft,
  text: string,
  digit?: number,
): Promise<boolean> => {
  if (digit === undefined && (await hearComponent(work, from, draft, text))) return true;
  const complete = completeDraft(draft);
  if (complete && digit === undefined && saysNotYet(text)) {
    work.reply({ key: 'requestNotSent', params: {} });
    return true;
  }
  const isRight = digit === 1 || (digit === undefined && saysSendOff(text));
  if (isRight && complete && complete.neededBy <= work.now) {
    // The time in the summary has passed since, so it is asked again.
    const { neededBy: _, urgency: __, asap: ___, ...rest } = draft;
    await saveAndAsk(work, from, rest, '', false);
    return true;
  }
  if (isRight && complete) {
    await openAndTell(work, from, complete);
    await askNextNeed(work, from, draft);
    return true;
  }
  if (digit === undefined && parseRequestOnce(work, text).groupUnclear) {
    // "B- ya B+": the group is asked again instead of keeping the earlier one.
    const { group: _, ...rest } = draft;
    await saveAndAsk(work, from, rest, text, false);
    return true;
  }
  const updated = digit === undefined ? addRequestText(draft, parseRequestOnce(work, text)) : draft;
  const isNew = !saysNothingNew(draft, updated);
  if (complete && !isNew && digit === undefined && asksBeforeSending(text)) {
    work.reply({ key: 'requestNotSent', params: {} });
    return true;
  }
  if (complete && !isNew) work.reply({ key: 'summaryUnclear', params: {} });
  await saveAndAsk(work, from, updated, text, false);
  return true;
};

/** The text named another need: it is asked about as soon as the one before has been sent off. */
export const askNextNeed = async (
  work: UnitOfWork,
  from: Phone,
  before: RequestDraft,
): Promise<void> => {
  const next = nextNeed(before);
  if (!next?.group) return;
  const max = work.services.config.policy.maxOpenRequests;
  const open = (await work.person(from)).requests.filter((r) => r.open);
  if (open.length >= max) return work.reply({ key: 'tooManyRequests', params: { max } });
  work.reply({ key: 'nextNeed', params: { group: next.group } });
  await saveAndAsk(work, from, next, '', false);
};

/** Opens the request of a confirmed summary, and replies what happens next. */
export const openAndTell = async (
  work: UnitOfWork,
  from: Phone,
  draft: CompleteDraft,
): Promise<Request> => {
  const request = await openRequest(work, from, draft);
  work.reply(openedMessage(await work.person(from), request));
  return request;
};

const saysNothingNew = (before: RequestDraft, after: RequestDraft): boolean =>
  JSON.stringify(before) === JSON.stringify({ ...before, ...after });

/** Repeats the open question of a draft. */
export const askIntakeQuestion = async (
  work: UnitOfWork,
  from: Phone,
  again: boolean,
): Promise<boolean> => {
  const person = await work.person(from);
  const { requestDraft: draft } = person;
  if (draft) work.reply(nearHospitalQuestion(person) ?? nextQuestion(draft, again));
  return draft !== undefined;
};
