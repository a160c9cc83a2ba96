import type { PhoneNumber } from '../../terms/phone-number.ts';
import type { ContactKind } from './contact.ts';

/** Where a person stands between 0 and 1, for one purpose: always the same, and spread evenly over all people. */
export const shareOf = (purpose: string, phone: PhoneNumber): number => {
  // FNV-1a, then the last mix of MurmurHash3: neighbouring numbers must not stand near each other.
  let hash = 0x811c9dc5;
  for (const sign of `${purpose} ${phone}`)
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
};

/** True for the people who do not get this message, so that its effect can be seen. Each kind draws its own share. */
export const isHeldOut = (what: ContactKind, phone: PhoneNumber, share: number): boolean =>
  shareOf(what, phone) < share;
