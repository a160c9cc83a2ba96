import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { SignedWebhooks, Webhook } from '../../../ports/webhooks.ts';
import { exotelDefinition, type Guard, readGuard } from '../exotel-definition.ts';

const isSame = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** The last part of the path, behind the kind of webhook: /exotel/sms/SECRET. */
const secretIn = (url: string): string | undefined => {
  const parts = new URL(url).pathname.split('/');
  return parts.indexOf('exotel') < parts.length - 2 ? parts.at(-1) : undefined;
};

const namedSchema = z.object({ AccountSid: z.string() });

/** The account that a webhook names. A callback in JSON does not name it. */
const accountIn = ({ form, body }: Webhook): string | undefined => {
  const isJson = new TextDecoder().decode(body.subarray(0, 1)) === '{';
  return isJson ? '' : namedSchema.safeParse(form).data?.AccountSid;
};

const isGuarded = (webhook: Webhook, secret: string, guard: Guard): boolean => {
  if (guard.secret === '' || !isSame(secret, guard.secret)) return false;
  const account = accountIn(webhook);
  if (account === undefined || (account !== '' && account !== guard.accountSid)) return false;
  const { addresses } = guard;
  return addresses.length === 0 || addresses.includes(webhook.address ?? '');
};

/**
 * Where Exotel's webhooks arrive, and what guards them: nothing signs them, so each must know a secret that ends the
 * path, name our account, and come from an address of Exotel's where these are known.
 */
export const exotelGuarded: SignedWebhooks = {
  name: exotelDefinition.name,
  path: exotelDefinition.path,
  hasPathSecret: true,
  bodyType: 'form',
  checkSignature(webhook, { authTokens }) {
    const secret = secretIn(webhook.url);
    if (secret === undefined) return 'missing';
    const isOurs = authTokens.some((token) => isGuarded(webhook, secret, readGuard(token)));
    return isOurs ? 'signed' : 'wrong';
  },
};
