import * as z from 'zod';
import type { CarrierDefinition, CarrierValues } from '../../ports/carrier-definition.ts';

const secret = {
  must: '24 letters, digits, hyphens or underscores, or more',
  schema: z.string().regex(/^[\w-]{24,128}$/),
  isHidden: true,
} as const;
const word = { must: 'letters and digits', schema: z.string().regex(/^[\w-]+$/) } as const;

/** Texts under a registered header, by DLT ids; its webhooks are not signed (docs/facts.md#carriers). */
export const exotelDefinition = {
  name: 'exotel',
  title: 'Exotel',
  path: '/exotel',
  webhooks: { signatureHeader: '', contentType: 'application/x-www-form-urlencoded' },
  hasPathSecret: true,
  hasHeader: true,
  carries: ['sms'],
  values: {
    EXOTEL_SID: {
      ...word,
      inSecret: "Exotel's account SID",
      isRequired: true,
      needs: 'EXOTEL_API_KEY',
    },
    EXOTEL_API_KEY: {
      ...word,
      inSecret: "Exotel's API key",
      isRequired: true,
      needs: 'EXOTEL_API_TOKEN',
    },
    EXOTEL_API_TOKEN: {
      ...word,
      isHidden: true,
      inSecret: "Exotel's API token",
      isRequired: true,
      needs: 'EXOTEL_SID',
    },
    EXOTEL_WEBHOOK_SECRET: {
      ...secret,
      inSecret: 'a random text of your own, which ends the URLs that Exotel calls',
      isRequired: true,
      needs: 'EXOTEL_SID',
    },
    // During a rotation: the previous one, which still ends URLs that Exotel was given.
    EXOTEL_WEBHOOK_SECRET_BEFORE: {
      ...secret,
      inSecret: 'the previous random text',
      needs: 'EXOTEL_WEBHOOK_SECRET',
    },
    EXOTEL_HEADER: {
      must: 'the registered header, like PMITRA',
      schema: z.string().regex(/^[A-Za-z0-9]{3,14}$/),
      inSecret: 'the registered header, like PMITRA',
      isRequired: true,
    },
    EXOTEL_DLT_ENTITY_ID: {
      must: 'the digits of the entity id',
      schema: z.string().regex(/^\d{6,25}$/),
      inSecret: 'the id of the group as a principal entity',
      isRequired: true,
    },
    EXOTEL_ADDRESSES: {
      must: 'IP addresses with commas between them',
      schema: z.string().regex(/^[\da-fA-F.:]+(?:,[\da-fA-F.:]+)*$/),
      inSecret: 'the addresses from which Exotel calls, with commas',
    },
    EXOTEL_API_URL: {
      must: 'an http or https URL',
      schema: z.url({ protocol: /^https?$/, hostname: /./ }),
    },
  },
  authTokens: (values) =>
    [values['EXOTEL_WEBHOOK_SECRET'], values['EXOTEL_WEBHOOK_SECRET_BEFORE']].flatMap((path) =>
      path ? [writeGuard(path, values)] : [],
    ),
  console: {
    texts: 'The URL for incoming SMS of the number, by POST, whole: its end is a secret',
    textFallback: '',
    calls: '',
    callFallback: '',
    status: 'Messages carry this URL themselves',
  },
  overrides: { messages: '', calls: '' },
} as const satisfies CarrierDefinition;

/** What a webhook of Exotel's must show. */
export type Guard = { secret: string; accountSid: string; addresses: readonly string[] };

/** A guard as one of the carrier's tokens, which are text. */
const writeGuard = (path: string, values: CarrierValues): string =>
  [path, values['EXOTEL_SID'] ?? '', values['EXOTEL_ADDRESSES'] ?? ''].join(' ');

export const readGuard = (token: string): Guard => {
  const [path = '', accountSid = '', addresses = ''] = token.split(' ');
  return { secret: path, accountSid, addresses: addresses === '' ? [] : addresses.split(',') };
};
