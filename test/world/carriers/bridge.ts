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
