import type { Request } from '../../../request/request.ts';
import type { RecordingId } from '../../../terms/ids.ts';
import type { Prompt } from '../../../voice/prompt-keys.ts';
import type { CallContext } from '../call-context.ts';
import type { CallState, PlainState } from '../call-state.ts';
import { goTo, type MenuAction } from '../menu-action.ts';

/** One thing to say: a prompt, or a recording. */
export type Line = Prompt | { recording: RecordingId };

/** What the call waits for after a screen. The use case adds the phones to ring: it knows who is on duty. */
export type Listen =
  /** `hints`: speech may answer too, most likely one of these names. */
  | { type: 'keys'; most: number; hints?: readonly string[] }
  | { type: 'record'; what: 'name' | 'message' | 'story' }
  | { type: 'hang-up' };

export type Screen = { say: Line[]; listen: Listen };

type StateName = CallState['at'];
/** Each state by its name; a plain one carries nothing. */
export type StateOf = {
  [At in StateName]: At extends PlainState ? { at: PlainState } : Extract<CallState, { at: At }>;
};

type Rendering<State, Context> = {
  /** Undefined when what the state was about no longer exists. */
  render: (state: State, context: Context) => Screen | undefined;
};

/** A screen that keys answer. */
export type KeyScreen<State, Context = CallContext> = Rendering<State, Context> & {
  /** Undefined: the key means nothing here. */
  handleKey: (state: State, keys: string, context: Context) => MenuAction | undefined;
  handleWords?: (words: string, context: Context) => MenuAction;
  /** One step back by *; undefined where * leaves. */
  goBack?: (context: Context) => MenuAction | undefined;
  /** 9 is an answer, or part of one; on other screens it repeats the screen. */
  takesNine?: true;
};

/** The states whose screens record; functions/use-cases/calls/save-recording.ts has a saver for each. */
export type RecordState = Extract<
  StateName,
  | 'need-hospital-name'
  | 'need-patient'
  | 'need-attendant'
  | 'join-name'
  | 'verify-reason-said'
  | 'volunteer-message'
  | 'story-tell'
>;

/** A screen that is answered by speaking after a tone; any key only ends the recording. */
export type RecordScreen<State> = Rendering<State, CallContext> & {
  /** `isRecorded` is false after silence, or a key pressed at once. */
  handleRecording: (state: State, isRecorded: boolean, context: CallContext) => MenuAction;
};

/** What is said in each of these states, and what its answers do. */
export type Screens<At extends StateName = StateName> = {
  [A in At]: A extends RecordState ? RecordScreen<StateOf[A]> : KeyScreen<StateOf[A]>;
};

/** The screens where the state is any of them. */
export type AnyScreens = {
  [At in StateName]: KeyScreen<StateOf[At]> | RecordScreen<StateOf[At]>;
};

export const oneKey: Listen = { type: 'keys', most: 1 };

/** Asks the same of every caller. */
export const ask =
  (prompt: Prompt, most = 1): (() => Screen) =>
  () => ({ say: [prompt], listen: { type: 'keys', most } });

/** Asks the caller to speak after the tone. */
export const record =
  (prompt: Prompt, what: 'name' | 'message' | 'story'): (() => Screen) =>
  () => ({ say: [prompt], listen: { type: 'record', what } });

/** What was recorded is saved, and the call goes on with the next question; silence answers nothing. */
export const saveRecorded = (): MenuAction => ({
  type: 'do',
  command: { type: 'keep-recording' },
  next: 'home',
});

/** A screen about one request. Without the request there is nothing to say, and every key leads home. */
export const aboutRequest = <State>({
  render,
  handleKey,
}: KeyScreen<State, CallContext & { request: Request }>): KeyScreen<State> => ({
  render: (state, { request, ...context }) => request && render(state, { ...context, request }),
  handleKey: (state, keys, { request, ...context }) =>
    request ? handleKey(state, keys, { ...context, request }) : goTo('home'),
});
