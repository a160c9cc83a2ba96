import * as z from 'zod';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { type EpochMs, minutes } from '#shared/terms/time.ts';
import type { Carrier, OutgoingText, SendResult } from '../../ports/carrier.ts';
import { neverLeft } from './never-left.ts';

export type TwilioOptions = {
  accountSid: string;
  authToken: string;
  /** The number or WhatsApp sender texts come from. */
  from: PhoneNumber;
  /** Base of the status callbacks: `${publicUrl}/twilio/status?m=ID`. */
  publicUrl: string;
  apiUrl?: string;
  /** Real milliseconds for one REST call. */
  timeoutMs?: number;
  /** The carrier's dates are real; hotline time may run faster on one machine. */
  toRealMoment?: (at: EpochMs) => number;
  /** The platform's, unless a test has a carrier of its own in the same process. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
};

const createdSchema = z.object({ sid: z.string().min(1) });
const refusalSchema = z.object({ code: z.number().int() });
const listSchema = z.object({
  messages: z.array(
    z.object({
      sid: z.string().min(1),
      body: z.string().nullish(),
      date_created: z.string().nullish(),
      direction: z.string().nullish(),
    }),
  ),
});

const callListSchema = z.object({
  calls: z.array(
    z.object({
      sid: z.string().min(1),
      direction: z.string().nullish(),
      date_created: z.string().nullish(),
    }),
  ),
});

/** Clocks differ, and Twilio's dates have whole seconds. */
const clockSkew = minutes(2);
/** Newest first: what we ask about was sent minutes ago. */
const pageSize = 100;

/** Twilio by two REST calls over fetch (FACTS §6, §9): the whole client costs a second of every cold start. */
export const createTwilioCarrier = (options: TwilioOptions): Carrier => {
  const { accountSid, authToken, timeoutMs = 10_000, toRealMoment = (at) => at } = options;
  const request = options.fetch ?? fetch;
  const base = (options.apiUrl ?? 'https://api.twilio.com').replace(/\/+$/, '');
  const account = `${base}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}`;
  const messages = `${account}/Messages.json`;
  const calls = `${account}/Calls.json`;
  const webhooks = `${options.publicUrl.replace(/\/+$/, '')}/twilio`;
  const callback = `${webhooks}/status?m=`;

  const ask = (url: string, body?: URLSearchParams, method?: 'DELETE'): Promise<Response> =>
    request(url, {
      ...(body && { method: 'POST', body }),
      ...(method && { method }),
      headers: {
        Accept: 'application/json',
        Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });

  return {
    async send(message) {
      const form = new URLSearchParams({
        To: addressOf(message.to, message.channel),
        From: addressOf(options.from, message.channel),
        Body: message.text,
        StatusCallback: callback + encodeURIComponent(message.messageId),
      });
      try {
        return await resultOf(await ask(messages, form));
      } catch (error) {
        return failureOf(error);
      }
    },

    async call({ to, callId, ringSeconds }) {
      const id = encodeURIComponent(callId);
      const form = new URLSearchParams({
        To: to,
        From: options.from,
        Url: `${webhooks}/voice?c=${id}`,
        FallbackUrl: `${webhooks}/voice/fallback?c=${id}`,
        StatusCallback: `${webhooks}/status?c=${id}`,
        Timeout: String(ringSeconds),
      });
      for (const event of ['initiated', 'ringing', 'answered', 'completed'])
        form.append('StatusCallbackEvent', event);
      try {
        return await resultOf(await ask(calls, form));
      } catch (error) {
        return failureOf(error);
      }
    },

    /** By number alone: the carrier's list of calls does not say what each was for. */
    async findCall({ to }, since) {
      const query = new URLSearchParams({ To: to, PageSize: String(pageSize) });
      const response = await ask(`${calls}?${query}`);
      if (isAway(response.status)) throw new CarrierAway(response.status);
      const list = callListSchema.safeParse(await jsonOf(response));
      if (response.status !== 200 || !list.success) return { type: 'cannot-tell' };
      const from = toRealMoment(since) - clockSkew;
      const found = list.data.calls.find(
        (c) => c.direction === 'outbound-api' && !(createdAt(c) < from),
      );
      return found ? { type: 'found', carrierId: found.sid } : { type: 'not-found' };
    },

    async sound(recordingId) {
      const response = await ask(`${account}/Recordings/${encodeURIComponent(recordingId)}.mp3`);
      if (response.status === 404) return undefined;
      if (!response.ok) throw new CarrierAway(response.status);
      const type = response.headers.get('content-type') ?? 'audio/mpeg';
      return { type, bytes: new Uint8Array(await response.arrayBuffer()) };
    },

    async deleteSound(recordingId) {
      const url = `${account}/Recordings/${encodeURIComponent(recordingId)}.json`;
      const response = await ask(url, undefined, 'DELETE');
      if (!response.ok && response.status !== 404) throw new CarrierAway(response.status);
    },

    /**
     * By number and words among the last hundred to that number, since then. No DateSent filter: a message that
     * is still queued may have no such date yet, and it is the one we look for. Throws when the carrier cannot
     * be reached just now, so that the message stays claimed and is asked about again.
     */
    async find(message, since) {
      const query = new URLSearchParams({
        To: addressOf(message.to, message.channel),
        PageSize: String(pageSize),
      });
      const response = await ask(`${messages}?${query}`);
      if (isAway(response.status)) throw new CarrierAway(response.status);
      const list = listSchema.safeParse(await jsonOf(response));
      if (response.status !== 200 || !list.success) return { type: 'cannot-tell' };
      const from = toRealMoment(since) - clockSkew;
      const found = list.data.messages.find(
        (m) =>
          m.body?.trim() === message.text.trim() &&
          m.direction !== 'inbound' &&
          !(createdAt(m) < from),
      );
      return found ? { type: 'found', carrierId: found.sid } : { type: 'not-found' };
    },
  };
};

const isAway = (status: number): boolean => status === 429 || status === 500 || status > 501;

/** What an error of `fetch` says of the request that met it. */
const failureOf = (error: unknown): SendResult => {
  const code = neverLeft(error);
  return code === undefined ? { type: 'unknown', code: 'no-answer' } : { type: 'busy', code };
};

/** The carrier could not answer a question; ask again later. */
class CarrierAway extends Error {
  override name = 'CarrierAway';
  constructor(status: number) {
    super(`the carrier answered ${status}`);
  }
}

const addressOf = (phone: PhoneNumber, channel: OutgoingText['channel']): string =>
  channel === 'whatsapp' ? `whatsapp:${phone}` : phone;

/** NaN when there is no date: then it is taken for recent. RFC 2822 in GMT. */
const createdAt = (message: { date_created?: string | null | undefined }): number =>
  Date.parse(message.date_created ?? '');

/**
 * What an answer to a send means. 5xx and 408 do not say whether the message was taken: unknown, so that the
 * carrier is asked before a second try. 401 is a wrong token: nobody's number is at fault, and the message can wait
 * until the operator has put it right.
 */
const resultOf = async (response: Response): Promise<SendResult> => {
  const { status } = response;
  if (response.ok) {
    const created = createdSchema.safeParse(await jsonOf(response));
    return created.success
      ? { type: 'accepted', carrierId: created.data.sid }
      : { type: 'unknown', code: 'no-answer' };
  }
  const code = await refusalCode(response);
  if (status >= 500 || status === 408) return { type: 'unknown', code };
  const isBusy = status === 429 || status === 401 || code === '20429';
  return { type: isBusy ? 'busy' : 'refused', code };
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
