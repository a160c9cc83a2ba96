import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 of the value, in base64url. Values begin with their use, so that one is never taken for another. */
export const signValue = (value: string, secret: string): string =>
  createHmac('sha256', secret).update(value).digest('base64url');

/** True when one of the secrets signed the value: two are in use during a rotation. An empty secret never counts. */
export const isSignedValue = (
  value: string,
  signature: string,
  secrets: readonly string[],
): boolean =>
  secrets.some((secret) => {
    const right = Buffer.from(signValue(value, secret));
    const given = Buffer.from(signature);
    return secret !== '' && given.length === right.length && timingSafeEqual(given, right);
  });
