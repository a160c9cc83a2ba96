/*
 * Random numbers without a sequence: each depends on the person and the topic only. So every policy meets the same
 * people with the same behaviour, in whatever order it asks them.
 */

const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ b, 0x9e3779b1) ^ (b >>> 15);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** A number in [0, 1) for that topic and person; always the same. */
export const randomOf = (seed: number, what: number, a: number, b = 0): number =>
  mix(mix(mix(seed, what + 0x51ed27), a + 0x2545f491), b + 0x7f4a7c15) / 2 ** 32;

/** A standard normal number for that topic and person (Box–Muller). */
export const normalOf = (seed: number, what: number, a: number, b = 0): number => {
  const u = randomOf(seed, what, a, b) || 1e-12;
  const v = randomOf(seed, what + 1000, a, b);
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
};

/** The element in whose share of the whole the number (0–1) falls. */
export const pick = <T>(shares: readonly (readonly [T, number])[], at: number): T => {
  const whole = shares.reduce((sum, [, share]) => sum + share, 0);
  let left = at * whole;
  for (const [item, share] of shares) {
    left -= share;
    if (left < 0) return item;
  }
  const last = shares.at(-1);
  if (!last) throw new Error('nothing to pick from');
  return last[0];
};
