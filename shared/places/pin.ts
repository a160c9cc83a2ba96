import { firstPinOf, type PinColumns, unpackBlock } from './data/pin-blocks.ts';
import { pinBlocks, pinDistricts } from './data/pins.ts';
import type { Point } from './geo.ts';
import { type Pin, pinSchema } from './place.ts';

/** A PIN of India, to about 1 km, with the district of most of its post offices. */
export type PinPoint = Point & { pin: Pin; district: string };

const districtNames = pinDistricts.split(',');
const lines = pinBlocks.split('\n');

const pointAt = (i: number, block: PinColumns): PinPoint => ({
  pin: pinSchema.parse(String(block.pins[i])),
  lat: (block.lats[i] ?? 0) / 100,
  lon: (block.lons[i] ?? 0) / 100,
  district: districtNames[block.districts[i] ?? -1] ?? '',
});

/** Unpacked blocks are kept: hospitals are close together, and people name the same towns again. */
const unpacked = new Map<string, PinColumns>();
const loadBlock = (line: string): PinColumns => {
  const block = unpacked.get(line) ?? unpackBlock(line);
  unpacked.set(line, block);
  return block;
};

/** Where a PIN is; undefined when India has no such PIN. At most one block is unpacked for it. */
export const findPin = (pin: string): PinPoint | undefined => {
  if (!pinSchema.safeParse(pin).success) return undefined;
  const wanted = Number(pin);
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstPinOf(lines[middle] ?? '') <= wanted) low = middle;
    else high = middle - 1;
  }
  const block = loadBlock(lines[low] ?? '');
  const at = block.pins.indexOf(wanted);
  return at < 0 ? undefined : pointAt(at, block);
};

/** Every PIN of India, in order. All of them take some tens of milliseconds. */
export function* allPins(): Generator<PinPoint> {
  for (const line of lines) {
    const block = unpackBlock(line);
    for (const i of block.pins.keys()) yield pointAt(i, block);
  }
}
