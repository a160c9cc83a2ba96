import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import type { Form } from '../../../http/form.ts';

export type SignedRequest = {
  /** The value of X-Twilio-Signature. */
  signature: string | undefined;
  /** As it arrived; of it only path and query are believed. */
  url: string;
  form: Form;
};

export type SignatureKeys = {
  /** The base URL the carrier was given. */
  publicUrl: string;
  /** Any of them may have signed: two while a token is being changed. */
  authTokens: readonly string[];
};

/**
 * Did the carrier sign this? The signed URL is the one it was given: PUBLIC_URL with the path and query as they
 * came (but for signs a URL parser escapes, like a bare quote; our own URLs have none), never a host or scheme out
 * of a header that anybody can write (FACTS §6).
 */
export const isSignedByTwilio = (request: SignedRequest, keys: SignatureKeys): boolean => {
  const { signature, form } = request;
  if (!signature) return false;
  const url = signedUrl(request.url, keys.publicUrl);
  return keys.authTokens.some(
    (token) => token !== '' && twilioWebhooks.validateRequest(token, signature, url, form),
  );
};

const signedUrl = (arrived: string, publicUrl: string): string => {
  const pathAndQuery = arrived.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return publicUrl.replace(/\/+$/, '') + pathAndQuery;
};
