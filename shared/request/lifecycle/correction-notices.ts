import type { DonorChange } from '../../messages/message-keys.ts';
import type { Correction } from '../../people/drafts.ts';
import { dayOf, type EpochMs, toCalendar } from '../../terms/time.ts';
import type { Effect } from '../commands.ts';
import { changesNamesOnly } from '../corrections/correct-fields.ts';
import type { CorrectionEvent } from '../events.ts';
import type { Pledge, Request } from '../request.ts';
import {
  comingDetails,
  placeParams,
  requestParams,
  verificationMessage,
  wardMessages,
} from '../request-messages.ts';
import {
  type Change,
  type EventOf,
  type Notifications,
  noNotice,
  type TimelineLines,
} from './handlers.ts';
import { findPledge, notifyDonor, notifyPhone } from './notices.ts';

/* Who hears of a correction, and what the timeline shows of it. */

/** The volunteers who are verifying it, or the one who did. */
const notifyVolunteers = (changes: Correction, { before, after }: Change): Effect[] => {
  const { phase, requester, verifiedBy } = after;
  if (!requester) return [];
  const waiting = phase.type === 'verifying';
  const phones = waiting
    ? phase.asked
    : verifiedBy && !changesNamesOnly(changes)
      ? [verifiedBy]
      : [];
  const asking = verificationMessage(after, requester);
  // Now it is known where: this is the question itself.
  if (before.unplaced && !after.unplaced)
    return phones.flatMap((phone) => notifyPhone(phone, asking));
  const { unplaced: _, ...params } = asking.params;
  return phones.flatMap((phone) =>
    notifyPhone(phone, { key: 'verifyCorrected', params: { ...params, waiting } }),
  );
};

/** What a donor who is coming was told of the request: where, by when, whom to ask for and, unless hidden, the phone. */
const knownTo = (request: Request, { donor, arriveBy, ownTime }: Pledge) => {
  const phone = request.requester && (request.contact ?? request.requester);
  return {
    ...comingDetails(request, { arriveBy, ownTime }),
    ...(donor?.sharing !== 'bridge' && phone && { phone }),
  };
};

type Known = ReturnType<typeof knownTo>;

/** The one thing that has changed for a donor; `more` for several, undefined without a change. */
const changedFor = (was: Known, is: Known): DonorChange | undefined => {
  const changed: DonorChange[] = [];
  if (was.hospital !== is.hospital || was.place !== is.place) changed.push('place');
  if (was.arriveBy !== is.arriveBy || was.asap !== is.asap) changed.push('time');
  if (was.attendant !== is.attendant || was.said !== is.said) changed.push('person');
  if (was.phone !== is.phone) changed.push('phone');
  return changed.length > 1 ? 'more' : changed[0];
};

/** Donors who are coming learn of another place, time, person to ask for or phone, and what it is that has changed. */
const notifyComing = ({ before, after }: Change): Effect[] =>
  after.pledges.flatMap((pledge) => {
    const old = findPledge(before, pledge.alertId);
    if (pledge.state !== 'confirmed' || !pledge.donor || !old || pledge.arriveBy === undefined)
      return [];
    const known = knownTo(after, pledge);
    const what = changedFor(knownTo(before, old), known);
    const { phone } = pledge.donor;
    return [
      ...(what ? notifyPhone(phone, { key: 'donorCorrected', params: { ...known, what } }) : []),
      ...(before.ward === after.ward
        ? []
        : wardMessages(after).flatMap((message) => notifyPhone(phone, message))),
    ];
  });

const notifyFamily = (changes: Correction, { after }: Change): Effect[] =>
  notifyPhone(
    after.requester,
    changesNamesOnly(changes)
      ? {
          key: 'namesCorrected',
          params: {
            code: after.code,
            patient: after.patient,
            ...(after.attendant && { attendant: after.attendant }),
            ...(changes.contact && { phone: changes.contact }),
          },
        }
      : {
          key: 'requestCorrected',
          params: { code: after.code, ...requestParams(after), ...placeParams(after) },
        },
  );

export const correctionNotifications: Notifications<CorrectionEvent> = {
  corrected: (event, change) => [
    ...notifyFamily(event.changes, change),
    ...notifyVolunteers(event.changes, change),
    ...notifyComing(change),
  ],
  'donor-released': ({ alertId, fewer }, { before }) => {
    const { code } = before;
    return findPledge(before, alertId)?.state === 'standby'
      ? notifyDonor(before, alertId, { key: 'standbyReleased', params: { code } })
      : notifyDonor(before, alertId, { key: 'donorReleased', params: { code, fewer } });
  },
  'alerts-withdrawn': noNotice,
};

const shownBeforeAndAfter = ['group', 'component', 'units', 'urgency'] as const;

const toMinute = (at: EpochMs): string => {
  const { hour, minute } = toCalendar(at);
  return `${dayOf(at)} ${hour}:${String(minute).padStart(2, '0')}`;
};

/** Names and addresses are no facts of the timeline: it only says that they changed. */
const correctedFacts = ({ changes, before }: EventOf['corrected']) => {
  const facts: Record<string, string> = {};
  for (const field of shownBeforeAndAfter)
    if (changes[field] !== undefined) facts[field] = `${before[field]} → ${changes[field]}`;
  if (changes.exchange !== undefined)
    facts['exchange'] = changes.exchange ? 'no → yes' : 'yes → no';
  if (changes.place) facts['place'] = `${before.place?.name} → ${changes.place.name}`;
  if (changes.neededBy !== undefined && before.neededBy !== undefined)
    facts['neededBy'] = [before.neededBy, changes.neededBy].map(toMinute).join(' → ');
  for (const field of ['hospital', 'patient', 'attendant', 'contact', 'ward'] as const)
    if (changes[field] !== undefined) facts[field] = 'changed';
  return facts;
};

export const correctionTimeline: TimelineLines<CorrectionEvent> = {
  corrected: correctedFacts,
  'donor-released': ({ fewer }) => ({ because: fewer ? 'fewer units' : 'another need' }),
  'alerts-withdrawn': ({ notified }) => ({ told: notified }),
};
