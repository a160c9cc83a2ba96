import { defaultApiUrl } from '../carriers/twilio/outbound/twilio-api.ts';
import type { CarrierValues } from '../ports/carrier-definition.ts';
import type { DoctorTarget } from './target.ts';

/** Real milliseconds for one REST call. */
const patienceMs = 10_000;
/** Content templates have a host of their own. */
const contentUrl = 'https://content.twilio.com';

/** The hotline, and the values of its account at Twilio. */
export type AskedTarget = DoctorTarget & { values: CarrierValues };

/** A GET below the account's URL. Throws when the carrier cannot be reached. */
export const askTwilio = ({ values }: AskedTarget, path: string): Promise<Response> => {
  const account = encodeURIComponent(values['TWILIO_ACCOUNT_SID'] ?? '');
  const base = values['TWILIO_API_URL'] ?? defaultApiUrl;
  return get(values, `${base}/2010-04-01/Accounts/${account}${path}`);
};

/** A GET of the Content API; TWILIO_API_URL serves it too. Throws when the carrier cannot be reached. */
export const askTwilioContent = ({ values }: AskedTarget, path: string): Promise<Response> =>
  get(values, `${values['TWILIO_API_URL'] ?? contentUrl}${path}`);

const get = (
  { TWILIO_ACCOUNT_SID: accountSid = '', TWILIO_AUTH_TOKEN: authToken = '' }: CarrierValues,
  url: string,
): Promise<Response> =>
  fetch(url, {
    headers: {
      Accept: 'application/json',
      Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  });
