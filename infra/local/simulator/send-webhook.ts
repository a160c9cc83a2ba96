import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import type { Faults, Rng } from './faults.ts';

export type WebhookAnswer =
  | { type: 'answered'; xml: string; contentType: string }
  | { type: 'failed'; status: number | null };

export type Fetched =
  | { type: 'answered'; bytes: Uint8Array; contentType: string }
  | { type: 'failed'; status: number | null };

export type WebhookSender = {
  /** Signs and posts, with one retry after no answer or a 5xx (docs/facts.md#twilio). Never throws. */
  post(url: string, form: Record<string, string>): Promise<WebhookAnswer>;
  /** The same as a signed GET: sounds, and links that ask for GET. Never throws; without faults. */
  get(url: string): Promise<Fetched>;
  /** Settles when no request is under way any more. A request that waits for its delay does not count. */
  idle(): Promise<void>;
};

export type WebhookSenderOptions = {
  authToken: string;
  webhook: (request: Request) => Promise<Response>;
  /** Hotline time. */
  later: (ms: number, run: () => void) => void;
  /** Real milliseconds for one try. */
  timeoutMs: number;
  faults: Faults;
  rng: Rng;
};

/** The carrier's requests to the hotline, with their faults. */
export const createWebhookSender = (options: WebhookSenderOptions): WebhookSender => {
  const { later, faults, rng } = options;
  const underWay = new Set<Promise<unknown>>();

  const tracked = (url: string, form?: Record<string, string>): Promise<Fetched> => {
    const run = withRetry(() => fetchSigned(url, form, options)).finally(() =>
      underWay.delete(run),
    );
    underWay.add(run);
    return run;
  };

  return {
    get: (url) => tracked(url),
    async post(url, form) {
      if (rng.occurs('dropWebhook')) return { type: 'failed', status: null };
      if (rng.occurs('delayWebhook')) {
        await new Promise<void>((resolve) => later(faults.delayMs, resolve));
      }
      const twice = rng.occurs('duplicateWebhook');
      const first = tracked(url, form);
      if (twice) await tracked(url, form);
      const answer = await first;
      if (answer.type === 'failed') return answer;
      const { bytes, contentType } = answer;
      return { type: 'answered', xml: Buffer.from(bytes).toString('utf8'), contentType };
    },
    async idle() {
      do {
        await Promise.all(underWay);
        await new Promise((resolve) => setImmediate(resolve));
      } while (underWay.size > 0);
    },
  };
};

/** One try; without a form a GET. */
const fetchSigned = async (
  url: string,
  form: Record<string, string> | undefined,
  { authToken, webhook, timeoutMs }: WebhookSenderOptions,
): Promise<Fetched> => {
  const timeout = startTimeout(timeoutMs);
  const body = form && new URLSearchParams(form).toString();
  const request = new Request(url, {
    method: form ? 'POST' : 'GET',
    headers: {
      ...(body && {
        'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'Content-Length': String(Buffer.byteLength(body)),
      }),
      'User-Agent': 'TwilioProxy/1.1',
      'X-Twilio-Signature': twilioWebhooks.getExpectedTwilioSignature(authToken, url, form ?? {}),
    },
    ...(body && { body }),
    signal: timeout.signal,
  });
  try {
    return await Promise.race([readAnswer(webhook(request)), timeout.expired]);
  } catch {
    return { type: 'failed', status: null };
  } finally {
    timeout.stop();
  }
};

const readAnswer = async (answer: Promise<Response>): Promise<Fetched> => {
  const response = await answer;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const contentType = response.headers.get('content-type') ?? '';
  return response.ok
    ? { type: 'answered', bytes, contentType }
    : { type: 'failed', status: response.status };
};

const withRetry = async (attempt: () => Promise<Fetched>): Promise<Fetched> => {
  const first = await attempt();
  const again = first.type === 'failed' && (first.status === null || first.status >= 500);
  return again ? attempt() : first;
};

/** A listener on its signal keeps a request in memory, so `stop` removes it. */
const startTimeout = (ms: number) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  const { signal } = controller;
  let stop = (): void => {};
  const expired = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(new Error('no answer in time'));
    signal.addEventListener('abort', onAbort);
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
  });
  return { signal, expired, stop };
};
