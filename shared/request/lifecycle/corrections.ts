import type { Policy } from '../../terms/policy.ts';
import { dayOf, type EpochMs, epochMs } from '../../terms/time.ts';
import type { CorrectionCommand, Refusal } from '../commands.ts';
import {
  changesWhomToAsk,
  differingFields,
  fieldsBefore,
  isEmptyCorrection,
  withCorrection,
} from '../corrections/correct-fields.ts';
import { withRaised } from '../corrections/more-again.ts';
import { appointment } from '../deadlines.ts';
import type { CorrectionEvent, RequestEvent } from '../events.ts';
import {
  countDonated,
  countSecured,
  countStandby,
  countStandbyRoom,
  holdsPlace,
  isClosed,
} from '../pledge-counts.ts';
import type { Pledge, Request } from '../request.ts';
import type { CommandOf, Decisions, EventOf, Evolution } from './handlers.ts';
import { changePledge } from './notices.ts';
import { startSearch, withoutStillNeeded } from './search.ts';

/* The family corrects its open request: the search, the volunteers and the donors who are coming follow. */

const released = (request: Request, { alertId }: Pick<Pledge, 'alertId'>): Request =>
  changePledge(request, alertId, (pledge) => ({ ...pledge, state: 'released' }));

/** The donors in this state: those who have not arrived before those who have, the latest yes first. */
const lastFirst = (request: Request, state: Pledge['state']): Pledge[] =>
  request.pledges
    .filter((p) => p.state === state)
    .sort((a, b) => Number(a.arrivedAt ?? 0) - Number(b.arrivedAt ?? 0) || b.at - a.at);

/** The pledges that a request with fewer units no longer needs. */
const surplus = (request: Request, policy: Policy): Pledge[] => {
  if (countDonated(request) >= request.units) return [];
  const confirmed = lastFirst(request, 'confirmed').slice(
    0,
    Math.max(0, countSecured(request) - request.units),
  );
  const left = confirmed.reduce(released, request);
  const isMissing = countSecured(left) < left.units;
  const standby = isMissing
    ? []
    : lastFirst(left, 'standby').slice(
        0,
        Math.max(0, countStandby(left) - countStandbyRoom(left, policy)),
      );
  return [...confirmed, ...standby];
};

const correct = (
  request: Request,
  command: CommandOf['correct'],
  now: EpochMs,
  policy: Policy,
): RequestEvent[] | Refusal => {
  if (isClosed(request)) return 'over';
  const changes = differingFields(request, command.changes);
  if (isEmptyCorrection(changes)) return 'nothing-due';
  if (changes.units !== undefined && (changes.units < 1 || changes.units > policy.maxUnits))
    return 'too-many-units';
  const corrected = withCorrection(request, changes);
  const unfit = request.pledges.filter(
    (p) => holdsPlace(p.state) && command.unfit.includes(p.alertId),
  );
  const release = ({ alertId }: Pledge, fewer: boolean): RequestEvent => ({
    type: 'donor-released',
    alertId,
    fewer,
  });
  return [
    {
      type: 'corrected',
      changes,
      before: fieldsBefore(request, changes),
      appointment: appointment(corrected, now, policy),
    },
    ...unfit.map((pledge) => release(pledge, false)),
    ...surplus(unfit.reduce(released, corrected), policy).map((pledge) => release(pledge, true)),
  ];
};

export const correctionDecisions: Decisions<CorrectionCommand> = {
  correct,
  'withdraw-alerts': ({ alertsToFit }, { notified, more }) =>
    alertsToFit ? [{ type: 'alerts-withdrawn', notified, more }] : 'nothing-due',
  'ask-coming': (request) => {
    const unasked = request.pledges.filter(
      (p) => p.state === 'confirmed' && p.arrivedAt === undefined && p.askedArrivedAt === undefined,
    );
    const events = unasked.map(({ alertId }): RequestEvent => ({ type: 'arrival-asked', alertId }));
    return events.length > 0 ? events : 'nothing-due';
  },
  'ask-gave': (request) => {
    const confirmed = request.pledges.filter(
      (p) => p.state === 'confirmed' && p.askedGaveAt === undefined,
    );
    const events = confirmed.map(
      ({ alertId }): RequestEvent => ({ type: 'donation-asked', alertId }),
    );
    return events.length > 0 ? events : 'nothing-due';
  },
};

/** The need has moved to a later day: a donor who is not there yet comes then, and is reminded and asked again. */
const onLaterDay = (
  { arrivedAt, arriveBy }: Pledge,
  { changes, before, appointment: next }: EventOf['corrected'],
): boolean =>
  arrivedAt === undefined &&
  arriveBy !== undefined &&
  arriveBy < next.arriveBy &&
  changes.neededBy !== undefined &&
  before.neededBy !== undefined &&
  dayOf(changes.neededBy) > dayOf(before.neededBy);

/** Confirmed donors keep their time, unless the way, the day or the end has changed. A visit at the old place starts again. */
const withNewVisits = (request: Request, event: EventOf['corrected']): Request => {
  const { changes, appointment: next } = event;
  const isMoved = changes.hospital !== undefined || changes.place !== undefined;
  return {
    ...request,
    pledges: request.pledges.map((pledge) => {
      if (pledge.state !== 'confirmed' || pledge.arriveBy === undefined) return pledge;
      if (onLaterDay(pledge, event)) {
        const { askedArrivedAt: _, ownTime: __, ...visit } = pledge;
        return { ...visit, ...next };
      }
      const isTooLate = pledge.arriveBy > request.neededBy;
      if (!isMoved) return isTooLate ? { ...pledge, ...next } : pledge;
      const { arrivedAt: _, askedArrivedAt: __, askedGaveAt: ___, ...visit } = pledge;
      const arriveBy = epochMs(
        isTooLate ? next.arriveBy : Math.max(pledge.arriveBy, next.arriveBy),
      );
      return { ...visit, arriveBy, reminded: pledge.reminded || next.reminded };
    }),
  };
};

/** Volunteers of the new zone are asked from the first round on. Those asked before it was known where are still called. */
const withNewRound = (
  request: Request,
  { isOtherZone, wasUnplaced }: { isOtherZone: boolean; wasUnplaced: boolean },
  at: EpochMs,
): Request => {
  const { phase } = request;
  if (phase.type !== 'verifying' || !isOtherZone || phase.round === 0) return request;
  const { callAt: _, toCall: __, ...rest } = phase;
  const kept = wasUnplaced ? phase : rest;
  return { ...request, phase: { ...kept, round: 0, nextRoundAt: at } };
};

/** Now it is known where: the request can be verified. */
const placed = (request: Request): Request => {
  const { unplaced: _, ...rest } = request;
  return request.hospital === '' ? request : rest;
};

const applyCorrection = (request: Request, event: EventOf['corrected'], at: EpochMs): Request => {
  const { changes } = event;
  const raised = withRaised(withCorrection(request, changes), request, at);
  const corrected = withNewVisits(placed(raised), event);
  const timed = changes.neededBy === undefined ? corrected : withoutStillNeeded(corrected);
  if (timed.phase.type === 'verifying')
    return withNewRound(
      timed,
      {
        isOtherZone: corrected.place.zone !== request.place.zone,
        wasUnplaced: request.unplaced ?? false,
      },
      at,
    );
  if (!changesWhomToAsk(changes)) return timed;
  const fitting = { ...timed, alertsToFit: true };
  const { alertsToClose } = fitting;
  return fitting.phase.type === 'searching'
    ? { ...startSearch(fitting, at), alertsToClose }
    : fitting;
};

export const correctionEvolution: Evolution<CorrectionEvent> = {
  corrected: applyCorrection,
  'donor-released': (request, event) => released(request, event),
  'alerts-withdrawn': ({ alertsToFit: _, ...request }, { more }) =>
    more ? { ...request, alertsToFit: true } : request,
};
