import type { AskingRules } from '../terms/asking-rules.ts';
import { addDonor, emptyCoverage, probability } from './coverage.ts';

/**
 * How many standby donors to hold behind the confirmed ones: the fewest that raise the probability of all units to the
 * target. Each of them gives with the probability of an average yes.
 */
export const standbySize = (
  units: number,
  confirmed: readonly number[],
  average: number,
  { standby }: AskingRules,
): number => {
  const most = Math.ceil(units * standby.mostPerUnit);
  const cover = emptyCoverage(units);
  for (const chance of confirmed) addDonor(cover, chance);
  for (let room = 0; room < most; room += 1) {
    if (probability(cover) >= standby.wantedChance) return room;
    addDonor(cover, average);
  }
  return most;
};
