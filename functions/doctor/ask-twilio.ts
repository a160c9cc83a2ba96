import { defaultApiUrl } from '../carriers/twilio/outbound/twilio-api.ts';
import type { CarrierValues } from '../ports/carrier-definition.ts';
import type { DoctorTarget } from './target.ts';

/** Real milliseconds for one REST call. */
const patienceMs = 10_000;

/** The hotline, and the values of its account at Twilio. */
export type AskedTarget = DoctorTarget & { values: CarrierValues };

/** A GET below the account's URL. Throws when the carrier cannot be reached. */
export const askTwilio = ({ values }: AskedTarget, path: string): Promise<Response> => {
  const {
    TWILIO_ACCOUNT_SID: accountSid = '',
    TWILIO_AUTH_TOKEN: authToken = '',
    TWILIO_API_URL: apiUrl = defaultApiUrl,
  } = values;
  const account = `${apiUrl}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}`;
  return fetch(`${account}${path}`, {
    headers: {
      Accept: 'application/json',
      Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  });
};
