import type { Carrier } from '../../ports/carrier.ts';
import { createTwilioApi, type TwilioOptions } from './outbound/twilio-api.ts';
import { createTwilioCalls } from './outbound/twilio-calls.ts';
import { createTwilioMessages } from './outbound/twilio-messages.ts';

export type { TwilioOptions } from './outbound/twilio-api.ts';

/** Twilio through its REST API: texts, calls and their recordings. */
export const createTwilioCarrier = (options: TwilioOptions): Carrier => {
  const api = createTwilioApi(options);
  return { ...createTwilioMessages(api), ...createTwilioCalls(api) };
};
