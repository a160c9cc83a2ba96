import {
  hashFeature,
  type LinearModel,
  scaleOf,
} from '#shared/conversation/understand/models/linear-model.ts';

/* Trains the labels of a linear model independently of each other, by FTRL-Proximal on the logistic loss (McMahan et al. 2013),
 * which keeps few weights. Deterministic. */

export type Example = { features: readonly string[]; labels: readonly string[] };

export type TrainingOptions = {
  epochs: number;
  rate: number;
  /** L1: how much evidence a weight needs to be other than zero. */
  sparsity: number;
  /** A feature that fewer examples have is dropped. */
  minCount: number;
};

/** A fixed sequence of numbers in [0, 1), so that training gives the same weights each time. */
const sequence = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const shuffled = <T>(items: readonly T[], next: () => number): T[] => {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const [a, b] = [all[i], all[j]];
    if (a !== undefined && b !== undefined) [all[i], all[j]] = [b, a];
  }
  return all;
};

/** The weights of each label for each feature hash. */
export const trainLinear = (
  examples: readonly Example[],
  { epochs, rate, sparsity, minCount }: TrainingOptions,
): LinearModel => {
  const labels = [...new Set(examples.flatMap((example) => example.labels))].sort();
  const counts = new Map<number, number>();
  const hashed = examples.map(({ features }) => features.map(hashFeature));
  for (const hashes of hashed)
    for (const h of new Set(hashes)) counts.set(h, (counts.get(h) ?? 0) + 1);
  const indexOf = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= minCount) indexOf.set(hash, indexOf.size);
  const width = labels.length;
  const weights = new Float32Array(indexOf.size * width);
  // The state of FTRL-Proximal for each weight: the sum of gradients, adjusted, and of their squares.
  const sums = new Float32Array(indexOf.size * width);
  const squares = new Float32Array(indexOf.size * width);
  const rows = examples.map((example, e) => ({
    indices: (hashed[e] ?? []).flatMap((hash) => indexOf.get(hash) ?? []),
    scale: scaleOf(example.features.length),
    targets: labels.map((label) => (example.labels.includes(label) ? 1 : 0)),
  }));
  const update = (at: number, gradient: number): void => {
    const [weight, square] = [weights[at] ?? 0, squares[at] ?? 0];
    const next = square + gradient * gradient;
    const sum =
      (sums[at] ?? 0) + gradient - ((Math.sqrt(next) - Math.sqrt(square)) / rate) * weight;
    sums[at] = sum;
    squares[at] = next;
    weights[at] =
      Math.abs(sum) <= sparsity
        ? 0
        : (Math.sign(sum) * sparsity - sum) / ((0.01 + Math.sqrt(next)) / rate);
  };
  const next = sequence(11);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { indices, scale, targets } of shuffled(rows, next)) {
      for (let label = 0; label < width; label++) {
        let sum = 0;
        for (const index of indices) sum += weights[index * width + label] ?? 0;
        const error = 1 / (1 + Math.exp(-sum * scale)) - (targets[label] ?? 0);
        if (Math.abs(error) < 0.002) continue;
        for (const index of indices) update(index * width + label, error * scale);
      }
    }
  }
  const pairsOf = (i: number): number[] =>
    [...weights.slice(i * width, (i + 1) * width)].flatMap((weight, label) =>
      weight === 0 ? [] : [label, weight],
    );
  return { labels, weights: new Map([...indexOf].map(([hash, i]) => [hash, pairsOf(i)])) };
};
