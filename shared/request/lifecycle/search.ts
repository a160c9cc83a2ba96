import type { Policy } from '../../terms/policy.ts';
import { after, type EpochMs, minutes } from '../../terms/time.ts';
import type { Effect, Refusal, SearchCommand } from '../commands.ts';
import type { RequestEvent, SearchEvent } from '../events.ts';
import { countMissing } from '../pledge-counts.ts';
import type { Phase, Request } from '../request.ts';
import { placeParams, requestParams } from '../request-messages.ts';
import {
  type CommandOf,
  type Decisions,
  type EventOf,
  type Evolution,
  type Notifications,
  noFacts,
  noNotice,
  type TimelineLines,
  unchanged,
} from './handlers.ts';
import { notifyPhone } from './notices.ts';

/* Donors are asked in stages until the request is covered. */

type Searching = Extract<Phase, { type: 'searching' }>;

const isSearching = ({ phase }: Request): boolean => phase.type === 'searching';

/** No donors are left to ask. */
const exhaust = (
  phase: Searching,
  { soFar, coordinators }: CommandOf['ask-donors'],
  intervalMs: number,
  now: EpochMs,
): RequestEvent[] => {
  // Answers may still come in: only the empty places are given up, the stage keeps its time.
  if (phase.nextStageAt > now) return [{ type: 'stage-postponed', nextStageAt: phase.nextStageAt }];
  // A donor may become free again: the hotline looks in longer steps, and notifies coordinators once.
  const nextStageAt = after(now, 4 * intervalMs);
  return phase.exhausted
    ? [{ type: 'stage-postponed', nextStageAt }]
    : [{ type: 'everyone-asked', nextStageAt, soFar, coordinators }];
};

const askDonors = (
  request: Request,
  command: CommandOf['ask-donors'],
  now: EpochMs,
  policy: Policy,
): RequestEvent[] | Refusal => {
  const { phase, urgency } = request;
  if (phase.type !== 'searching') return 'nothing-due';
  const interval = minutes(policy.stages[urgency].intervalMinutes);
  const { asked, reach, nextLookAt } = command;
  if (asked === 0) return exhaust(phase, command, interval, now);
  const rings = policy.calls.halfTime.includes(urgency);
  const callAt = rings && { callAt: after(now, interval / 2) };
  // The family is told once that the search leaves the zone, and not that nobody was asked near it.
  const zone = policy.ringsKm.length;
  const isWidened = reach > zone && phase.reach <= zone && command.soFar.asked > 0;
  const widened: RequestEvent[] = isWidened ? [{ type: 'search-widened', reach }] : [];
  return phase.nextStageAt <= now
    ? [...widened, { type: 'stage-started', asked, reach, nextStageAt: nextLookAt, ...callAt }]
    : [...widened, { type: 'refusals-replaced', asked, reach }];
};

export const searchDecisions: Decisions<SearchCommand> = {
  'ask-donors': askDonors,
  'postpone-stage': (request, { until }) =>
    isSearching(request) ? [{ type: 'stage-postponed', nextStageAt: until }] : 'nothing-due',
  'call-unanswered': ({ phase }, { called }) =>
    (phase.type === 'searching' || phase.type === 'verifying') && phase.callAt !== undefined
      ? [{ type: 'unanswered-called', called }]
      : 'nothing-due',
  'say-no': (request, { alertId }) =>
    isSearching(request) ? [{ type: 'alert-refused', alertId }] : 'nothing-due',
  'miss-donor': (request, { alertId, isFree = false }) =>
    isSearching(request) ? [{ type: 'alert-undelivered', alertId, isFree }] : 'nothing-due',
  'close-alerts': ({ alertsToClose }, { notified, more }) =>
    alertsToClose ? [{ type: 'alerts-closed', notified, more }] : 'nothing-due',
};

const changeSearch = (request: Request, change: Partial<Searching>): Request =>
  request.phase.type === 'searching'
    ? { ...request, phase: { ...request.phase, ...change } }
    : request;

const withOneToReplace = (request: Request): Request =>
  request.phase.type === 'searching'
    ? changeSearch(request, { toReplace: request.phase.toReplace + 1 })
    : request;

/** A donor may be asked after all: where everyone had been asked, the next look comes now. */
const withFreeDonor = (request: Request, at: EpochMs): Request =>
  request.phase.type === 'searching' && request.phase.exhausted
    ? changeSearch(request, { nextStageAt: at })
    : withOneToReplace(request);

/** Starts or resumes the search, from the nearest ring: people may have become free since. */
export const startSearch = (request: Request, at: EpochMs): Request => ({
  ...request,
  alertsToClose: false,
  phase: { type: 'searching', reach: 0, nextStageAt: at, toReplace: 0, exhausted: false },
});

/** The calls of this stage or round have been made: once a stage, once a round. */
const withoutCall = (request: Request): Request => {
  if (request.phase.type === 'verifying') {
    const { callAt: _, toCall: __, ...phase } = request.phase;
    return { ...request, phase };
  }
  if (request.phase.type !== 'searching') return request;
  const { callAt: _, ...phase } = request.phase;
  return { ...request, phase };
};

/** While it is not known where, the next volunteer is called a minute after the last. */
const withNextCall = (request: Request, _event: unknown, at: EpochMs): Request => {
  const { phase, unplaced } = request;
  const left = phase.type === 'verifying' && unplaced ? (phase.toCall ?? []).slice(1) : [];
  return phase.type === 'verifying' && left.length > 0
    ? { ...request, phase: { ...phase, toCall: left, callAt: after(at, minutes(1)) } }
    : withoutCall(request);
};

/** "Still needed?" belongs to the search that is over; the next search asks again. */
export const withoutStillNeeded = (request: Request): Request => {
  const { askedStillNeededAt: _, ...rest } = request;
  return rest;
};

export const searchEvolution: Evolution<SearchEvent> = {
  'stage-started': (request, { reach, nextStageAt, callAt }) =>
    changeSearch(withoutCall({ ...request, stages: request.stages + 1 }), {
      reach,
      nextStageAt,
      toReplace: 0,
      ...(callAt !== undefined && { callAt }),
    }),
  'refusals-replaced': (request, { reach }) => changeSearch(request, { reach, toReplace: 0 }),
  'stage-postponed': (request, { nextStageAt }) =>
    changeSearch(request, { nextStageAt, toReplace: 0 }),
  'unanswered-called': withNextCall,
  'search-widened': unchanged,
  'everyone-asked': (request, { nextStageAt }) =>
    changeSearch(request, { nextStageAt, toReplace: 0, exhausted: true }),
  'alert-refused': withOneToReplace,
  'alert-undelivered': (request, { isFree }, at) =>
    isFree ? withFreeDonor(request, at) : withOneToReplace(request),
  covered: (request, _event, at) => ({
    ...withoutStillNeeded(request),
    alertsToClose: true,
    phase: { type: 'covered', at },
  }),
  'search-resumed': (request, _event, at) => startSearch(withoutStillNeeded(request), at),
  'alerts-closed': (request, { more }) => ({ ...request, alertsToClose: more }),
};

const notifyEveryoneAsked = (
  { soFar, coordinators }: EventOf['everyone-asked'],
  r: Request,
): Effect[] => {
  const { requester, code } = r;
  if (!requester) return [];
  const counts = { missing: countMissing(r), ...soFar };
  const byExchange = r.exchange && { byExchange: true };
  const alone = coordinators.length === 0 && { alone: true };
  // Donors who could hardly come in time were not asked: then not every donor was.
  const key = soFar.unlikely > 0 ? 'likelyAsked' : 'everyoneAsked';
  return [
    ...notifyPhone(requester, { key, params: { code, ...byExchange, ...alone } }),
    ...coordinators.flatMap((phone) =>
      notifyPhone(phone, {
        key: 'coordinatorEveryoneAsked',
        params: {
          code,
          ...requestParams(r),
          ...placeParams(r),
          phone: r.contact ?? requester,
          ...counts,
        },
      }),
    ),
  ];
};

export const searchNotifications: Notifications<SearchEvent> = {
  'stage-started': noNotice,
  'refusals-replaced': noNotice,
  'stage-postponed': noNotice,
  'unanswered-called': noNotice,
  'search-widened': (_event, { before: { requester, code } }) =>
    notifyPhone(requester, { key: 'searchWidened', params: { code } }),
  'everyone-asked': (event, { before }) => notifyEveryoneAsked(event, before),
  'alert-refused': noNotice,
  'alert-undelivered': noNotice,
  covered: noNotice,
  'search-resumed': noNotice,
  'alerts-closed': noNotice,
};

export const searchTimeline: TimelineLines<SearchEvent> = {
  'stage-started': ({ asked, reach }) => ({ asked, reach }),
  'refusals-replaced': ({ asked, reach }) => ({ asked, reach }),
  'stage-postponed': noFacts,
  'unanswered-called': ({ called }) => ({ called }),
  'search-widened': noFacts,
  'everyone-asked': ({ soFar: { asked, saidNo, silent, unlikely } }) => ({
    asked,
    'said no': saidNo,
    silent,
    'too unlikely': unlikely,
  }),
  'alert-refused': noFacts,
  'alert-undelivered': noFacts,
  covered: noFacts,
  'search-resumed': noFacts,
  'alerts-closed': ({ notified }) => ({ told: notified }),
};
