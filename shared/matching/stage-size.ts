import type { AskingRules } from '../terms/asking-rules.ts';
import { covered, nobodyYet, withOneMore } from './coverage.ts';
import { answeredWithin, stillComing } from './response-time.ts';

/** Somebody asked who has not answered: the chance of a yes when asked, of a donation after it, and when that was. */
export type Waiting = { yes: number; gives: number; askedMinutesAgo: number; night: boolean };

/** The units nobody has promised, and the answers still out. */
export type Situation = { missing: number; waiting: readonly Waiting[] };

const outlook = ({ missing, waiting }: Situation, inMinutes: number, rules: AskingRules) => {
  const cover = nobodyYet(missing);
  for (const { yes, gives, askedMinutesAgo, night } of waiting)
    withOneMore(
      cover,
      gives * stillComing(yes, answeredWithin(askedMinutesAgo + inMinutes, night, rules)),
    );
  return cover;
};

/** The chance that those asked already cover what is missing, if they stay silent for so many minutes more. */
export const chanceOfCover = (
  situation: Situation,
  inMinutes: number,
  rules: AskingRules,
): number => covered(outlook(situation, inMinutes, rules));

/**
 * How many of those in line must be asked besides, so that what is missing is covered with the wanted chance: the
 * fewest, at most the whole line. `enough`: they do.
 */
export const smallestStage = (
  situation: Situation,
  line: readonly { chance: number }[],
  wanted: number,
  rules: AskingRules,
): { size: number; enough: boolean } => {
  const cover = outlook(situation, 0, rules);
  if (covered(cover) >= wanted) return { size: 0, enough: true };
  for (const [index, { chance }] of line.entries()) {
    withOneMore(cover, chance);
    if (covered(cover) >= wanted) return { size: index + 1, enough: true };
  }
  return { size: line.length, enough: false };
};

/**
 * In how many minutes to look again: when those asked, staying silent, would leave less than `lookAgainBelow` of the
 * chance they give now; between `least` and `most`.
 */
export const minutesToNextLook = (
  situation: Situation,
  waits: { least: number; most: number; lookAgainBelow: number },
  rules: AskingRules,
): number => {
  const enough = waits.lookAgainBelow * chanceOfCover(situation, 0, rules);
  let low = waits.least;
  let high = waits.most;
  if (chanceOfCover(situation, high, rules) >= enough) return high;
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (chanceOfCover(situation, middle, rules) >= enough) low = middle;
    else high = middle;
  }
  return low;
};
