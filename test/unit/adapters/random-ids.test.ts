import { expect, it } from 'vitest';
import { createRandomIds } from '#functions/adapters/system/random-ids.ts';

it('makes unique ids that sort by time and are safe in a URL', () => {
  let now = 1_700_000_000_000;
  const ids = createRandomIds(() => now);
  const first = Array.from({ length: 1000 }, () => ids.next());
  now += 1;
  const later = ids.next();
  expect(new Set(first).size).toBe(1000);
  for (const id of first) {
    expect(id).toMatch(/^[0-9a-z]{26}$/);
    expect(id < later).toBe(true);
  }
});

it('draws every whole number below a limit', () => {
  const ids = createRandomIds();
  const drawn = Array.from({ length: 500 }, () => ids.randomBelow(4));
  expect([...new Set(drawn)].sort()).toEqual([0, 1, 2, 3]);
  expect(ids.randomBelow(1)).toBe(0);
});
