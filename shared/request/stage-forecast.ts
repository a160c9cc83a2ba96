import {
  coverProbability,
  minutesToNextReview,
  type PendingAnswer,
  type StageSituation,
} from '../matching/stage-size.ts';
import type { Policy } from '../terms/policy.ts';
import { after, type EpochMs, minutes } from '../terms/time.ts';
import { type Alert, isOpen } from './alert.ts';
import { countMissing } from './pledge-counts.ts';
import type { Request } from './request.ts';

type AlertedRequest = { request: Request; alerts: readonly Alert[] };

const toPendingAnswer = ({ yes, chance, night, at }: Alert, now: EpochMs): PendingAnswer => ({
  yes,
  gives: yes > 0 ? chance / yes : 0,
  night,
  askedMinutesAgo: (now - at) / minutes(1),
});

/** The missing units, and the pending answers. The alerts in `alsoPending` count as pending. */
export const stageSituation = (
  { request, alerts }: AlertedRequest,
  now: EpochMs,
  alsoPending: readonly Alert[] = [],
): StageSituation => ({
  missing: countMissing(request),
  waiting: [...alerts.filter((a) => isOpen(a) && !a.unsure), ...alsoPending].map((alert) =>
    toPendingAnswer(alert, now),
  ),
});

/**
 * True while most alerts of the last stage are unsent, in a long queue or because the carrier accepts none. Their
 * donors' silence means nothing yet, and more alerts would only make the queue longer.
 */
export const isStageUnsent = ({ request, alerts }: AlertedRequest): boolean => {
  const last = alerts.filter(({ stage }) => stage === request.stages);
  return 2 * last.filter(({ state }) => state === 'queued').length > last.length;
};

/** The latest refusals and dead numbers. */
const lastRefused = (alerts: readonly Alert[], count: number): Alert[] =>
  alerts
    .filter(({ state, unsure }) => unsure || state === 'no' || state === 'undelivered')
    .sort((a, b) => (b.answeredAt ?? b.at) - (a.answeredAt ?? a.at))
    .slice(0, count);

/**
 * The target probability (0–1) that the asked donors cover what is missing: the policy's for a stage. A refusal is
 * replaced by as much probability as it took away, no more: the next stage has its own time.
 */
export const targetProbability = (
  alerted: AlertedRequest,
  refusals: number | undefined,
  now: EpochMs,
  policy: Policy,
): number => {
  const { wantedChance } = policy.stages[alerted.request.urgency];
  if (refusals === undefined) return wantedChance;
  const before = stageSituation(alerted, now, lastRefused(alerted.alerts, refusals));
  return Math.min(wantedChance, coverProbability(before, 0, policy.asking));
};

/** When to look for donors again if all of them stay silent. */
export const nextReviewAt = (
  { urgency }: Request,
  situation: StageSituation,
  now: EpochMs,
  { stages, asking }: Policy,
): EpochMs => {
  const { intervalMinutes: most } = stages[urgency];
  const waits = { least: most / 2, most, lookAgainBelow: asking.lookAgainBelow };
  return after(now, minutes(minutesToNextReview(situation, waits, asking)));
};
