import type { Policy } from '../terms/policy.ts';
import { quietUntil } from '../terms/quiet-hours.ts';
import { after, type EpochMs, epochMs, minutes } from '../terms/time.ts';
import type { Request } from './request.ts';

type Asked = Pick<Request, 'urgency' | 'neededBy'>;

/**
 * By when a donor who says yes now should be there: as soon as they can, so that a place that is not kept is seen while
 * somebody else can still fill it. Nobody is sent out at night for what can wait until the morning.
 */
export const arrivalDeadline = (
  { urgency, neededBy }: Asked,
  now: EpochMs,
  { arrival, quietHours }: Pick<Policy, 'arrival' | 'quietHours'>,
): EpochMs => {
  const travel = minutes(arrival.travelMinutes[urgency]);
  const soonest = after(now, travel);
  const morning = urgency === 'critical' ? undefined : quietUntil(soonest, quietHours);
  // A whole journey is left for whoever comes in their place.
  const latest = after(neededBy, -travel);
  if (morning === undefined || latest < morning) return soonest;
  return epochMs(Math.max(morning, Math.min(after(morning, travel), latest)));
};

/** When that is, and whether it is too soon for a reminder. */
export const appointment = (
  request: Asked,
  now: EpochMs,
  policy: Policy,
): { arriveBy: EpochMs; reminded: boolean } => {
  const arriveBy = arrivalDeadline(request, now, policy);
  const reminder = after(arriveBy, -minutes(policy.arrival.reminderBeforeMinutes));
  return { arriveBy, reminded: reminder <= after(now, minutes(30)) };
};
