/** Hands a request to the simulated carrier's REST API. */
export type ToSimulated = (path: string, init?: RequestInit) => Promise<Response>;
/** Hands a webhook to the hotline. */
export type ToHotline = (request: Request) => Promise<Response>;

/** One side towards the adapter's `fetch`, one towards the simulated carrier's webhooks. */
export type Bridge = {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Undefined: not a webhook of this carrier. */
  webhook(request: Request, form: URLSearchParams): Promise<Response> | undefined;
};

/** A carrier's limit on requests: `admits` counts one, or says in how many milliseconds there is room again. */
export const createLimit = (most: number, spanMs: number, now: () => number) => {
  let counted: number[] = [];
  return {
    admits(): number {
      counted = counted.filter((at) => at > now() - spanMs);
      const [first = 0] = counted;
      if (counted.length >= most) return first + spanMs - now();
      counted.push(now());
      return 0;
    },
  };
};
