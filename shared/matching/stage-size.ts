import type { AskingRules } from '../terms/asking-rules.ts';
import { addDonor, emptyCoverage, probability } from './coverage.ts';
import { pendingShare, repliedShare } from './response-time.ts';

/**
 * A donor who was asked and has not answered: the probability of a yes when asked, of a donation after a yes, and how
 * long ago that was.
 */
export type PendingAnswer = { yes: number; gives: number; askedMinutesAgo: number; night: boolean };

/** The units without a pledge, and the pending answers. */
export type StageSituation = { missing: number; waiting: readonly PendingAnswer[] };

const forecastCoverage = (
  { missing, waiting }: StageSituation,
  inMinutes: number,
  rules: AskingRules,
) => {
  const cover = emptyCoverage(missing);
  for (const { yes, gives, askedMinutesAgo, night } of waiting)
    addDonor(
      cover,
      gives * pendingShare(yes, repliedShare(askedMinutesAgo + inMinutes, night, rules)),
    );
  return cover;
};

/** The probability that the asked donors cover what is missing, if they stay silent for that many more minutes. */
export const coverProbability = (
  situation: StageSituation,
  inMinutes: number,
  rules: AskingRules,
): number => probability(forecastCoverage(situation, inMinutes, rules));

/**
 * How many more candidates must be asked so that what is missing is covered with the target probability: the fewest, at
 * most all of them. `enough`: they reach it.
 */
export const findSmallestStage = (
  situation: StageSituation,
  candidates: readonly { chance: number }[],
  wanted: number,
  rules: AskingRules,
): { size: number; enough: boolean } => {
  const cover = forecastCoverage(situation, 0, rules);
  if (probability(cover) >= wanted) return { size: 0, enough: true };
  for (const [index, { chance }] of candidates.entries()) {
    addDonor(cover, chance);
    if (probability(cover) >= wanted) return { size: index + 1, enough: true };
  }
  return { size: candidates.length, enough: false };
};

/**
 * In how many minutes to review the stage: when continued silence of the asked donors would leave less than
 * `lookAgainBelow` of the probability they give now; between `least` and `most`.
 */
export const minutesToNextReview = (
  situation: StageSituation,
  waits: { least: number; most: number; lookAgainBelow: number },
  rules: AskingRules,
): number => {
  const enough = waits.lookAgainBelow * coverProbability(situation, 0, rules);
  let low = waits.least;
  let high = waits.most;
  if (coverProbability(situation, high, rules) >= enough) return high;
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (coverProbability(situation, middle, rules) >= enough) low = middle;
    else high = middle;
  }
  return low;
};
