import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import * as z from 'zod';
import {
  longestMs,
  readWebhookPolicy,
  type Trouble,
} from '#functions/carriers/twilio/webhook-policy.ts';
import type { Faults, Rng } from './faults.ts';

export type WebhookAnswer =
  | { type: 'answered'; xml: string; contentType: string }
  | { type: 'failed'; status: number | null };

export type Fetched =
  | { type: 'answered'; bytes: Uint8Array; contentType: string }
  | { type: 'failed'; status: number | null; trouble: Trouble };

export type WebhookSender = {
  /**
   * Signs and posts, and repeats as the URL's fragment says: without one only a failed connection, once
   * (docs/facts.md#twilio). `fallbackUrl` is asked when all tries have failed. Never throws.
   */
  post(url: string, form: Record<string, string>, fallbackUrl?: string): Promise<WebhookAnswer>;
  /** The same as a signed GET: sounds, and links that ask for GET. Never throws; without faults. */
  get(url: string): Promise<Fetched>;
  /** Settles when no request is under way any more. A request that waits for its delay does not count. */
  idle(): Promise<void>;
};

export type WebhookSenderOptions = {
  authToken: string;
  webhook: (request: Request, form: Readonly<Record<string, string>>) => Promise<Response>;
  /** Hotline time. */
  later: (ms: number, run: () => void) => void;
  /** Real milliseconds for what are fifteen seconds at Twilio: all tries of one webhook. */
  timeoutMs: number;
  faults: Faults;
  rng: Rng;
};

/** The carrier's requests to the hotline, with their faults. */
export const createWebhookSender = (options: WebhookSenderOptions): WebhookSender => {
  const { later, faults, rng } = options;
  const underWay = new Set<Promise<unknown>>();

  const tracked = (url: string, form?: Record<string, string>): Promise<Fetched> => {
    const run = withRetries(url, form, options).finally(() => underWay.delete(run));
    underWay.add(run);
    return run;
  };

  return {
    get: (url) => tracked(url),
    async post(url, form, fallbackUrl) {
      if (rng.occurs('dropWebhook')) return { type: 'failed', status: null };
      if (rng.occurs('delayWebhook')) {
        await new Promise<void>((resolve) => later(faults.delayMs, resolve));
      }
      const twice = rng.occurs('duplicateWebhook');
      const first = tracked(url, form);
      if (twice) await tracked(url, form);
      const own = await first;
      const answer =
        own.type === 'failed' && fallbackUrl !== undefined
          ? await tracked(fallbackUrl, { ...form, ...errorFields(own, url) })
          : own;
      if (answer.type === 'failed') return { type: 'failed', status: answer.status };
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

/** What the fallback URL hears of the failure (Twilio, "Availability and reliability"). */
const errorFields = (
  { status }: { status: number | null },
  url: string,
): Record<string, string> => ({
  ErrorCode: status === null ? '11205' : '11200',
  ErrorUrl: url.split('#')[0] ?? '',
});

/** All tries lie within the policy's total time, in real milliseconds. */
const withRetries = async (
  urlWithOverrides: string,
  form: Record<string, string> | undefined,
  options: WebhookSenderOptions,
): Promise<Fetched> => {
  const policy = readWebhookPolicy(urlWithOverrides);
  const pace = options.timeoutMs / longestMs;
  const ends = performance.now() + policy.totalMs * pace;
  for (let retriesLeft = policy.retries; ; retriesLeft -= 1) {
    const timeoutMs = Math.min(policy.answerMs * pace, ends - performance.now());
    const answer = await fetchSigned(policy.url, form, { ...options, timeoutMs });
    const isLast = retriesLeft === 0 || ends - performance.now() < shortestTryMs;
    if (answer.type === 'answered' || isLast || !policy.repeats(answer.trouble)) return answer;
  }
};

/** Real milliseconds: timers may end a little early. */
const shortestTryMs = 5;

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
    return await Promise.race([readAnswer(webhook(request, form ?? {})), timeout.expired]);
  } catch (error) {
    return { type: 'failed', status: null, trouble: troubleOf(error) };
  } finally {
    timeout.stop();
  }
};

const readAnswer = async (answer: Promise<Response>): Promise<Fetched> => {
  const response = await answer;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const contentType = response.headers.get('content-type') ?? '';
  const { ok, status } = response;
  if (ok) return { type: 'answered', bytes, contentType };
  return { type: 'failed', status, trouble: status >= 500 ? '5xx' : '4xx' };
};

const isConnectError = z.object({ code: z.enum(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH']) });
const hasCause = z.object({ cause: z.unknown() });

const troubleOf = (error: unknown): Trouble => {
  if (error instanceof NoAnswerInTime) return 'rt';
  const { cause } = hasCause.safeParse(error).data ?? {};
  return [error, cause].some((e) => isConnectError.safeParse(e).success) ? 'ct' : 'cut';
};

class NoAnswerInTime extends Error {
  override name = 'NoAnswerInTime';
}

/** A listener on its signal keeps a request in memory, so `stop` removes it. */
const startTimeout = (ms: number) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  const { signal } = controller;
  let stop = (): void => {};
  const expired = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(new NoAnswerInTime());
    signal.addEventListener('abort', onAbort);
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
  });
  return { signal, expired, stop };
};
