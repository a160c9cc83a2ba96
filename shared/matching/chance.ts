import type { Donor } from '../donor/person.ts';
import type { Policy } from '../terms/policy.ts';

/**
 * The chance (0–1) that an alert brings this donor: a Beta prior of the group's average, moved by their own
 * answers, times the chance to come from that far: 87% at 0 km, 72% at 10 km (assumed; FACTS §8), never below 30%.
 */
export const chanceToGive = (
  donor: Pick<Donor, 'asked' | 'saidYes'>,
  distanceKm: number,
  prior: Policy['prior'],
): number => {
  const yes =
    (prior.yes + donor.saidYes) / (prior.yes + prior.no + Math.max(donor.asked, donor.saidYes));
  return yes * Math.max(0.3, 0.87 - 0.015 * distanceKm);
};

/**
 * How many of the first donors in line must be asked so that at least `missing` of them come with the wanted
 * chance; the whole line when even that is not enough. Exact (Poisson binomial), one pass.
 */
export const smallestStage = (chances: number[], missing: number, wanted: number): number => {
  if (missing <= 0) return 0;
  // exactly[k]: chance that exactly k of those asked so far come, for k < missing.
  let exactly = [1, ...Array<number>(missing - 1).fill(0)];
  for (const [index, p] of chances.entries()) {
    exactly = exactly.map((same, k) => same * (1 - p) + (exactly[k - 1] ?? 0) * p);
    const tooFew = exactly.reduce((sum, x) => sum + x, 0);
    if (1 - tooFew >= wanted) return index + 1;
  }
  return chances.length;
};
