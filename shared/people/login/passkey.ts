import * as z from 'zod';
import { epochMsSchema } from '../../terms/time.ts';

/** A coordinator keeps at most this many: a phone, a computer, a key for the drawer. */
export const mostPasskeys = 5;

/** The public half of a key pair whose other half never leaves the coordinator's device (WebAuthn). */
export const passkeySchema = z.object({
  /** As the browser names it, in base64url. */
  id: z.string(),
  /** COSE, in base64url. */
  publicKey: z.string(),
  /** Rises with each login on devices that count; 0 on those that do not. */
  counter: z.number().int().nonnegative(),
  /** Real time. */
  since: epochMsSchema,
  /** The browser in which it was made. */
  browser: z.string(),
});
export type Passkey = z.infer<typeof passkeySchema>;
