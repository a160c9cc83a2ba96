import type { MessageKey } from '../messages/message-keys.ts';

/**
 * What a phone rings for when texts cannot reach it: somebody is asked, or must act or stop acting. Nobody is rung to
 * be thanked, or to hear that they need not come.
 */
const meaningsWorthACall = [
  'alert',
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
  'requestExpired',
  'everyoneAsked',
  'standbyPromoted',
  'donorStandDown',
  'donorReminder',
  'askArrived',
  'askGave',
  'noShowNotice',
] as const satisfies readonly MessageKey[];

const worth: ReadonlySet<MessageKey> = new Set<MessageKey>(meaningsWorthACall);
export const fallsBackToCall = (meaning: MessageKey): boolean => worth.has(meaning);
