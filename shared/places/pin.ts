import { districts, records } from './pins.ts';
import { type Pin, pinSchema } from './place.ts';
import type { Point } from './point.ts';

/** A PIN of India, to about 1 km, with the district most of its post offices are in. */
export type PinPoint = Point & { pin: Pin; district: string };

const step = 17;
const count = Math.ceil(records.length / step);
const districtNames = districts.split(',');
const pinAt = (i: number): string => records.slice(i * step, i * step + 6);

const recordAt = (i: number): PinPoint => {
  const from = i * step;
  return {
    pin: pinSchema.parse(records.slice(from, from + 6)),
    lat: Number(records.slice(from + 6, from + 10)) / 100,
    lon: Number(records.slice(from + 10, from + 14)) / 100,
    district: districtNames[Number.parseInt(records.slice(from + 14, from + 16), 36)] ?? '',
  };
};

/** Where a PIN is; undefined when India has no such PIN. */
export const findPin = (pin: string): PinPoint | undefined => {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = pinAt(middle);
    if (found === pin) return recordAt(middle);
    if (found < pin) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
};

/** Every PIN of India, in order; some tens of milliseconds for all of them. */
export function* allPins(): Generator<PinPoint> {
  for (let i = 0; i < count; i++) yield recordAt(i);
}
