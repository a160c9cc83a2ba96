import * as z from 'zod';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { type EpochMs, minutes } from '#shared/terms/time.ts';
import type { Carrier, SendResult } from '../../../ports/carrier.ts';
import { toDeliveryError } from '../error-codes.ts';
import { isUnsentError } from './is-unsent-error.ts';

export type TwilioOptions = {
  accountSid: string;
  authToken: string;
  /** The number or WhatsApp sender texts and calls come from. */
  from: PhoneNumber;
  /** Base of the webhooks: `${publicUrl}/twilio/status?m=ID`. */
  publicUrl: string;
  apiUrl?: string;
  /** Real milliseconds for one REST call. */
  timeoutMs?: number;
  /** The carrier's dates are real; hotline time may run faster on one machine. */
  toRealMoment?: (at: EpochMs) => number;
  /** The platform's, unless a test has a carrier of its own in the same process. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
};

type Ask = {
  body?: URLSearchParams;
  method?: 'DELETE';
  redirect?: 'follow' | 'manual';
  signal?: AbortSignal;
};

/** A page of one of its lists, newest first, and the path of the next. */
type Page<T> = { items: T[]; next?: string | null | undefined };
type Listed = { sid: string; date_created?: string | null | undefined };

/** Twilio's REST API over fetch (FACTS §6, §9): the whole client costs a second of every cold start. */
export const createTwilioApi = (options: TwilioOptions) => {
  const { accountSid, authToken, timeoutMs = 10_000, toRealMoment = (at) => at } = options;
  const request = options.fetch ?? fetch;
  const base = (options.apiUrl ?? 'https://api.twilio.com').replace(/\/+$/, '');
  const account = `${base}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}`;

  /** `path` below the account. */
  const ask = (
    path: string,
    { body, method, redirect = 'manual', signal = AbortSignal.timeout(timeoutMs) }: Ask = {},
  ): Promise<Response> =>
    request(`${account}/${path}`, {
      ...(body && { method: 'POST', body }),
      ...(method && { method }),
      headers: {
        Accept: 'application/json',
        Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
      },
      redirect,
      signal,
    });

  /** Where the next page lies below the account; what lies elsewhere never sees our credentials. */
  const belowAccount = (uri: string): string | undefined => {
    const url = URL.canParse(uri, base) ? new URL(uri, base).href : '';
    const root = `${new URL(account).href}/`;
    return url.startsWith(root) ? url.slice(root.length) : undefined;
  };

  return {
    ask,
    from: options.from,
    webhooks: `${options.publicUrl.replace(/\/+$/, '')}/twilio`,

    /** Make a message or a call. */
    async create(path: string, body: URLSearchParams): Promise<SendResult> {
      try {
        return await resultOf(await ask(path, { body }));
      } catch (error) {
        return failureOf(error);
      }
    },

    /**
     * The newest of a list that is this one and was created since then: page by page, until everything is older. All
     * pages together take no longer than one call. Throws when the carrier cannot be reached just now, so that it is
     * asked again later; 'cannot-tell' when it has no such list, or a longer one than anybody would read.
     */
    async findIn<T extends Listed>(
      path: string,
      schema: z.ZodType<Page<T>>,
      { since, isIt }: { since: EpochMs; isIt: (item: T) => boolean },
    ): ReturnType<Carrier['find']> {
      const from = toRealMoment(since) - clockSkew;
      const isOld = (item: T): boolean => createdAt(item) < from;
      const signal = AbortSignal.timeout(timeoutMs);
      let next: string | undefined = path;
      for (let read = 0; read < mostPages && next !== undefined; read += 1) {
        const response: Response = await ask(next, { signal });
        if (isAway(response.status)) throw new CarrierUnavailable(response.status);
        const page = schema.safeParse(await jsonOf(response));
        if (response.status !== 200 || !page.success) break;
        const { items } = page.data;
        const found = items.find((item) => isIt(item) && !isOld(item));
        if (found) return { type: 'found', carrierId: found.sid };
        const isPast = items.length > 0 && items.every(isOld);
        if (!page.data.next || isPast) return { type: 'not-found' };
        next = belowAccount(page.data.next);
      }
      return { type: 'cannot-tell' };
    },
  };
};
export type TwilioApi = ReturnType<typeof createTwilioApi>;

/** Newest first: what we ask about was sent minutes ago, and hardly anybody gets a hundred messages in that time. */
export const pageSize = '100';
/** A volunteer of a great city gets hundreds in a bad hour; nobody gets a thousand. */
const mostPages = 10;
/** Clocks differ, and Twilio's dates have whole seconds. */
const clockSkew = minutes(2);

/** NaN when there is no date: then it is taken for recent. RFC 2822 in GMT. */
const createdAt = (item: Listed): number => Date.parse(item.date_created ?? '');

const isAway = (status: number): boolean => status === 429 || status === 500 || status > 501;

/** The carrier could not answer a question; ask again later. */
export class CarrierUnavailable extends Error {
  override name = 'CarrierAway';
  constructor(status: number) {
    super(`the carrier answered ${status}`);
  }
}

const noAnswer: SendResult = { type: 'unknown', code: 'no-answer', failure: 'other' };

/** What an error of `fetch` says of the request that met it. */
const failureOf = (error: unknown): SendResult => {
  const code = isUnsentError(error);
  return code === undefined ? noAnswer : { type: 'busy', ...toDeliveryError(code) };
};

const createdSchema = z.object({ sid: z.string().min(1) });
const refusalSchema = z.object({ code: z.number().int() });

/** Too many requests, and too many calls at once: it waits its turn (Twilio's error dictionary). */
const busyCodes = new Set(['20429', '10004', '86008']);

/**
 * What an answer to a send means. 5xx and 408 do not say whether the message was taken: unknown, so that the
 * carrier is asked before a second try. 401 is a wrong token: nobody's number is at fault, and the message can wait
 * until the operator has put it right.
 */
const resultOf = async (response: Response): Promise<SendResult> => {
  const { status } = response;
  if (response.ok) {
    const created = createdSchema.safeParse(await jsonOf(response));
    return created.success ? { type: 'accepted', carrierId: created.data.sid } : noAnswer;
  }
  const code = await refusalCode(response);
  if (status >= 500 || status === 408) return { type: 'unknown', ...toDeliveryError(code) };
  const isBusy = status === 429 || status === 401 || busyCodes.has(code);
  return { type: isBusy ? 'busy' : 'refused', ...toDeliveryError(code) };
};

/** Twilio's own code (21610, 21211 …), or http-STATUS where it gives none. */
const refusalCode = async (response: Response): Promise<string> => {
  const refusal = refusalSchema.safeParse(await jsonOf(response));
  return refusal.success ? String(refusal.data.code) : `http-${response.status}`;
};

const jsonOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
};
