import type { AskingRules } from '../terms/asking-rules.ts';
import { addDonor, emptyCoverage, probability } from './coverage.ts';
import { pendingShare, repliedShare } from './response-time.ts';

/** Somebody asked who has not answered: the chance of a yes when asked, of a donation after it, and when that was. */
export type PendingAnswer = { yes: number; gives: number; askedMinutesAgo: number; night: boolean };

/** The units nobody has promised, and the answers still out. */
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

/** The chance that those asked already cover what is missing, if they stay silent for so many minutes more. */
export const coverProbability = (
  situation: StageSituation,
  inMinutes: number,
  rules: AskingRules,
): number => probability(forecastCoverage(situation, inMinutes, rules));

/**
 * How many of those in line must be asked besides, so that what is missing is covered with the wanted chance: the
 * fewest, at most the whole line. `enough`: they do.
 */
export const findSmallestStage = (
  situation: StageSituation,
  line: readonly { chance: number }[],
  wanted: number,
  rules: AskingRules,
): { size: number; enough: boolean } => {
  const cover = forecastCoverage(situation, 0, rules);
  if (probability(cover) >= wanted) return { size: 0, enough: true };
  for (const [index, { chance }] of line.entries()) {
    addDonor(cover, chance);
    if (probability(cover) >= wanted) return { size: index + 1, enough: true };
  }
  return { size: line.length, enough: false };
};

/**
 * In how many minutes to look again: when those asked, staying silent, would leave less than `lookAgainBelow` of the
 * chance they give now; between `least` and `most`.
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
