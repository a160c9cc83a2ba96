import type { Log } from '#functions/ports/system.ts';
import { minutes } from '#shared/terms/time.ts';
import type { ScaledClock } from './scaled-clock.ts';

export type DueLoop = {
  /** Wind hotline time forward minute by minute, doing in each what is due in it. */
  wind(ms: number): Promise<void>;
  /** Ends after the run in hand. */
  stop(): Promise<void>;
};

/** Never busier than this, whatever the speed of the clock: real milliseconds between two runs. */
const shortestWaitMs = 50;

/** What EventBridge's rule is on AWS: the due steps, once in every minute of hotline time, one run at a time. */
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
  // What was left undone by a process that died is done at once.
  void again();

  return {
    async wind(ms) {
      for (let left = ms; left > 0 && !stopped; left -= minutes(1)) {
        clock.wind(Math.min(left, minutes(1)));
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
