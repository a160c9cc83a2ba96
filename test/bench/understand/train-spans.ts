import {
  hashFeature,
  type LinearModel,
} from '#shared/conversation/understand/models/linear-model.ts';
import {
  historyOf,
  type SpanTag,
  spanTags,
} from '#shared/conversation/understand/models/tag-spans.ts';

/* Trains the span model: an averaged perceptron that tags from left to right. Deterministic. */

export type TaggedText = { features: readonly (readonly string[])[]; tags: readonly SpanTag[] };

/** Averaged weights after so many passes; features that fewer tokens have are dropped. */
export const trainSpans = (
  texts: readonly TaggedText[],
  epochs: number,
  minCount = 2,
): LinearModel => {
  const counts = new Map<string, number>();
  for (const { features } of texts)
    for (const found of features) for (const f of found) counts.set(f, (counts.get(f) ?? 0) + 1);
  const width = spanTags.length;
  const weights = new Map<number, Float64Array>();
  const totals = new Map<number, Float64Array>();
  let step = 0;
  const rowOf = (map: Map<number, Float64Array>, hash: number): Float64Array => {
    const row = map.get(hash) ?? new Float64Array(width);
    map.set(hash, row);
    return row;
  };
  const kept = texts.map(({ features, tags }) => ({
    tags,
    hashes: features.map((found) =>
      found.filter((f) => (counts.get(f) ?? 0) >= minCount).map(hashFeature),
    ),
  }));
  for (let epoch = 0; epoch < epochs; epoch++) {
    kept.forEach((_, n) => {
      const text = kept[(n * 7919 + epoch * 104729) % kept.length];
      if (!text) return;
      const guessed: SpanTag[] = [];
      text.hashes.forEach((hashes, i) => {
        step++;
        // In the second half of training the tagger sees its own errors, as it will later.
        const history = historyOf(epoch % 2 === 0 ? text.tags : guessed, i).map(hashFeature);
        const all = [...hashes, ...history];
        const sums = new Float64Array(width);
        for (const hash of all) {
          const row = weights.get(hash);
          if (row) for (let t = 0; t < width; t++) sums[t] = (sums[t] ?? 0) + (row[t] ?? 0);
        }
        let best = 0;
        for (let t = 1; t < width; t++) if ((sums[t] ?? 0) > (sums[best] ?? 0)) best = t;
        guessed.push(spanTags[best] ?? 'O');
        const wanted = spanTags.indexOf(text.tags[i] ?? 'O');
        if (best === wanted) return;
        for (const hash of all) {
          const [row, total] = [rowOf(weights, hash), rowOf(totals, hash)];
          row[wanted] = (row[wanted] ?? 0) + 1;
          row[best] = (row[best] ?? 0) - 1;
          total[wanted] = (total[wanted] ?? 0) + step;
          total[best] = (total[best] ?? 0) - step;
        }
      });
    });
  }
  const averaged = [...weights].map(([hash, row]) => {
    const total = totals.get(hash);
    const pairs = [...row].flatMap((weight, t) => {
      const mean = weight - (total?.[t] ?? 0) / Math.max(1, step);
      return Math.abs(mean) > 0.01 ? [t, mean] : [];
    });
    return [hash, pairs] as const;
  });
  return { labels: spanTags, weights: new Map(averaged.filter(([, pairs]) => pairs.length > 0)) };
};
