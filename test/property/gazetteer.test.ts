import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { packNumbers, unpackNumbers } from '#shared/places/data/number-codec.ts';
import { packBlock, unpackBlock } from '#shared/places/data/pin-blocks.ts';
import { cellCentre, cellOf, distanceKm } from '#shared/places/geo.ts';
import { anyText } from '#test/property/any-text.ts';

const config = hotlineConfigSchema.parse(JSON.parse(readFileSync('hotline.config.json', 'utf8')));
const map = createGazetteer(config);
const names = [
  ...config.hospitals.flatMap((h) => h.aliases),
  ...config.zones.flatMap((z) => [...z.districts, z.names.hi]),
  ...'hospital patient me se from 211001 s n r . , - \u094D \u200D'.split(' '),
];
const text = fc.oneof(
  anyText({ maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 6 })))
    .map((w) => w.join(' ')),
);
const point = fc.record({
  lat: fc.double({ min: 6.5, max: 37.2, noNaN: true }),
  lon: fc.double({ min: 68, max: 97.5, noNaN: true }),
});

const packable = fc.oneof(
  fc.integer({ min: -500, max: 500 }),
  fc.integer({ min: -352_484, max: 352_484 }),
);

test('unpacks the numbers that were packed, from a text that needs no escape', () => {
  fc.assert(
    fc.property(fc.array(packable), (numbers) => {
      const packed = packNumbers(numbers);
      expect(unpackNumbers(packed)).toEqual(numbers);
      expect(packed).toMatch(/^[ !#%&(-[\]-_a-{}~]*$/);
    }),
  );
  for (const n of [-352_485, 352_485, 0.5, Number.NaN])
    expect(() => packNumbers([n])).toThrow(RangeError);
});

test('unpacks the block of PINs that was packed', () => {
  const pin = fc.record({
    pin: fc.oneof(
      fc.integer({ min: 211_001, max: 211_099 }),
      fc.integer({ min: 110_001, max: 399_999 }),
    ),
    lat: fc.integer({ min: 600, max: 3700 }),
    lon: fc.integer({ min: 6800, max: 9750 }),
    district: fc.integer({ min: 0, max: 623 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(pin, { selector: (p) => p.pin, minLength: 1 }), (some) => {
      const sorted = some.sort((a, b) => a.pin - b.pin);
      const block = {
        pins: sorted.map((p) => p.pin),
        lats: sorted.map((p) => p.lat),
        lons: sorted.map((p) => p.lon),
        districts: sorted.map((p) => p.district),
      };
      expect(unpackBlock(packBlock(block))).toEqual(block);
    }),
  );
});

test('finds the place of any input without throwing', () => {
  const pins = fc.oneof(fc.string(), fc.integer({ min: 100_000, max: 999_999 }).map(String));
  fc.assert(fc.property(pins, (pin) => void map.placeOfPin(pin)));
});

test('finds names in any text without throwing, inside the text', () => {
  fc.assert(
    fc.property(text, (t) => {
      for (const found of Object.values(map.find(t))) {
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeGreaterThan(found.start);
        expect(found.end).toBeLessThanOrEqual(t.length);
      }
    }),
  );
});

test('places the centre of a cell in it, within 4 km of each of its points', () => {
  fc.assert(
    fc.property(point, (p) => {
      const centre = cellCentre(cellOf(p));
      expect(cellOf(centre)).toBe(cellOf(p));
      expect(distanceKm(p, centre)).toBeLessThan(4);
    }),
  );
});

test('measures the same distance both ways, and zero to the same point', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
      expect(distanceKm(a, a)).toBe(0);
    }),
  );
});
