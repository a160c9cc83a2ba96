import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import type { SignedWebhooks } from '../../../ports/webhooks.ts';
import { twilioDefinition } from '../twilio-definition.ts';
import { hasSingleReading } from './single-reading.ts';

/**
 * Where Twilio's webhooks arrive, and the check of their signature. The signed URL is the one Twilio was given:
 * PUBLIC_URL with the path and query as they came (except for characters a URL parser escapes, like a bare quote;
 * our own URLs have no such character). Host and scheme of a header are never used: anyone can write them (docs/facts.md#twilio).
 */
export const twilioSigned: SignedWebhooks = {
  name: twilioDefinition.name,
  path: twilioDefinition.path,
  bodyType: 'form',
  checkSignature(webhook, { publicUrl, authTokens }) {
    const signature = webhook.header('x-twilio-signature');
    if (signature === undefined) return 'missing';
    if (!isSha1(signature)) return 'wrong';
    const url = signedUrl(webhook.url, publicUrl);
    const isSigned = authTokens.some(
      (token) =>
        token !== '' && twilioWebhooks.validateRequest(token, signature, url, webhook.form),
    );
    return isSigned && hasSingleReading(url, webhook.form) ? 'signed' : 'wrong';
  },
};

/** The base64 of 20 bytes. Anything else is refused before the form is parsed. */
const isSha1 = (signature: string): boolean => /^[\w+/]{27}=$/.test(signature);

const signedUrl = (arrived: string, publicUrl: string): string => {
  const pathAndQuery = arrived.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return publicUrl.replace(/\/+$/, '') + pathAndQuery;
};
