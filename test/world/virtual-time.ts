import type { Clock } from '#functions/ports/system.ts';
import { type EpochMs, epochMs } from '#shared/terms/time.ts';

type Timer = { at: number; run: () => void };

/** Hotline time that passes only when a test advances it. Timers fire in order. */
export const virtualTime = (start: EpochMs) => {
  let now: number = start;
  let timers: Timer[] = [];
  const clock: Clock = {
    now: () => epochMs(now),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  };
  return {
    clock,
    later: (ms: number, run: () => void): void => {
      timers.push({ at: now + ms, run });
    },
    /** The time of the next timer; undefined without one. */
    nextTimer: (): number | undefined =>
      timers.length ? Math.min(...timers.map((t) => t.at)) : undefined,
    /** Sets the time and fires all due timers. */
    goTo: (at: number): void => {
      now = Math.max(now, at);
      const due = timers.filter((t) => t.at <= now).sort((a, b) => a.at - b.at);
      timers = timers.filter((t) => t.at > now);
      for (const timer of due) timer.run();
    },
  };
};
