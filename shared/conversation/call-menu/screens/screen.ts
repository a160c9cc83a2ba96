import type { CallContext } from '../call-context.ts';
import type { CallState } from '../call-state.ts';
import { campScreens } from './camp-screen.ts';
import { connectScreens } from './connect-screen.ts';
import type { AnyScreens, Screen, StateOf } from './define-screen.ts';
import { donorScreens } from './donor-screen.ts';
import { familyScreens } from './family-screen.ts';
import { fillScreens } from './fill-screen.ts';
import { intakeScreens } from './intake-screen.ts';
import { joinScreens } from './join-screen.ts';
import { menuScreens } from './menu-screen.ts';
import { storyScreens } from './story-screen.ts';
import { verifyScreens } from './verify-screen.ts';

/** The whole menu. A state without its words and the meaning of its keys does not compile. */
const screens: AnyScreens = {
  ...menuScreens,
  ...intakeScreens,
  ...joinScreens,
  ...donorScreens,
  ...familyScreens,
  ...verifyScreens,
  ...connectScreens,
  ...fillScreens,
  ...campScreens,
  ...storyScreens,
};

export const findScreen = <At extends CallState['at']>({ at }: { at: At }): AnyScreens[At] =>
  screens[at];

/** What is said in this state, and what the call then waits for. Undefined when its subject no longer exists. */
export const renderScreen = <At extends CallState['at']>(
  state: StateOf[At] & { at: At },
  context: CallContext,
): Screen | undefined => findScreen<At>(state).render(state, context);

/** True where the caller speaks after a tone. */
export const isRecordScreen = (state: CallState): boolean => 'handleRecording' in findScreen(state);
