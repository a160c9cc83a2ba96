import type { LinearModel, PackedModel } from '#shared/conversation/understand/linear-model.ts';

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
  for (const hash of [...weights.keys()].sort((a, b) => a - b)) {
    const pairs = weights.get(hash) ?? [];
    const kept: number[] = [];
    for (let n = 0; n < pairs.length; n += 2) {
      const weight = pairs[n + 1] ?? 0;
      const steps = Math.max(-127, Math.min(127, Math.round(weight / scale)));
      if (Math.abs(weight) >= least && steps !== 0) kept.push(pairs[n] ?? 0, steps & 255);
    }
    if (kept.length === 0) continue;
    bytes.push(
      hash >>> 24,
      (hash >>> 16) & 255,
      (hash >>> 8) & 255,
      hash & 255,
      kept.length / 2,
      ...kept,
    );
  }
  return { labels: labels.join(','), scale, data: Buffer.from(bytes).toString('base64') };
};
