import * as z from 'zod';
import type { CarrierDefinition } from '#functions/ports/carrier-definition.ts';

/**
 * A fictional carrier, written as a newcomer writes one (CONTRIBUTING.md, "Add a carrier"), and as unlike Twilio as its
 * port allows: SMS alone, JSON signed over its bytes, no list of what it has sent.
 */
export const acmeDefinition = {
  name: 'acme',
  title: 'Acme',
  path: '/acme',
  webhooks: { signatureHeader: 'X-Acme-Signature', contentType: 'application/json' },
  carries: ['sms'],
  values: {
    ACME_KEY: {
      must: 'eight letters or more',
      schema: z.string().regex(/^\S{8,}$/),
      inSecret: "Acme's key",
      isHidden: true,
      isRequired: true,
    },
    ACME_URL: { must: 'a URL', schema: z.url() },
  },
  authTokens: (values) => (values['ACME_KEY'] ? [values['ACME_KEY']] : []),
  console: {
    texts: 'Inbox URL',
    textFallback: '',
    calls: '',
    callFallback: '',
    status: 'Report URL',
  },
  overrides: { messages: '', calls: '' },
} as const satisfies CarrierDefinition;
