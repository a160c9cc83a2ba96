import type { CallInput } from '#shared/conversation/call-menu/call.ts';
import type { CallState } from '#shared/conversation/call-menu/call-state.ts';
import type { CallCommand } from '#shared/conversation/call-menu/menu-action.ts';
import { joinState } from '#shared/conversation/call-menu/screens/join-by-key.ts';
import { intakeState } from '#shared/conversation/call-menu/screens/need-by-key.ts';
import { completeDraft } from '#shared/conversation/dialogues/request-dialogue.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { SpokenLanguage } from '#shared/terms/spoken-language.ts';
import { changeCallPreference, changeSharing } from '../donors/contact-preferences.ts';
import { completeRegistration, saveJoinDraft } from '../donors/register-donor.ts';
import { answerVisitQuestion } from '../pledges/answer-visit-question.ts';
import { openRequest } from '../requests/open-request.ts';
import { saveDraft } from '../requests/request-intake.ts';
import { runTextCommand } from '../texts/handle-text.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { maySettleVerification } from '../volunteers/verify-request.ts';
import { saveRecording } from './save-recording.ts';

type Done = CallState | 'home' | 'unclear';
type Where = { state: CallState; input: CallInput };

type CommandOf = { [C in Exclude<CallCommand, { type: 'connect' }> as C['type']]: C };
type Handler<C> = (
  turn: UnitOfWork,
  from: PhoneNumber,
  command: C,
  where: Where,
) => Promise<Done | undefined>;

/** One handler per command: a command without a handler does not compile. */
const handlers: { [T in keyof CommandOf]: Handler<CommandOf[T]> } = {
  text: async (turn, from, { command }) => {
    await runTextCommand(turn, from, command, '');
  },
  visit: async (turn, from, { digit }) =>
    (await answerVisitKey(turn, from, digit)) ? undefined : 'unclear',
  speak: async (turn, from, { language }) => {
    await changeSpokenLanguage(turn, from, language);
  },
  'start-need': (turn, from) => startIntakeByKey(turn, from),
  'tell-need': async (turn, from, { draft }) => {
    await saveDraft(turn, from, draft);
  },
  'send-need': (turn, from) => sendRequest(turn, from),
  'start-join': async (turn, from) => {
    const draft = (await turn.person(from)).joinDraft ?? {};
    await saveJoinDraft(turn, from, draft, 'call');
    return joinState(draft);
  },
  'tell-join': async (turn, from, { draft }) =>
    (await saveJoinDraft(turn, from, draft, 'call')) ? joinState(draft) : { at: 'menu' },
  'decline-join': async (turn, from) => {
    await completeRegistration(turn, from);
    turn.reply({ key: 'joinDeclined', params: {} });
  },
  'keep-recording': async (turn, from, _, { state, input }) => {
    await saveRecording(turn, await turn.person(from), state, input);
    return afterRecording(turn, from, state);
  },
  refuse: (turn, from, { why }, { state }) => refuse(turn, from, state, why),
  'prefer-calls': async (turn, from, { calls }) => {
    await changeCallPreference(turn, from, calls);
  },
  'choose-sharing': async (turn, from, { sharing }) => {
    await changeSharing(turn, from, sharing);
  },
};

/**
 * Carry out what a key asked; the replies of the turn are what is said about it. Returns where the call goes on,
 * when that differs from what the menu expected.
 */
export const runCallCommand = <T extends keyof CommandOf>(
  turn: UnitOfWork,
  from: PhoneNumber,
  command: CommandOf[T] & { type: T },
  where: Where,
): Promise<Done | undefined> => handlers[command.type](turn, from, command, where);

const answerVisitKey = async (
  turn: UnitOfWork,
  from: PhoneNumber,
  digit: number,
): Promise<boolean> => {
  const { question } = await turn.person(from);
  if (!question || !('requestId' in question)) return false;
  return answerVisitQuestion(turn, from, question, digit);
};

/** Texts follow what was chosen in a call, unless this phone writes Hindi in Latin letters already. */
const changeSpokenLanguage = async (
  turn: UnitOfWork,
  from: PhoneNumber,
  language: SpokenLanguage,
): Promise<void> => {
  const person = await turn.person(from);
  const keeps = language === 'hi' && person.language === 'hi-Latn';
  turn.change({ ...person, languageChosen: true, ...(!keeps && { language }) });
};

const startIntakeByKey = async (turn: UnitOfWork, from: PhoneNumber): Promise<Done> => {
  const person = await turn.person(from);
  const max = turn.services.config.policy.maxOpenRequests;
  if (person.requests.filter((r) => r.open).length >= max) {
    turn.reply({ key: 'tooManyRequests', params: { max } });
    return { at: 'menu' };
  }
  const draft = person.requestDraft ?? {};
  await saveDraft(turn, from, draft);
  return intakeState(draft, turn.services.gazetteer);
};

/** The summary was confirmed. Its time may be over when it comes from a call of hours ago: asked once more. */
const sendRequest = async (turn: UnitOfWork, from: PhoneNumber): Promise<Done> => {
  const draft = (await turn.person(from)).requestDraft ?? {};
  const complete = completeDraft(draft);
  if (complete && complete.neededBy > turn.now) {
    await openRequest(turn, from, complete);
    const opened = (await turn.person(from)).requests.at(-1);
    return opened ? { at: 'request', requestId: opened.requestId, passed: [] } : 'home';
  }
  const { neededBy: _, urgency: __, ...rest } = draft;
  await saveDraft(turn, from, rest);
  return intakeState(rest, turn.services.gazetteer);
};

/** The next question of the same request or registration; elsewhere what the caller hears first. */
const afterRecording = async (
  turn: UnitOfWork,
  from: PhoneNumber,
  { at }: CallState,
): Promise<Done> => {
  const { requestDraft, joinDraft } = await turn.person(from);
  if (at.startsWith('need-')) return intakeState(requestDraft ?? {}, turn.services.gazetteer);
  if (at === 'join-name') return joinDraft ? joinState(joinDraft) : { at: 'menu' };
  return at === 'volunteer-message' ? { at: 'ended' } : 'home';
};

const refuse = async (
  turn: UnitOfWork,
  from: PhoneNumber,
  state: CallState,
  why: Extract<CallCommand, { type: 'refuse' }>['why'],
): Promise<Done> => {
  const request = 'requestId' in state && (await turn.services.store.request(state.requestId));
  const person = await turn.person(from);
  if (!request) return 'home';
  if (!maySettleVerification(person, request)) {
    if (person.volunteer) turn.reply({ key: 'verifyOffDuty', params: {} });
    return 'home';
  }
  const { name = '' } = person;
  turn.change(person);
  const refused = await turn.decide(request, { type: 'refuse', by: from, name, reason: '', why });
  if (typeof refused === 'string')
    turn.reply({ key: 'verifyAlready', params: { code: request.code } });
  return 'home';
};
