import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quietUntil } from '#shared/terms/quiet-hours.ts';
import {
  after,
  dayOf,
  days,
  earliest,
  epochMs,
  fromCalendar,
  hours,
  minutes,
  startOfDay,
  toCalendar,
} from '#shared/terms/time.ts';

/** 1970 to 2100, to the minute. */
const anyMinute = fc.integer({ min: 60 * 24, max: 68_000_000 }).map((n) => epochMs(minutes(n)));
const anyMoment = fc.integer({ min: days(1), max: minutes(68_000_000) }).map(epochMs);

describe('time in India', () => {
  test('converts a moment to the calendar and back', () => {
    fc.assert(
      fc.property(anyMinute, (at) => {
        expect(fromCalendar(toCalendar(at))).toBe(at);
      }),
    );
  });

  test('agrees with the calendar of the platform', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Kolkata',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const two = (n: number) => String(n).padStart(2, '0');
    fc.assert(
      fc.property(anyMinute, (at) => {
        const { hour, minute } = toCalendar(at);
        expect(`${dayOf(at)} ${two(hour)}:${two(minute)}`).toBe(clock.format(at));
      }),
    );
  });

  test('begins a day at its midnight and ends it before the next', () => {
    fc.assert(
      fc.property(anyMoment, (at) => {
        const begin = startOfDay(dayOf(at));
        expect(begin).toBeLessThanOrEqual(at);
        expect(at - begin).toBeLessThan(days(1));
        expect(toCalendar(begin)).toMatchObject({ hour: 0, minute: 0 });
        expect(dayOf(after(begin, days(1) - 1))).toBe(dayOf(at));
        expect(dayOf(after(begin, days(1)))).not.toBe(dayOf(at));
      }),
    );
  });

  test('has midnight in India at 18:30 UTC', () => {
    const midnight = fromCalendar({ year: 2026, month: 11, day: 24 });
    expect(new Date(midnight).toISOString()).toBe('2026-11-23T18:30:00.000Z');
    expect(dayOf(midnight)).toBe('2026-11-24');
    expect(dayOf(after(midnight, -1))).toBe('2026-11-23');
  });

  test('rolls over days that do not exist, with leap years', () => {
    expect(dayOf(fromCalendar({ year: 2027, month: 2, day: 29 }))).toBe('2027-03-01');
    expect(dayOf(fromCalendar({ year: 2028, month: 2, day: 29 }))).toBe('2028-02-29');
    expect(dayOf(fromCalendar({ year: 2026, month: 12, day: 32 }))).toBe('2027-01-01');
  });

  test('returns the earliest of the moments that are defined', () => {
    fc.assert(
      fc.property(fc.array(fc.option(anyMoment, { nil: undefined })), (moments) => {
        const known = moments.filter((m) => m !== undefined);
        expect(earliest(...moments)).toBe(
          known.length === 0 ? undefined : epochMs(Math.min(...known)),
        );
      }),
    );
  });
});

const two = (n: number): string => String(n).padStart(2, '0');
const clock = fc
  .record({ hour: fc.nat(23), minute: fc.nat(59) })
  .map(({ hour, minute }) => `${two(hour)}:${two(minute)}`);

describe('quiet hours', () => {
  const at = (hour: number, minute: number, day = 23) =>
    fromCalendar({ year: 2026, month: 11, day, hour, minute });
  const night = { from: '21:30', to: '07:00' };

  test('last from the first minute to before the last, over midnight', () => {
    expect(quietUntil(at(21, 29), night)).toBeUndefined();
    expect(quietUntil(at(21, 30), night)).toBe(at(7, 0, 24));
    expect(quietUntil(at(23, 59), night)).toBe(at(7, 0, 24));
    expect(quietUntil(at(0, 0, 24), night)).toBe(at(7, 0, 24));
    expect(quietUntil(at(6, 59, 24), night)).toBe(at(7, 0, 24));
    expect(quietUntil(at(7, 0, 24), night)).toBeUndefined();
  });

  test('lie within one day', () => {
    const noon = { from: '12:00', to: '14:30' };
    expect(quietUntil(at(11, 59), noon)).toBeUndefined();
    expect(quietUntil(at(12, 0), noon)).toBe(at(14, 30));
    expect(quietUntil(at(14, 30), noon)).toBeUndefined();
  });

  test('are empty when start and end are equal', () => {
    fc.assert(
      fc.property(anyMoment, clock, (moment, same) => {
        expect(quietUntil(moment, { from: same, to: same })).toBeUndefined();
      }),
    );
  });

  test('end later, within a day, at the configured time, and are over then', () => {
    fc.assert(
      fc.property(anyMoment, clock, clock, (moment, from, to) => {
        const end = quietUntil(moment, { from, to });
        if (end === undefined) return;
        expect(end).toBeGreaterThan(moment);
        expect(end - moment).toBeLessThanOrEqual(hours(24));
        const { hour, minute } = toCalendar(end);
        expect(`${two(hour)}:${two(minute)}`).toBe(to);
        expect(quietUntil(end, { from, to })).toBeUndefined();
      }),
    );
  });

  test('keep the same end while they last', () => {
    fc.assert(
      fc.property(
        anyMoment,
        clock,
        clock,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (moment, from, to, part) => {
          const end = quietUntil(moment, { from, to });
          if (end === undefined) return;
          const between = epochMs(moment + Math.floor((end - moment) * part));
          expect(quietUntil(between, { from, to })).toBe(end);
        },
      ),
    );
  });
});
