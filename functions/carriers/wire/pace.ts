type Limit = {
  /** Requests in a span, for the whole account. */
  most: number;
  spanMs: number;
  /** The share that only urgent requests may use: an alert does not wait behind a camp's invitations. */
  keptForUrgent?: number;
  /** Real milliseconds. */
  now: () => number;
};

/** Real milliseconds. */
type Waiting = { longest: number; pause: (ms: number) => Promise<unknown> };

/**
 * Keeps a process within a carrier's limit. `take` returns 0 and counts the request, or says in how many real
 * milliseconds to come again: those who wait get their turns one span after another. The limit is the account's: with
 * several processes the carrier's own 429 does the rest, after which `close` lets no request leave for so long.
 */
export const createPace = ({ most, spanMs, keptForUrgent = 0, now }: Limit) => {
  let taken: number[] = [];
  let promised: { at: number; isUrgent: boolean }[] = [];
  let closedUntil = 0;
  const pace = {
    take(isUrgent: boolean): number {
      const at = now();
      taken = taken.filter((moment) => moment > at - spanMs);
      promised = promised.filter((turn) => turn.at > at);
      const allowed = isUrgent ? most : Math.max(1, Math.floor(most * (1 - keptForUrgent)));
      const over = taken.length - allowed;
      if (over < 0 && closedUntil <= at) {
        taken.push(at);
        return 0;
      }
      // The moment at which enough of the earlier ones are over.
      const free = Math.max(closedUntil, over < 0 ? at : (taken[over] ?? at) + spanMs, at + 1);
      const before = promised.filter((turn) => turn.isUrgent === isUrgent).length;
      const turn = free + Math.floor(before / allowed) * spanMs;
      promised.push({ at: turn, isUrgent });
      return turn - at;
    },
    /** Waits for the turn of an urgent request, at most `longest`. Returns 0, or after how long to come again. */
    async turn({ longest, pause }: Waiting): Promise<number> {
      let wait = pace.take(true);
      for (let waited = 0; wait > 0 && waited + wait <= longest; wait = pace.take(true)) {
        await pause(wait);
        waited += wait;
      }
      return wait;
    },
    close(ms: number): void {
      closedUntil = Math.max(closedUntil, now() + ms);
    },
  };
  return pace;
};
