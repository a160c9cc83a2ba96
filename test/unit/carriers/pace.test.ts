import { describe, expect, it } from 'vitest';
import { createPace } from '#functions/carriers/wire/pace.ts';

const minute = 60_000;
/** A pace of ten a minute, two of them for urgent requests, with a clock of its own. */
const tenAMinute = () => {
  let at = 0;
  const pace = createPace({ most: 10, spanMs: minute, keptForUrgent: 0.2, now: () => at });
  return {
    ...pace,
    passes: (ms: number): void => {
      at += ms;
    },
    takes: (count: number, isUrgent = false): number[] =>
      Array.from({ length: count }, () => pace.take(isUrgent)),
  };
};
const now = (count: number): number[] => Array.from({ length: count }, () => 0);

describe('the pace of a carrier', () => {
  it('lets as many requests leave in a span as the carrier takes, and no more', () => {
    const pace = tenAMinute();
    expect(pace.takes(10, true)).toEqual(now(10));
    expect(pace.take(true)).toBe(minute);
    pace.passes(minute - 1);
    expect(pace.take(true)).toBeGreaterThan(0);
    pace.passes(1);
    expect(pace.takes(10, true)).toEqual(now(10));
  });

  it('keeps its share for urgent requests', () => {
    const pace = tenAMinute();
    expect(pace.takes(8)).toEqual(now(8));
    expect(pace.take(false)).toBe(minute);
    expect(pace.takes(2, true)).toEqual(now(2));
    expect(pace.take(true)).toBe(minute);
  });

  it('gives those who wait their turns one span after another', () => {
    const pace = tenAMinute();
    pace.takes(8);
    const turns = pace.takes(20);
    for (const [i, wait] of [minute, 2 * minute, 3 * minute].entries())
      expect(turns.filter((turn) => turn === wait)).toHaveLength([8, 8, 4][i] ?? 0);
    // An urgent one does not stand behind them.
    expect(pace.take(true)).toBe(0);
  });

  it('lets nothing leave after the carrier has said when to come again', () => {
    const pace = tenAMinute();
    pace.close(5000);
    expect(pace.take(true)).toBe(5000);
    pace.passes(5000);
    expect(pace.take(true)).toBe(0);
  });
});
