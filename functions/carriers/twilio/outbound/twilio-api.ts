import * as z from 'zod';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { type EpochMs, epochMs, minutes } from '#shared/terms/time.ts';
import type { Carrier, SendResult } from '../../../ports/carrier.ts';
import { parseJsonBody } from '../../wire/parse-json-body.ts';
import { unsentErrorCode } from '../../wire/unsent-error.ts';
import { toDeliveryError } from '../error-codes.ts';
import { createWebhookUrls } from '../webhook-urls.ts';

export type TwilioOptions = {
  accountSid: string;
  authToken: string;
  /** A restricted API key, SID:SECRET, instead of the account's main token. */
  apiKey?: string;
  /** The number or WhatsApp sender of our texts and calls. */
  from: PhoneNumber;
  /** Base URL of the webhooks: `${publicUrl}/twilio/status/message?m=ID`. */
  publicUrl: string;
  apiUrl?: string;
  /** Real milliseconds for one REST call. */
  timeoutMs?: number;
  /** Twilio's dates are in real time; hotline time may run faster on one machine. */
  toRealMoment?: (at: EpochMs) => number;
  toHotlineMoment?: (real: number) => EpochMs;
  /** The platform's `fetch`, unless a test has its own carrier in the same process. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
};

export const defaultApiUrl = 'https://api.twilio.com';

type AskOptions = {
  body?: URLSearchParams;
  method?: 'DELETE';
  redirect?: 'follow' | 'manual';
  signal?: AbortSignal;
};

/** A page of a list, newest first, and the path of the next page. */
type Page<T> = { items: T[]; next?: string | null | undefined };
type Listed = { sid: string; date_created?: string | null | undefined };

/** Twilio's REST API by `fetch` (docs/facts.md#twilio): its own client costs a second of each cold start (docs/facts.md#tools). */
export const createTwilioApi = (options: TwilioOptions) => {
  const { accountSid, authToken, timeoutMs = 10_000 } = options;
  const { toRealMoment = (at) => at, toHotlineMoment = epochMs } = options;
  const request = options.fetch ?? fetch;
  const base = (options.apiUrl ?? defaultApiUrl).replace(/\/+$/, '');
  const login = options.apiKey ?? `${accountSid}:${authToken}`;
  const account = `${base}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}`;

  /** `path` is relative to the account. */
  const ask = (
    path: string,
    { body, method, redirect = 'manual', signal = AbortSignal.timeout(timeoutMs) }: AskOptions = {},
  ): Promise<Response> =>
    request(`${account}/${path}`, {
      ...(body && { method: 'POST', body }),
      ...(method && { method }),
      headers: {
        Accept: 'application/json',
        Authorization: `Basic ${Buffer.from(login).toString('base64')}`,
      },
      redirect,
      signal,
    });

  /** The path of the next page, relative to the account. Undefined for any other URL, which must not see our credentials. */
  const belowAccount = (uri: string): string | undefined => {
    const url = URL.canParse(uri, base) ? new URL(uri, base).href : '';
    const root = `${new URL(account).href}/`;
    return url.startsWith(root) ? url.slice(root.length) : undefined;
  };

  /**
   * One page of a list; undefined when there is no such list. Throws CarrierUnavailable when Twilio cannot answer now;
   * ask again later.
   */
  const readPage = async <T>(
    path: string,
    schema: z.ZodType<Page<T>>,
    signal: AbortSignal,
  ): Promise<{ items: T[]; next: string | undefined; isLast: boolean } | undefined> => {
    const response = await ask(path, { signal });
    if (isUnavailable(response.status)) throw new CarrierUnavailable(response.status);
    const page = schema.safeParse(await parseJsonBody(response)).data;
    if (response.status !== 200 || !page) return undefined;
    const next = page.next ? belowAccount(page.next) : undefined;
    return { items: page.items, next, isLast: !page.next };
  };

  return {
    ask,
    toHotlineMoment,
    from: options.from,
    webhooks: createWebhookUrls(options.publicUrl),

    /** Creates a message or a call. */
    async create(path: string, body: URLSearchParams): Promise<SendResult> {
      try {
        return await toSendResult(await ask(path, { body }));
      } catch (error) {
        return toSendFailure(error);
      }
    },

    /**
     * All items created since then, newest first. `complete`: false when there is no such list, or it is too long to
     * read. All pages together take no longer than one call. Throws CarrierUnavailable.
     */
    async listSince<T extends Listed>(
      path: string,
      schema: z.ZodType<Page<T>>,
      since: EpochMs,
    ): Promise<{ items: T[]; complete: boolean }> {
      const from = toRealMoment(since) - clockSkew;
      const isOld = (item: T | undefined): boolean => item !== undefined && createdAt(item) < from;
      const signal = AbortSignal.timeout(timeoutMs);
      const items: T[] = [];
      let next: string | undefined = path;
      for (let read = 0; read < maxListPages && next !== undefined; read += 1) {
        const page: Awaited<ReturnType<typeof readPage<T>>> = await readPage(next, schema, signal);
        if (!page) break;
        items.push(...page.items.filter((item) => !isOld(item)));
        if (page.isLast || isOld(page.items.at(-1))) return { items, complete: true };
        next = page.next;
      }
      return { items, complete: false };
    },

    /**
     * Looks in a list, page by page, for the newest matching item created since then; stops when all items are older.
     * All pages together take no longer than one call. `cannot-tell` when there is no such list, or it is too long to
     * read. Throws CarrierUnavailable.
     */
    async findIn<T extends Listed>(
      path: string,
      schema: z.ZodType<Page<T>>,
      { since, isMatch }: { since: EpochMs; isMatch: (item: T) => boolean },
    ): ReturnType<Carrier['find']> {
      const from = toRealMoment(since) - clockSkew;
      const isOld = (item: T): boolean => createdAt(item) < from;
      const signal = AbortSignal.timeout(timeoutMs);
      let next: string | undefined = path;
      for (let read = 0; read < maxPages && next !== undefined; read += 1) {
        const page: Awaited<ReturnType<typeof readPage<T>>> = await readPage(next, schema, signal);
        if (!page) break;
        const { items } = page;
        const found = items.find((item) => isMatch(item) && !isOld(item));
        if (found) return { type: 'found', carrierId: found.sid };
        const isPast = items.length > 0 && items.every(isOld);
        if (page.isLast || isPast) return { type: 'not-found' };
        next = page.next;
      }
      return { type: 'cannot-tell' };
    },
  };
};
export type TwilioApi = ReturnType<typeof createTwilioApi>;

/** We ask about messages sent minutes ago, and few people get a hundred messages in that time. */
export const pageSize = '100';
/** A volunteer in a large city gets hundreds of messages in a bad hour, but not a thousand. */
const maxPages = 10;
/** Five thousand texts, after an outage of hours at a large hotline. */
const maxListPages = 50;
/** Clocks differ, and Twilio's dates are in whole seconds. */
const clockSkew = minutes(2);

/** Twilio's date is RFC 2822 in GMT. NaN without a date: the item then counts as recent. */
export const createdAt = (item: Listed): number => Date.parse(item.date_created ?? '');

const isUnavailable = (status: number): boolean => status === 429 || status === 500 || status > 501;

/** Twilio could not answer; ask again later. */
export class CarrierUnavailable extends Error {
  override name = 'CarrierUnavailable';
  constructor(status: number) {
    super(`the carrier answered ${status}`);
  }
}

const noAnswer: SendResult = { type: 'unknown', code: 'no-answer', failure: 'other' };

/** The result of a send whose `fetch` failed. */
const toSendFailure = (error: unknown): SendResult => {
  const code = unsentErrorCode(error);
  return code === undefined ? noAnswer : { type: 'busy', ...toDeliveryError(code) };
};

const createdSchema = z.object({ sid: z.string().min(1) });
const errorSchema = z.object({ code: z.number().int() });

/** Too many requests, or too many calls at once: try later (Twilio's error dictionary). */
const busyCodes = new Set(['20429', '10004', '86008']);

/**
 * The result of a send from Twilio's answer. 5xx and 408 do not say whether the message was accepted: `unknown`, so
 * that Twilio is asked before a retry. 401 is a wrong token, not a fault of the number: the message waits until the
 * operator has corrected the token.
 */
const toSendResult = async (response: Response): Promise<SendResult> => {
  const { status } = response;
  if (response.ok) {
    const created = createdSchema.safeParse(await parseJsonBody(response));
    return created.success ? { type: 'accepted', carrierId: created.data.sid } : noAnswer;
  }
  const code = await parseErrorCode(response);
  if (status >= 500 || status === 408) return { type: 'unknown', ...toDeliveryError(code) };
  const isBusy = status === 429 || status === 401 || busyCodes.has(code);
  return { type: isBusy ? 'busy' : 'refused', ...toDeliveryError(code) };
};

/** Twilio's own code (21610, 21211 …), or http-STATUS without one. */
const parseErrorCode = async (response: Response): Promise<string> => {
  const error = errorSchema.safeParse(await parseJsonBody(response));
  return error.success ? String(error.data.code) : `http-${response.status}`;
};
