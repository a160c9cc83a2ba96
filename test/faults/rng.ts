/** Seeded random numbers (mulberry32). */
export type Rng = ReturnType<typeof createRng>;

export const createRng = (seed: number) => {
  // Neighbouring seeds must not begin with similar numbers.
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    happens: (chance: number): boolean => next() < chance,
    between: (from: number, to: number): number => from + next() * (to - from),
    /** Picks an element. Throws without elements. */
    pick: <T>(these: readonly T[]): T => {
      const one = these[below(these.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    /** Picks an element by weight. */
    pickWeighted: <T>(these: readonly (readonly [number, T])[]): T => {
      let left = next() * these.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, one] of these) {
        left -= weight;
        if (left < 0) return one;
      }
      throw new Error('nothing to pickWeighted');
    },
  };
};
