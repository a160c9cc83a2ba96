import type { CallInput } from './call.ts';
import type { CallContext } from './call-context.ts';
import type { CallState } from './call-state.ts';
import { ownRequest } from './landing-screen.ts';
import { goTo, type MenuAction, notUnderstood, run } from './menu-action.ts';
import { handleJoinKey } from './screens/join-by-key.ts';
import { handleMenuKey } from './screens/menu-keys.ts';
import { handleIntakeKey, intakeState } from './screens/need-by-key.ts';
import { handleRequestKey } from './screens/request-keys.ts';

/*
 * The menu: what a key means where the call is. One function for each screen; the keys that mean the same
 * everywhere come first. What is said there is screen.ts.
 */

/** Where every key is part of a number. */
const numberStates: ReadonlySet<CallState['at']> = new Set([
  'need-pin',
  'join-pin',
  'join-born',
  'join-last-date',
  'gave-date',
]);
/** 9 is a number here too. */
const countStates: ReadonlySet<CallState['at']> = new Set([
  'need-units',
  'need-days',
  'request-more',
]);
/** Something is said after a tone; any key only ends it. */
export const recordStates: ReadonlySet<CallState['at']> = new Set([
  'need-hospital-name',
  'need-patient',
  'need-attendant',
  'join-name',
  'verify-reason-said',
  'volunteer-message',
]);

export const volunteerScreen: CallState = { at: 'volunteer', round: 0 };

/** What the caller meant. Silence is no answer: the call says the screen again (receive-call.ts counts). */
export const handleKey = (state: CallState, input: CallInput, scene: CallContext): MenuAction => {
  if (recordStates.has(state.at)) return hearRecording(state, input, scene);
  if (input.type === 'words') return hearWords(state, input.words, scene);
  if (input.type !== 'keys' || input.keys === '') return notUnderstood;
  return everywhere(state, input.keys, scene) ?? hearKey(state, input.keys, scene);
};

const everywhere = (state: CallState, keys: string, scene: CallContext): MenuAction | undefined => {
  if (state.at === 'language') return keys === '0' ? goTo(volunteerScreen) : undefined;
  if (keys.includes('*'))
    return goTo(isGivingDetails(state) ? (ownRequest(scene.caller, []) ?? { at: 'menu' }) : 'home');
  // Alone it is no number either: who does not know the PIN code is helped.
  if (keys === '0') return goTo(volunteerScreen);
  if (numberStates.has(state.at)) return undefined;
  return keys === '9' && !countStates.has(state.at) && scene.caller.language
    ? { type: 'repeat' }
    : undefined;
};

/** A star inside a request or registration leaves it; it waits, and goes on with the next call. An open request is heard first. */
export const isGivingDetails = ({ at }: CallState): boolean =>
  at.startsWith('need-') || at.startsWith('join-');

const hearKey = (state: CallState, keys: string, scene: CallContext): MenuAction =>
  handleIntakeKey(state, keys, scene) ??
  handleJoinKey(state, keys, scene) ??
  handleMenuKey(state, keys, scene) ??
  handleRequestKey(state, keys, scene) ??
  notUnderstood;

/** The name of a hospital may be said instead of choosing it: taken only when it is one we know. */
const hearWords = (state: CallState, words: string, scene: CallContext): MenuAction => {
  const found = state.at === 'need-hospital' ? scene.gazetteer.find(words).hospital : undefined;
  if (!found)
    return state.at === 'need-hospital' ? goTo({ at: 'need-hospital-name' }) : notUnderstood;
  const { hospital, place } = found.value;
  const draft = { ...scene.caller.needDraft, hospital: hospital.name, place };
  return run({ type: 'tell-need', draft }, intakeState(draft, scene.gazetteer));
};

/** Whatever came, the call goes on: what was recorded is kept, and nothing recorded is nothing said. */
const hearRecording = (state: CallState, input: CallInput, scene: CallContext): MenuAction => {
  const isKept = input.type === 'recorded' && input.recording !== null;
  if (state.at === 'volunteer-message') {
    const say = (key: 'messageKept' | 'messageEmpty') => [{ key, params: {} }];
    return isKept
      ? { ...run({ type: 'keep-recording' }, { at: 'ended' }), say: say('messageKept') }
      : goTo({ at: 'ended' }, say('messageEmpty'));
  }
  if (state.at === 'verify-reason-said' && !isKept)
    return scene.request ? goTo({ at: 'verify-reason', requestId: state.requestId }) : goTo('home');
  return run({ type: 'keep-recording' });
};
