import * as z from 'zod';
import { minutes, seconds } from '#shared/terms/time.ts';
import type { OutgoingText, SendResult } from '../../../ports/carrier.ts';
import type {
  CarrierSender,
  CarrierValues,
  SenderOptions,
  TextSender,
} from '../../../ports/carrier-definition.ts';
import { createPace } from '../../wire/pace.ts';
import { parseJsonBody } from '../../wire/parse-json-body.ts';
import { unsentErrorCode } from '../../wire/unsent-error.ts';
import { toRequestError } from '../delivery-words.ts';

/** What tests replace: the platform's `fetch`, real milliseconds for one REST call, and the clock of the pace. */
type Tried = {
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  timeoutMs?: number;
  now?: () => number;
};

const acceptedSchema = z.object({ SMSMessage: z.object({ Sid: z.string().min(1) }) });
/** The code is a word on one page, a number on another. */
const errorSchema = z.object({
  RestException: z.object({ Code: z.union([z.string(), z.number()]).optional() }),
});

/** Requests in a minute, for the whole account (docs/facts.md#carriers). */
const perMinute = 200;
const minute = minutes(1);

const noAnswer: SendResult = { type: 'unknown', code: 'no-answer', failure: 'other' };

/**
 * 401, 402 and 403 are about our account: the text waits until the operator has corrected it. A 503 may be a gateway's,
 * behind which the text was accepted.
 */
const isBusy = (status: number): boolean => [401, 402, 403, 429].includes(status);

/** After a 429 the next minute has room, unless the answer says more. */
const waitOf = (response: Response): { afterMs?: number } => {
  if (response.status !== 429) return {};
  const after = Number(response.headers.get('retry-after'));
  return { afterMs: after > 0 ? seconds(after) : minute };
};

const toTextResult = async (response: Response): Promise<SendResult> => {
  const { status } = response;
  const body = await parseJsonBody(response);
  if (response.ok) {
    const accepted = acceptedSchema.safeParse(body);
    return accepted.success
      ? { type: 'accepted', carrierId: accepted.data.SMSMessage.Sid }
      : noAnswer;
  }
  const code = errorSchema.safeParse(body).data?.RestException.Code;
  const error = toRequestError(String(code ?? `HTTP_${status}`));
  if (isBusy(status))
    return { type: 'busy', code: error.code, failure: 'other', ...waitOf(response) };
  return { type: status >= 500 || status === 408 ? 'unknown' : 'refused', ...error };
};

const isAscii = (text: string): boolean => /^[\n\r -~]*$/.test(text);

/** Exotel's REST API for texts. It has no list of what it has sent or received by phone. */
export const createExotelTexts = (
  values: CarrierValues,
  { publicUrl }: SenderOptions,
  { fetch: request = fetch, timeoutMs = 10_000, now = Date.now }: Tried = {},
): TextSender => {
  const of = (name: string): string => values[name] ?? '';
  const base = (values['EXOTEL_API_URL'] ?? 'https://api.in.exotel.com').replace(/\/+$/, '');
  const sid = of('EXOTEL_SID');
  const url = `${base}/v1/Accounts/${encodeURIComponent(sid)}/Sms/send.json`;
  const login = `${of('EXOTEL_API_KEY')}:${of('EXOTEL_API_TOKEN')}`;
  const callback = `${publicUrl.replace(/\/+$/, '')}/exotel/status/${of('EXOTEL_WEBHOOK_SECRET')}`;
  const pace = createPace({ most: perMinute, spanMs: minute, keptForUrgent: 0.2, now });

  const toForm = ({ to, text, messageId, templateId = '', isUrgent }: OutgoingText) =>
    new URLSearchParams({
      From: of('EXOTEL_HEADER'),
      To: to,
      Body: text,
      EncodingType: isAscii(text) ? 'plain' : 'unicode',
      SmsType: 'transactional',
      DltEntityId: of('EXOTEL_DLT_ENTITY_ID'),
      DltTemplateId: templateId,
      Priority: isUrgent ? 'high' : 'normal',
      StatusCallback: `${callback}?m=${encodeURIComponent(messageId)}`,
      CustomField: messageId,
    });

  return {
    async send(message) {
      const afterMs = pace.take(message.isUrgent === true);
      if (afterMs > 0) return { type: 'busy', code: 'our-pace', failure: 'other', afterMs };
      try {
        const response = await request(url, {
          method: 'POST',
          body: toForm(message),
          headers: {
            Accept: 'application/json',
            Authorization: `Basic ${Buffer.from(login).toString('base64')}`,
          },
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
        });
        const result = await toTextResult(response);
        if (result.type === 'busy' && result.afterMs) pace.close(result.afterMs);
        return result;
      } catch (error) {
        const code = unsentErrorCode(error);
        return code === undefined ? noAnswer : { type: 'busy', code, failure: 'other' };
      }
    },
    find: async () => ({ type: 'cannot-tell' }),
    received: async () => ({ texts: [], complete: true }),
    // Its texts are SMS alone.
    photo: async () => undefined,
    deletePhoto: async () => {},
  };
};

export const exotelSender = {
  texts: (values, options) => createExotelTexts(values, options),
} satisfies CarrierSender;
