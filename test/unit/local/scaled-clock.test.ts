import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScaledClock, readClock } from '#infra/local/runtime/scaled-clock.ts';
import { epochMs, hours, minutes } from '#shared/terms/time.ts';

let dir: string;
let file: string;
let real: number;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hotline-clock-'));
  file = join(dir, 'data', 'clock.json');
  real = 1_800_000_000_000;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));
const start = (speed = 60) => createScaledClock({ speed, file, realNow: () => real });

describe('hotline time', () => {
  it('is real time at speed 1', () => {
    const clock = start(1);
    expect(clock.now()).toBe(real);
    real += 12_345;
    expect(clock.now()).toBe(real);
  });

  it('runs at its speed', () => {
    const clock = start(60);
    const before = clock.now();
    real += 1000;
    expect(clock.now()).toBe(before + minutes(1));
    expect(clock.toReal(minutes(15))).toBe(15_000);
  });

  it('advances, and only forward', () => {
    const clock = start(60);
    const before = clock.now();
    clock.advance(hours(3));
    expect(clock.now()).toBe(before + hours(3));
    real += 1000;
    expect(clock.now()).toBe(before + hours(3) + minutes(1));
    expect(() => clock.advance(-1)).toThrow(RangeError);
    expect(() => clock.advance(Number.NaN)).toThrow(RangeError);
  });

  it('never goes back when the machine’s clock does', () => {
    const clock = start(1);
    const before = clock.now();
    real -= 5000;
    expect(clock.now()).toBe(before);
  });
});

describe('over a restart', () => {
  it('continues exactly where it was stopped', () => {
    const clock = start();
    real += 100_000;
    const before = clock.now();
    clock.stop();
    real += 5000;
    expect(start().now()).toBe(before);
  });

  it('catches up with the machine’s clock', () => {
    start(1).stop();
    real += hours(10);
    expect(start(1).now()).toBe(real);
  });

  it('never goes back after kill -9, and starts at most a real second’s worth later', () => {
    let clock = start();
    for (let i = 0; i < 50; i += 1) {
      real += 333;
      const before = clock.now();
      clock = start();
      expect(clock.now()).toBeGreaterThanOrEqual(before);
      expect(clock.now()).toBeLessThanOrEqual(before + 60_000);
    }
  });

  it('never goes back after it was advanced', () => {
    const clock = start(1);
    clock.advance(hours(5));
    const before = clock.now();
    expect(start(1).now()).toBeGreaterThanOrEqual(before);
  });

  it('accepts another speed', () => {
    start(3600).stop();
    const clock = start(2);
    const before = clock.now();
    real += 1000;
    expect(clock.now()).toBe(before + 2000);
  });

  it('saves about once in a real second', () => {
    const clock = start();
    clock.now();
    const written = readFileSync(file, 'utf8');
    for (let i = 0; i < 9; i += 1) {
      real += 100;
      clock.now();
    }
    expect(readFileSync(file, 'utf8')).toBe(written);
    real += 200;
    clock.now();
    expect(readFileSync(file, 'utf8')).not.toBe(written);
    expect(readClock(file)).toMatchObject({ real, speed: 60 });
  });

  it('names a damaged file', () => {
    start().stop();
    writeFileSync(file, '{"hotline":');
    expect(() => start()).toThrow(/clock\.json is damaged: remove it/);
  });
});

describe('the hotline moment of a real moment', () => {
  it('is what the clock said then, while it runs', () => {
    const clock = start(60);
    const t0 = clock.now();
    const before = real;
    real += 10_000;
    clock.advance(hours(1));
    real += 1000;
    expect(clock.toHotlineMoment(before)).toBe(t0);
    expect(clock.toHotlineMoment(before + 5000)).toBe(t0 + minutes(5));
    expect(clock.toHotlineMoment(real)).toBe(clock.now());
  });

  it('is never later than now, and over a kill within a real second of what it was', () => {
    for (let kills = 0; kills < 5; kills += 1) {
      const clock = start(60);
      const moments: { hotline: number; real: number }[] = [];
      for (let i = 0; i < 20; i += 1) {
        moments.push({ hotline: clock.now(), real });
        real += 100;
      }
      // Killed, down for a while, started again.
      const down = real;
      real += 30_000;
      const again = start(60);
      expect(again.toHotlineMoment(down + 20_000)).toBeLessThanOrEqual(again.now());
      for (const moment of moments) {
        const found = again.toHotlineMoment(moment.real);
        expect(found).toBeLessThanOrEqual(again.now());
        expect(Math.abs(found - moment.hotline)).toBeLessThanOrEqual(minutes(1) * 2);
      }
      real += 500;
    }
  });
});

describe('the real moment of a hotline moment', () => {
  it('is known while it runs', () => {
    const clock = start(60);
    const t0 = clock.now();
    expect(clock.toRealMoment(t0)).toBe(real);
    expect(clock.toRealMoment(epochMs(t0 + minutes(10)))).toBe(real + 10_000);
    clock.advance(hours(1));
    expect(clock.toRealMoment(epochMs(t0 + hours(1) + minutes(1)))).toBe(real + 1000);
  });

  it('is never later than it was, over restarts and a pause', () => {
    const moments: { hotline: number; real: number }[] = [];
    for (const [speed, runs, rests] of [
      [60, 20_000, 600_000],
      [1, 50_000, 0],
      [3600, 5000, 1000],
    ] as const) {
      const clock = start(speed);
      for (let i = 0; i < 10; i += 1) {
        moments.push({ hotline: clock.now(), real });
        real += runs / 10;
      }
      clock.stop();
      real += rests;
    }
    const clock = start(60);
    for (const moment of moments) {
      expect(clock.toRealMoment(epochMs(moment.hotline))).toBeLessThanOrEqual(moment.real);
    }
  });
});
