/** Requests in a minute, or in a second. */
type Limit = { perMinute?: number; perSecond?: number; now: () => number };

/** The share of the limit that only urgent requests may use: an alert does not wait behind a camp's invitations. */
const keptForUrgent = 0.2;

/**
 * Keeps a process within a carrier's limit. `take` returns 0 and counts the request, or says in how many real
 * milliseconds to come again. The limit is the account's: with several processes the carrier's own 429 does the rest.
 */
export const createPace = ({ perMinute, perSecond, now }: Limit) => {
  const spanMs = perSecond === undefined ? 60_000 : 1000;
  const most = perSecond ?? perMinute ?? Number.POSITIVE_INFINITY;
  let taken: number[] = [];
  return {
    take(isUrgent: boolean): number {
      const at = now();
      taken = taken.filter((moment) => moment > at - spanMs);
      const allowed = isUrgent ? most : Math.max(1, Math.floor(most * (1 - keptForUrgent)));
      const over = taken.length - allowed;
      if (over < 0) {
        taken.push(at);
        return 0;
      }
      // The moment at which enough of the earlier ones are over.
      return Math.max(1, (taken[over] ?? at) + spanMs - at);
    },
  };
};
