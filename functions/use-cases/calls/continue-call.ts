import type { Call, CallInput } from '#shared/conversation/call-menu/call.ts';
import type { CallState } from '#shared/conversation/call-menu/call-state.ts';
import { handleKey, volunteerScreen } from '#shared/conversation/call-menu/handle-key.ts';
import type { CallCommand, MenuAction } from '#shared/conversation/call-menu/menu-action.ts';
import { repeatHint } from '#shared/conversation/call-menu/repeat-hint.ts';
import { isRecordScreen } from '#shared/conversation/call-menu/screens/screen.ts';
import type { Person } from '#shared/people/person.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { type EpochMs, seconds } from '#shared/terms/time.ts';
import type { Prompt } from '#shared/voice/prompt-keys.ts';
import type { CallEvent } from '../../ports/inbound.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import type { EnterOptions } from './enter-screen.ts';
import { loadCallContext } from './load-call-context.ts';
import { ringOtherSide } from './rings/bridge-call.ts';
import { ringForVolunteer } from './rings/ring-for-volunteer.ts';
import { findWaitingCaller, stopWaiting, stopWaitingOf } from './rings/waiting-caller.ts';
import { runCallCommand } from './run-call-command.ts';

/** Handles a key, words, a recording, the end of a bridged talk, or silence. */
export const continueCall = async (
  work: UnitOfWork,
  call: Call,
  event: CallEvent & { phone: PhoneNumber },
): Promise<EnterOptions> => {
  const input = event.input ?? { type: 'nothing' };
  if (isRinging(call.state)) return afterRinging(work, { ...call, phone: event.phone }, input);
  if (call.heardKey === undefined && input.type === 'keys')
    await recordFirstKey(work, event.phone, call);
  const person = await work.person(event.phone);
  const context = await loadCallContext(work, call, person, call.state);
  const heardKey = input.type !== 'nothing' && { heardKey: true };
  const heard = { ...call, ...heardKey };
  if (input.type === 'nothing' && !isRecordScreen(call.state))
    return tryAgain(heard, isUnheard(heard) ? [] : [{ key: 'sayAgain', params: {} }]);
  if (isEcho(call, input, work.now)) return { to: call.state, say: [], call: { heardKey: true } };
  const action = handleKey(call.state, input, context);
  const entry = await runAction(work, heard, { action, input, person });
  const key = input.type === 'recorded' && input.recording ? input.key : undefined;
  const recordingKey = key === undefined ? undefined : { key, at: work.now };
  return { ...entry, call: { ...entry.call, recordingKey } };
};

/** The key that ended a recording, pressed twice: the second press ends nothing. */
const isEcho = ({ recordingKey, state }: Call, input: CallInput, now: EpochMs): boolean =>
  recordingKey !== undefined &&
  isRecordScreen(state) &&
  input.type === 'keys' &&
  input.keys === recordingKey.key &&
  now < recordingKey.at + echoWithin;
const echoWithin = seconds(2);

/** A key shows that the caller has heard the volunteer's reason, and in our own call that the call was wanted. */
const recordFirstKey = async (
  work: UnitOfWork,
  phone: PhoneNumber,
  { direction }: Call,
): Promise<void> => {
  const before = await work.person(phone);
  const { toHear, callsWithoutKey, ...rest } = before;
  const isWanted = direction === 'out' && callsWithoutKey !== undefined;
  if (!toHear && !isWanted) return;
  const counted = callsWithoutKey !== undefined && !isWanted && { callsWithoutKey };
  work.change({ ...rest, ...counted });
};

type Chosen = { action: MenuAction; input: CallInput; person: Person };

const runAction = async (
  work: UnitOfWork,
  call: Call,
  { action, input, person }: Chosen,
): Promise<EnterOptions> => {
  const heardKey = { heardKey: true, tries: 0 };
  switch (action.type) {
    case 'repeat':
      return { to: call.state, say: [], call: heardKey };
    case 'unclear':
      return tryAgain(call, action.say ?? [{ key: 'wrongKey', params: {} }]);
    case 'go':
      return { to: action.to, say: action.say ?? [], call: heardKey };
    case 'do': {
      const { command } = action;
      if (command.type === 'connect' || command.type === 'connect-volunteer')
        return connect(work, person, command);
      if (command.type === 'call-caller') return callCaller(work, person, command);
      const isOurCall = call.direction === 'out';
      const where = { state: call.state, input, isOurCall };
      const next = await runCallCommand(work, person.phone, command, where);
      if (next === 'unclear') {
        const isAnswered = work.replies.length > 0;
        return tryAgain(call, isAnswered ? [] : [{ key: 'wrongKey', params: {} }]);
      }
      const language = command.type === 'speak' && { language: command.language };
      const proven = command.type === 'prove' && { proven: true };
      return {
        to: next ?? action.next,
        say: action.say ?? [],
        call: { ...heardKey, ...language, ...proven },
      };
    }
  }
};

/** A screen is said three times at most; twice in our own call without a key, which may be a machine's. */
const saidAtMost = 3;
const saidToMachines = 2;
/** Our own call, and no key yet: a machine may have picked up. */
const isUnheard = ({ direction, heardKey }: Call): boolean => direction === 'out' && !heardKey;

const tryAgain = (call: Call, say: Prompt[]): EnterOptions => {
  const tries = call.tries + 1;
  const heardKey = call.heardKey && { heardKey: true };
  const isMachine = isUnheard(call);
  if (tries < (isMachine ? saidToMachines : saidAtMost))
    return {
      to: call.state,
      say: [...say, ...repeatHint(call.state)],
      call: { tries, ...heardKey },
    };
  const to: CallState =
    isMachine || call.state.at === 'volunteer-message' ? { at: 'ended' } : volunteerScreen;
  return { to, say: [], call: { tries: 0, ...heardKey } };
};

const connect = async (
  work: UnitOfWork,
  person: Person,
  command: Extract<CallCommand, { type: 'connect' | 'connect-volunteer' }>,
): Promise<EnterOptions> => {
  const target =
    command.type === 'connect'
      ? await ringOtherSide(work, person, command)
      : await ringForVolunteer(work, person, command);
  const heardKey = { heardKey: true, tries: 0 };
  return target
    ? {
        to: { at: 'talk', requestId: command.requestId },
        say: target.say,
        call: { ...heardKey, ring: target.ring },
      }
    : { to: 'home', say: [{ key: 'cannotConnect', params: {} }], call: heardKey };
};

/** Rings a caller who had hung up while volunteers were rung. */
const callCaller = async (
  work: UnitOfWork,
  person: Person,
  { callId }: Extract<CallCommand, { type: 'call-caller' }>,
): Promise<EnterOptions> => {
  const found = await findWaitingCaller(work, callId);
  const heardKey = { heardKey: true, tries: 0 };
  if (!found) return { to: 'home', say: [{ key: 'callerGone', params: {} }], call: heardKey };
  const ring = {
    phones: [found.waiting.phone],
    caller: 'volunteer',
    name: person.name ?? '',
  } as const;
  return {
    to: { at: 'caller-talk', callId },
    say: [{ key: 'connecting', params: { to: 'caller' } }],
    call: { ...heardKey, ring: { ...ring, phones: [...ring.phones] } },
  };
};

const isRinging = ({ at }: CallState): boolean =>
  at === 'talk' || at === 'caller-talk' || at === 'volunteer';

/** The rung phones have talked, or did not pick up: the next volunteers are rung, or the call goes on. */
const afterRinging = async (
  work: UnitOfWork,
  call: Call & { phone: PhoneNumber },
  input: CallInput,
): Promise<EnterOptions> => {
  const talked =
    input.type === 'rung' &&
    input.talked &&
    (input.confirmed === true || call.ring?.takenBy !== undefined);
  const noRing = { ring: undefined, tries: 0 };
  if (talked && call.state.at === 'volunteer')
    await stopWaitingOf(work, await work.person(call.phone));
  if (talked && call.state.at === 'caller-talk') {
    const found = await findWaitingCaller(work, call.state.callId);
    if (found) await stopWaiting(work, found.call);
  }
  if (talked) return { to: 'home', say: [{ key: 'talkEnded', params: {} }], call: noRing };
  if (call.state.at === 'volunteer')
    return { to: { at: 'volunteer', round: call.state.round + 1 }, say: [], call: noRing };
  // A phone that pressed 1 and was gone before the talk did pick up.
  if (call.ring?.takenBy !== undefined)
    return { to: 'home', say: [{ key: 'talkEnded', params: {} }], call: noRing };
  const to = call.ring?.caller === 'family' ? 'donor' : (call.ring?.to ?? 'family');
  return { to: 'home', say: [{ key: 'nobodyPickedUp', params: { to } }], call: noRing };
};
