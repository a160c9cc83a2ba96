import { unpackColumn, unpackRuns } from './columns.ts';
import { columns, districts } from './pins.ts';
import { type Pin, pinSchema } from './place.ts';
import type { Point } from './point.ts';

/** A PIN of India, to about 1 km, with the district most of its post offices are in. */
export type PinPoint = Point & { pin: Pin; district: string };

const districtNames = districts.split(',');

/** The PINs in order and, at the same places, what is known of each. Unpacked the first time somebody asks. */
const unpack = () => ({
  pins: unpackRuns(columns.pins, 1),
  lats: unpackColumn(columns.lats),
  lons: unpackColumn(columns.lons),
  districts: unpackRuns(columns.districts, 0),
});
let unpacked: ReturnType<typeof unpack> | undefined;
const table = () => {
  unpacked ??= unpack();
  return unpacked;
};

const pointAt = (i: number): PinPoint => {
  const { pins, lats, lons, districts } = table();
  return {
    pin: pinSchema.parse(String(pins[i])),
    lat: (lats[i] ?? 0) / 100,
    lon: (lons[i] ?? 0) / 100,
    district: districtNames[districts[i] ?? -1] ?? '',
  };
};

/** Where a PIN is; undefined when India has no such PIN. */
export const findPin = (pin: string): PinPoint | undefined => {
  if (!pinSchema.safeParse(pin).success) return undefined;
  const wanted = Number(pin);
  const { pins } = table();
  let low = 0;
  let high = pins.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = pins[middle] ?? 0;
    if (found === wanted) return pointAt(middle);
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
};

/** Every PIN of India, in order; some tens of milliseconds for all of them. */
export function* allPins(): Generator<PinPoint> {
  for (const i of table().pins.keys()) yield pointAt(i);
}
