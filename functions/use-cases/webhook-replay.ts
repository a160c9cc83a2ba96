import { days, type EpochMs } from '#shared/terms/time.ts';

/**
 * True for a webhook first seen over 24 h ago: a replay. The carrier repeats a webhook within seconds
 * (docs/facts.md#twilio), and its signature has no date (docs/adr/0016).
 */
export const isReplay = (firstSeen: EpochMs, now: EpochMs): boolean => now > firstSeen + days(1);
