import type { Policy } from '../terms/policy.ts';
import { quietUntil } from '../terms/quiet-hours.ts';
import {
  after,
  type EpochMs,
  earliest,
  epochMs,
  fromCalendar,
  hours,
  minutes,
  toCalendar,
} from '../terms/time.ts';
import type { RequestEvent } from './events.ts';
import { dayBefore, dayTurn, nextDay } from './lifecycle/needed-days.ts';
import type { Pledge, Request } from './request.ts';

/* Everything that happens to a request because time passes and no reply from outside is needed. */

type Deadline = { at: EpochMs; event: RequestEvent };

const pledgeDeadline = (pledge: Pledge, policy: Policy): Deadline | undefined => {
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
      // A donor who was asked early still has until the agreed time.
      at: after(epochMs(Math.max(pledge.askedArrivedAt, arriveBy)), minutes(noShowAfterMinutes)),
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

/** A request that is not served in time: ask whether it is still needed, then let it end. */
const endDeadline = (request: Request, policy: Policy): Deadline | undefined => {
  const expired: RequestEvent = { type: 'closed', reason: 'expired' };
  // The days that are left come first.
  if (nextDay(request)) return undefined;
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

const deadlinesOf = (request: Request, now: EpochMs, policy: Policy): Deadline[] =>
  [
    dayTurn(request, now),
    endDeadline(request, policy),
    ...request.pledges.map((p) => pledgeDeadline(p, policy)),
  ].filter((d) => d !== undefined);

/** The first event that passing time alone has caused by now, if any. */
export const dueEvent = (
  request: Request,
  now: EpochMs,
  policy: Policy,
): RequestEvent | undefined =>
  deadlinesOf(request, now, policy)
    .filter((d) => d.at <= now)
    .sort((a, b) => a.at - b.at)[0]?.event;

/** When to turn to people next: volunteers, donors, or the holders of open alerts. */
const nextContact = (request: Request, now: EpochMs): EpochMs | undefined => {
  if (request.alertsToClose || request.alertsToFit) return now;
  switch (request.phase.type) {
    case 'verifying':
      return earliest(
        request.phase.nextRoundAt,
        request.phase.callAt,
        ...(request.phase.notReached ?? []).map(({ callAgainAt }) => callAgainAt),
      );
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
  earliest(nextContact(request, now), ...deadlinesOf(request, now, policy).map((d) => d.at));

type Need = Pick<Request, 'urgency' | 'neededBy' | 'asap' | 'days'>;

const quarter = minutes(15);

/**
 * The nearest quarter hour that is neither past nor after `latest`: texts and calls then say the same. Midnight is a
 * quarter earlier, so that no reader takes it for the day after.
 */
export const quarterHour = (at: EpochMs, now: EpochMs, latest = at + quarter): EpochMs => {
  const nearest = Math.round(at / quarter) * quarter;
  const rounded = epochMs(
    nearest > latest ? nearest - quarter : nearest <= now ? nearest + quarter : nearest,
  );
  const { hour, minute } = toCalendar(rounded);
  return hour === 0 && minute === 0 ? after(rounded, -quarter) : rounded;
};

/** What is needed later than this is given on its eve: the donor of an operation next week does not come tomorrow. */
const farAhead = hours(48);

const eveOf = ({ urgency, neededBy }: Need, now: EpochMs): number =>
  urgency === 'planned' && neededBy - now > farAhead ? neededBy - hours(24) : now;

/**
 * By when a donor who is asked now should arrive: as soon as they can, to the quarter hour, or on the eve of what
 * is needed in some days. A place that is not kept is then noticed while another donor can still fill it. At night no donor is
 * sent out for what can wait until the morning.
 */
export const arrivalDeadline = (
  need: Need,
  now: EpochMs,
  { arrival, quietHours }: Pick<Policy, 'arrival' | 'quietHours'>,
): EpochMs => {
  const { urgency, neededBy } = need;
  const travel = minutes(arrival.travelMinutes[urgency]);
  const before = dayBefore(need);
  if (before !== undefined) return arrivalOnDay(neededBy, before, after(now, travel), quietHours);
  // Who comes on the eve has the same morning before it as who comes tomorrow.
  const asked = epochMs(Math.max(now, eveOf(need, now) - travel));
  return arrivalAskedAt(need, asked, travel, quietHours);
};

const arrivalAskedAt = (
  { urgency, neededBy }: Need,
  now: EpochMs,
  travel: number,
  quietHours: Policy['quietHours'],
): EpochMs => {
  const soonest = after(now, travel);
  const morning = urgency === 'critical' ? undefined : quietUntil(soonest, quietHours);
  // A whole journey is left for a replacement.
  const latest = after(neededBy, -travel);
  if (morning === undefined || latest < morning) return quarterHour(soonest, now);
  return quarterHour(epochMs(Math.max(morning, Math.min(after(morning, travel), latest))), now);
};

/** Not before that day begins: its units are wanted then, and not on the day before. */
const arrivalOnDay = (
  neededBy: EpochMs,
  dayBefore: EpochMs,
  soonest: EpochMs,
  quietHours: Policy['quietHours'],
): EpochMs => {
  const night = fromCalendar({ ...toCalendar(neededBy), hour: 0, minute: 0 });
  const morning = quietUntil(night, quietHours) ?? night;
  const begins = Math.max(morning, dayBefore + 1, soonest);
  return begins >= neededBy
    ? neededBy
    : quarterHour(epochMs(begins), epochMs(begins - 1), neededBy);
};

/**
 * The one arrival time: what the alert named, in every later message to this donor and about them. Another one only when
 * half the journey is no longer left, when the blood is now needed sooner or on a later day, and for "as soon as you can",
 * which names none.
 */
export const arrivalTime = (
  request: Need,
  offered: EpochMs | undefined,
  now: EpochMs,
  policy: Pick<Policy, 'arrival' | 'quietHours'>,
): EpochMs => {
  const halfway = after(now, minutes(policy.arrival.travelMinutes[request.urgency]) / 2);
  const tooEarly = request.urgency === 'planned' ? request.neededBy - farAhead : halfway;
  const begins = Math.max(halfway, tooEarly, dayBefore(request) ?? halfway);
  const holds = offered !== undefined && offered >= begins && offered <= request.neededBy;
  return holds && !request.asap ? offered : arrivalDeadline(request, now, policy);
};

/** The arrival time, and `reminded: true` when it is too soon for a reminder. `offered`: the time of the alert. */
export const appointment = (
  request: Need,
  now: EpochMs,
  policy: Policy,
  offered?: EpochMs,
): { arriveBy: EpochMs; reminded: boolean } =>
  appointmentAt(arrivalTime(request, offered, now, policy), now, policy);

/** The same for a time that the donor has named. */
export const appointmentAt = (
  arriveBy: EpochMs,
  now: EpochMs,
  policy: Policy,
): { arriveBy: EpochMs; reminded: boolean } => {
  const reminder = after(arriveBy, -minutes(policy.arrival.reminderBeforeMinutes));
  return { arriveBy, reminded: reminder <= after(now, minutes(30)) };
};
