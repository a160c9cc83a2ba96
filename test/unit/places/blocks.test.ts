import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, blocksWithin, cellOf, distanceKm } from '#shared/places/geo.ts';

const inIndia = fc.record({
  lat: fc.double({ min: 7, max: 37, noNaN: true }),
  lon: fc.double({ min: 68, max: 97, noNaN: true }),
});

const step = fc.double({ min: -2, max: 2, noNaN: true });

describe('the blocks around a place', () => {
  test('hold every cell within the distance', () => {
    fc.assert(
      fc.property(inIndia, step, step, (place, north, east) => {
        const home = { lat: place.lat + north, lon: place.lon + east };
        const km = distanceKm(place, home);
        expect(blocksWithin(place, km)).toContain(blockOf(cellOf(home)));
      }),
    );
    const home = { lat: 25.44, lon: 81.85 };
    for (const [north, east] of [
      [0.3, 0],
      [0, 0.3],
      [-0.3, 0],
      [0, -0.3],
    ] as const) {
      const near = { lat: home.lat + north, lon: home.lon + east };
      expect(blocksWithin(home, distanceKm(home, near))).toContain(blockOf(cellOf(near)));
    }
  });

  test('are few, also for the widest search', () => {
    expect(blocksWithin({ lat: 26.5, lon: 80.5 }, 204).length).toBeLessThanOrEqual(12);
    expect(blocksWithin({ lat: 26.5, lon: 80.5 }, 9).length).toBeLessThanOrEqual(4);
  });
});
