import {
  coverProbability,
  minutesToNextLook,
  type StageSituation,
} from '../matching/stage-size.ts';
import type { Policy } from '../terms/policy.ts';
import { after, type EpochMs, minutes } from '../terms/time.ts';
import { type Alert, isOpen } from './alert.ts';
import { countMissing } from './pledge-counts.ts';
import type { Request } from './request.ts';

type File = { request: Request; alerts: readonly Alert[] };

const toWaiting = (
  { yes, chance, night, at }: Alert,
  now: EpochMs,
): StageSituation['waiting'][number] => ({
  yes,
  gives: yes > 0 ? chance / yes : 0,
  night,
  askedMinutesAgo: (now - at) / minutes(1),
});

/** What is missing, and the answers that are still out; `besides` as if they were. */
export const stageSituation = (
  { request, alerts }: File,
  now: EpochMs,
  besides: readonly Alert[] = [],
): StageSituation => ({
  missing: countMissing(request),
  waiting: [...alerts.filter((a) => isOpen(a) && !a.unsure), ...besides].map((alert) =>
    toWaiting(alert, now),
  ),
});

/**
 * Most of the last stage wait to leave, behind a crowd of others or a carrier that takes none: nobody's silence says
 * anything yet, and to ask more would only make the crowd larger.
 */
export const isStillLeaving = ({ request, alerts }: File): boolean => {
  const last = alerts.filter(({ stage }) => stage === request.stages);
  return 2 * last.filter(({ state }) => state === 'queued').length > last.length;
};

/** The refusals and dead numbers that came last. */
const lastRefused = (alerts: readonly Alert[], count: number): Alert[] =>
  alerts
    .filter(({ state, unsure }) => unsure || state === 'no' || state === 'undelivered')
    .sort((a, b) => (b.answeredAt ?? b.at) - (a.answeredAt ?? a.at))
    .slice(0, count);

/**
 * The chance that is wanted of those asked (0–1): the policy's for a stage. A refusal is made up for by as much as it
 * has taken away, no more: the next stage has its own time.
 */
export const targetProbability = (
  file: File,
  refusals: number | undefined,
  now: EpochMs,
  policy: Policy,
): number => {
  const { wantedChance } = policy.stages[file.request.urgency];
  if (refusals === undefined) return wantedChance;
  const before = stageSituation(file, now, lastRefused(file.alerts, refusals));
  return Math.min(wantedChance, coverProbability(before, 0, policy.asking));
};

/** When to look for donors again, should everybody stay silent. */
export const nextReviewAt = (
  { urgency }: Request,
  situation: StageSituation,
  now: EpochMs,
  { stages, asking }: Policy,
): EpochMs => {
  const { intervalMinutes: most } = stages[urgency];
  const waits = { least: most / 2, most, lookAgainBelow: asking.lookAgainBelow };
  return after(now, minutes(minutesToNextLook(situation, waits, asking)));
};
