import { type BloodGroup, bloodGroupSchema } from '../../../terms/blood-group.ts';
import { abos } from '../call-state.ts';
import type { MenuAction } from '../menu-action.ts';
import { oneKey, type Screen } from './define-screen.ts';

/* The blood group by key: the same for a request and a registration. */

type Abo = (typeof abos)[number];

/** 1 A, 2 B, 3 AB, 4 O, 5 Bombay; 6: the caller does not know. */
export const bloodGroupFromKeys = (
  keys: string,
): { abo: Abo } | { group: BloodGroup } | 'unknown' | undefined => {
  const abo = abos[Number(keys) - 1];
  if (abo) return { abo };
  if (keys === '5') return { group: 'Oh' };
  return keys === '6' ? 'unknown' : undefined;
};

/** The screen is repeated, after the hint where the group is written (repeat-hint.ts). */
export const groupUnknown: MenuAction = { type: 'unclear', say: [] };

export const askRh = (abo: Abo): Screen => ({
  say: [{ key: 'needRh', params: { abo } }],
  listen: oneKey,
});

/** 1 positive, 2 negative. */
export const rhFromKey = (abo: Abo, keys: string): BloodGroup | undefined => {
  const sign = { 1: '+', 2: '-' }[Number(keys)];
  return sign ? bloodGroupSchema.parse(`${abo}${sign}`) : undefined;
};
