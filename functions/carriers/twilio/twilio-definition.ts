import * as z from 'zod';
import type { CarrierDefinition } from '../../ports/carrier-definition.ts';
import { callOverrides, messageOverrides } from './webhook-urls.ts';

const token = {
  must: 'text without spaces',
  schema: z.string().regex(/^\S+$/),
  isHidden: true,
} as const;
const url = z
  .url({ protocol: /^https?$/, hostname: /./ })
  .refine((given) => !/[?#]/.test(given))
  .transform((given) => given.replace(/\/+$/, ''));

export const twilioDefinition = {
  name: 'twilio',
  title: 'Twilio',
  path: '/twilio',
  webhooks: {
    signatureHeader: 'X-Twilio-Signature',
    contentType: 'application/x-www-form-urlencoded',
  },
  statusIds: { message: 'm', call: 'c' },
  carries: ['sms', 'whatsapp', 'calls'],
  values: {
    TWILIO_ACCOUNT_SID: {
      must: 'letters and digits',
      schema: z.string().regex(/^\w+$/),
      inSecret: "Twilio's account SID",
      isRequired: true,
      needs: 'TWILIO_AUTH_TOKEN',
    },
    TWILIO_AUTH_TOKEN: {
      ...token,
      inSecret: "Twilio's auth token",
      isRequired: true,
      needs: 'TWILIO_ACCOUNT_SID',
    },
    // During a rotation: the previous token, whose signatures are still accepted.
    TWILIO_AUTH_TOKEN_BEFORE: {
      ...token,
      inSecret: "Twilio's previous auth token",
      needs: 'TWILIO_AUTH_TOKEN',
    },
    // A restricted key for requests to the carrier: the main token then only checks signatures.
    TWILIO_API_KEY: {
      must: 'letters and digits',
      schema: z.string().regex(/^\w+$/),
      inSecret: "the SID of Twilio's API key",
      needs: 'TWILIO_API_KEY_SECRET',
    },
    TWILIO_API_KEY_SECRET: {
      ...token,
      inSecret: "the secret of Twilio's API key",
      needs: 'TWILIO_API_KEY',
    },
    TWILIO_API_URL: { must: 'an http or https URL', schema: url },
  },
  authTokens: (values) =>
    [values['TWILIO_AUTH_TOKEN'] ?? '', values['TWILIO_AUTH_TOKEN_BEFORE'] ?? ''].filter(
      (t) => t !== '',
    ),
  console: {
    texts: 'A message comes in (POST), whole: what follows the # makes Twilio try again',
    textFallback: 'Primary handler fails (POST), below A message comes in',
    calls: 'A call comes in (POST), on both numbers',
    callFallback: 'Primary handler fails (POST), below A call comes in',
    status: 'Call status changes (POST); messages carry this URL themselves',
  },
  overrides: { messages: messageOverrides, calls: callOverrides },
} as const satisfies CarrierDefinition;
