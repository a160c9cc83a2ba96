import type { EpochMs } from '#shared/terms/time.ts';

export interface Clock {
  /** Hotline time. */
  now(): EpochMs;
  /** Waits that many real milliseconds, before a retry after a conflict. */
  pause(ms: number): Promise<void>;
}

/** Randomness: unguessable ids, and codes to offer to a request. */
export interface Ids {
  /** A new id that sorts roughly by time of creation. */
  next(): string;
  /** A whole number from 0 up to but not including `below`. */
  randomBelow(below: number): number;
}

/** Structured lines. Never a whole phone number, a name or a text: mask first (docs/facts.md#law). */
export interface Log {
  info(what: string, facts?: Record<string, string | number | boolean>): void;
  error(what: string, facts?: Record<string, string | number | boolean>): void;
}
