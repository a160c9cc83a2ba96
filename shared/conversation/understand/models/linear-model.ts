/* Linear models over named features. Trained by test/bench/understand, stored in models/. */

/** `weights`: for each feature hash pairs of label index and weight, one after another. */
export type LinearModel = {
  labels: readonly string[];
  weights: ReadonlyMap<number, readonly number[]>;
};

/** FNV-1a, 24 bits of it: the same in every release, because stored weights are addressed by it. */
export const hashFeature = (feature: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i++) {
    hash ^= feature.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 8;
};

/** The sum of the weights of these features, for each label. */
export const sumWeights = (
  { labels, weights }: LinearModel,
  features: readonly string[],
): number[] => {
  const sums = labels.map(() => 0);
  for (const feature of features) {
    const pairs = weights.get(hashFeature(feature));
    if (!pairs) continue;
    for (let n = 0; n < pairs.length; n += 2) {
      const label = pairs[n] ?? 0;
      sums[label] = (sums[label] ?? 0) + (pairs[n + 1] ?? 0);
    }
  }
  return sums;
};

/** Long texts have many features; their sum is divided, so that length alone decides nothing. */
export const scaleOf = (count: number): number => 1 / Math.sqrt(Math.max(1, count));

/** The probability of each label, from 0 to 1, independent of each other. */
export const scoreLabels = (
  model: LinearModel,
  features: readonly string[],
): ReadonlyMap<string, number> => {
  const scale = scaleOf(features.length);
  const sums = sumWeights(model, features);
  return new Map(
    model.labels.map((label, i) => [label, 1 / (1 + Math.exp(-(sums[i] ?? 0) * scale))]),
  );
};

/**
 * A stored model. `scale`: the weight of one step. `data`: base64 of, for each feature in the order of its hash: the
 * distance from the hash before (7 bits a byte, the least first, the top bit set while more follow), then for each weight its
 * label (top bit set while more follow) and its steps (1 byte, signed). Hashes are kept to 24 bits.
 */
export type PackedModel = { labels: string; scale: number; data: string };

/** Reads a stored model. A damaged one throws. */
export const unpackModel = ({ labels, scale, data }: PackedModel): LinearModel => {
  const bytes = atob(data);
  const weights = new Map<number, number[]>();
  let at = 0;
  let hash = 0;
  const next = (): number => bytes.charCodeAt(at++);
  while (at < bytes.length) {
    for (let shift = 0, byte = 128; byte > 127; shift += 7) {
      byte = next();
      hash += (byte & 127) << shift;
    }
    const pairs: number[] = [];
    for (let label = 128; label > 127; ) {
      label = next();
      pairs.push(label & 127, ((next() << 24) >> 24) * scale);
    }
    weights.set(hash, pairs);
  }
  return { labels: labels.split(','), weights };
};
