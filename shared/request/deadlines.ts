import type { Policy } from '../terms/policy.ts';
import { after, type EpochMs, earliest, hours, minutes } from '../terms/time.ts';
import type { RequestEvent } from './events.ts';
import type { Pledge, Request } from './request.ts';

/* Everything that happens to a request because time passes, without asking anybody outside. */

type Timer = { at: EpochMs; event: RequestEvent };

const pledgeTimer = (pledge: Pledge, policy: Policy): Timer | undefined => {
  const { alertId, arriveBy } = pledge;
  const { reminderBeforeMinutes, noShowAfterMinutes, askGaveAfterMinutes } = policy.arrival;
  if (pledge.state !== 'confirmed' || arriveBy === undefined) return undefined;
  if (pledge.arrivedAt !== undefined) {
    return pledge.askedGaveAt === undefined
      ? {
          at: after(pledge.arrivedAt, minutes(askGaveAfterMinutes)),
          event: { type: 'donation-asked', alertId },
        }
      : undefined;
  }
  if (pledge.askedArrivedAt !== undefined) {
    return {
      at: after(pledge.askedArrivedAt, minutes(noShowAfterMinutes)),
      event: { type: 'donor-did-not-come', alertId },
    };
  }
  return pledge.reminded
    ? { at: arriveBy, event: { type: 'arrival-asked', alertId } }
    : {
        at: after(arriveBy, -minutes(reminderBeforeMinutes)),
        event: { type: 'donor-reminded', alertId },
      };
};

/** A request nobody could serve in time: ask whether it is still needed, then let it end. */
const endTimer = (request: Request, policy: Policy): Timer | undefined => {
  const expired: RequestEvent = { type: 'closed', reason: 'expired' };
  switch (request.phase.type) {
    case 'verifying':
    case 'searching':
      return request.askedStillNeededAt === undefined
        ? { at: request.neededBy, event: { type: 'still-needed-asked' } }
        : {
            at: after(request.askedStillNeededAt, hours(policy.stillNeeded.answerWithinHours)),
            event: expired,
          };
    case 'covered':
      return { at: after(request.neededBy, hours(policy.coveredGraceHours)), event: expired };
    case 'fulfilled':
    case 'closed':
      return undefined;
  }
};

const timers = (request: Request, policy: Policy): Timer[] =>
  [endTimer(request, policy), ...request.pledges.map((p) => pledgeTimer(p, policy))].filter(
    (t) => t !== undefined,
  );

/** The first thing time alone has brought by now, if any. */
export const dueCommand = (
  request: Request,
  now: EpochMs,
  policy: Policy,
): RequestEvent | undefined =>
  timers(request, policy)
    .filter((t) => t.at <= now)
    .sort((a, b) => a.at - b.at)[0]?.event;

/** When the outside must be asked next: volunteers, donors, or the holders of open alerts. */
const outsideDue = (request: Request, now: EpochMs): EpochMs | undefined => {
  if (request.alertsToClose) return now;
  switch (request.phase.type) {
    case 'verifying':
      return earliest(request.phase.nextRoundAt, request.phase.callAt);
    case 'searching':
      return request.phase.toReplace > 0 && !request.phase.exhausted
        ? now
        : earliest(request.phase.nextStageAt, request.phase.callAt);
    case 'covered':
    case 'fulfilled':
    case 'closed':
      return undefined;
  }
};

/** When to look at this request next. Every request that is not over has such a moment. */
export const nextDue = (request: Request, now: EpochMs, policy: Policy): EpochMs | undefined =>
  earliest(outsideDue(request, now), ...timers(request, policy).map((t) => t.at));
