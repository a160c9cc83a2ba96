/*
 * How many of several independent donors will give: exact (Poisson binomial). Only the probabilities of fewer than
 * `missing` are stored, which is all a stage needs.
 */

/** exactly[k]: the probability that exactly k donors give, for k below `missing`. */
export type Coverage = { exactly: number[] };

export const emptyCoverage = (missing: number): Coverage => ({
  exactly: Array.from({ length: Math.max(0, missing) }, (_, k) => (k === 0 ? 1 : 0)),
});

/** Adds one donor, in place. */
export const addDonor = ({ exactly }: Coverage, chance: number): void => {
  for (let k = exactly.length - 1; k >= 0; k -= 1)
    exactly[k] = (exactly[k] ?? 0) * (1 - chance) + (k > 0 ? (exactly[k - 1] ?? 0) * chance : 0);
};

/** The probability that at least `missing` donors give. */
export const probability = ({ exactly }: Coverage): number =>
  1 - exactly.reduce((sum, chance) => sum + chance, 0);
