import type { Ids } from '#functions/ports/system.ts';

/** Ids and random numbers that depend on the seed only (mulberry32). */
export const seededIds = (seed: number): Ids => {
  let state = seed >>> 0;
  let count = 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next: () => {
      count += 1;
      return `id${String(count).padStart(8, '0')}`;
    },
    randomBelow: (below) => Math.floor(random() * below),
  };
};
