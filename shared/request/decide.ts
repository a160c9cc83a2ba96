import type { Policy } from '../terms/policy.ts';
import { after, days, type EpochMs, hours, minutes } from '../terms/time.ts';
import { appointment } from './appointment.ts';
import type { Refusal, RequestCommand } from './commands.ts';
import { dueCommand, nextDue } from './deadlines.ts';
import type { Effect } from './effects.ts';
import type { RequestEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { notify } from './notifications.ts';
import {
  countDonated,
  countMissing,
  countStandby,
  countStandbyRoom,
  isClosed,
} from './pledge-counts.ts';
import type { Pledge, Request } from './request.ts';

export type Decision =
  | { request: Request; events: RequestEvent[]; effects: Effect[] }
  | { refused: Refusal };

type First = RequestEvent[] | Refusal;

/**
 * What a command does to a request: its own events, what follows from them (a standby moves up, the request is
 * covered, fulfilled …), the request afterwards, and what must be told to whom. Pure; may run again after a conflict.
 */
export const decide = (
  request: Request,
  command: RequestCommand,
  now: EpochMs,
  policy: Policy,
): Decision => {
  const first = firstEvents(request, command, now, policy);
  if (typeof first === 'string') return { refused: first };
  return conclude(request, first, now, policy);
};

/** Apply events one by one, add what follows from each, and collect what must be told. */
const conclude = (
  before: Request,
  first: RequestEvent[],
  now: EpochMs,
  policy: Policy,
): Decision => {
  const events: RequestEvent[] = [];
  const effects: Effect[] = [];
  let request = before;
  const queue = [...first];
  for (
    let event = queue.shift();
    event;
    event = queue.shift() ?? consequence(request, now, policy)
  ) {
    const next = evolve(request, event, now);
    effects.push(...notify(event, request, next, now, policy));
    events.push(event);
    request = next;
  }
  return { request: withDue(request, now, policy), events, effects };
};

export const withDue = (request: Request, now: EpochMs, policy: Policy): Request => {
  const { dueAt: _, forgetAt: __, ...rest } = request;
  const dueAt = nextDue(request, now, policy);
  const { phase } = request;
  const endedAt = phase.type === 'fulfilled' || phase.type === 'closed' ? phase.at : undefined;
  return {
    ...rest,
    ...(dueAt !== undefined && { dueAt }),
    ...(endedAt !== undefined && { forgetAt: after(endedAt, days(policy.retention.requestDays)) }),
  };
};

/** What must follow from the state itself, whatever led to it. */
const consequence = (request: Request, now: EpochMs, policy: Policy): RequestEvent | undefined => {
  const { type } = request.phase;
  if (type !== 'searching' && type !== 'covered') return undefined;
  if (countDonated(request) >= request.units) return { type: 'fulfilled' };
  if (countMissing(request) > 0) {
    const next = request.pledges.find((p) => p.state === 'standby');
    if (next?.donor) {
      const { alertId, donor } = next;
      return { type: 'standby-promoted', alertId, donor, ...appointment(request, now, policy) };
    }
    return type === 'covered' ? { type: 'search-resumed' } : undefined;
  }
  return type === 'searching' ? { type: 'covered' } : undefined;
};

const firstEvents = (
  request: Request,
  command: RequestCommand,
  now: EpochMs,
  policy: Policy,
): First => {
  const { phase } = request;
  switch (command.type) {
    case 'verify':
    case 'refuse':
      return settle(request, command);
    case 'stop':
      return stop(request, command);
    case 'ask-volunteers': {
      if (phase.type !== 'verifying') return 'not-waiting';
      const wait = minutes(policy.verification.nextRoundMinutes[request.urgency]);
      // Coordinators are asked again, but not every few minutes.
      const nextRoundAt = after(now, command.round === 3 ? 6 * wait : wait);
      const callAt = policy.calls.volunteers && { callAt: after(now, wait / 2) };
      return [{ ...command, type: 'volunteers-asked', nextRoundAt, ...callAt }];
    }
    case 'ask-donors':
      return askDonors(request, command, now, policy);
    case 'postpone-stage':
      return phase.type === 'searching'
        ? [{ type: 'stage-postponed', nextStageAt: command.until }]
        : 'nothing-due';
    case 'call-unanswered':
      return (phase.type === 'searching' || phase.type === 'verifying') &&
        phase.callAt !== undefined
        ? [{ type: 'unanswered-called', called: command.called }]
        : 'nothing-due';
    case 'say-yes':
      return sayYes(request, command, now, policy);
    case 'say-no':
      return phase.type === 'searching'
        ? [{ type: 'alert-refused', alertId: command.alertId }]
        : 'nothing-due';
    case 'miss-donor':
      return phase.type === 'searching'
        ? [{ type: 'alert-undelivered', alertId: command.alertId }]
        : 'nothing-due';
    case 'drop':
      return drop(request, command.alertId);
    case 'turn-away':
      return turnAway(request, command);
    case 'arrive':
      return onConfirmed(request, command.alertId, () => ({
        type: 'donor-arrived',
        alertId: command.alertId,
      }));
    case 'be-on-the-way':
      return onConfirmed(request, command.alertId, () => ({
        type: 'donor-on-the-way',
        alertId: command.alertId,
        arriveBy: after(now, minutes(policy.arrival.noShowAfterMinutes)),
      }));
    case 'give':
      return give(request, command.alertId);
    case 'all-given':
      return allGiven(request);
    case 'close':
      return isClosed(request) ? 'over' : [{ type: 'closed', reason: 'cancelled' }];
    case 'add-units':
      return addUnits(request, command.units, policy);
    case 'extend': {
      if (isClosed(request)) return 'over';
      const from = request.neededBy > now ? request.neededBy : now;
      return [{ type: 'extended', neededBy: after(from, hours(policy.stillNeeded.extendHours)) }];
    }
    case 'close-alerts':
      return request.alertsToClose
        ? [{ type: 'alerts-closed', told: command.told, more: command.more }]
        : 'nothing-due';
    case 'tick': {
      const event = dueCommand(request, now, policy);
      return event ? [event] : 'nothing-due';
    }
  }
};

const settle = (
  request: Request,
  command: Extract<RequestCommand, { type: 'verify' | 'refuse' }>,
): First => {
  if (request.phase.type !== 'verifying') return 'not-waiting';
  if (command.by === request.requester) return 'own-request';
  return command.type === 'verify'
    ? [{ type: 'verified', by: command.by, name: command.name }]
    : [
        { ...command, type: 'refused' },
        { type: 'closed', reason: 'refused' },
      ];
};

/** The first answer wins: against it stands only who gave it, and a coordinator. */
export const mayStopVerified = (
  { phase, verifiedBy, requester }: Request,
  { by, isCoordinator }: Pick<Extract<RequestCommand, { type: 'stop' }>, 'by' | 'isCoordinator'>,
): boolean =>
  (phase.type === 'searching' || phase.type === 'covered') &&
  by !== requester &&
  (isCoordinator || by === verifiedBy);

const stop = (
  request: Request,
  { isCoordinator, ...command }: Extract<RequestCommand, { type: 'stop' }>,
): First =>
  mayStopVerified(request, { by: command.by, isCoordinator })
    ? [
        { ...command, type: 'refused' },
        { type: 'closed', reason: 'refused' },
      ]
    : 'not-waiting';

const askDonors = (
  request: Request,
  command: Extract<RequestCommand, { type: 'ask-donors' }>,
  now: EpochMs,
  policy: Policy,
): First => {
  const { phase } = request;
  if (phase.type !== 'searching') return 'nothing-due';
  const { asked, reach, nextLookAt } = command;
  if (asked === 0) {
    const { alertsSoFar, saidNo } = command;
    // Answers may still come in: only the empty places are given up, the stage keeps its time.
    if (phase.nextStageAt > now)
      return [{ type: 'stage-postponed', nextStageAt: phase.nextStageAt }];
    // Somebody may become free again; looked at in longer steps, coordinators told once.
    const again = after(now, 4 * minutes(policy.stages[request.urgency].intervalMinutes));
    return phase.exhausted
      ? [{ type: 'stage-postponed', nextStageAt: again }]
      : [
          {
            type: 'everyone-asked',
            nextStageAt: again,
            asked: alertsSoFar,
            saidNo,
            coordinators: command.coordinators,
          },
        ];
  }
  const rings = policy.calls.halfTime.includes(request.urgency);
  const interval = minutes(policy.stages[request.urgency].intervalMinutes);
  const callAt = rings && { callAt: after(now, interval / 2) };
  // Beyond the zone: the family hears so once.
  const zone = policy.ringsKm.length;
  const widened: RequestEvent[] =
    reach > zone && phase.reach <= zone ? [{ type: 'search-widened', reach }] : [];
  return phase.nextStageAt <= now
    ? [...widened, { type: 'stage-started', asked, reach, nextStageAt: nextLookAt, ...callAt }]
    : [...widened, { type: 'refusals-replaced', asked, reach }];
};

const sayYes = (
  request: Request,
  { alertId, donor }: Extract<RequestCommand, { type: 'say-yes' }>,
  now: EpochMs,
  policy: Policy,
): First => {
  const state = request.pledges.find((p) => p.alertId === alertId)?.state;
  if (state === 'donated') return 'already-given';
  if (isClosed(request)) return 'over';
  // Nobody is asked before it is verified.
  if (request.phase.type === 'verifying') return 'nothing-due';
  if (state === 'confirmed') return 'already-confirmed';
  if (state === 'standby') return 'already-standby';
  if (countMissing(request) > 0) {
    return [{ type: 'donor-confirmed', alertId, donor, ...appointment(request, now, policy) }];
  }
  return countStandby(request) < countStandbyRoom(request, policy)
    ? [{ type: 'donor-on-standby', alertId, donor }]
    : 'enough';
};

const pledgeOf = (request: Request, alertId: string): Pledge | undefined =>
  request.pledges.find((p) => p.alertId === alertId);

const onConfirmed = (request: Request, alertId: string, then: () => RequestEvent): First =>
  pledgeOf(request, alertId)?.state === 'confirmed' ? [then()] : 'no-pledge';

const drop = (request: Request, alertId: Pledge['alertId']): First => {
  const pledge = pledgeOf(request, alertId);
  if (pledge?.donatedBy === 'requester') return [{ type: 'donation-denied', alertId }];
  switch (pledge?.state) {
    case 'confirmed':
      return [{ type: 'donor-dropped', alertId }];
    case 'standby':
      return [{ type: 'standby-dropped', alertId }];
    default:
      return 'no-pledge';
  }
};

/** Known only after the drop, or at the centre's door: the pledge is dropped already or still confirmed. */
const turnAway = (
  request: Request,
  { alertId, until }: Extract<RequestCommand, { type: 'turn-away' }>,
): First => {
  const state = pledgeOf(request, alertId)?.state;
  return state === 'confirmed' || state === 'dropped'
    ? [{ type: 'donor-turned-away', alertId, until }]
    : 'no-pledge';
};

/** Late words count: whoever was taken for a no-show, dropped or released may still have given. */
const give = (request: Request, alertId: Pledge['alertId']): First => {
  const state = pledgeOf(request, alertId)?.state;
  if (state === undefined) return 'no-pledge';
  return state === 'donated'
    ? 'already-given'
    : [{ type: 'donated', alertId, told: 'donor', tellFamily: true }];
};

const allGiven = (request: Request): First => {
  if (isClosed(request)) return 'over';
  const confirmed = request.pledges.filter((p) => p.state === 'confirmed');
  const events = confirmed.map(
    ({ alertId }): RequestEvent => ({
      type: 'donated',
      alertId,
      told: 'requester',
      tellFamily: alertId === confirmed.at(-1)?.alertId,
    }),
  );
  return events.length > 0 ? events : 'nobody-confirmed';
};

const addUnits = (request: Request, more: number, policy: Policy): First => {
  if (isClosed(request)) return 'over';
  const units = request.units + more;
  return units > policy.maxUnits ? 'too-many-units' : [{ type: 'units-added', units }];
};
