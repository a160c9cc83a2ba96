import * as z from 'zod';
import { requestIdSchema } from '../terms/ids.ts';
import type { MetricValue } from '../terms/metrics.ts';
import { maskPhoneNumber } from '../terms/phone-number.ts';
import { type EpochMs, epochMsSchema, minutes } from '../terms/time.ts';
import type { RequestEvent } from './events.ts';
import { correctionTimeline } from './lifecycle/correction-notices.ts';
import { endingTimeline } from './lifecycle/ending.ts';
import type { EventOf, TimelineFacts, TimelineLines } from './lifecycle/handlers.ts';
import { dayTimeline } from './lifecycle/needed-days.ts';
import { pledgeTimeline } from './lifecycle/pledges.ts';
import { searchTimeline } from './lifecycle/search.ts';
import { verificationTimeline } from './lifecycle/verification.ts';
import { visitTimeline } from './lifecycle/visits.ts';
import type { Request } from './request.ts';

/**
 * What happened to a request, in order. `who` is a role and a masked number, `facts` hold numbers and codes only:
 * the timeline contains no whole phone number, no name and no text.
 */
export const timelineEntrySchema = z.object({
  kind: z.literal('timeline'),
  requestId: requestIdSchema,
  /** Unique within the request. Sorts in the order of the request's versions. */
  id: z.string(),
  at: epochMsSchema,
  what: z.string(),
  who: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

const lines: TimelineLines<RequestEvent> = {
  ...verificationTimeline,
  ...searchTimeline,
  ...pledgeTimeline,
  ...visitTimeline,
  ...correctionTimeline,
  ...dayTimeline,
  ...endingTimeline,
};

const factsOf = <T extends keyof EventOf>(
  event: EventOf[T] & { type: T },
): TimelineFacts | undefined => lines[event.type](event);

const whoOf = (event: RequestEvent, request: Request): string | undefined => {
  if ('by' in event) return `volunteer ${maskPhoneNumber(event.by)}`;
  if (!('alertId' in event)) return undefined;
  const donor =
    'donor' in event
      ? event.donor
      : request.pledges.find((p) => p.alertId === event.alertId)?.donor;
  return donor ? `donor ${maskPhoneNumber(donor.phone)}` : 'donor';
};

/** An event as the timeline stores it. `id` sorts in the order in which the request changed. */
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

/**
 * The metrics of a new timeline entry; undefined when it has no metrics. `openedAt`: when its request was opened, if known.
 */
export const timelineMetrics = (
  { what, at, facts }: Pick<TimelineEntry, 'what' | 'at' | 'facts'>,
  openedAt: EpochMs | undefined,
): MetricValue | undefined => {
  switch (what) {
    case 'opened':
    case 'opened-by-trusted-phone':
      return { values: { RequestsOpened: 1 } };
    case 'verified':
      return { values: { RequestsVerified: 1 } };
    case 'covered':
      return {
        values: {
          RequestsCovered: 1,
          ...(openedAt !== undefined && { MinutesToCovered: (at - openedAt) / minutes(1) }),
        },
      };
    case 'fulfilled':
      return { values: { RequestsFulfilled: 1 } };
    case 'closed':
      return { values: { RequestsClosed: 1 } };
    case 'stage-started':
    case 'refusals-replaced':
      return typeof facts?.['asked'] === 'number'
        ? { values: { DonorsAsked: facts['asked'] } }
        : undefined;
    case 'donor-confirmed':
    case 'donor-on-standby':
      return { values: { DonorsSaidYes: 1 } };
    case 'alert-refused':
      return { values: { DonorsSaidNo: 1 } };
    default:
      return undefined;
  }
};
