import type { VerifiedAuthenticationResponse } from '@simplewebauthn/server';
import * as z from 'zod';
import type { Passkey } from '#shared/people/login/passkey.ts';
import type { Session } from '#shared/people/login/session.ts';
import type { Site } from '../frame/site.ts';
import { challengeOf, passkeyHost } from './passkey-form.tsx';

/*
 * What a browser answers is checked by @simplewebauthn/server: the challenge, the site, the person at the device, and the
 * signature. It is loaded when a passkey is used, so that no other page waits for it.
 */

const created = z.object({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: z.string(), attestationObject: z.string() }),
  clientExtensionResults: z.object({}),
});
const asserted = created.extend({
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().max(100),
  }),
});
type Asserted = z.infer<typeof asserted>;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The login that a browser sends with a passkey; undefined for anything else. */
export const parseLoginByPasskey = (text: string): Asserted | undefined =>
  asserted.safeParse(parseJson(text)).data;

/** What each answer must fit: our site, the form it belongs to, and a person who has shown finger, face or PIN. */
const expectedOf = (site: Site, formId: string) => ({
  expectedChallenge: challengeOf(formId),
  expectedOrigin: site.origin,
  expectedRPID: passkeyHost(site) ?? '',
  requireUserVerification: true,
});

/** The library throws when something does not fit. */
const resultOf = async <T>(checked: Promise<T>): Promise<T | undefined> => {
  try {
    return await checked;
  } catch {
    return undefined;
  }
};

/** The passkey that a browser has just made for this form; undefined when it is not right. */
export const readNewPasskey = async (
  site: Site,
  { text, formId, session }: { text: string; formId: string; session: Session },
): Promise<Passkey | undefined> => {
  const response = created.safeParse(parseJson(text)).data;
  if (!response) return undefined;
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const checked = await resultOf(
    verifyRegistrationResponse({ response, ...expectedOf(site, formId) }),
  );
  const credential = checked?.registrationInfo?.credential;
  return checked?.verified && credential
    ? {
        id: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        since: session.since,
        browser: session.browser,
      }
    : undefined;
};

/** The new counter of a passkey that has proved itself for this form; undefined when it has not. */
export const checkPasskey = async (
  site: Site,
  { id, publicKey, counter }: Passkey,
  { response, formId }: { response: Asserted; formId: string },
): Promise<number | undefined> => {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const credential = {
    id,
    publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')),
    counter,
  };
  const checked: VerifiedAuthenticationResponse | undefined = await resultOf(
    verifyAuthenticationResponse({ response, credential, ...expectedOf(site, formId) }),
  );
  return checked?.verified ? checked.authenticationInfo.newCounter : undefined;
};
