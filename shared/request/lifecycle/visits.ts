import type { Message } from '../../messages/message-keys.ts';
import type { Question } from '../../people/person.ts';
import type { VisitOutcome } from '../../people/response-history.ts';
import type { AlertId } from '../../terms/ids.ts';
import { dayOf, type EpochMs, after as later, minutes } from '../../terms/time.ts';
import type { Effect, Refusal, VisitCommand } from '../commands.ts';
import { appointmentAt, quarterHour } from '../deadlines.ts';
import type { RequestEvent, VisitEvent } from '../events.ts';
import type { Pledge, Request } from '../request.ts';
import { agreedTime } from '../request-messages.ts';
import { notifyArrival } from './arrival-notices.ts';
import {
  type Decisions,
  type Evolution,
  type Notifications,
  noFacts,
  type TimelineLines,
} from './handlers.ts';
import {
  changePledge,
  findPledge,
  notifyDonor,
  notifyFamilyOfDonor,
  notifyPhone,
} from './notices.ts';

/* Confirmed donors set out, arrive, are sent home, or do not come. */

/** How a pledge ended, for the donor's history. Undefined while it runs, and for a standby who was not needed. */
export const visitOutcome = ({ state, arriveBy, arrivedAt }: Pledge): VisitOutcome => {
  switch (state) {
    case 'donated':
      return 'came';
    case 'deferred':
      return 'turned-away';
    case 'no-show':
      return 'missed';
    case 'dropped':
      // A donor who had arrived was sent home, or says why next.
      if (arrivedAt !== undefined) return 'turned-away';
      return arriveBy === undefined ? undefined : 'missed';
    case 'confirmed':
    case 'standby':
    case 'released':
      return undefined;
    default:
      return state satisfies never;
  }
};

/** What the hotline asks about an agreed, running or past visit. */
export type VisitQuestion = Exclude<
  Extract<Question, { requestId: unknown }>,
  { about: 'alert' | 'correct' | 'close' | 'received' }
>;

type VisitKey =
  | 'askArrived'
  | 'askGave'
  | 'dropThanks'
  | 'noShowNotice'
  | 'requestStillNeeded'
  | 'giftReachedAsk';

/** The question as a message; the same in a text and in a call. */
export const visitQuestion = (
  about: VisitQuestion['about'],
  { code, hospital }: Pick<Request, 'code' | 'hospital'>,
): Message<VisitKey> => {
  switch (about) {
    case 'arrived':
      return { key: 'askArrived', params: { code, hospital } };
    case 'gave':
      return { key: 'askGave', params: { code } };
    case 'drop-reason':
      return { key: 'dropThanks', params: { code } };
    case 'still-coming':
      return { key: 'noShowNotice', params: { code } };
    case 'still-needed':
      return { key: 'requestStillNeeded', params: { code } };
    case 'reached':
      return { key: 'giftReachedAsk', params: { code } };
  }
};

/** Sends the question to the donor. A digit answers it from then on. */
export const askDonor = (
  about: VisitQuestion['about'],
  request: Request,
  alertId: AlertId,
  at: EpochMs,
): Effect[] =>
  notifyPhone(findPledge(request, alertId)?.donor?.phone, visitQuestion(about, request), {
    about,
    requestId: request.id,
    at,
  });

const onConfirmed = (
  request: Request,
  event: Extract<RequestEvent, { alertId: AlertId }>,
): RequestEvent[] | Refusal =>
  findPledge(request, event.alertId)?.state === 'confirmed' ? [event] : 'no-pledge';

export const visitDecisions: Decisions<VisitCommand> = {
  // The reason comes after the drop, or at the hospital: the pledge is dropped already or still confirmed.
  'turn-away': (request, { alertId, until }) => {
    const state = findPledge(request, alertId)?.state;
    return state === 'confirmed' || state === 'dropped'
      ? [{ type: 'donor-turned-away', alertId, until }]
      : 'no-pledge';
  },
  arrive: (request, { alertId }) => onConfirmed(request, { type: 'donor-arrived', alertId }),
  'be-on-the-way': (request, { alertId }, now, { arrival }) => {
    const soonest = later(now, minutes(arrival.noShowAfterMinutes));
    // A donor who was asked early keeps the agreed time.
    const agreed = findPledge(request, alertId)?.arriveBy ?? soonest;
    const arriveBy = agreed >= soonest ? agreed : quarterHour(soonest, now);
    return onConfirmed(request, { type: 'donor-on-the-way', alertId, arriveBy });
  },
  'come-at': (request, { alertId, arriveBy }, now, policy) =>
    onConfirmed(request, {
      type: 'visit-moved',
      alertId,
      ...appointmentAt(quarterHour(arriveBy, now, request.neededBy), now, policy),
    }),
};

export const visitEvolution: Evolution<VisitEvent> = {
  'donor-reminded': (request, { alertId }) =>
    changePledge(request, alertId, (pledge) => ({ ...pledge, reminded: true })),
  // A new arrival time, and "have you arrived?" again at that time.
  'donor-on-the-way': (request, { alertId, arriveBy }) =>
    changePledge(request, alertId, ({ askedArrivedAt: _, ...pledge }) => ({ ...pledge, arriveBy })),
  'visit-moved': (request, { alertId, arriveBy, reminded }) =>
    changePledge(request, alertId, ({ askedArrivedAt: _, ...pledge }) => ({
      ...pledge,
      ownTime: true,
      arriveBy,
      reminded,
    })),
  'arrival-asked': (request, { alertId }, at) =>
    changePledge(request, alertId, (pledge) => ({ ...pledge, askedArrivedAt: at })),
  // Arrived, or still there: "did you give?" is asked (again) later.
  'donor-arrived': (request, { alertId }, at) =>
    changePledge(request, alertId, ({ askedGaveAt: _, ...pledge }) => ({
      ...pledge,
      arrivedAt: at,
    })),
  'donor-did-not-come': (request, { alertId }) =>
    changePledge(request, alertId, (pledge) => ({ ...pledge, state: 'no-show' })),
  'donor-turned-away': (request, { alertId }) =>
    changePledge(request, alertId, (pledge) => ({ ...pledge, state: 'deferred' })),
  'donation-asked': (request, { alertId }, at) =>
    changePledge(request, alertId, (pledge) => ({ ...pledge, askedGaveAt: at })),
};

export const visitNotifications: Notifications<VisitEvent> = {
  'donor-reminded': ({ alertId }, { before, now }) => {
    const { code, hospital } = before;
    const time = agreedTime(before, findPledge(before, alertId) ?? { arriveBy: now });
    return notifyDonor(before, alertId, {
      key: 'donorReminder',
      params: { code, hospital, ...time },
    });
  },
  'donor-on-the-way': ({ alertId }, { before }) =>
    notifyDonor(before, alertId, { key: 'onTheWayThanks', params: { code: before.code } }),
  'visit-moved': ({ alertId, arriveBy }, { before }) => {
    const { code, hospital, requester } = before;
    const donor = findPledge(before, alertId)?.donor?.name ?? '';
    return [
      ...notifyDonor(before, alertId, {
        key: 'ownTimeNoted',
        params: { code, hospital, arriveBy },
      }),
      ...notifyPhone(requester, { key: 'donorNewTime', params: { code, donor, arriveBy } }),
    ];
  },
  'arrival-asked': ({ alertId }, { before, now }) => askDonor('arrived', before, alertId, now),
  'donor-arrived': ({ alertId }, { before }) => notifyArrival(before, alertId),
  'donor-did-not-come': ({ alertId }, { before, now }) => [
    ...askDonor('still-coming', before, alertId, now),
    ...notifyFamilyOfDonor('donorDidNotCome', before, alertId),
  ],
  'donor-turned-away': ({ alertId, until }, { before }) => [
    ...notifyDonor(before, alertId, { key: 'dropReasonNoted', params: { until: dayOf(until) } }),
    ...(findPledge(before, alertId)?.state === 'confirmed'
      ? notifyFamilyOfDonor('donorTurnedAway', before, alertId)
      : []),
  ],
  'donation-asked': ({ alertId }, { before, now }) => askDonor('gave', before, alertId, now),
};

export const visitTimeline: TimelineLines<VisitEvent> = {
  'donor-reminded': noFacts,
  'donor-on-the-way': noFacts,
  'visit-moved': noFacts,
  'arrival-asked': noFacts,
  'donor-arrived': noFacts,
  'donor-did-not-come': noFacts,
  'donor-turned-away': noFacts,
  'donation-asked': noFacts,
};
