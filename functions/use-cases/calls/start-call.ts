import type { Call } from '#shared/conversation/call-menu/call.ts';
import type { Caller } from '#shared/conversation/call-menu/call-context.ts';
import { landingScreen } from '#shared/conversation/call-menu/landing-screen.ts';
import type { Line } from '#shared/conversation/call-menu/screens/define-screen.ts';
import type { Person } from '#shared/people/person.ts';
import { callIdSchema } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { isSpoken, type Prompt } from '#shared/voice/prompt-keys.ts';
import type { CallEvent } from '../../ports/inbound.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import type { EnterOptions } from './enter-screen.ts';
import { loadCallContext } from './load-call-context.ts';
import { waitingPrompt } from './rings/waiting-caller.ts';

/** The first words of a call: its message, or a welcome. */
export const startCall = async (
  work: UnitOfWork,
  call: Call,
  event: CallEvent & { phone: PhoneNumber },
): Promise<EnterOptions> => {
  // A later webhook of a call that is not stored.
  const isUnknown = event.step !== undefined;
  const opening: Line[] = isUnknown ? [{ key: 'callUnknown', params: {} }] : [];
  if (call.connects) return { to: { at: 'connect', ...call.connects }, say: [], call: {} };
  const person = await work.person(event.phone);
  const context = await loadCallContext(work, call, person, call.state);
  if (call.alert && context.caller.alert?.alertId !== call.alert.alertId) {
    // Our own call with nothing else open ends without the menu.
    const to = landingScreen(context).at === 'menu' ? { at: 'ended' as const } : 'home';
    return { to, say: [...opening, await alertEndedPrompt(work, call.alert)], call: {} };
  }
  if (call.opening?.key === 'callerWaits') {
    const callId = callIdSchema.parse(call.opening.params.call);
    const waits = await waitingPrompt(work, callId);
    return waits
      ? { to: { at: 'caller-waits', callId }, say: [], call: {} }
      : { to: { at: 'ended' }, say: [{ key: 'callerGone', params: {} }], call: {} };
  }
  if (call.opening && isSpoken(call.opening) && !isSaidByScreen(call.opening.key))
    return { to: 'home', say: [call.opening], call: {} };
  const verified = await verifiedMeanwhile(work, call.opening, context.caller);
  if (verified) return { to: 'home', say: [verified], call: {} };
  const say = [
    ...opening,
    ...(await refusalToHear(work, person)),
    ...(landingScreen(context).at === 'menu' ? await whyAsked(work, person) : []),
  ];
  return { to: 'home', say, call: {} };
};

/** A donor who calls back after the request was covered or closed hears why we had turned to them. */
const whyAsked = async (work: UnitOfWork, { alerts }: Person): Promise<Line[]> => {
  const ref = alerts.findLast(({ openUntil }) => work.now < openUntil);
  const alert = ref && (await work.alert(ref.requestId, ref.alertId));
  const isUnanswered = alert?.state === 'sent' || alert?.state === 'withdrawn';
  return ref && isUnanswered ? [await alertEndedPrompt(work, ref)] : [];
};

/** The screen that follows says this message. */
const isSaidByScreen = (key: string): boolean =>
  [
    'alert',
    'alertAgain',
    'verifyAsk',
    'askArrived',
    'askGave',
    'noShowNotice',
    'requestStillNeeded',
    'giftReachedAsk',
    'storyReadBack',
  ].includes(key);

/** The request was covered or closed while the donor's phone rang. */
const alertEndedPrompt = async (
  work: UnitOfWork,
  { requestId }: NonNullable<Call['alert']>,
): Promise<Prompt> => {
  const request = await work.request(requestId);
  if (!request) return { key: 'nothingToAnswer', params: {} };
  const key = request.phase.type === 'closed' ? 'alertNoLongerNeeded' : 'alertCovered';
  return { key, params: { code: request.code } };
};

/** Another volunteer verified the request while this volunteer's phone rang. */
const verifiedMeanwhile = async (
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

/** A volunteer's spoken reason for this family. Played until a key shows that it was heard, or it is deleted. */
const refusalToHear = async ({ services }: UnitOfWork, { toHear }: Person): Promise<Line[]> => {
  const exists = toHear && (await services.store.recording(toHear.recording));
  return exists
    ? [{ key: 'refusalToHear', params: { code: toHear.code } }, { recording: toHear.recording }]
    : [];
};
