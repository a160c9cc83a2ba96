/*
 * How many of several independent people will do something: exact (Poisson binomial), kept as the chances of
 * fewer than `missing` only, which is all a stage must know.
 */

/** exactly[k]: the chance that exactly k will, for k below `missing`. */
export type Coverage = { exactly: number[] };

export const emptyCoverage = (missing: number): Coverage => ({
  exactly: Array.from({ length: Math.max(0, missing) }, (_, k) => (k === 0 ? 1 : 0)),
});

/** One more, in place. */
export const addDonor = ({ exactly }: Coverage, chance: number): void => {
  for (let k = exactly.length - 1; k >= 0; k -= 1)
    exactly[k] = (exactly[k] ?? 0) * (1 - chance) + (k > 0 ? (exactly[k - 1] ?? 0) * chance : 0);
};

/** The chance that at least `missing` will. */
export const probability = ({ exactly }: Coverage): number =>
  1 - exactly.reduce((sum, chance) => sum + chance, 0);
