import type { CallEvent } from '../ports/inbound.ts';
import type { UnansweredNumbers } from '../ports/webhooks.ts';

/** What a call to this number of ours means, when the number is one that is never answered. */
export const toMissed = (
  to: string,
  { missedCall, yes, no }: UnansweredNumbers,
): Pick<CallEvent, 'missed' | 'says'> => {
  if (yes !== undefined && to === yes) return { missed: true, says: 'yes' };
  if (no !== undefined && to === no) return { missed: true, says: 'no' };
  return missedCall !== undefined && to === missedCall ? { missed: true } : {};
};
