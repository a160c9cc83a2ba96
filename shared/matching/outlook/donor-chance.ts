import type { ResponseHistory } from '../../people/response-history.ts';
import type { Policy } from '../../terms/policy.ts';
import { days, type EpochMs } from '../../terms/time.ts';
import type { Urgency } from '../../terms/urgency.ts';
import { scoreCandidate } from '../score-candidate.ts';

/* What one donor adds to the outlook of a group. */

/**
 * `chance`: of a gift in a week in which the donor is free (0–1); `once`: of a gift in time when asked once, and
 * `onceFar` from a zone around.
 * `freeInWeek`: 0 is this week.
 */
export type DonorChance = {
  chance: number;
  once: Record<Urgency, number>;
  onceFar: Record<Urgency, number>;
  freeInWeek: number;
  restWeeks: number;
};

export const byUrgency = (of: (urgency: Urgency) => number): Record<Urgency, number> => ({
  critical: of('critical'),
  urgent: of('urgent'),
  planned: of('planned'),
});

const week = days(7);
/** The chance of a gift in a week when the donor is asked so often. */
export const weeklyChance = (givesWhenAsked: number, asksAWeek: number): number =>
  1 - (1 - givesWhenAsked) ** asksAWeek;

/** The usual distance to the hospital, in km, of donors of its zone, and of the zones around it (assumed). */
const usualKm = 8;
const neighbourKm = 120;
/** Minutes from the beginning of a request until the blood is needed (assumed). */
const usualMinutes: Record<Urgency, number> = { critical: 240, urgent: 960, planned: 2880 };

/** What the outlook needs to know of a donor. `gaveAt`: the last gift known. */
export type OutlookDonor = {
  record: ResponseHistory;
  woman: boolean;
  mayGiveFrom: EpochMs;
  gaveAt: EpochMs | undefined;
};

/** How often a donor may be asked in a week. */
export const asksAWeek = ({ alertCaps }: Policy): number => (alertCaps.perMonth * 7) / 30;

/** The donor's chance of a gift in a week, and when they are free. */
export const chanceOfDonor = (
  { record, woman, mayGiveFrom, gaveAt }: OutlookDonor,
  now: EpochMs,
  policy: Policy,
): DonorChance => {
  const { wholeBloodIntervalDays: rest } = policy.donation;
  const moment = { recentAlerts: 0, night: false, at: now, gaveAt };
  const scoreFor = (urgency: Urgency, distanceKm: number) => {
    const asked = { distanceKm, minutesLeft: usualMinutes[urgency], urgency };
    return scoreCandidate({ record, woman, ownGroup: true, moment, ...asked }, policy.asking);
  };
  const giftInTime = (distanceKm: number) =>
    byUrgency((urgency) => scoreFor(urgency, distanceKm).chance);
  return {
    chance: weeklyChance(scoreFor('urgent', usualKm).chance, asksAWeek(policy)),
    once: giftInTime(usualKm),
    onceFar: giftInTime(neighbourKm),
    freeInWeek: Math.ceil(Math.max(0, mayGiveFrom - now) / week),
    restWeeks: Math.ceil((woman ? rest.woman : rest.man) / 7),
  };
};
