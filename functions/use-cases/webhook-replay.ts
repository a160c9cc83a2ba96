import { days, type EpochMs } from '#shared/terms/time.ts';

/**
 * The carrier repeats a webhook within minutes (FACTS §6), and its signature has no date. What comes again more than
 * a day after it was first heard was caught by somebody on the way (docs/adr/0016).
 */
export const isReplay = (firstHeard: EpochMs, now: EpochMs): boolean => now > firstHeard + days(1);
