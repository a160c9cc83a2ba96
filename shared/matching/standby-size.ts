import type { AskingRules } from '../terms/asking-rules.ts';
import { addDonor, emptyCoverage, probability } from './coverage.ts';

/**
 * How many donors to keep on standby behind those confirmed: the fewest with whom the missing units are given with
 * the wanted chance, each of them giving with the chance of a usual yes.
 */
export const standbySize = (
  units: number,
  confirmed: readonly number[],
  usual: number,
  { standby }: AskingRules,
): number => {
  const most = Math.ceil(units * standby.mostPerUnit);
  const cover = emptyCoverage(units);
  for (const chance of confirmed) addDonor(cover, chance);
  for (let room = 0; room < most; room += 1) {
    if (probability(cover) >= standby.wantedChance) return room;
    addDonor(cover, usual);
  }
  return most;
};
