import type { CallInput } from './call.ts';
import type { CallContext } from './call-context.ts';
import type { CallState } from './call-state.ts';
import { ownRequest } from './landing-screen.ts';
import { goTo, type MenuAction, notUnderstood, run } from './menu-action.ts';
import type { StateOf } from './screens/define-screen.ts';
import { findScreen } from './screens/screen.ts';
import { spokenDigit } from './spoken-digit.ts';

/*
 * What an answer means where the call is. The keys with one meaning on every screen come first; each screen defines
 * its own keys (screens/).
 */

export const volunteerScreen: CallState = { at: 'volunteer', round: 0 };

/** What the caller's answer leads to. Silence is no answer: the call repeats the screen (continue-call.ts counts). */
export const handleKey = <At extends CallState['at']>(
  state: StateOf[At] & { at: At },
  input: CallInput,
  context: CallContext,
): MenuAction => {
  const screen = findScreen<At>(state);
  if ('handleRecording' in screen)
    return (
      leaveRecording(state, input, context) ??
      screen.handleRecording(state, isRecorded(input), context)
    );
  const keys = keysOf(input);
  if (input.type === 'words' && keys === undefined)
    return screen.handleWords?.(input.words, context) ?? notUnderstood;
  if (!keys) return notUnderstood;
  const back = keys.includes('*') ? screen.goBack?.(context) : undefined;
  return (
    back ??
    handleCommonKey(state, keys, { ...context, takesNine: screen.takesNine }) ??
    screen.handleKey(state, keys, context) ??
    notUnderstood
  );
};

/** The keys that were pressed, or the one whose digit was said. */
const keysOf = (input: CallInput): string | undefined => {
  if (input.type === 'keys') return input.keys;
  return input.type === 'words' ? spokenDigit(input.words) : undefined;
};

/** 0, 9 and * mean at a tone what they mean elsewhere. What was said before 0 or * is kept; 9 asks to say it again. */
const leaveRecording = (
  state: CallState,
  input: CallInput,
  { caller }: CallContext,
): MenuAction | undefined => {
  const key =
    input.type === 'keys' ? input.keys : input.type === 'recorded' ? input.key : undefined;
  const action = key && handleCommonKey(state, key, { caller, takesNine: undefined });
  if (!action) return undefined;
  if (action.type !== 'go' || !isRecorded(input)) return action;
  return run({ type: 'keep-recording', afterwards: action.to }, action.to);
};

const isRecorded = (input: CallInput): boolean =>
  input.type === 'recorded' && input.recording !== null;

/** * leaves, 0 asks for a volunteer, 9 repeats. Before a language is chosen only 0 has its meaning. */
const handleCommonKey = (
  state: CallState,
  keys: string,
  { caller, takesNine }: { caller: CallContext['caller']; takesNine: true | undefined },
): MenuAction | undefined => {
  if (state.at === 'language') return keys === '0' ? goTo(volunteerScreen) : undefined;
  if (keys.includes('*'))
    return goTo(isGivingDetails(state) ? (ownRequest(caller, []) ?? { at: 'menu' }) : 'home');
  // Also where a number is asked: a caller who does not know the PIN code gets help.
  if (keys === '0') return goTo(volunteerScreen);
  return keys === '9' && !takesNine && caller.language ? { type: 'repeat' } : undefined;
};

/**
 * True inside a request or a registration. A star there leaves it: the draft waits and goes on with the next call. An
 * open request comes first.
 */
export const isGivingDetails = ({ at }: CallState): boolean =>
  at.startsWith('need-') || at.startsWith('join-');
