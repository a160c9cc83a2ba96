import { isReplay } from '#functions/use-cases/webhook-replay.ts';
import { type Call, type CallInput, toEndedCall } from '#shared/conversation/call-menu/call.ts';
import type { Caller } from '#shared/conversation/call-menu/call-context.ts';
import type { CallReply } from '#shared/conversation/call-menu/call-reply.ts';
import type { CallState } from '#shared/conversation/call-menu/call-state.ts';
import { handleKey, volunteerScreen } from '#shared/conversation/call-menu/handle-key.ts';
import { landingScreen } from '#shared/conversation/call-menu/landing-screen.ts';
import type { MenuAction } from '#shared/conversation/call-menu/menu-action.ts';
import type { Line } from '#shared/conversation/call-menu/screens/define-screen.ts';
import { isRecordScreen } from '#shared/conversation/call-menu/screens/screen.ts';
import type { Person } from '#shared/people/person.ts';
import { isOfCountries, maskPhoneNumber, type PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, type EpochMs, minutes } from '#shared/terms/time.ts';
import { isSpoken, type Prompt } from '#shared/voice/prompt-keys.ts';
import type { CallEvent, ReceiveCall } from '../../ports/inbound.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { ringOtherSide } from './bridge-call.ts';
import { type EnterOptions, enterScreen } from './enter-screen.ts';
import { loadCallContext } from './load-call-context.ts';
import { queueCallBack, rejectedReply } from './missed-call.ts';
import { runCallCommand } from './run-call-command.ts';
import { unknownCallerReply } from './speak-reply.ts';

/**
 * One webhook of a call: it begins, a key was pressed, something was said. The answer is stored with the call, so the
 * same webhook again, or one that comes late, gets the same answer and changes nothing; after a day it gets none. A
 * phone of another country is not answered. Throws only when the store
 * fails; the carrier then asks once more.
 */
export const receiveCall: ReceiveCall = (services, heard) =>
  retryOnConflict(services, async () => {
    const { phone } = heard;
    if (!phone) return heard.missed ? rejectedReply : unknownCallerReply('numberHidden', services);
    if (!isOfCountries(phone, services.config.countries)) {
      services.log.info('call-from-elsewhere', { from: maskPhoneNumber(phone) });
      return rejectedReply;
    }
    const work = new UnitOfWork(services, services.clock.now(), phone);
    if (heard.missed) return queueCallBack(work, { phone, callId: heard.callId });
    const known = await services.store.call(heard.callId);
    if (known && isReplay(known.startedAt, work.now)) return 'replayed';
    if (known?.reply && !isNews(known.reply, heard))
      return sayAgain(work, known, known.reply, heard);
    const call = known ? { ...known, phone } : newCall(heard, phone, work.now);
    const reply = await answer(work, call, { ...heard, phone });
    return work.save({ ...reply, plainVoice: call.plainVoice ?? false });
  });

/** Does this webhook answer what was said last? The beginning is news only while nothing has been said. */
const isNews = (reply: CallReply, { step, voiceFailed }: CallEvent): boolean =>
  step === reply.step && !voiceFailed;

/** The stored words once more; from now on in the plain voice when the carrier could not speak them. */
const sayAgain = async (
  work: UnitOfWork,
  call: Call,
  reply: CallReply,
  { voiceFailed }: CallEvent,
) => {
  if (!voiceFailed || call.plainVoice) return { ...reply, plainVoice: call.plainVoice ?? false };
  work.put({ ...call, plainVoice: true });
  return work.save({ ...reply, plainVoice: true });
};

const newCall = ({ callId: id, direction }: CallEvent, phone: PhoneNumber, now: EpochMs): Call => ({
  kind: 'call',
  id,
  version: 0,
  direction,
  phone,
  state: { at: 'menu' },
  tries: 0,
  startedAt: now,
});

type Heard = CallEvent & { phone: PhoneNumber };

const answer = async (work: UnitOfWork, call: Call, heard: Heard): Promise<CallReply> => {
  await hearFrom(work, heard.phone);
  const said =
    call.reply === undefined ? await begin(work, call, heard) : await goOn(work, call, heard);
  const arrived = await enterScreen(work, { ...call, ...said.call }, said);
  const reply = { ...arrived.reply, step: (call.reply?.step ?? 0) + 1 };
  work.put(kept(work, { ...arrived.call, reply }));
  return reply;
};

/** A recording may come in after the end of its call: then number and words are not kept again. */
const kept = (work: UnitOfWork, call: Call): Call => {
  if (call.endedAt !== undefined) return toEndedCall(call);
  const { idleMinutes } = work.services.config.policy.calls;
  return { ...call, dueAt: after(work.now, minutes(idleMinutes)) };
};

/** Who calls can be called. Somebody nobody has heard of is kept once they have told us something. */
const hearFrom = async (work: UnitOfWork, phone: PhoneNumber): Promise<void> => {
  const { uncallable, ...callable } = await work.person(phone);
  if (uncallable) work.change(callable);
};

/** The first words of a call: what it was made for, or a welcome. */
const begin = async (work: UnitOfWork, call: Call, heard: Heard): Promise<EnterOptions> => {
  const isLost = heard.step !== undefined;
  const opening: Line[] = isLost ? [{ key: 'callUnknown', params: {} }] : [];
  const person = await work.person(heard.phone);
  const scene = await loadCallContext(work, call, person, call.state);
  if (call.alert && scene.caller.alert?.alertId !== call.alert.alertId) {
    // It was we who called: with nothing else open there is no menu to sit through.
    const to = landingScreen(scene).at === 'menu' ? { at: 'ended' as const } : 'home';
    return { to, say: [...opening, await alertIsOver(work, call.alert)], call: {} };
  }
  if (call.opening && isSpoken(call.opening) && !isAsked(call.opening.key))
    return { to: 'home', say: [call.opening], call: {} };
  const checked = await checkedMeanwhile(work, call.opening, scene.caller);
  if (checked) return { to: 'home', say: [checked], call: {} };
  return { to: 'home', say: [...opening, ...(await wordsLeftFor(work, person))], call: {} };
};

/** Said by the screen that follows. */
const isAsked = (key: string): boolean =>
  ['alert', 'verifyAsk', 'askArrived', 'askGave', 'noShowNotice', 'requestStillNeeded'].includes(
    key,
  );

/** It was covered, or closed, while the phone rang: the donor hears the truth. */
const alertIsOver = async (
  work: UnitOfWork,
  { requestId }: NonNullable<Call['alert']>,
): Promise<Prompt> => {
  const request = await work.services.store.request(requestId);
  if (!request) return { key: 'nothingToAnswer', params: {} };
  const key = request.phase.type === 'closed' ? 'alertNoLongerNeeded' : 'alertCovered';
  return { key, params: { code: request.code } };
};

/** Somebody else has looked at it while this volunteer's phone rang. */
const checkedMeanwhile = async (
  work: UnitOfWork,
  opening: Call['opening'],
  { waiting, onDuty }: Caller,
): Promise<Prompt | undefined> => {
  if (opening?.key !== 'verifyAsk' || !onDuty) return undefined;
  const { code } = opening.params;
  const pointer = await work.services.store.code(code);
  const stillWaits = pointer !== undefined && waiting.includes(pointer.requestId);
  return stillWaits ? undefined : { key: 'verifyAlready', params: { code } };
};

/** A volunteer's own words for this family, until a key shows that somebody has heard them, or they are deleted. */
const wordsLeftFor = async ({ services }: UnitOfWork, { toHear }: Person): Promise<Line[]> => {
  const isThere = toHear && (await services.store.recording(toHear.recording));
  return isThere
    ? [{ key: 'refusalToHear', params: { code: toHear.code } }, { recording: toHear.recording }]
    : [];
};

const withoutWordsLeft = async (work: UnitOfWork, phone: PhoneNumber): Promise<void> => {
  const { toHear, ...person } = await work.person(phone);
  if (toHear) work.change(person);
};

/** A key, some words, a recording, the end of a talk, or silence. */
const goOn = async (work: UnitOfWork, call: Call, heard: Heard): Promise<EnterOptions> => {
  const input = heard.input ?? { type: 'nothing' };
  if (call.state.at === 'talk' || call.state.at === 'volunteer') return afterRinging(call, input);
  if (call.heardKey === undefined && input.type === 'keys')
    await withoutWordsLeft(work, heard.phone);
  const person = await work.person(heard.phone);
  const scene = await loadCallContext(work, call, person, call.state);
  const heardKey = input.type !== 'nothing' && { heardKey: true };
  const fresh = { ...call, ...heardKey };
  if (input.type === 'nothing' && !isRecordScreen(call.state))
    return onceMore(fresh, [{ key: 'sayAgain', params: {} }]);
  const meant = handleKey(call.state, input, scene);
  return followed(work, fresh, { meant, input, person });
};

const followed = async (
  work: UnitOfWork,
  call: Call,
  { meant, input, person }: { meant: MenuAction; input: CallInput; person: Person },
): Promise<EnterOptions> => {
  const heardKey = { heardKey: true, tries: 0 };
  switch (meant.type) {
    case 'repeat':
      return { to: call.state, say: [], call: heardKey };
    case 'unclear':
      return onceMore(call, meant.say ?? [{ key: 'wrongKey', params: {} }]);
    case 'go':
      return { to: meant.to, say: meant.say ?? [], call: heardKey };
    case 'do': {
      if (meant.command.type === 'connect') return connect(work, person, meant.command);
      const state = call.state;
      const done = await runCallCommand(work, person.phone, meant.command, { state, input });
      if (done === 'unclear') return onceMore(call, [{ key: 'wrongKey', params: {} }]);
      const language = meant.command.type === 'speak' && { language: meant.command.language };
      return {
        to: done ?? meant.next,
        say: meant.say ?? [],
        call: { ...heardKey, ...language },
      };
    }
  }
};

/** A screen is said three times in all; then a volunteer, or a quiet end when it was us who called. */
const saidAtMost = 3;

const onceMore = (call: Call, say: Prompt[]): EnterOptions => {
  const tries = call.tries + 1;
  const heardKey = call.heardKey && { heardKey: true };
  if (tries < saidAtMost) return { to: call.state, say, call: { tries, ...heardKey } };
  const isMachine = call.direction === 'out' && !call.heardKey;
  const to: CallState =
    isMachine || call.state.at === 'volunteer-message' ? { at: 'ended' } : volunteerScreen;
  return { to, say: [], call: { tries: 0, ...heardKey } };
};

const connect = async (
  work: UnitOfWork,
  person: Person,
  command: Parameters<typeof ringOtherSide>[2],
): Promise<EnterOptions> => {
  const other = await ringOtherSide(work, person, command);
  const heardKey = { heardKey: true, tries: 0 };
  return other
    ? {
        to: { at: 'talk', requestId: command.requestId },
        say: other.say,
        call: { ...heardKey, ring: other.ring },
      }
    : { to: 'home', say: [{ key: 'cannotConnect', params: {} }], call: heardKey };
};

/** Those who were rung have talked, or nobody was there: the next ones ring, or the call goes on. */
const afterRinging = (call: Call, input: CallInput): EnterOptions => {
  const talked = input.type === 'rung' && input.talked && call.ring?.takenBy !== undefined;
  const noRing = { ring: undefined, tries: 0 };
  if (talked) return { to: 'home', say: [{ key: 'talkEnded', params: {} }], call: noRing };
  if (call.state.at === 'volunteer')
    return { to: { at: 'volunteer', round: call.state.round + 1 }, say: [], call: noRing };
  const to = call.ring?.caller === 'family' ? 'donor' : 'family';
  return { to: 'home', say: [{ key: 'nobodyPickedUp', params: { to } }], call: noRing };
};
