import type { Carrier } from '../../ports/carrier.ts';
import type {
  CarrierSender,
  CarrierValues,
  SenderOptions,
} from '../../ports/carrier-definition.ts';
import { createTwilioApi, type TwilioOptions } from './outbound/twilio-api.ts';
import { createTwilioCalls } from './outbound/twilio-calls.ts';
import { createTwilioMessages } from './outbound/twilio-messages.ts';
import { createTwilioReceived } from './outbound/twilio-received.ts';

export type { TwilioOptions } from './outbound/twilio-api.ts';

/** Twilio through its REST API: texts, calls and their recordings. */
export const createTwilioCarrier = (options: TwilioOptions): Carrier => {
  const api = createTwilioApi(options);
  return { ...createTwilioMessages(api), ...createTwilioCalls(api), ...createTwilioReceived(api) };
};

const createApi = (values: CarrierValues, options: SenderOptions) => {
  const { TWILIO_API_KEY: key, TWILIO_API_KEY_SECRET: keySecret } = values;
  return createTwilioApi({
    ...options,
    accountSid: values['TWILIO_ACCOUNT_SID'] ?? '',
    authToken: values['TWILIO_AUTH_TOKEN'] ?? '',
    ...(key && keySecret && { apiKey: `${key}:${keySecret}` }),
    ...(values['TWILIO_API_URL'] && { apiUrl: values['TWILIO_API_URL'] }),
  });
};

export const twilioSender = {
  texts: (values, options) => {
    const api = createApi(values, options);
    return { ...createTwilioMessages(api), ...createTwilioReceived(api) };
  },
  calls: (values, options) => createTwilioCalls(createApi(values, options)),
} satisfies CarrierSender;
