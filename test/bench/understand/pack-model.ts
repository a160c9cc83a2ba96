import {
  hashFeature,
  type LinearModel,
  type PackedModel,
} from '#shared/conversation/understand/models/linear-model.ts';

/** Stores a model: weights in 127 steps each way, the `keep` largest of them. */
export const packModel = ({ labels, weights }: LinearModel, keep: number): PackedModel => {
  const sizes = [...weights.values()]
    .flatMap((pairs) => pairs.filter((_, n) => n % 2 === 1).map(Math.abs))
    .sort((a, b) => b - a);
  const least = sizes[Math.min(keep, sizes.length) - 1] ?? 0;
  // The few largest weights are cut, so that the steps of all others are finer.
  const most = sizes[Math.floor(sizes.length / 500)] ?? 1;
  const scale = most / 127;
  const bytes: number[] = [];
  let last = 0;
  for (const hash of [...weights.keys()].sort((a, b) => a - b)) {
    const pairs = weights.get(hash) ?? [];
    const kept: (readonly [label: number, steps: number])[] = [];
    for (let n = 0; n < pairs.length; n += 2) {
      const weight = pairs[n + 1] ?? 0;
      const steps = Math.max(-127, Math.min(127, Math.round(weight / scale)));
      if (Math.abs(weight) >= least && steps !== 0) kept.push([pairs[n] ?? 0, steps & 255]);
    }
    if (kept.length === 0) continue;
    bytes.push(...toSevenBits(hash - last));
    last = hash;
    kept.forEach(([label, steps], n) => {
      bytes.push(n < kept.length - 1 ? label | 128 : label, steps);
    });
  }
  return { labels: labels.join(','), scale, data: Buffer.from(bytes).toString('base64') };
};

const toSevenBits = (distance: number): number[] =>
  distance < 128 ? [distance] : [(distance & 127) | 128, ...toSevenBits(distance >>> 7)];

/** The hashes of these words in order, each as its distance from the one before, as base64. */
export const packHashes = (words: readonly string[]): string => {
  const hashes = [...new Set(words.map(hashFeature))].sort((a, b) => a - b);
  const bytes = hashes.flatMap((hash, n) => toSevenBits(hash - (hashes[n - 1] ?? 0)));
  return Buffer.from(bytes).toString('base64');
};
