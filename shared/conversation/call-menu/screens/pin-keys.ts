import type { Gazetteer } from '../../../places/gazetteer.ts';
import type { MenuAction } from '../menu-action.ts';
import { oneKey, type Screen } from './define-screen.ts';

/* The PIN code by key: the same for a request and a registration. */

export const pinUnknown: MenuAction = { type: 'unclear', say: [{ key: 'pinUnknown', params: {} }] };

/** Reads the PIN back with its place: 1 right, 2 another one. */
export const checkPin = (pin: string, gazetteer: Gazetteer): Screen | undefined => {
  const name = gazetteer.placeOfPin(pin)?.name;
  if (name === undefined) return undefined;
  return {
    say: [{ key: 'pinCheck', params: { pin, place: name, district: name } }],
    listen: oneKey,
  };
};
