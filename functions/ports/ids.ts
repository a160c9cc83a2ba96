/** Randomness from outside: unguessable ids, and codes to offer to a request. */
export interface Ids {
  /** A new id that sorts roughly by time of creation. */
  next(): string;
  /** A whole number from 0 up to but not including `below`. */
  randomBelow(below: number): number;
}
