import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { cellCentre, cellOf } from '#shared/places/cell.ts';
import { packColumn, packRuns, unpackColumn, unpackRuns } from '#shared/places/columns.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { distanceKm } from '#shared/places/distance.ts';
import { packNumbers, unpackNumbers } from '#shared/places/packed-numbers.ts';

const config = hotlineConfigSchema.parse(JSON.parse(readFileSync('hotline.config.json', 'utf8')));
const map = createGazetteer(config);
const names = [
  ...config.hospitals.flatMap((h) => h.aliases),
  ...config.zones.flatMap((z) => [...z.districts, z.names.hi]),
  ...'hospital patient me se from 211001 s n r . , - \u094D \u200D'.split(' '),
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
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
  fc.integer({ min: -364_500, max: 364_499 }),
);

test('numbers come back as they were packed, and the text needs no escape', () => {
  fc.assert(
    fc.property(fc.array(packable), (numbers) => {
      const packed = packNumbers(numbers);
      expect(unpackNumbers(packed)).toEqual(numbers);
      expect(packed).toMatch(/^[ !#%&(-[\]-_a-~]*$/);
    }),
  );
  for (const n of [-364_501, 364_500, 0.5, Number.NaN])
    expect(() => packNumbers([n])).toThrow(RangeError);
});

test('columns come back as they were packed', () => {
  const column = fc.array(fc.integer({ min: 0, max: 180_000 }));
  fc.assert(
    fc.property(column, fc.array(fc.integer({ min: 0, max: 9 })), (wide, close) => {
      for (const numbers of [wide, close]) {
        expect(unpackColumn(packColumn(numbers))).toEqual(numbers);
        for (const step of [0, 1])
          expect(unpackRuns(packRuns(numbers, step), step)).toEqual(numbers);
      }
    }),
  );
});

test('no PIN, real or not, makes placeOfPin throw', () => {
  const pins = fc.oneof(fc.string(), fc.integer({ min: 100_000, max: 999_999 }).map(String));
  fc.assert(fc.property(pins, (pin) => void map.placeOfPin(pin)));
});

test('no text makes the finders throw, and what they find stands in the text', () => {
  fc.assert(
    fc.property(text, (t) => {
      for (const found of [map.findHospital(t), map.findTown(t)]) {
        if (!found) continue;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeGreaterThan(found.start);
        expect(found.end).toBeLessThanOrEqual(t.length);
      }
    }),
  );
});

test('a cell’s centre lies in the cell, within 4 km of every point of it', () => {
  fc.assert(
    fc.property(point, (p) => {
      const centre = cellCentre(cellOf(p));
      expect(cellOf(centre)).toBe(cellOf(p));
      expect(distanceKm(p, centre)).toBeLessThan(4);
    }),
  );
});

test('a distance is the same both ways, and none to oneself', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
      expect(distanceKm(a, a)).toBe(0);
    }),
  );
});
