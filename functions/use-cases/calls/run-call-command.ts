import type { CallInput } from '#shared/conversation/call-menu/call.ts';
import type { CallState } from '#shared/conversation/call-menu/call-state.ts';
import { intakeState } from '#shared/conversation/call-menu/intake-draft.ts';
import type { CallCommand } from '#shared/conversation/call-menu/menu-action.ts';
import { joinState } from '#shared/conversation/call-menu/screens/join-screen.ts';
import { completeDraft } from '#shared/conversation/dialogues/request-dialogue.ts';
import type { RequestDraft } from '#shared/people/drafts.ts';
import { type SpokenLanguage, spokenLanguageOf } from '#shared/terms/language.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { applyDecision } from '../apply-decision.ts';
import { campKeyHandlers } from '../camps/by-key/run-camp-key.ts';
import { changeCallPreference, changeSharing } from '../donors/contact-preferences.ts';
import { completeRegistration, saveJoinDraft } from '../donors/register-donor.ts';
import { finishFilling } from '../intake/fill-request.ts';
import { openEarly } from '../intake/open-early.ts';
import { saveDraft } from '../intake/save-draft.ts';
import { answerVisitQuestion } from '../pledges/answer-visit-question.ts';
import { erasePerson } from '../privacy/erase-person.ts';
import { applyCorrection } from '../requests/correct-request.ts';
import { openAndTell } from '../requests/request-intake.ts';
import { answerStoryByKey } from '../stories/spoken-story.ts';
import { runTextCommand } from '../texts/run-command.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { isOwnCode } from '../volunteers/tell-own-code.ts';
import { mayVerifyNow, verifyByProof } from '../volunteers/verify-request.ts';
import { callOwner } from './missed-call.ts';
import { saveRecording } from './save-recording.ts';

type Done = CallState | 'home' | 'unclear';
type Where = { state: CallState; input: CallInput; isOurCall: boolean };

type Ringing = { type: 'connect' | 'connect-volunteer' | 'call-caller' };
type CommandOf = { [C in Exclude<CallCommand, Ringing> as C['type']]: C };
type Handler<C> = (
  work: UnitOfWork,
  from: PhoneNumber,
  command: C,
  where: Where,
) => Promise<Done | undefined>;

/** One handler per command: a command without a handler does not compile. */
const handlers: { [T in keyof CommandOf]: Handler<CommandOf[T]> } = {
  text: async (work, from, { command }, { isOurCall }) => {
    // We rang this phone: who answers there reads its texts too.
    if (command.type === 'forget' && isOurCall) await erasePerson(work, from);
    else await runTextCommand(work, from, command, '');
  },
  visit: async (work, from, { digit }) =>
    (await answerVisitKey(work, from, digit)) ? undefined : 'unclear',
  speak: async (work, from, { language }) => {
    await changeSpokenLanguage(work, from, language);
  },
  'start-need': (work, from) => startIntakeByKey(work, from),
  'tell-need': (work, from, { draft }) => tellNeed(work, from, draft),
  'send-need': (work, from) => sendRequest(work, from),
  'start-join': async (work, from) => {
    const draft = (await work.person(from)).joinDraft ?? {};
    await saveJoinDraft(work, from, draft, 'call');
    return joinState(draft);
  },
  'tell-join': async (work, from, { draft }) =>
    (await saveJoinDraft(work, from, draft, 'call')) ? joinState(draft) : { at: 'menu' },
  'decline-join': async (work, from) => {
    await completeRegistration(work, from);
    work.reply({ key: 'joinDeclined', params: {} });
  },
  'keep-recording': async (work, from, { afterwards }, { state, input }) => {
    await saveRecording(work, await work.person(from), state, input);
    return afterwards ?? afterRecording(work, from, state);
  },
  fill: async (work, from, { changes }, { state }) => {
    const request = 'requestId' in state && (await work.request(state.requestId));
    if (request && mayVerifyNow(await work.person(from), request))
      await applyCorrection(work, request, changes, { silent: true });
    return undefined;
  },
  verify: async (work, from, _, { state }) => {
    const request = 'requestId' in state && (await work.request(state.requestId));
    if (request) await verifyByProof(work, from, request);
    return undefined;
  },
  close: async (work, from, _, { state }) => {
    const request = 'requestId' in state && (await work.request(state.requestId));
    if (request && request.requester === from)
      await applyDecision(work, request, { type: 'close' });
    return undefined;
  },
  prove: async (work, from, { code }) =>
    (await isOwnCode(work, from, code)) ? undefined : 'unclear',
  'call-me': async (work, from) => {
    callOwner(work, await work.person(from));
    return undefined;
  },
  refuse: (work, from, { why }, { state }) => refuse(work, from, state, why),
  ...campKeyHandlers,
  'story-answer': async (work, from, { digit }) =>
    (await answerStoryByKey(work, from, digit)) ? undefined : 'unclear',
  'prefer-calls': async (work, from, { calls }) => {
    await changeCallPreference(work, from, calls);
  },
  'choose-sharing': async (work, from, { sharing }) => {
    await changeSharing(work, from, sharing);
  },
};

/**
 * Runs what a key asked for; the replies of the unit of work are spoken. Returns where the call goes next, or undefined
 * for the place the menu expects.
 */
export const runCallCommand = <T extends keyof CommandOf>(
  work: UnitOfWork,
  from: PhoneNumber,
  command: CommandOf[T] & { type: T },
  where: Where,
): Promise<Done | undefined> => handlers[command.type](work, from, command, where);

const answerVisitKey = async (
  work: UnitOfWork,
  from: PhoneNumber,
  digit: number,
): Promise<boolean> => {
  const { question } = await work.person(from);
  if (!question || !('requestId' in question)) return false;
  return answerVisitQuestion(work, from, question, digit);
};

/** Texts use the language chosen in a call. A phone keeps a language that sounds the same: Hindi in Latin letters. */
const changeSpokenLanguage = async (
  work: UnitOfWork,
  from: PhoneNumber,
  language: SpokenLanguage,
): Promise<void> => {
  const person = await work.person(from);
  const keeps = person.language && spokenLanguageOf(person.language) === language;
  work.change({ ...person, languageChosen: true, ...(!keeps && { language }) });
};

const startIntakeByKey = async (work: UnitOfWork, from: PhoneNumber): Promise<Done> => {
  const person = await work.person(from);
  const max = work.services.config.policy.maxOpenRequests;
  if (person.requests.filter((r) => r.open).length >= max) {
    work.reply({ key: 'tooManyRequests', params: { max } });
    return { at: 'menu' };
  }
  const draft = person.requestDraft ?? {};
  await saveDraft(work, from, draft);
  return intakeState(draft, work.services.gazetteer);
};

/**
 * Keeps what a family has told, and opens its request as soon as that is enough. Without a draft a volunteer has
 * completed the request meanwhile.
 */
const tellNeed = async (
  work: UnitOfWork,
  from: PhoneNumber,
  draft: RequestDraft,
): Promise<Done | undefined> => {
  if (!(await work.person(from)).requestDraft) return 'home';
  await saveDraft(work, from, draft);
  return (await openEarly(work, from)) ? intakeState(draft, work.services.gazetteer) : undefined;
};

/** Opens the request of a confirmed summary. When its time has passed since an earlier call, the time is asked again. */
const sendRequest = async (work: UnitOfWork, from: PhoneNumber): Promise<Done> => {
  const draft = (await work.person(from)).requestDraft ?? {};
  const complete = completeDraft(draft);
  if (complete && draft.requestId) {
    await finishFilling(work, from, { silent: true });
    return { at: 'request', requestId: draft.requestId, passed: [] };
  }
  if (complete && complete.neededBy > work.now) {
    const { id: requestId } = await openAndTell(work, from, complete);
    return { at: 'request', requestId, passed: [] };
  }
  const { neededBy: _, urgency: __, asap: ___, ...rest } = draft;
  await saveDraft(work, from, rest);
  return intakeState(rest, work.services.gazetteer);
};

/** The next question of the same request or registration; otherwise the first screen of the caller. */
const afterRecording = async (
  work: UnitOfWork,
  from: PhoneNumber,
  { at }: CallState,
): Promise<Done> => {
  const { requestDraft, joinDraft } = await work.person(from);
  if (at.startsWith('need-'))
    return requestDraft ? intakeState(requestDraft, work.services.gazetteer) : 'home';
  if (at === 'join-name') return joinDraft ? joinState(joinDraft) : { at: 'menu' };
  return at === 'volunteer-message' ? { at: 'ended' } : 'home';
};

const refuse = async (
  work: UnitOfWork,
  from: PhoneNumber,
  state: CallState,
  why: Extract<CallCommand, { type: 'refuse' }>['why'],
): Promise<Done> => {
  const request = 'requestId' in state && (await work.request(state.requestId));
  const person = await work.person(from);
  if (!request) return 'home';
  if (!mayVerifyNow(person, request)) {
    if (person.volunteer) work.reply({ key: 'verifyOffDuty', params: {} });
    return 'home';
  }
  const { name = '' } = person;
  work.change(person);
  const refused = await applyDecision(work, request, {
    type: 'refuse',
    by: from,
    name,
    why,
  });
  if (typeof refused === 'string')
    work.reply({ key: 'verifyAlready', params: { code: request.code } });
  return 'home';
};
