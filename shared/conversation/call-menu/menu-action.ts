import type { refusalReasons } from '../../messages/message-keys.ts';
import type { JoinDraft, RequestDraft } from '../../people/person.ts';
import type { RequestId } from '../../terms/ids.ts';
import type { SpokenLanguage } from '../../terms/language.ts';
import type { Sharing } from '../../terms/sharing.ts';
import type { Prompt } from '../../voice/prompt-keys.ts';
import type { TextCommand } from '../commands/text-command.ts';
import type { CallState } from './call-state.ts';

/** What a key asks the hotline to do; most of it is what a text asks (`text`). */
export type CallCommand =
  | { type: 'text'; command: TextCommand }
  /** The answer to "have you arrived?" and its like. */
  | { type: 'visit'; digit: number }
  | { type: 'speak'; language: SpokenLanguage }
  /** Begin to tell, or go on where it stopped. */
  | { type: 'start-need' }
  | { type: 'start-join' }
  | { type: 'tell-need'; draft: RequestDraft }
  | { type: 'send-need' }
  | { type: 'tell-join'; draft: JoinDraft }
  | { type: 'decline-join' }
  /** What has just been recorded is kept; its place follows from the state. */
  | { type: 'keep-recording' }
  | { type: 'refuse'; why: (typeof refusalReasons)[number] }
  /** The other side of this request rings. `donor`: which of those who come. */
  | { type: 'connect'; requestId: RequestId; donor: number }
  | { type: 'prefer-calls'; calls: boolean }
  | { type: 'choose-sharing'; sharing: Sharing };

/** What the caller meant by a key, some words, or silence. */
export type MenuAction =
  | { type: 'go'; to: CallState | 'home'; say?: Prompt[] }
  /** Do it, then go there; 'home' looks anew at what is open. `say`: after what it answers. */
  | { type: 'do'; command: CallCommand; next: CallState | 'home'; say?: Prompt[] }
  /** 9: the same once more, because they asked. */
  | { type: 'repeat' }
  /** That means nothing here. `say`: why, when there is more to say than that. */
  | { type: 'unclear'; say?: Prompt[] };

export const goTo = (to: CallState | 'home', say?: Prompt[]): MenuAction => ({
  type: 'go',
  to,
  ...(say && { say }),
});
export const run = (
  command: CallCommand,
  next: CallState | 'home' = 'home',
): Extract<MenuAction, { type: 'do' }> => ({
  type: 'do',
  command,
  next,
});
export const runCommand = (command: TextCommand, next: CallState | 'home' = 'home'): MenuAction =>
  run({ type: 'text', command }, next);
export const notUnderstood: MenuAction = { type: 'unclear' };
