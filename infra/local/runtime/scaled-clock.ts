import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { Clock } from '#functions/ports/system.ts';
import { type EpochMs, epochMs, epochMsSchema } from '#shared/terms/time.ts';

export type ScaledClock = Clock & {
  readonly speed: number;
  /** Moves hotline time forward by so many milliseconds. */
  advance(ms: number): void;
  /** The real milliseconds of a span of hotline time: for timers. */
  toReal(ms: number): number;
  /** The machine's time for a moment of hotline time, past or future; never later than it really was. */
  toRealMoment(at: EpochMs): number;
  /** Hotline time at a moment of the machine's clock that has passed; never later than now. */
  toHotlineMoment(real: number): EpochMs;
  /** Saves the exact time. The clock must not be used afterwards. */
  stop(): void;
};

const savedSchema = z.object({
  /** Hotline time never goes back behind this. */
  hotline: epochMsSchema,
  /** The machine's clock at the moment of saving. */
  real: epochMsSchema,
  speed: z.number().positive(),
});

/** From `real` on, hotline time runs from `hotline`. */
type Leg = { hotline: number; real: number };

/** Real milliseconds by which the saved time is ahead. */
const aheadMs = 1000;

/**
 * Hotline time on one machine: `speed` seconds in a real one, starting at the later of the machine's clock and the last
 * hotline time in `file`. The file is saved ahead of what `now` returns, about once a real second, so that time never
 * goes back, even after `kill -9`; it then starts up to a real second's worth later.
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
  let savedUntil = 0;

  const saveAhead = (hotline: number): void => {
    try {
      writeClock(file, { hotline: epochMs(hotline), real: epochMs(realNow()), speed });
      savedUntil = hotline;
    } catch (error) {
      // A full disk saves nothing else that could be later than the saved time; the next call tries again.
      if (!isFullDisk(error)) throw error;
    }
  };
  const now = (): EpochMs => {
    const leg = legs.at(-1) ?? { hotline: start, real: start };
    last = Math.max(last, Math.floor(leg.hotline + (realNow() - leg.real) * speed));
    if (last > savedUntil) saveAhead(last + Math.ceil(aheadMs * speed));
    return epochMs(last);
  };

  return {
    speed,
    now,
    pause: async (ms) => {
      await wait(ms);
    },
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError('A clock only advances');
      legs.push({ hotline: now() + ms, real: realNow() });
      now();
    },
    toReal: (ms) => ms / speed,
    toRealMoment(at) {
      const leg = legs.findLast((l) => l.hotline <= at);
      // Before the first known moment: as if time had never run faster than the machine's.
      const first = legs[0] ?? { hotline: start, real: start };
      return leg
        ? leg.real + (at - leg.hotline) / speed
        : first.real - (first.hotline - at) / Math.min(1, speed);
    },
    toHotlineMoment(real) {
      const at = legs.findLastIndex((leg) => leg.real <= real);
      const first = legs[0] ?? { hotline: start, real: start };
      const leg = legs[at] ?? first;
      // While the process was down, hotline time stood still.
      const most = legs[Math.max(at, 0) + 1]?.hotline ?? now();
      return epochMs(Math.floor(Math.min(most, leg.hotline + (real - leg.real) * speed)));
    },
    stop: () => saveAhead(now()),
  };
};

/** The saved hotline time; undefined without a file. Throws one line that names a damaged file. */
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

/** Atomic: whole or not there, whenever the process dies. */
const writeClock = (file: string, saved: z.infer<typeof savedSchema>): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(saved));
  renameSync(`${file}.new`, file);
};
