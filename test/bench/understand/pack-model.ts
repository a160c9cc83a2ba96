import {
  bitsFor,
  bitsOfTwo,
  hashFeature,
  type LinearModel,
  type PackedModel,
  powerBits,
  signs,
  sizeRatio,
  widest,
} from '#shared/conversation/understand/models/linear-model.ts';

/** A stream of bits, the highest of each number first. */
const createBitWriter = () => {
  const bits: number[] = [];
  return {
    write: (value: number, count: number): void => {
      for (let n = count - 1; n >= 0; n--) bits.push((value >> n) & 1);
    },
    toText: (): string => {
      let text = '';
      for (let at = 0; at < bits.length; at += bitsOfTwo) {
        let value = 0;
        for (let n = 0; n < bitsOfTwo; n++) value = value * 2 + (bits[at + n] ?? 0);
        text += `${signs[Math.floor(value / signs.length)]}${signs[value % signs.length]}`;
      }
      return text;
    },
  };
};

type Stored = { label: number; sign: number; power: number };

/** Stores a model: the `keep` largest weights, each as the nearest of eight sizes. */
export const packModel = ({ labels, weights }: LinearModel, keep: number): PackedModel => {
  const sorted = [...weights.values()]
    .flatMap((pairs) => pairs.filter((_, n) => n % 2 === 1).map(Math.abs))
    .sort((a, b) => b - a);
  // The few largest weights are cut, so that the sizes of all others are finer.
  const least = (sorted[Math.floor(sorted.length / 500)] ?? 1) / widest;
  const smallest = Math.max(0.75 * least, sorted[Math.min(keep, sorted.length) - 1] ?? 0);
  const store = (label: number, weight: number): Stored[] => {
    if (Math.abs(weight) < smallest) return [];
    const power = Math.round(Math.log(Math.abs(weight) / least) / Math.log(sizeRatio));
    const most = 2 ** powerBits - 1;
    return [{ label, sign: weight < 0 ? 1 : 0, power: Math.max(0, Math.min(most, power)) }];
  };
  const kept = [...weights.keys()]
    .sort((a, b) => a - b)
    .map((hash) => {
      const pairs = weights.get(hash) ?? [];
      return { hash, stored: pairs.flatMap((n, i) => (i % 2 ? [] : store(n, pairs[i + 1] ?? 0))) };
    })
    .filter(({ stored }) => stored.length > 0);
  const gapBits = Math.min(16, bitsFor(2 ** 24 / Math.max(1, kept.length)) - 1);
  const { write, toText } = createBitWriter();
  let last = 0;
  for (const { hash, stored } of kept) {
    const gap = hash - last;
    last = hash;
    for (let n = gap >> gapBits; n > 0; n--) write(1, 1);
    write(0, 1);
    write(gap, gapBits);
    stored.forEach(({ label, sign, power }, n) => {
      write(n < stored.length - 1 ? 1 : 0, 1);
      write(label, bitsFor(labels.length));
      write(sign, 1);
      write(power, powerBits);
    });
  }
  return { labels: labels.join(','), least, features: kept.length, gapBits, data: toText() };
};

const toSevenBits = (distance: number): number[] =>
  distance < 128 ? [distance] : [(distance & 127) | 128, ...toSevenBits(distance >>> 7)];

/** The hashes of these words in order, each as its distance from the one before, as base64. */
export const packHashes = (words: readonly string[]): string => {
  const hashes = [...new Set(words.map(hashFeature))].sort((a, b) => a - b);
  const bytes = hashes.flatMap((hash, n) => toSevenBits(hash - (hashes[n - 1] ?? 0)));
  return Buffer.from(bytes).toString('base64');
};
