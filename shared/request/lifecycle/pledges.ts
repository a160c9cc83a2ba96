import type { Message } from '../../messages/message-keys.ts';
import type { PhoneNumber } from '../../terms/phone-number.ts';
import type { Effect, PledgeCommand } from '../commands.ts';
import { appointment, appointmentAt, quarterHour } from '../deadlines.ts';
import type { PledgeEvent, RequestEvent } from '../events.ts';
import {
  countDonated,
  countMissing,
  countStandby,
  countStandbyRoom,
  isClosed,
  isVerified,
} from '../pledge-counts.ts';
import type { Pledge, Request } from '../request.ts';
import { agreedTime, comingDetails, progressParams, wardMessages } from '../request-messages.ts';
import {
  type Decisions,
  type EventOf,
  type Evolution,
  type Notifications,
  noFacts,
  type TimelineLines,
} from './handlers.ts';
import { changePledge, findPledge, notifyFamilyOfDonor, notifyPhone } from './notices.ts';
import { thankDonor } from './thank-donor.ts';
import { askDonor } from './visits.ts';

/* Donors say yes, stand by, move up, take their yes back, and give. */

/** The family's word confirms every gift that only its donor has reported. */
export const confirmReported = ({ pledges }: Request): RequestEvent[] =>
  pledges
    .filter((p) => p.state === 'donated' && !isVerified(p))
    .map(({ alertId }) => ({ type: 'donation-confirmed', alertId }));

export const pledgeDecisions: Decisions<PledgeCommand> = {
  'say-yes': (request, { alertId, donor, offered, arriveBy }, now, policy) => {
    const state = findPledge(request, alertId)?.state;
    if (state === 'donated') return 'already-given';
    if (isClosed(request)) return 'over';
    // No donor is asked before the request is verified.
    if (request.phase.type === 'verifying') return 'nothing-due';
    if (state === 'confirmed') return 'already-confirmed';
    if (state === 'standby') return 'already-standby';
    const visit = arriveBy
      ? {
          ...appointmentAt(quarterHour(arriveBy, now, request.neededBy), now, policy),
          ownTime: true,
        }
      : appointment(request, now, policy, offered);
    if (countMissing(request) > 0) return [{ type: 'donor-confirmed', alertId, donor, ...visit }];
    return countStandby(request) < countStandbyRoom(request, policy)
      ? [{ type: 'donor-on-standby', alertId, donor }]
      : 'enough';
  },
  drop: (request, { alertId }) => {
    const pledge = findPledge(request, alertId);
    if (pledge?.donatedBy === 'requester') return [{ type: 'donation-denied', alertId }];
    if (pledge?.state === 'confirmed') return [{ type: 'donor-dropped', alertId }];
    return pledge?.state === 'standby' ? [{ type: 'standby-dropped', alertId }] : 'no-pledge';
  },
  // Late reports count: a donor marked as a no-show, dropped or released may still have given.
  give: (request, { alertId }) => {
    const state = findPledge(request, alertId)?.state;
    if (state === undefined) return 'no-pledge';
    return state === 'donated'
      ? 'already-given'
      : [{ type: 'donated', alertId, reportedBy: 'donor', notifyFamily: true }];
  },
  'all-given': (request) => {
    // The donor may have been first to say so: the family's word confirms it, also when that has ended the request.
    const reported = confirmReported(request);
    if (isClosed(request)) return reported.length > 0 ? reported : 'over';
    const confirmed = request.pledges.filter((p) => p.state === 'confirmed');
    const events = confirmed.map(
      ({ alertId }): RequestEvent => ({
        type: 'donated',
        alertId,
        reportedBy: 'requester',
        notifyFamily: alertId === confirmed.at(-1)?.alertId,
      }),
    );
    const all = [...reported, ...events];
    return all.length > 0 ? all : 'nobody-confirmed';
  },
};

const withNewPledge = (request: Request, pledge: Pledge): Request => ({
  ...request,
  pledges: [...request.pledges.filter((p) => p.alertId !== pledge.alertId), pledge],
});

const withConfirmed: Evolution<PledgeEvent>['donor-confirmed'] = (
  request,
  { type: _, ...event },
  at,
) => withNewPledge(request, { ...event, state: 'confirmed', at });

const withDropped = (request: Request, { alertId }: EventOf['donor-dropped' | 'standby-dropped']) =>
  changePledge(request, alertId, (pledge) => ({ ...pledge, state: 'dropped' }));

export const pledgeEvolution: Evolution<PledgeEvent> = {
  'donor-confirmed': withConfirmed,
  'donor-on-standby': (request, { alertId, donor }, at) =>
    withNewPledge(request, { alertId, donor, state: 'standby', at, reminded: false }),
  'standby-promoted': withConfirmed,
  'donor-dropped': withDropped,
  'standby-dropped': withDropped,
  donated: (request, { alertId, reportedBy }, at) =>
    changePledge(request, alertId, (pledge) => ({
      ...pledge,
      state: 'donated',
      donatedAt: at,
      donatedBy: reportedBy,
    })),
  'donation-confirmed': (request, { alertId }) =>
    changePledge(request, alertId, (pledge) => ({ ...pledge, confirmed: true })),
  // The donor did not give: as if they had dropped. A request that is over stays over.
  'donation-denied': (request, { alertId }) =>
    changePledge(request, alertId, ({ donatedAt: _, donatedBy: __, check: ___, ...pledge }) => ({
      ...pledge,
      state: 'dropped',
    })),
};

/** The number that the family named, else the family's own; the verifier's when the family was erased. */
const contactPhone = ({ contact, requester, verifiedBy }: Request): PhoneNumber | undefined =>
  (requester && contact) ?? requester ?? verifiedBy;

/**
 * Where in the hospital the family is. A donor of platelets stays longer, must not have taken aspirin, and not every blood
 * centre takes them.
 */
const visitNotes = (to: PhoneNumber, request: Request): Effect[] => {
  const { code, component } = request;
  const messages: Message[] = wardMessages(request);
  if (component === 'platelets') messages.push({ key: 'plateletsVisit', params: { code } });
  return messages.flatMap((message) => notifyPhone(to, message));
};

/** Tells donor and family of each other: with phone numbers unless their calls are bridged. */
const introduce = (
  key: 'alertYesConfirmed' | 'standbyPromoted',
  { donor, arriveBy, ownTime }: EventOf['donor-confirmed'],
  request: Request,
): Effect[] => {
  const phone = contactPhone(request);
  if (!phone) return [];
  const isShared = donor.sharing !== 'bridge';
  return [
    ...notifyPhone(donor.phone, {
      key,
      params: { ...comingDetails(request, { arriveBy, ownTime }), ...(isShared && { phone }) },
    }),
    ...visitNotes(donor.phone, request),
    ...notifyPhone(request.requester, {
      key: 'donorComing',
      params: {
        ...progressParams(request),
        donor: donor.name,
        ...(isShared && { phone: donor.phone }),
        ...agreedTime(request, { arriveBy, ownTime }),
      },
    }),
  ];
};

export const pledgeNotifications: Notifications<PledgeEvent> = {
  'donor-confirmed': (event, { after }) => introduce('alertYesConfirmed', event, after),
  'donor-on-standby': ({ donor }, { before: { code } }) =>
    notifyPhone(donor.phone, { key: 'alertYesStandby', params: { code } }),
  'standby-promoted': (event, { after }) => introduce('standbyPromoted', event, after),
  'donor-dropped': ({ alertId }, { before, now }) => {
    // The doctor sent home a donor who had arrived; the family learns that rather than "cannot come".
    const hasArrived = findPledge(before, alertId)?.arrivedAt !== undefined;
    const key = hasArrived ? 'donorTurnedAway' : 'donorDropped';
    return [
      ...askDonor('drop-reason', before, alertId, now),
      ...notifyFamilyOfDonor(key, before, alertId),
    ];
  },
  'standby-dropped': ({ alertId }, { before, now }) =>
    askDonor('drop-reason', before, alertId, now),
  donated: (event, change) => {
    const { after } = change;
    const isUnitMissing = countDonated(after) < after.units;
    return [
      ...thankDonor(event, change),
      ...(isUnitMissing && event.notifyFamily
        ? notifyPhone(after.requester, { key: 'unitGiven', params: progressParams(after) })
        : []),
    ];
  },
  'donation-confirmed': ({ alertId }, { before }) => {
    const phone = findPledge(before, alertId)?.donor?.phone;
    return phone ? [{ type: 'verify-gift', phone, alertId }] : [];
  },
  'donation-denied': ({ alertId }, { before, now }) => {
    const phone = findPledge(before, alertId)?.donor?.phone;
    return [
      ...(phone ? [{ type: 'undo-donation' as const, phone }] : []),
      ...askDonor('drop-reason', before, alertId, now),
      ...(isClosed(before) ? [] : notifyFamilyOfDonor('donorDropped', before, alertId)),
    ];
  },
};

export const pledgeTimeline: TimelineLines<PledgeEvent> = {
  'donor-confirmed': noFacts,
  'donor-on-standby': noFacts,
  'standby-promoted': noFacts,
  'donor-dropped': noFacts,
  'standby-dropped': noFacts,
  donated: ({ reportedBy }) => ({ told: reportedBy }),
  'donation-confirmed': noFacts,
  'donation-denied': noFacts,
};
