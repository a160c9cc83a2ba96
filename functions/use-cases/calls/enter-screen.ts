import type { Call } from '#shared/conversation/call-menu/call.ts';
import type { CallContext } from '#shared/conversation/call-menu/call-context.ts';
import type { CallReply } from '#shared/conversation/call-menu/call-reply.ts';
import type { CallState } from '#shared/conversation/call-menu/call-state.ts';
import { isGivingDetails } from '#shared/conversation/call-menu/handle-key.ts';
import { landingScreen } from '#shared/conversation/call-menu/landing-screen.ts';
import type { Line } from '#shared/conversation/call-menu/screens/define-screen.ts';
import { renderScreen } from '#shared/conversation/call-menu/screens/screen.ts';
import { skipRepeated } from '#shared/conversation/call-menu/skip-repeated.ts';
import type { Person } from '#shared/people/person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { type BridgeTarget, ringVolunteers } from './bridge-call.ts';
import { loadCallContext } from './load-call-context.ts';
import { type Listening, spokenLines, toNext } from './speak-reply.ts';

/** Where the call goes, what is said on the way there, and what changes in the call. */
export type EnterOptions = { to: CallState | 'home'; say: Line[]; call: Partial<Call> };

type Place = {
  state: CallState;
  scene: CallContext;
  say: Line[];
  listen: Listening;
  ring?: BridgeTarget['ring'];
};

/** The end of a webhook: the turn's own replies, words on the way, the screen; and the call as it is now. */
export const enterScreen = async (
  work: UnitOfWork,
  { ring: _, ...call }: Call,
  way: EnterOptions,
): Promise<{ call: Call; reply: Omit<CallReply, 'step'> }> => {
  const person = await work.person(phoneOf(call));
  const place = await findPlace(work, call, { person, ...way });
  const language = place.scene.caller.language;
  const goesOn: Line[] = isResumed(call, way, place.state)
    ? [{ key: 'needContinues', params: {} }]
    : [];
  const screenLines = [...goesOn, ...skipRepeated(place.say, work.replies)];
  const lines = isQuietEnd(call, way, place.state)
    ? []
    : [...greet(call, place.state), ...way.say, ...screenLines];
  return {
    call: {
      ...call,
      state: place.state,
      ...(language && { language }),
      ...(place.ring && { ring: place.ring }),
    },
    reply: {
      say: spokenLines(work, person, { lines, language: language ?? 'hi' }),
      next: toNext(work.services, place.listen, language ?? 'hi'),
    },
  };
};

/** Who calls and has something open hears that at once; whom we call hears first who we are. An alert says it itself. */
const greet = (call: Call, { at }: CallState): Line[] => {
  // Who has just chosen a language has understood nothing before.
  const isFirst = call.reply === undefined || call.state.at === 'language';
  if (isFirst && at === 'menu') return [{ key: 'welcome', params: {} }];
  const isUnknownVoice = call.reply === undefined && call.direction === 'out' && at !== 'alert';
  return isUnknownVoice ? [{ key: 'itIsUs', params: {} }] : [];
};

/** What somebody has half told goes on: not where their last key has led. */
const isResumed = (call: Call, { to }: EnterOptions, state: CallState): boolean =>
  to === 'home' && isGivingDetails(state) && !isGivingDetails(call.state);

/** Nobody has pressed a key: no goodbye to a machine. */
const isQuietEnd = (
  { direction, heardKey }: Call,
  { say }: EnterOptions,
  { at }: CallState,
): boolean => at === 'ended' && say.length === 0 && direction === 'out' && !heardKey;

const phoneOf = ({ id, phone }: Pick<Call, 'id' | 'phone'>) => {
  if (!phone) throw new Error(`call ${id} has nobody on the phone`);
  return phone;
};

type Going = EnterOptions & { person: Person };

/** The state the way leads to; home when what it was about is no more. */
const findPlace = async (work: UnitOfWork, call: Call, going: Going): Promise<Place> => {
  const wanted = going.to === 'home' ? undefined : await placeAt(work, call, going, going.to);
  if (wanted) return wanted;
  const scene = await loadCallContext(work, call, going.person, { at: 'menu' });
  const first = await placeAt(work, call, going, landingScreen(scene));
  const menu = first ?? (await placeAt(work, call, going, { at: 'menu' }));
  if (!menu) throw new Error('the main menu has nothing to say');
  return menu;
};

const placeAt = async (
  work: UnitOfWork,
  call: Call,
  going: Going,
  state: CallState,
): Promise<Place | undefined> => {
  const scene = await loadCallContext(work, call, going.person, state);
  if (state.at === 'volunteer') return ringPlace(work, going, state, scene);
  const { ring } = going.call;
  if (state.at === 'talk')
    return ring && { state, scene, say: [], listen: { type: 'ring', ring }, ring };
  const shown = renderScreen(state, scene);
  return shown && { state, scene, ...shown };
};

/** Nobody (more) to ring: the caller leaves a message. */
const ringPlace = async (
  work: UnitOfWork,
  going: Going,
  state: Extract<CallState, { at: 'volunteer' }>,
  scene: CallContext,
): Promise<Place> => {
  const [requestId] = scene.caller.requests;
  const next = await ringVolunteers(work, going.person, { round: state.round, requestId });
  if (next) {
    const { ring, say } = next;
    return { state, scene, say, listen: { type: 'ring', ring }, ring };
  }
  const message: CallState = { at: 'volunteer-message' };
  const shown = renderScreen(message, scene);
  if (!shown) throw new Error('no words for leaving a message');
  return { state: message, scene, ...shown };
};
