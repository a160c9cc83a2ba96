import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import type { Dice, Faults } from './faults.ts';

export type WebhookAnswer =
  | { type: 'answered'; xml: string }
  | { type: 'failed'; status: number | null };

export type Webhooks = {
  /** Sign and post; once more when nobody answers or the answer is 5xx (FACTS §6). Never throws. */
  post(url: string, form: Record<string, string>): Promise<WebhookAnswer>;
  /** When no request is under way any more; one that waits for its delay is not. */
  idle(): Promise<void>;
};

export type WebhookOptions = {
  authToken: string;
  webhook: (request: Request) => Promise<Response>;
  /** Hotline time. */
  later: (ms: number, run: () => void) => void;
  /** Real milliseconds for one try. */
  timeoutMs: number;
  faults: Faults;
  dice: Dice;
};

/** The carrier's requests to the hotline, and what goes wrong with them. */
export const createWebhooks = (options: WebhookOptions): Webhooks => {
  const { authToken, webhook, later, timeoutMs, faults, dice } = options;
  const underWay = new Set<Promise<unknown>>();

  const once = async (url: string, form: Record<string, string>): Promise<WebhookAnswer> => {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), timeoutMs);
    const gaveUp = new Promise<never>((_, reject) => {
      patience.signal.addEventListener('abort', () => reject(new Error('no answer in time')));
    });
    const request = new Request(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'User-Agent': 'TwilioProxy/1.1',
        'X-Twilio-Signature': twilioWebhooks.getExpectedTwilioSignature(authToken, url, form),
      },
      body: new URLSearchParams(form).toString(),
      signal: patience.signal,
    });
    const answer = async (): Promise<WebhookAnswer> => {
      const response = await webhook(request);
      const xml = await response.text();
      return response.ok ? { type: 'answered', xml } : { type: 'failed', status: response.status };
    };
    try {
      return await Promise.race([answer(), gaveUp]);
    } catch {
      return { type: 'failed', status: null };
    } finally {
      clearTimeout(timer);
    }
  };

  const tracked = (url: string, form: Record<string, string>): Promise<WebhookAnswer> => {
    const run = withRetry(() => once(url, form)).finally(() => underWay.delete(run));
    underWay.add(run);
    return run;
  };

  return {
    async post(url, form) {
      if (dice.lands(faults.delayWebhook)) {
        await new Promise<void>((resolve) => later(faults.delayMs, resolve));
      }
      const twice = dice.lands(faults.duplicateWebhook);
      const first = tracked(url, form);
      if (twice) await tracked(url, form);
      return first;
    },
    async idle() {
      do {
        await Promise.all(underWay);
        await new Promise((resolve) => setImmediate(resolve));
      } while (underWay.size > 0);
    },
  };
};

const withRetry = async (attempt: () => Promise<WebhookAnswer>): Promise<WebhookAnswer> => {
  const first = await attempt();
  const again = first.type === 'failed' && (first.status === null || first.status >= 500);
  return again ? attempt() : first;
};
