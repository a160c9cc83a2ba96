import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import type { Faults, Rng } from './faults.ts';

export type WebhookAnswer =
  | { type: 'answered'; xml: string; contentType: string }
  | { type: 'failed'; status: number | null };

export type Fetched =
  | { type: 'answered'; bytes: Uint8Array; contentType: string }
  | { type: 'failed'; status: number | null };

export type WebhookSender = {
  /** Sign and post; once more when nobody answers or the answer is 5xx (FACTS §6). Never throws. */
  post(url: string, form: Record<string, string>): Promise<WebhookAnswer>;
  /** The same as a signed GET: what is played, or a link that asks for it. Never throws; no fault befalls it. */
  get(url: string): Promise<Fetched>;
  /** When no request is under way any more; one that waits for its delay is not. */
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
  dice: Rng;
};

/** The carrier's requests to the hotline, and what goes wrong with them. */
export const createWebhookSender = (options: WebhookSenderOptions): WebhookSender => {
  const { authToken, webhook, later, timeoutMs, faults, dice } = options;
  const underWay = new Set<Promise<unknown>>();

  /** Without a form: a GET. */
  const once = async (url: string, form?: Record<string, string>): Promise<Fetched> => {
    const patience = patienceOf(timeoutMs);
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
      signal: patience.signal,
    });
    const answer = async (): Promise<Fetched> => {
      const response = await webhook(request);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const contentType = response.headers.get('content-type') ?? '';
      return response.ok
        ? { type: 'answered', bytes, contentType }
        : { type: 'failed', status: response.status };
    };
    try {
      return await Promise.race([answer(), patience.ended]);
    } catch {
      return { type: 'failed', status: null };
    } finally {
      patience.stop();
    }
  };

  const tracked = (url: string, form?: Record<string, string>): Promise<Fetched> => {
    const run = withRetry(() => once(url, form)).finally(() => underWay.delete(run));
    underWay.add(run);
    return run;
  };

  return {
    get: (url) => tracked(url),
    async post(url, form) {
      if (dice.befalls('dropWebhook')) return { type: 'failed', status: null };
      if (dice.befalls('delayWebhook')) {
        await new Promise<void>((resolve) => later(faults.delayMs, resolve));
      }
      const twice = dice.befalls('duplicateWebhook');
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

const withRetry = async (attempt: () => Promise<Fetched>): Promise<Fetched> => {
  const first = await attempt();
  const again = first.type === 'failed' && (first.status === null || first.status >= 500);
  return again ? attempt() : first;
};

/** A request is kept in memory by whatever listens to its signal: who has an answer listens no more. */
const patienceOf = (ms: number) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  const { signal } = controller;
  let stop = (): void => {};
  const ended = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(new Error('no answer in time'));
    signal.addEventListener('abort', onAbort);
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
  });
  return { signal, ended, stop };
};
