import type { EpochMs } from '#shared/terms/time.ts';

export interface Clock {
  now(): EpochMs;
}
