import type { Log } from '#functions/ports/system.ts';
import { minutes } from '#shared/terms/time.ts';
import type { ScaledClock } from './scaled-clock.ts';

export type DueLoop = {
  /** Moves hotline time forward minute by minute, and runs the due steps of each. */
  advance(ms: number): Promise<void>;
  /** Settles when the current run is done. */
  stop(): Promise<void>;
};

/** Real milliseconds between two runs, at least, at any speed of the clock. */
const shortestWaitMs = 50;

/** Runs the due steps once in every minute of hotline time, one run at a time, as EventBridge's rule does on AWS. */
export const startDueLoop = (
  runDueSteps: () => Promise<unknown>,
  clock: ScaledClock,
  log: Log,
): DueLoop => {
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const run = (): Promise<void> => {
    const next = running.then(async () => {
      try {
        await runDueSteps();
      } catch (error) {
        log.error('due-loop-failed', {
          error: error instanceof Error ? error.name : 'unknown',
        });
      }
    });
    running = next;
    return next;
  };
  const again = async (): Promise<void> => {
    const began = performance.now();
    await run();
    const left = clock.toReal(minutes(1)) - (performance.now() - began);
    if (!stopped) timer = setTimeout(again, Math.max(shortestWaitMs, left));
  };
  // At once: a process that died may have left due steps.
  void again();

  return {
    async advance(ms) {
      for (let left = ms; left > 0 && !stopped; left -= minutes(1)) {
        clock.advance(Math.min(left, minutes(1)));
        await run();
      }
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
