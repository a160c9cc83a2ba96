import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import { type EpochMs, minutes, seconds } from '#shared/terms/time.ts';
import type { SendResult } from '../../../ports/carrier.ts';
import type {
  CallSender,
  CarrierSender,
  CarrierValues,
  SenderOptions,
} from '../../../ports/carrier-definition.ts';
import { createPace } from '../../wire/pace.ts';
import { parseJsonBody } from '../../wire/parse-json-body.ts';
import { unsentErrorCode } from '../../wire/unsent-error.ts';
import { toHangupError } from '../hangup-causes.ts';
import { createPlivoUrls } from '../plivo-urls.ts';

/** What tests replace: the platform's `fetch`, real milliseconds for one REST call, and the clock of the pace. */
type Tried = {
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  timeoutMs?: number;
  now?: () => number;
  pause?: (ms: number) => Promise<unknown>;
};

/** New calls in a second, from India (docs/facts.md#carriers). */
const perSecond = 2;
/** A call waits here for its turn, at most so long; its claim lasts a minute. */
const longestWait = seconds(15);

/** Plivo could not answer; ask again later. */
class PlivoUnavailable extends Error {
  override name = 'CarrierUnavailable';
  constructor(status: number) {
    super(`the carrier answered ${status}`);
  }
}

/** Clocks differ. */
const clockSkew = minutes(2);
const pageSize = 20;
/** Few phones get two hundred calls in an hour. */
const maxPages = 10;

const orderedSchema = z.object({ request_uuid: z.string().min(1) });
const listSchema = z.object({
  objects: z.array(
    z.object({
      call_uuid: z.string().min(1),
      to_number: z.string(),
      call_direction: z.string().nullish(),
    }),
  ),
});
const currentSchema = z.object({ calls: z.array(z.string().min(1)) });
const oneSchema = z.object({
  to: z.string(),
  direction: z.string().nullish(),
  request_uuid: z.string().nullish(),
});
const recordingSchema = z.object({ recording_url: z.url() });

const digitsOf = (phone: string): string => phone.replace(/\D/g, '');
const isOut = (direction: string | null | undefined): boolean => direction === 'outbound';
/** Plivo's lists are in UTC: 2026-11-23 05:30:00. */
const toListTime = (at: number): string =>
  new Date(at).toISOString().slice(0, 19).replace('T', ' ');

const noAnswer: SendResult = { type: 'unknown', code: 'no-answer', failure: 'other' };

/**
 * The result of an order for a call. 5xx and 408 do not say whether the phone will ring; 401 is a wrong token, and 429
 * too many calls or requests at once (two new calls a second in India): the call waits.
 */
const toOrderResult = async (response: Response): Promise<SendResult> => {
  const { status } = response;
  if (response.ok) {
    const ordered = orderedSchema.safeParse(await parseJsonBody(response));
    return ordered.success ? { type: 'accepted', carrierId: ordered.data.request_uuid } : noAnswer;
  }
  const error = toHangupError(`http-${status}`);
  if (status === 429) return { type: 'busy', ...error, afterMs: seconds(5) };
  if (status >= 500 || status === 408) return { type: 'unknown', ...error };
  return { type: status === 401 ? 'busy' : 'refused', ...error };
};

/** Plivo's REST API by `fetch`: its own package orders a call again after a 5xx (docs/facts.md#carriers). */
export const createPlivoCalls = (
  values: CarrierValues,
  { from, publicUrl, toRealMoment = (at) => at }: SenderOptions,
  { fetch: request = fetch, timeoutMs = 10_000, now = Date.now, pause = setTimeout }: Tried = {},
): CallSender => {
  const pace = createPace({ most: perSecond, spanMs: seconds(1), now });
  const { PLIVO_AUTH_ID: id = '', PLIVO_AUTH_TOKEN: token = '' } = values;
  const base = (values['PLIVO_API_URL'] ?? 'https://api.plivo.com').replace(/\/+$/, '');
  const account = `${base}/v1/Account/${encodeURIComponent(id)}`;
  const urls = createPlivoUrls(publicUrl);
  const authorization = `Basic ${Buffer.from(`${id}:${token}`).toString('base64')}`;

  const ask = (path: string, init: { method?: string; body?: string } = {}): Promise<Response> =>
    request(`${account}/${path}`, {
      ...init,
      headers: {
        Accept: 'application/json',
        Authorization: authorization,
        ...(init.body !== undefined && { 'Content-Type': 'application/json' }),
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });

  /** What a list or an item says; undefined when there is none. Throws PlivoUnavailable. */
  const read = async <T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> => {
    const response = await ask(path);
    const { status } = response;
    if (status === 429 || status >= 500) throw new PlivoUnavailable(status);
    return response.ok ? schema.safeParse(await parseJsonBody(response)).data : undefined;
  };

  /** The ended calls to that number; `all` false when there are more than can be read. */
  const findEnded = async (to: string, since: EpochMs) => {
    const after = toListTime(toRealMoment(since) - clockSkew);
    for (let page = 0; page < maxPages; page += 1) {
      const query = new URLSearchParams({
        to_number: digitsOf(to),
        end_time__gte: after,
        limit: String(pageSize),
        offset: String(page * pageSize),
      });
      const list = await read(`Call/?${query}`, listSchema);
      if (!list) return 'cannot-tell';
      const found = list.objects.find(
        ({ to_number, call_direction }) =>
          digitsOf(to_number) === digitsOf(to) && isOut(call_direction),
      );
      if (found) return found.call_uuid;
      if (list.objects.length < pageSize) return undefined;
    }
    return 'cannot-tell';
  };

  /** A call to that number that waits or is under way: the list has only ids, so each is asked for. */
  const findCurrent = async (to: string, status: 'queued' | 'live') => {
    const list = await read(`Call/?status=${status}`, currentSchema);
    if (!list || list.calls.length > pageSize) return 'cannot-tell';
    for (const uuid of list.calls) {
      const one = await read(`Call/${encodeURIComponent(uuid)}/?status=${status}`, oneSchema);
      if (one && digitsOf(one.to) === digitsOf(to) && isOut(one.direction))
        return one.request_uuid ?? uuid;
    }
    return undefined;
  };

  return {
    async call({ to, callId, ringSeconds }) {
      const order = {
        from: digitsOf(from),
        to: digitsOf(to),
        answer_url: urls.answer(callId),
        answer_method: 'POST',
        fallback_url: urls.fallback(callId),
        fallback_method: 'POST',
        hangup_url: urls.status(callId),
        hangup_method: 'POST',
        ring_url: urls.status(callId),
        ring_method: 'POST',
        ring_timeout: ringSeconds,
      };
      const afterMs = await pace.turn({ longest: longestWait, pause });
      if (afterMs > 0) return { type: 'busy', code: 'our-pace', failure: 'other', afterMs };
      try {
        return await toOrderResult(
          await ask('Call/', { method: 'POST', body: JSON.stringify(order) }),
        );
      } catch (error) {
        const code = unsentErrorCode(error);
        return code === undefined ? noAnswer : { type: 'busy', code, failure: 'other' };
      }
    },

    /** Matches by number alone: Plivo's lists do not say what a call was for. */
    async findCall({ to }, since) {
      const places = [
        () => findCurrent(to, 'queued'),
        () => findCurrent(to, 'live'),
        () => findEnded(to, since),
      ];
      let isSure = true;
      for (const look of places) {
        const found = await look();
        if (found === 'cannot-tell') isSure = false;
        else if (found !== undefined) return { type: 'found', carrierId: found };
      }
      return { type: isSure ? 'not-found' : 'cannot-tell' };
    },

    async sound(recordingId) {
      const item = await read(`Recording/${encodeURIComponent(recordingId)}/`, recordingSchema);
      if (!item) return undefined;
      // Without our credentials: the file lies on another host.
      const response = await request(item.recording_url, {
        redirect: 'follow',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.status === 404 || response.status === 410) return undefined;
      const type = response.headers.get('content-type') ?? '';
      if (!response.ok || !type.startsWith('audio/')) throw new PlivoUnavailable(response.status);
      return { type, bytes: new Uint8Array(await response.arrayBuffer()) };
    },

    async deleteSound(recordingId) {
      const path = `Recording/${encodeURIComponent(recordingId)}/`;
      const response = await ask(path, { method: 'DELETE' });
      if (!response.ok && response.status !== 404) throw new PlivoUnavailable(response.status);
    },
  };
};

export const plivoSender = {
  calls: (values, options) => createPlivoCalls(values, options),
} satisfies CarrierSender;
