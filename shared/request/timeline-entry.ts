import { maskPhoneNumber } from '../terms/phone-number.ts';
import type { EpochMs } from '../terms/time.ts';
import type { RequestEvent } from './events.ts';
import type { Request } from './request.ts';
import type { TimelineEntry } from './timeline.ts';

/** Numbers and codes of an event that may be shown to anyone who may see the request; never a name or a whole number. */
const factsOf = (event: RequestEvent): TimelineEntry['facts'] => {
  switch (event.type) {
    case 'volunteers-asked':
      return { round: event.round, asked: event.phones.length };
    case 'stage-started':
    case 'refusals-replaced':
      return { asked: event.asked, reach: event.reach };
    case 'everyone-asked':
      return { asked: event.asked, 'said no': event.saidNo };
    case 'unanswered-called':
      return { called: event.called };
    case 'units-added':
      return { units: event.units };
    case 'closed':
      return { reason: event.reason };
    case 'alerts-closed':
      return { told: event.told };
    case 'donated':
      return { told: event.told };
    default:
      return undefined;
  }
};

const whoOf = (event: RequestEvent, request: Request): string | undefined => {
  if ('by' in event) return `volunteer ${maskPhoneNumber(event.by)}`;
  if (!('alertId' in event)) return undefined;
  const donor =
    'donor' in event
      ? event.donor
      : request.pledges.find((p) => p.alertId === event.alertId)?.donor;
  return donor ? `donor ${maskPhoneNumber(donor.phone)}` : 'donor';
};

/** An event as the timeline keeps it. `id` sorts by time within the request. */
export const toTimelineEntry = (
  event: RequestEvent,
  request: Request,
  at: EpochMs,
  id: string,
): TimelineEntry => {
  const who = whoOf(event, request);
  const facts = factsOf(event);
  return {
    kind: 'timeline',
    requestId: request.id,
    id,
    at,
    what: event.type,
    ...(who !== undefined && { who }),
    ...(facts && { facts }),
  };
};
