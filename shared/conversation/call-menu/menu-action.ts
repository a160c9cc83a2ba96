import type { BackReason } from '../../camp/seat.ts';
import type { refusalReasons } from '../../messages/message-keys.ts';
import type { Correction, JoinDraft, RequestDraft } from '../../people/drafts.ts';
import type { AlertId, CallId, RequestId, SeatNumber } from '../../terms/ids.ts';
import type { SpokenLanguage } from '../../terms/language.ts';
import type { Sharing } from '../../terms/sharing.ts';
import type { Prompt } from '../../voice/prompt-keys.ts';
import type { TextCommand } from '../commands/text-command.ts';
import type { CallState } from './call-state.ts';

/** What a key asks the hotline to do. Most of it is a command that a text can give too (`text`). */
export type CallCommand =
  | { type: 'text'; command: TextCommand }
  /** The answer to "have you arrived?" and its like. */
  | { type: 'visit'; digit: number }
  | { type: 'speak'; language: SpokenLanguage }
  /** Begin a draft, or go on where it stopped. */
  | { type: 'start-need' }
  | { type: 'start-join' }
  | { type: 'tell-need'; draft: RequestDraft }
  | { type: 'send-need' }
  | { type: 'tell-join'; draft: JoinDraft }
  | { type: 'decline-join' }
  /** A volunteer keys in what the family of this state's request has said. */
  | { type: 'fill'; changes: Correction }
  /** The request of this state is real. */
  | { type: 'verify' }
  /** The caller keys in the own code that was texted to them. */
  | { type: 'prove'; code: string }
  /** Hang up and call this phone: who picks up is its owner. */
  | { type: 'call-me' }
  /** The family closes its request, which the call has asked about. */
  | { type: 'close' }
  /** Save the recording just made; the state says what it is about. `afterwards`: where its last key leads. */
  | { type: 'keep-recording'; afterwards?: CallState | 'home' }
  | { type: 'refuse'; why: (typeof refusalReasons)[number] }
  /** Ring the other side of this request. `donor`: the position among the confirmed donors. */
  | { type: 'connect'; requestId: RequestId; donor: number }
  /** Ring the family for this volunteer, or the donor of this alert. */
  | { type: 'connect-volunteer'; requestId: RequestId; alertId?: AlertId | undefined }
  /** Ring the caller who hung up while volunteers were rung. */
  | { type: 'call-caller'; callId: CallId }
  /** The answer to the invitation, or the half hour, of this state's camp. */
  | { type: 'camp-answer'; digit: number }
  /** The caller cannot come to this state's camp. */
  | { type: 'camp-leave' }
  /** The family's answer about its story. */
  | { type: 'story-answer'; digit: number }
  /** The donor at the door with these digits. */
  | { type: 'door-find'; seat: SeatNumber }
  /** What happened to the donor of this state's seat. */
  | { type: 'door-record'; what: 'in' | 'gave' }
  | { type: 'door-record'; what: 'back'; reason: BackReason }
  | { type: 'prefer-calls'; calls: boolean }
  | { type: 'choose-sharing'; sharing: Sharing };

/** What a key, words, or a recording lead to. */
export type MenuAction =
  | { type: 'go'; to: CallState | 'home'; say?: Prompt[] }
  /** Run the command, then go to `next`; 'home' is the landing screen. `say` follows the command's replies. */
  | { type: 'do'; command: CallCommand; next: CallState | 'home'; say?: Prompt[] }
  /** 9: the caller asks for the same screen again. */
  | { type: 'repeat' }
  /** The key means nothing here. `say`: a more helpful sentence than the usual one. */
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
