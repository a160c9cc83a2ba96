import { setTimeout as wait } from 'node:timers/promises';
import { epochMs } from '#shared/terms/time.ts';
import type { Clock } from '../../ports/system.ts';

/** This machine's clock. */
export const systemClock: Clock = {
  now: () => epochMs(Date.now()),
  pause: async (ms) => {
    await wait(ms);
  },
};
