import { randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '../../ports/system.ts';

/** Crockford's: no letters that are taken for digits, in the order in which they sort. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 48 bits of milliseconds: enough until the year 10889. */
const timeOf = (ms: number): string =>
  Array.from({ length: 10 }, (_, i) => alphabet[Math.floor(ms / 32 ** (9 - i)) % 32]).join('');

/** 26 characters, safe in a URL: ten of real time, sixteen (80 bits) that nobody can guess. */
export const createRandomIds = (now: () => number = Date.now): Ids => ({
  next: () => timeOf(now()) + [...randomBytes(16)].map((byte) => alphabet[byte % 32]).join(''),
  randomBelow: (below) => randomInt(below),
});
