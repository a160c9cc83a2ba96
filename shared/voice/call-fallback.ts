import type { MessageKey } from '../messages/message-keys.ts';

/**
 * The messages for which the hotline calls a phone that texts cannot reach: the person is asked something, or must act
 * or stop acting. Thanks, and news that a person need not come, cause no call.
 */
const worthACall = [
  'alert',
  'alertAgain',
  'verifyAsk',
  'coordinatorEveryoneAsked',
  'donorComing',
  'donorDropped',
  'donorDidNotCome',
  'donorTurnedAway',
  'requestVerified',
  'requestRefused',
  'requestRefusedAloud',
  'requestStillNeeded',
  'giftReachedAsk',
  'requestExpired',
  'likelyAsked',
  'everyoneAsked',
  'standbyPromoted',
  'donorStandDown',
  'donorReminder',
  'askArrived',
  'askGave',
  'noShowNotice',
] as const satisfies readonly MessageKey[];

const fallback: ReadonlySet<MessageKey> = new Set<MessageKey>(worthACall);
export const fallsBackToCall = (key: MessageKey): boolean => fallback.has(key);
