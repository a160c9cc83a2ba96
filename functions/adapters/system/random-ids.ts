import { randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '../../ports/system.ts';

/** Crockford's alphabet, in sort order: it has no letters that look like digits. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 48 bits of milliseconds: enough until the year 10889. */
const renderTime = (ms: number): string =>
  Array.from({ length: 10 }, (_, i) => alphabet[Math.floor(ms / 32 ** (9 - i)) % 32]).join('');

/** Ids of 26 characters, safe in a URL: ten of real time and sixteen (80 bits) that cannot be guessed. */
export const createRandomIds = (now: () => number = Date.now): Ids => ({
  next: () => renderTime(now()) + [...randomBytes(16)].map((byte) => alphabet[byte % 32]).join(''),
  randomBelow: (below) => randomInt(below),
});
