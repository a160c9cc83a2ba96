import type { AlertId } from '../terms/request-code.ts';
import type { EpochMs } from '../terms/time.ts';
import type { RequestEvent } from './events.ts';
import { holdsPlace } from './pledge-counts.ts';
import type { Phase, Pledge, Request } from './request.ts';

const withPledge = (request: Request, alertId: AlertId, change: Partial<Pledge>): Request => ({
  ...request,
  pledges: request.pledges.map((p) => (p.alertId === alertId ? { ...p, ...change } : p)),
});

const withNewPledge = (request: Request, pledge: Pledge): Request => ({
  ...request,
  pledges: [...request.pledges.filter((p) => p.alertId !== pledge.alertId), pledge],
});

/** "Still needed?" belongs to the search that is over; the next one asks anew. */
const withoutOldQuestion = (request: Request): Request => {
  const { askedStillNeededAt: _, ...rest } = request;
  return rest;
};

/** Not given after all: as if it had been dropped. A request that is over stays over. */
const denied = (request: Request, alertId: AlertId): Request => ({
  ...request,
  pledges: request.pledges.map((p) => {
    const { donatedAt: _, donatedBy: __, ...rest } = p;
    return p.alertId === alertId ? { ...rest, state: 'dropped' } : p;
  }),
});

/** A new hour to come by, and the question "have you arrived?" once more then. */
const onTheWay = (request: Request, alertId: AlertId, arriveBy: EpochMs): Request => ({
  ...request,
  pledges: request.pledges.map((p) => {
    const { askedArrivedAt: _, ...rest } = p;
    return p.alertId === alertId ? { ...rest, arriveBy } : p;
  }),
});

/** There, or still there: "did you give?" is asked (once more) in a while. */
const arrived = (request: Request, alertId: AlertId, arrivedAt: EpochMs): Request => ({
  ...request,
  pledges: request.pledges.map((p) => {
    const { askedGaveAt: _, ...rest } = p;
    return p.alertId === alertId ? { ...rest, arrivedAt } : p;
  }),
});

const searching = (
  request: Request,
  change: Partial<Extract<Phase, { type: 'searching' }>>,
): Request =>
  request.phase.type === 'searching'
    ? { ...request, phase: { ...request.phase, ...change } }
    : request;

const moreToReplace = (request: Request): Request =>
  request.phase.type === 'searching'
    ? searching(request, { toReplace: request.phase.toReplace + 1 })
    : request;

/** The search (again), from the nearest ring: people may have become free since. */
const toSearch = (request: Request, at: EpochMs): Request => ({
  ...request,
  alertsToClose: false,
  phase: { type: 'searching', reach: 0, nextStageAt: at, toReplace: 0, exhausted: false },
});

/** Whoever has not answered has been called: once a stage, once a round. */
const withoutCall = (request: Request): Request => {
  if (request.phase.type !== 'searching' && request.phase.type !== 'verifying') return request;
  if (request.phase.type === 'verifying') {
    const { callAt: _, toCall: __, ...phase } = request.phase;
    return { ...request, phase };
  }
  const { callAt: _, ...phase } = request.phase;
  return { ...request, phase };
};

/** More volunteers are asked; whoever was asked before is not called a second time. */
const nextRound = (
  before: Extract<Phase, { type: 'verifying' }>,
  { round, nextRoundAt, phones, callAt }: Extract<RequestEvent, { type: 'volunteers-asked' }>,
): Phase => {
  const toCall = phones.filter((phone) => !before.asked.includes(phone));
  return {
    type: 'verifying',
    round,
    nextRoundAt,
    asked: [...new Set([...before.asked, ...phones])],
    ...(callAt !== undefined && toCall.length > 0 && { callAt, toCall }),
  };
};

/** The request after that event at that moment. */
export const evolve = (request: Request, event: RequestEvent, at: EpochMs): Request => {
  switch (event.type) {
    case 'volunteers-asked': {
      if (request.phase.type !== 'verifying') return request;
      return { ...request, phase: nextRound(request.phase, event) };
    }
    case 'unanswered-called':
      return withoutCall(request);
    case 'verified':
      return toSearch({ ...request, verifiedBy: event.by }, at);
    case 'refused':
      return { ...request, verifiedBy: event.by };
    case 'stage-started': {
      const { reach, nextStageAt, callAt } = event;
      return searching(withoutCall({ ...request, stages: request.stages + 1 }), {
        reach,
        nextStageAt,
        toReplace: 0,
        ...(callAt !== undefined && { callAt }),
      });
    }
    case 'refusals-replaced':
      return searching(request, { reach: event.reach, toReplace: 0 });
    case 'stage-postponed':
      return searching(request, { nextStageAt: event.nextStageAt, toReplace: 0 });
    case 'search-widened':
      return request;
    case 'everyone-asked':
      return searching(request, { nextStageAt: event.nextStageAt, toReplace: 0, exhausted: true });
    case 'alert-refused':
    case 'alert-undelivered':
      return moreToReplace(request);
    case 'donor-confirmed': {
      const { alertId, donor, arriveBy, reminded } = event;
      return withNewPledge(request, { alertId, donor, state: 'confirmed', at, arriveBy, reminded });
    }
    case 'donor-on-standby': {
      const { alertId, donor } = event;
      return withNewPledge(request, { alertId, donor, state: 'standby', at, reminded: false });
    }
    case 'standby-promoted': {
      const { alertId, donor, arriveBy, reminded } = event;
      return withNewPledge(request, { alertId, donor, state: 'confirmed', at, arriveBy, reminded });
    }
    case 'donor-dropped':
    case 'standby-dropped':
      return withPledge(request, event.alertId, { state: 'dropped' });
    case 'donor-did-not-come':
      return withPledge(request, event.alertId, { state: 'no-show' });
    case 'donor-turned-away':
      return withPledge(request, event.alertId, { state: 'deferred' });
    case 'donor-reminded':
      return withPledge(request, event.alertId, { reminded: true });
    case 'arrival-asked':
      return withPledge(request, event.alertId, { askedArrivedAt: at });
    case 'donor-arrived':
      return arrived(request, event.alertId, at);
    case 'donor-on-the-way':
      return onTheWay(request, event.alertId, event.arriveBy);
    case 'donation-asked':
      return withPledge(request, event.alertId, { askedGaveAt: at });
    case 'donated':
      return withPledge(request, event.alertId, {
        state: 'donated',
        donatedAt: at,
        donatedBy: event.told,
      });
    case 'donation-denied':
      return denied(request, event.alertId);
    case 'covered':
      return {
        ...withoutOldQuestion(request),
        alertsToClose: true,
        phase: { type: 'covered', at },
      };
    case 'search-resumed':
      return toSearch(withoutOldQuestion(request), at);
    case 'fulfilled':
      return { ...ended(request), phase: { type: 'fulfilled', at } };
    case 'still-needed-asked':
      return { ...request, askedStillNeededAt: at };
    case 'extended': {
      const { askedStillNeededAt: _, ...rest } = request;
      return { ...rest, neededBy: event.neededBy };
    }
    case 'units-added':
      return { ...request, units: event.units };
    case 'closed':
      return { ...ended(request), phase: { type: 'closed', at, reason: event.reason } };
    case 'alerts-closed':
      return { ...request, alertsToClose: event.more };
  }
};

/** Over: whoever still stands ready is released, open alerts are to be closed, the volunteer's number is let go of. */
const ended = ({ verifiedBy: _, ...request }: Request): Request => ({
  ...request,
  alertsToClose: request.phase.type !== 'verifying',
  pledges: request.pledges.map((p) => (holdsPlace(p.state) ? { ...p, state: 'released' } : p)),
});
