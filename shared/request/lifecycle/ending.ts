import { type EpochMs, epochMs, hours, after as later } from '../../terms/time.ts';
import type { Effect, EndingCommand } from '../commands.ts';
import { withRaised } from '../corrections/more-again.ts';
import { dueEvent } from '../deadlines.ts';
import type { EndingEvent } from '../events.ts';
import { holdsPlace, isClosed, isReachedAsked } from '../pledge-counts.ts';
import type { Pledge, Request } from '../request.ts';
import {
  type Decisions,
  type EventOf,
  type Evolution,
  type Notifications,
  noFacts,
  type TimelineLines,
} from './handlers.ts';
import { notifyPhone } from './notices.ts';
import { confirmReported } from './pledges.ts';
import { withoutStillNeeded } from './search.ts';
import { visitQuestion } from './visits.ts';

/* A request ends, or the family asks for more time or more units. */

export const endingDecisions: Decisions<EndingCommand> = {
  close: (request) => (isClosed(request) ? 'over' : [{ type: 'closed', reason: 'cancelled' }]),
  'add-units': (request, command, _now, { maxUnits }) => {
    if (isClosed(request)) return 'over';
    const units = request.units + command.units;
    return units > maxUnits ? 'too-many-units' : [{ type: 'units-added', units }];
  },
  extend: (request, _command, now, { stillNeeded }) => {
    if (isClosed(request)) return 'over';
    const from = epochMs(Math.max(request.neededBy, now));
    return [{ type: 'extended', neededBy: later(from, hours(stillNeeded.extendHours)) }];
  },
  'tell-reached': (request, { reached }) => {
    if (!isReachedAsked(request)) return 'nothing-due';
    return reached
      ? [...confirmReported(request), { type: 'blood-reached' }]
      : [{ type: 'blood-not-reached' }];
  },
  tick: (request, _command, now, policy) => {
    const event = dueEvent(request, now, policy);
    return event ? [event] : 'nothing-due';
  },
};

/** Over: confirmed and standby donors are released, open alerts are to be closed, the volunteer's and the contact's number are dropped. */
const ended = ({ verifiedBy: _, contact: __, alertsToFit: ___, ...request }: Request): Request => ({
  ...request,
  alertsToClose: request.phase.type !== 'verifying',
  pledges: request.pledges.map((p) => (holdsPlace(p.state) ? { ...p, state: 'released' } : p)),
});

export const endingEvolution: Evolution<EndingEvent> = {
  fulfilled: (request, _event, at) => ({ ...ended(request), phase: { type: 'fulfilled', at } }),
  'still-needed-asked': (request, _event, at) => ({ ...request, askedStillNeededAt: at }),
  'blood-reached': (request) => ({ ...request, reached: true }),
  'blood-not-reached': (request) => ({ ...request, reached: false }),
  extended: (request, { neededBy }) => ({ ...withoutStillNeeded(request), neededBy }),
  // More units are needed on the last day.
  'units-added': (request, { units }, at) =>
    withRaised(
      {
        ...request,
        units,
        ...(request.days && {
          days: request.days.map((day, i, { length }) =>
            i === length - 1 ? { ...day, units: day.units + units - request.units } : day,
          ),
        }),
      },
      request,
      at,
    ),
  closed: (request, { reason }, at) => ({
    ...ended(request),
    phase: { type: 'closed', at, reason },
  }),
};

const inState = ({ pledges }: Request, state: Pledge['state']): Pledge[] =>
  pledges.filter((p) => p.state === state);

/** Confirmed and standby donors learn that they need not come. */
const standDown = (request: Request): Effect[] => {
  const { code } = request;
  return [
    ...inState(request, 'confirmed').flatMap((p) =>
      notifyPhone(p.donor?.phone, { key: 'donorStandDown', params: { code } }),
    ),
    ...inState(request, 'standby').flatMap((p) =>
      notifyPhone(p.donor?.phone, { key: 'standbyReleased', params: { code } }),
    ),
  ];
};

const notifyFulfilled = (request: Request, now: EpochMs): Effect[] => {
  const { code, units, requester, verifiedBy } = request;
  const earlier = inState(request, 'donated').filter(
    (p) => p.donatedAt !== undefined && p.donatedAt < now,
  );
  return [
    ...notifyPhone(requester, { key: 'requestFulfilled', params: { code, units } }),
    ...notifyPhone(verifiedBy, { key: 'verifyEnd', params: { code, units } }),
    ...earlier.flatMap((p) =>
      notifyPhone(p.donor?.phone, { key: 'lifeTouched', params: { code } }),
    ),
    ...standDown(request),
  ];
};

const notifyClosed = ({ reason }: EventOf['closed'], request: Request): Effect[] => {
  const { code, phase, requester, verifiedBy } = request;
  // The refusal has already notified family and volunteers.
  if (reason === 'refused') return standDown(request);
  const volunteers = phase.type === 'verifying' ? phase.asked : verifiedBy ? [verifiedBy] : [];
  const given = inState(request, 'donated').length;
  const counts = given > 0 ? { given, units: request.units } : {};
  return [
    ...notifyPhone(
      requester,
      reason === 'cancelled'
        ? { key: 'requestClosed', params: { code } }
        : { key: 'requestExpired', params: { code, ...counts } },
    ),
    ...volunteers.flatMap((phone) =>
      notifyPhone(phone, { key: 'verifyEndClosed', params: { code } }),
    ),
    ...standDown(request),
  ];
};

export const endingNotifications: Notifications<EndingEvent> = {
  fulfilled: (_event, { before, now }) => notifyFulfilled(before, now),
  'still-needed-asked': (_event, { before, now: at }) =>
    notifyPhone(before.requester, visitQuestion('still-needed', before), {
      about: 'still-needed',
      requestId: before.id,
      at,
    }),
  'blood-reached': () => [],
  'blood-not-reached': () => [],
  extended: ({ neededBy }, { before: { requester, code, phase } }) =>
    notifyPhone(requester, {
      key: phase.type === 'verifying' ? 'requestExtendedUnchecked' : 'requestExtended',
      params: { code, neededBy },
    }),
  'units-added': ({ units }, { before: { requester, code } }) =>
    notifyPhone(requester, { key: 'unitsAdded', params: { code, units } }),
  closed: (event, { before }) => notifyClosed(event, before),
};

export const endingTimeline: TimelineLines<EndingEvent> = {
  fulfilled: noFacts,
  'still-needed-asked': noFacts,
  'blood-reached': noFacts,
  'blood-not-reached': noFacts,
  extended: noFacts,
  'units-added': ({ units }) => ({ units }),
  closed: ({ reason }) => ({ reason }),
};
