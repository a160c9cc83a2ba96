import type { Message } from '../messages/message-keys.ts';
import { mayGiveFrom } from '../people/eligibility.ts';
import type { Question } from '../people/person.ts';
import type { PhoneNumber } from '../terms/phone-number.ts';
import type { Policy } from '../terms/policy.ts';
import type { AlertId } from '../terms/request-code.ts';
import { type Day, dayOf, type EpochMs } from '../terms/time.ts';
import type { Effect } from './effects.ts';
import type { RequestEvent } from './events.ts';
import { countDonated, countSecured, isClosed } from './pledge-counts.ts';
import type { Pledge, Request } from './request.ts';
import {
  comingDetails,
  placeParams,
  progressParams,
  requestParams,
  verificationMessage,
} from './request-messages.ts';

const tell = (to: PhoneNumber | undefined, message: Message, question?: Question): Effect[] =>
  to === undefined ? [] : [{ type: 'tell', to, message, ...(question && { question }) }];

const donorOf = (request: Request, alertId: AlertId): Pledge['donor'] =>
  request.pledges.find((p) => p.alertId === alertId)?.donor;

const inState = (request: Request, state: Pledge['state']): Pledge[] =>
  request.pledges.filter((p) => p.state === state);

/** The family's phone, or the verifier's once the family asked to be forgotten. */
const contact = (r: Request): PhoneNumber | undefined => r.requester ?? r.verifiedBy;

const askVolunteers = (
  event: Extract<RequestEvent, { type: 'volunteers-asked' }>,
  before: Request,
): Effect[] => {
  const { requester, code } = before;
  if (!requester) return [];
  const asks = event.phones.flatMap((phone) => tell(phone, verificationMessage(before, requester)));
  const again = before.phase.type === 'verifying' && before.phase.round === event.round;
  if (again || event.round === 1) return asks;
  const key = event.phones.length === 0 ? 'requestWaits' : withWhom[event.round];
  return [...asks, ...tell(requester, { key, params: { code } })];
};

const withWhom = { 2: 'requestWithMoreVolunteers', 3: 'requestWithCoordinators' } as const;

/** First answer wins; the other volunteers hear that it is settled, and by whom. */
const settled = (before: Request, by: PhoneNumber, name: string, ok: boolean): Effect[] => {
  const { code, phase, verifiedBy } = before;
  // Stopped after its check: who checked it hears whose word that was.
  const asked = phase.type === 'verifying' ? phase.asked : verifiedBy ? [verifiedBy] : [];
  return [
    ...tell(by, { key: ok ? 'verifyThanksOk' : 'verifyThanksNo', params: { code } }),
    ...asked
      .filter((phone) => phone !== by)
      .flatMap((phone) => tell(phone, { key: 'verifyTaken', params: { code, by: name, ok } })),
  ];
};

const donorComing = (
  event: Extract<RequestEvent, { type: 'donor-confirmed' | 'standby-promoted' }>,
  after: Request,
): Effect[] => {
  const phone = contact(after);
  if (!phone) return [];
  const { donor, arriveBy } = event;
  const shared = donor.sharing !== 'bridge';
  const key = event.type === 'donor-confirmed' ? 'alertYesConfirmed' : 'standbyPromoted';
  return [
    ...tell(donor.phone, {
      key,
      params: { ...comingDetails(after, arriveBy), ...(shared && { phone }) },
    }),
    ...tell(after.requester, {
      key: 'donorComing',
      params: {
        ...progressParams(after),
        donor: donor.name,
        ...(shared && { phone: donor.phone }),
        arriveBy,
      },
    }),
  ];
};

const nextDay = (
  request: Request,
  donor: NonNullable<Pledge['donor']>,
  now: EpochMs,
  policy: Policy,
): Day =>
  dayOf(
    mayGiveFrom(
      { sex: donor.sex, lastDonation: { day: dayOf(now), component: request.component } },
      'whole-blood',
      policy.donation,
    ),
  );

const donated = (
  event: Extract<RequestEvent, { type: 'donated' }>,
  after: Request,
  now: EpochMs,
  policy: Policy,
): Effect[] => {
  const donor = donorOf(after, event.alertId);
  const key = event.told === 'donor' ? 'donationThanks' : 'donationThanksFromFamily';
  const thanks: Effect[] = donor
    ? [
        { type: 'note-donation', phone: donor.phone },
        ...tell(donor.phone, {
          key,
          params: { code: after.code, next: nextDay(after, donor, now, policy) },
        }),
      ]
    : [];
  const more = countDonated(after) < after.units && event.tellFamily;
  return [
    ...thanks,
    ...(more ? tell(after.requester, { key: 'unitGiven', params: progressParams(after) }) : []),
  ];
};

/** Those who stand ready hear that they need not come. */
const standDown = (before: Request): Effect[] => {
  const { code } = before;
  return [
    ...inState(before, 'confirmed').flatMap((p) =>
      tell(p.donor?.phone, { key: 'donorStandDown', params: { code } }),
    ),
    ...inState(before, 'standby').flatMap((p) =>
      tell(p.donor?.phone, { key: 'standbyReleased', params: { code } }),
    ),
  ];
};

const fulfilled = (before: Request, now: EpochMs): Effect[] => {
  const { code, units } = before;
  const earlier = inState(before, 'donated').filter(
    (p) => p.donatedAt !== undefined && p.donatedAt < now,
  );
  return [
    ...tell(before.requester, { key: 'requestFulfilled', params: { code, units } }),
    ...tell(before.verifiedBy, { key: 'verifyEnd', params: { code, units } }),
    ...earlier.flatMap((p) => tell(p.donor?.phone, { key: 'lifeTouched', params: { code } })),
    ...standDown(before),
  ];
};

const closed = (event: Extract<RequestEvent, { type: 'closed' }>, before: Request): Effect[] => {
  const { code, phase } = before;
  // Family and volunteers have heard so, and why.
  if (event.reason === 'refused') return standDown(before);
  const volunteers =
    phase.type === 'verifying' ? phase.asked : before.verifiedBy ? [before.verifiedBy] : [];
  return [
    ...tell(before.requester, {
      key: event.reason === 'cancelled' ? 'requestClosed' : 'requestExpired',
      params: { code },
    }),
    ...volunteers.flatMap((phone) => tell(phone, { key: 'verifyEndClosed', params: { code } })),
    ...standDown(before),
  ];
};

const everyoneAsked = (
  event: Extract<RequestEvent, { type: 'everyone-asked' }>,
  r: Request,
): Effect[] => {
  const { requester, code } = r;
  if (!requester) return [];
  const { asked, saidNo, coordinators } = event;
  const numbers = { missing: r.units - countSecured(r), asked, saidNo };
  return [
    ...tell(requester, { key: 'everyoneAsked', params: { code } }),
    ...coordinators.flatMap((phone) =>
      tell(phone, {
        key: 'coordinatorEveryoneAsked',
        params: { code, ...requestParams(r), ...placeParams(r), phone: requester, ...numbers },
      }),
    ),
  ];
};

const refusal = (
  code: Request['code'],
  { reason, why, aloud }: Extract<RequestEvent, { type: 'refused' }>,
): Message =>
  aloud
    ? { key: 'requestRefusedAloud', params: { code } }
    : { key: 'requestRefused', params: { code, reason, ...(why && { why }) } };

/** Who hears what because of an event. `before` and `after` are the request around it. */
export const notify = (
  event: RequestEvent,
  before: Request,
  after: Request,
  now: EpochMs,
  policy: Policy,
): Effect[] => {
  const { code, requester, id: requestId } = before;
  const family = (message: Message, question?: Question) => tell(requester, message, question);
  const donor = (alertId: AlertId, message: Message, question?: Question) =>
    tell(donorOf(before, alertId)?.phone, message, question);
  const donorName = (alertId: AlertId) => donorOf(before, alertId)?.name ?? '';

  switch (event.type) {
    case 'volunteers-asked':
      return askVolunteers(event, before);
    case 'verified':
      return [
        ...settled(before, event.by, event.name, true),
        ...family({ key: 'requestVerified', params: { code } }),
      ];
    case 'refused':
      return [...settled(before, event.by, event.name, false), ...family(refusal(code, event))];
    case 'search-widened':
      return family({ key: 'searchWidened', params: { code } });
    case 'everyone-asked':
      return everyoneAsked(event, before);
    case 'donor-confirmed':
    case 'standby-promoted':
      return donorComing(event, after);
    case 'donor-on-standby':
      return tell(event.donor.phone, { key: 'alertYesStandby', params: { code } });
    case 'donor-dropped': {
      // Who had arrived was sent home by the doctor; the family hears that rather than "cannot come".
      const arrived = before.pledges.some(
        (p) => p.alertId === event.alertId && p.arrivedAt !== undefined,
      );
      return [
        ...donor(
          event.alertId,
          { key: 'dropThanks', params: { code } },
          { about: 'drop-reason', requestId, at: now },
        ),
        ...family({
          key: arrived ? 'donorTurnedAway' : 'donorDropped',
          params: { code, donor: donorName(event.alertId) },
        }),
      ];
    }
    case 'standby-dropped':
      return donor(
        event.alertId,
        { key: 'dropThanks', params: { code } },
        { about: 'drop-reason', requestId, at: now },
      );
    case 'donation-denied': {
      const phone = donorOf(before, event.alertId)?.phone;
      return [
        ...(phone ? [{ type: 'unnote-donation' as const, phone }] : []),
        ...donor(
          event.alertId,
          { key: 'dropThanks', params: { code } },
          { about: 'drop-reason', requestId, at: now },
        ),
        ...(isClosed(before)
          ? []
          : family({ key: 'donorDropped', params: { code, donor: donorName(event.alertId) } })),
      ];
    }
    case 'donor-did-not-come':
      return [
        ...donor(
          event.alertId,
          { key: 'noShowNotice', params: { code } },
          { about: 'still-coming', requestId, at: now },
        ),
        ...family({ key: 'donorDidNotCome', params: { code, donor: donorName(event.alertId) } }),
      ];
    case 'donor-turned-away':
      return [
        ...donor(event.alertId, { key: 'dropReasonNoted', params: { until: dayOf(event.until) } }),
        ...(before.pledges.some((p) => p.alertId === event.alertId && p.state === 'confirmed')
          ? family({ key: 'donorTurnedAway', params: { code, donor: donorName(event.alertId) } })
          : []),
      ];
    case 'donor-reminded': {
      const arriveBy = before.pledges.find((p) => p.alertId === event.alertId)?.arriveBy ?? now;
      return donor(event.alertId, {
        key: 'donorReminder',
        params: { code, hospital: before.hospital, arriveBy },
      });
    }
    case 'arrival-asked':
      return donor(
        event.alertId,
        { key: 'askArrived', params: { code, hospital: before.hospital } },
        { about: 'arrived', requestId, at: now },
      );
    case 'donor-arrived':
      return donor(event.alertId, { key: 'arrivedThanks', params: { code } });
    case 'donor-on-the-way':
      return donor(event.alertId, { key: 'onTheWayThanks', params: { code } });
    case 'donation-asked':
      return donor(
        event.alertId,
        { key: 'askGave', params: { code } },
        { about: 'gave', requestId, at: now },
      );
    case 'donated':
      return donated(event, after, now, policy);
    case 'fulfilled':
      return fulfilled(before, now);
    case 'still-needed-asked':
      return family(
        { key: 'requestStillNeeded', params: { code } },
        { about: 'still-needed', requestId, at: now },
      );
    case 'extended':
      return family({ key: 'requestExtended', params: { code, neededBy: event.neededBy } });
    case 'units-added':
      return family({ key: 'unitsAdded', params: { code, units: event.units } });
    case 'closed':
      return closed(event, before);
    case 'stage-started':
    case 'unanswered-called':
    case 'refusals-replaced':
    case 'stage-postponed':
    case 'alert-refused':
    case 'alert-undelivered':
    case 'covered':
    case 'search-resumed':
    case 'alerts-closed':
      return [];
  }
};
