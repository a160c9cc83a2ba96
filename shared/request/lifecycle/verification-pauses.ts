import type { PhoneNumber } from '../../terms/phone-number.ts';
import type { Policy } from '../../terms/policy.ts';
import { alertsRestUntil } from '../../terms/quiet-hours.ts';
import { after, type EpochMs, epochMs, minutes } from '../../terms/time.ts';
import type { Refusal } from '../commands.ts';
import type { RequestEvent } from '../events.ts';
import type { Request } from '../request.ts';

/* How long a request waits before volunteers are asked again. */

/** The pause before the coordinators are asked again doubles up to this. */
const longestPause = 8;

/** When the coordinators are asked again: after growing pauses, and not at night for what can wait. */
export const repetitionAt = (
  request: Request,
  repeats: number,
  now: EpochMs,
  policy: Policy,
): EpochMs => {
  const wait = minutes(policy.verification.nextRoundMinutes[request.urgency]);
  const at = after(now, 6 * wait * Math.min(2 ** repeats, longestPause));
  return alertsRestUntil(request, at, policy.quietHours) ?? at;
};

/**
 * The same volunteer is asked to call again. The next round waits for that; it goes at once when they have failed twice.
 * The last round has no next one, so its volunteers try again each time.
 */
export const missFamily = (
  { phase, urgency }: Request,
  by: PhoneNumber,
  now: EpochMs,
  { verification }: Policy,
): RequestEvent[] | Refusal => {
  if (phase.type !== 'verifying') return 'not-waiting';
  const isLastRound = phase.round === 3;
  const isFirst = !phase.notReached?.some((missed) => missed.by === by);
  if (!isFirst && !isLastRound) return [{ type: 'family-not-reached', by, nextRoundAt: now }];
  const callAgainAt = after(now, minutes(verification.callAgainMinutes[urgency]));
  const next = after(callAgainAt, minutes(verification.nextRoundMinutes[urgency]));
  const nextRoundAt = isLastRound ? phase.nextRoundAt : epochMs(Math.max(phase.nextRoundAt, next));
  return [{ type: 'family-not-reached', by, nextRoundAt, callAgainAt }];
};
