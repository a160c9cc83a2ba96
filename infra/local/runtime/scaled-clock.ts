import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { Clock } from '#functions/ports/system.ts';
import { type EpochMs, epochMs, epochMsSchema } from '#shared/terms/time.ts';

export type ScaledClock = Clock & {
  readonly speed: number;
  /** Hotline time jumps forward by so many milliseconds. */
  wind(ms: number): void;
  /** Real milliseconds in which that much hotline time passes: for timers. */
  toReal(ms: number): number;
  /** When, by the machine's clock, that moment of hotline time was or will be; never later than it really was. */
  toRealMoment(at: EpochMs): number;
  /** Writes down the exact time; the clock may not be asked afterwards. */
  stop(): void;
};

const savedSchema = z.object({
  /** Hotline time is never before this again. */
  hotline: epochMsSchema,
  /** The machine's clock when it was written. */
  real: epochMsSchema,
  speed: z.number().positive(),
});

/** Hotline time runs from `hotline` at `real` on. */
type Leg = { hotline: number; real: number };

/** Real milliseconds for which time is written down ahead. */
const aheadMs = 1000;

/**
 * Hotline time on one machine: `speed` seconds in a real one, from the later of the machine's clock and the last
 * hotline time in `file`. What `now` returns is covered by the file first, about once a real second, so that time
 * never goes back, `kill -9` included; it then starts up to a real second's worth later.
 */
export const createScaledClock = (options: {
  speed: number;
  file: string;
  realNow?: () => number;
}): ScaledClock => {
  const { speed, file, realNow = Date.now } = options;
  const saved = readClock(file);
  const start = realNow();
  const legs: Leg[] = [{ hotline: Math.max(start, saved?.hotline ?? 0), real: start }];
  if (saved) legs.unshift({ hotline: saved.hotline, real: saved.real });
  let last = 0;
  let covered = 0;

  const cover = (hotline: number): void => {
    try {
      writeClock(file, { hotline: epochMs(hotline), real: epochMs(realNow()), speed });
      covered = hotline;
    } catch (error) {
      // On a full disk nothing else is saved that could be later than what is written down; it is tried again.
      if (!isFullDisk(error)) throw error;
    }
  };
  const now = (): EpochMs => {
    const leg = legs.at(-1) ?? { hotline: start, real: start };
    last = Math.max(last, Math.floor(leg.hotline + (realNow() - leg.real) * speed));
    if (last > covered) cover(last + Math.ceil(aheadMs * speed));
    return epochMs(last);
  };

  return {
    speed,
    now,
    pause: async (ms) => {
      await wait(ms);
    },
    wind(ms) {
      if (!(ms >= 0)) throw new RangeError('A clock is only wound forward');
      legs.push({ hotline: now() + ms, real: realNow() });
      now();
    },
    toReal: (ms) => ms / speed,
    toRealMoment(at) {
      const leg = legs.findLast((l) => l.hotline <= at);
      // Before everything we know: as if time had never been faster than the machine's.
      const first = legs[0] ?? { hotline: start, real: start };
      return leg
        ? leg.real + (at - leg.hotline) / speed
        : first.real - (first.hotline - at) / Math.min(1, speed);
    },
    stop: () => cover(now()),
  };
};

/** The hotline time last written in `file`, if there is one. Throws one line that names a damaged file. */
export const readClock = (file: string): z.infer<typeof savedSchema> | undefined => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const saved = savedSchema.safeParse(parseJson(text));
  if (!saved.success) throw new Error(`${file} is damaged: remove it to start at today's time`);
  return saved.data;
};

const isFullDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Whole or not at all, whenever the process dies. */
const writeClock = (file: string, saved: z.infer<typeof savedSchema>): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(saved));
  renameSync(`${file}.new`, file);
};
