import type { Carrier } from '../../ports/carrier.ts';
import { createTwilioApi, type TwilioOptions } from './twilio-api.ts';
import { createTwilioCalls } from './twilio-calls.ts';
import { createTwilioMessages } from './twilio-messages.ts';

export type { TwilioOptions } from './twilio-api.ts';

/** Twilio by its REST API: texts, calls, and what was recorded in them. */
export const createTwilioCarrier = (options: TwilioOptions): Carrier => {
  const api = createTwilioApi(options);
  return { ...createTwilioMessages(api), ...createTwilioCalls(api) };
};
