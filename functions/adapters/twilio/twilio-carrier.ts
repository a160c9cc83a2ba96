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

/** Clocks differ, and Twilio's dates have whole seconds. */
const clockSkew = minutes(2);
/** Newest first: what we ask about was sent minutes ago. */
const pageSize = 100;

/** Twilio by two REST calls over fetch (FACTS §6, §9): the whole client costs a second of every cold start. */
export const createTwilioCarrier = (options: TwilioOptions): Carrier => {
  const { accountSid, authToken, timeoutMs = 10_000, toRealMoment = (at) => at } = options;
  const request = options.fetch ?? fetch;
  const base = (options.apiUrl ?? 'https://api.twilio.com').replace(/\/+$/, '');
  const messages = `${base}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`;
  const callback = `${options.publicUrl.replace(/\/+$/, '')}/twilio/status?m=`;

  const call = (url: string, body?: URLSearchParams): Promise<Response> =>
    request(url, {
      ...(body && { method: 'POST', body }),
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
        return await resultOf(await call(messages, form));
      } catch (error) {
        const code = neverLeft(error);
        return code === undefined ? { type: 'unknown', code: 'no-answer' } : { type: 'busy', code };
      }
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
      const response = await call(`${messages}?${query}`);
      if (response.status === 429 || response.status === 500 || response.status > 501) {
        throw new CarrierAway(response.status);
      }
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
