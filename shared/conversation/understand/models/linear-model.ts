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

/** Each weight is stored as its sign and one of so many sizes. */
export const powerBits = 3;
/** The sizes span so many times the least one. */
export const widest = 30;

export const bitsFor = (count: number): number => Math.max(1, Math.ceil(Math.log2(count)));

/**
 * A stored model. `least`: the smallest size of a weight; each further size is `sizeRatio` times the one before. `features`:
 * how many there are. `data`: a stream of bits in `signs`, the highest first; for each feature in the order of its hash: the
 * distance from the hash before (a one for each multiple of 2^`gapBits`, a zero, the rest in `gapBits`), then for each weight
 * whether another follows (1 bit), its label, its sign (1 bit) and its size. Hashes are kept to 24 bits.
 */
export type PackedModel = {
  labels: string;
  least: number;
  features: number;
  gapBits: number;
  data: string;
};

export const sizeRatio = widest ** (1 / (2 ** powerBits - 1));

/** The signs that a string of the bundle holds without an escape: two of them hold 13 bits, two of base64 only 12. */
export const signs = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)).filter(
  (sign) => !'"\'$\\'.includes(sign),
);
export const bitsOfTwo = 13;

const createBitReader = (data: string): ((count: number) => number) => {
  const values = new Map(signs.map((sign, n) => [sign.charCodeAt(0), n]));
  const valueAt = (at: number): number => values.get(data.charCodeAt(at)) ?? 0;
  let [at, left, buffer] = [0, 0, 0];
  return (count) => {
    while (left < count) {
      buffer = ((buffer & 0x1ffff) << bitsOfTwo) | (valueAt(at) * signs.length + valueAt(at + 1));
      at += 2;
      left += bitsOfTwo;
    }
    left -= count;
    return (buffer >> left) & ((1 << count) - 1);
  };
};

/** Reads a stored model. */
export const unpackModel = (packed: PackedModel): LinearModel => {
  const labels = packed.labels.split(',');
  const labelBits = bitsFor(labels.length);
  const sizes = Array.from({ length: 2 ** powerBits }, (_, n) => packed.least * sizeRatio ** n);
  const read = createBitReader(packed.data);
  const weights = new Map<number, number[]>();
  let hash = 0;
  for (let n = 0; n < packed.features; n++) {
    while (read(1) === 1) hash += 1 << packed.gapBits;
    hash += read(packed.gapBits);
    const pairs: number[] = [];
    for (let more = 1; more === 1; ) {
      more = read(1);
      const label = read(labelBits);
      const sign = read(1) === 1 ? -1 : 1;
      pairs.push(label, sign * (sizes[read(powerBits)] ?? 0));
    }
    weights.set(hash, pairs);
  }
  return { labels, weights };
};
