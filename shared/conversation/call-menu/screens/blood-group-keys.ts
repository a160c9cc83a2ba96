import { type BloodGroup, bloodGroupSchema } from '../../../terms/blood-group.ts';
import { abos } from '../call-state.ts';

type Abo = (typeof abos)[number];

/** 1 A, 2 B, 3 AB, 4 O, 5 Bombay; 6: they do not know. */
export const bloodGroupFromKeys = (
  keys: string,
): { abo: Abo } | { group: BloodGroup } | 'unknown' | undefined => {
  const abo = abos[Number(keys) - 1];
  if (abo) return { abo };
  if (keys === '5') return { group: 'Oh' };
  return keys === '6' ? 'unknown' : undefined;
};

/** 1 positive, 2 negative. */
export const rhFromKey = (abo: Abo, keys: string): BloodGroup | undefined => {
  const sign = { 1: '+', 2: '-' }[Number(keys)];
  return sign ? bloodGroupSchema.parse(`${abo}${sign}`) : undefined;
};
