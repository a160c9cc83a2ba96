import * as z from 'zod';
import type { CarrierDefinition } from '../../ports/carrier-definition.ts';
import { plivoOverrides } from './plivo-urls.ts';

const token = {
  must: 'text without spaces',
  schema: z.string().regex(/^\S+$/),
  isHidden: true,
} as const;

/** Calls with an Indian number: XML for each key, webhooks signed by V3 (docs/facts.md#carriers). */
export const plivoDefinition = {
  name: 'plivo',
  title: 'Plivo',
  path: '/plivo',
  webhooks: {
    signatureHeader: 'X-Plivo-Signature-V3',
    contentType: 'application/x-www-form-urlencoded',
  },
  carries: ['calls'],
  values: {
    PLIVO_AUTH_ID: {
      must: 'letters and digits',
      schema: z.string().regex(/^\w+$/),
      inSecret: "Plivo's auth id",
      isRequired: true,
      needs: 'PLIVO_AUTH_TOKEN',
    },
    PLIVO_AUTH_TOKEN: {
      ...token,
      inSecret: "Plivo's auth token",
      isRequired: true,
      needs: 'PLIVO_AUTH_ID',
    },
    // During a rotation: the previous token, whose signatures are still accepted.
    PLIVO_AUTH_TOKEN_BEFORE: {
      ...token,
      inSecret: "Plivo's previous auth token",
      needs: 'PLIVO_AUTH_TOKEN',
    },
    PLIVO_API_URL: {
      must: 'an http or https URL',
      schema: z.url({ protocol: /^https?$/, hostname: /./ }),
    },
  },
  authTokens: (values) =>
    [values['PLIVO_AUTH_TOKEN'] ?? '', values['PLIVO_AUTH_TOKEN_BEFORE'] ?? ''].filter(
      (t) => t !== '',
    ),
  console: {
    texts: '',
    textFallback: '',
    calls: 'Answer URL (POST) of the application, for every number of ours',
    callFallback: 'Fallback Answer URL (POST) of the application',
    status: 'Hangup URL (POST) of the application',
  },
  overrides: { messages: plivoOverrides, calls: plivoOverrides },
} as const satisfies CarrierDefinition;
