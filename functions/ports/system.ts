import type { EpochMs } from '#shared/terms/time.ts';

export interface Clock {
  /** Hotline time. */
  now(): EpochMs;
  /** Wait that many real milliseconds before trying again after a conflict. */
  pause(ms: number): Promise<void>;
}
