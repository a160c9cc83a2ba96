import type { Policy } from '../terms/policy.ts';
import { type EpochMs, earliest, hours, minutes } from '../terms/time.ts';
import { urgencies } from '../terms/urgency.ts';
import { countMissing, isClosed } from './pledge-counts.ts';
import type { Request } from './request.ts';

/* What a coordinator wants to know of an open request at a glance: whether it is stuck, and what comes next. */

/** Why a request does not go on by itself, the worst first. */
export const stuckReasons = [
  'time-over',
  'everyone-asked',
  'no-volunteer',
  'family-not-reached',
  'unchecked',
  'donor-late',
  'time-short',
] as const;
export type StuckReason = (typeof stuckReasons)[number];

type Check = (request: Request, now: EpochMs, policy: Policy) => boolean;

const isStuckBy: Record<StuckReason, Check> = {
  'time-over': (request, now) => request.neededBy <= now && request.phase.type !== 'covered',
  'everyone-asked': ({ phase }) => phase.type === 'searching' && phase.exhausted,
  'no-volunteer': ({ phase }) =>
    phase.type === 'verifying' && phase.round > 0 && phase.asked.length === 0,
  'family-not-reached': ({ phase }) =>
    phase.type === 'verifying' && (phase.notReached ?? []).length > 0,
  // The first round is over, and no volunteer has answered.
  unchecked: ({ phase }) => phase.type === 'verifying' && phase.round > 1,
  'donor-late': ({ pledges }, now, { arrival }) =>
    pledges.some(
      ({ state, arriveBy, arrivedAt }) =>
        state === 'confirmed' &&
        arrivedAt === undefined &&
        arriveBy !== undefined &&
        arriveBy + minutes(arrival.noShowAfterMinutes) <= now,
    ),
  'time-short': (request, now, { arrival }) =>
    countMissing(request) > 0 &&
    request.phase.type !== 'covered' &&
    request.neededBy - now < Math.max(hours(1), minutes(arrival.travelMinutes[request.urgency])),
};

/** Why this request needs a person; undefined while it goes on by itself. */
export const whyStuck = (
  request: Request,
  now: EpochMs,
  policy: Policy,
): StuckReason | undefined =>
  isClosed(request)
    ? undefined
    : stuckReasons.find((reason) => isStuckBy[reason](request, now, policy));

export type Standing = { request: Request; stuck: StuckReason | undefined };

/** Stuck requests first, the worst reason before the others; then by urgency, then the one that is needed first. */
export const stuckFirst = (
  requests: readonly Request[],
  now: EpochMs,
  policy: Policy,
): Standing[] => {
  const rank = ({ stuck }: Standing): number =>
    stuck === undefined ? stuckReasons.length : stuckReasons.indexOf(stuck);
  return requests
    .map((request) => ({ request, stuck: whyStuck(request, now, policy) }))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        urgencies.indexOf(a.request.urgency) - urgencies.indexOf(b.request.urgency) ||
        a.request.neededBy - b.request.neededBy,
    );
};

/** What happens next by itself, and when. */
export type NextStep = {
  what: 'ask-volunteers' | 'ask-donors' | 'look-again' | 'donor-arrives' | 'hear-of-gift' | 'over';
  at: EpochMs | undefined;
  /** As soon as can be: the moment is not said. */
  asap?: boolean;
};

export const nextStep = (request: Request): NextStep => {
  const { phase, pledges } = request;
  switch (phase.type) {
    case 'verifying':
      return { what: 'ask-volunteers', at: phase.nextRoundAt };
    case 'searching':
      return { what: phase.exhausted ? 'look-again' : 'ask-donors', at: phase.nextStageAt };
    case 'covered': {
      const coming = pledges.filter((p) => p.state === 'confirmed' && p.arrivedAt === undefined);
      if (coming.length === 0) return { what: 'hear-of-gift', at: request.dueAt };
      const at = earliest(...coming.map(({ arriveBy }) => arriveBy));
      const ownTime = coming.some((p) => p.arriveBy === at && p.ownTime);
      return { what: 'donor-arrives', at, ...(request.asap && !ownTime && { asap: true }) };
    }
    case 'fulfilled':
    case 'closed':
      return { what: 'over', at: undefined };
  }
};
