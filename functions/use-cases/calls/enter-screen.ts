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
import { loadCallContext } from './load-call-context.ts';
import { type BridgeTarget, ringVolunteers } from './rings/bridge-call.ts';
import { type Listening, spokenLines, toNext } from './speak-reply.ts';

/** Where the call goes, what is said before that screen, and what changes in the call. */
export type EnterOptions = { to: CallState | 'home'; say: Line[]; call: Partial<Call> };

type Place = {
  state: CallState;
  context: CallContext;
  say: Line[];
  listen: Listening;
  ring?: BridgeTarget['ring'];
};

/** Ends a webhook: says the replies of the unit of work, the words before the screen, and the screen. */
export const enterScreen = async (
  work: UnitOfWork,
  { ring: _, ...call }: Call,
  entry: EnterOptions,
): Promise<{ call: Call; reply: Omit<CallReply, 'step'> }> => {
  const person = await work.person(phoneOf(call));
  const place = await findPlace(work, call, { person, ...entry });
  const language = place.context.caller.language;
  const resumed: Line[] = isResumed(call, entry, place.state)
    ? [{ key: 'needContinues', params: {} }]
    : [];
  const screenLines = [...resumed, ...skipRepeated(place.say, work.replies)];
  const lines = isQuietEnd(call, entry, place.state)
    ? []
    : [...greet(call, place.state), ...entry.say, ...screenLines, ...helpLine(call, place)];
  return {
    call: {
      ...call,
      state: place.state,
      ...(language && { language }),
      ...(place.ring && { ring: place.ring }),
      ...(place.state.at === 'volunteer' && { rang: true }),
    },
    reply: {
      say: spokenLines(work, person, { lines, language: language ?? 'hi' }),
      next: toNext(work.services, place.listen, language ?? 'hi'),
    },
  };
};

/** Where 0 is a key, its meaning is said last, unless the screen has said it. A machine hears it once. */
const helpLine = (call: Call, { state, listen, say }: Place): Line[] => {
  if (call.direction === 'out' && !call.heardKey && call.tries > 0) return [];
  const takesKeys = listen.type === 'keys' || listen.type === 'record';
  const isSaid = say.some((line) => 'key' in line && saysZero.has(line.key));
  return takesKeys && !isSaid && state.at !== 'volunteer-message'
    ? [{ key: 'zeroHelps', params: {} }]
    : [];
};
const saysZero: ReadonlySet<string> = new Set([
  ...['chooseLanguage', 'mainMenu', 'needGroup', 'joinGroup', 'needPin', 'joinPin'],
]);

/** The main menu begins with a welcome. Our own call begins with who we are, unless it is an alert, which says so itself. */
const greet = (call: Call, { at }: CallState): Line[] => {
  // A caller who just chose a language has not understood anything before it.
  const isFirst = call.reply === undefined || call.state.at === 'language';
  if (isFirst && at === 'menu') return [{ key: 'welcome', params: {} }];
  const isUnknownVoice = call.reply === undefined && call.direction === 'out' && at !== 'alert';
  return isUnknownVoice ? [{ key: 'itIsUs', params: {} }] : [];
};

/** An unfinished request or registration resumes, although the last key led elsewhere. */
const isResumed = (call: Call, { to }: EnterOptions, state: CallState): boolean =>
  to === 'home' && isGivingDetails(state) && !isGivingDetails(call.state);

/** Without any key the other side may be a machine: no goodbye. */
const isQuietEnd = (
  { direction, heardKey }: Call,
  { say }: EnterOptions,
  { at }: CallState,
): boolean => at === 'ended' && say.length === 0 && direction === 'out' && !heardKey;

const phoneOf = ({ id, phone }: Pick<Call, 'id' | 'phone'>) => {
  if (!phone) throw new Error(`call ${id} has no phone number`);
  return phone;
};

type Destination = EnterOptions & { person: Person };

/** The wanted state; home when its subject no longer exists. */
const findPlace = async (
  work: UnitOfWork,
  call: Call,
  destination: Destination,
): Promise<Place> => {
  const wanted =
    destination.to === 'home' ? undefined : await placeAt(work, call, destination, destination.to);
  if (wanted) return wanted;
  const context = await loadCallContext(work, call, destination.person, { at: 'menu' });
  const first = await placeAt(work, call, destination, landingScreen(context));
  const menu = first ?? (await placeAt(work, call, destination, { at: 'menu' }));
  if (!menu) throw new Error('the main menu has nothing to say');
  return menu;
};

const placeAt = async (
  work: UnitOfWork,
  call: Call,
  destination: Destination,
  state: CallState,
): Promise<Place | undefined> => {
  const context = await loadCallContext(work, call, destination.person, state);
  if (state.at === 'volunteer') return ringPlace(work, destination, state, context);
  const { ring } = destination.call;
  if (state.at === 'talk' || state.at === 'caller-talk')
    return ring && { state, context, say: [], listen: { type: 'ring', ring }, ring };
  const shown = renderScreen(state, context);
  return shown && { state, context, ...shown };
};

/** Rings the next volunteers. Without any, the caller leaves a message. */
const ringPlace = async (
  work: UnitOfWork,
  destination: Destination,
  state: Extract<CallState, { at: 'volunteer' }>,
  context: CallContext,
): Promise<Place> => {
  const [requestId] = context.caller.requests;
  const next = await ringVolunteers(work, destination.person, { round: state.round, requestId });
  if (next) {
    const { ring, say } = next;
    return { state, context, say, listen: { type: 'ring', ring, isRound: true }, ring };
  }
  const message: CallState = { at: 'volunteer-message' };
  const shown = renderScreen(message, context);
  if (!shown) throw new Error('the screen for leaving a message has nothing to say');
  return { state: message, context, ...shown };
};
