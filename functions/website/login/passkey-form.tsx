/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { createHash } from 'node:crypto';
import type { Child } from 'hono/jsx';
import { maskPhoneNumber } from '#shared/terms/phone-number.ts';
import { sealPhone } from '../frame/sealed-phone.ts';
import type { Site } from '../frame/site.ts';
import { formTokenOf, hrefOf, type MemberVisit, type Visit } from '../frame/visit.ts';

/*
 * A passkey needs a script, so its forms are hidden until one shows them. The challenge follows from the id of the form:
 * it is ours, for this browser, and good once, as every form is.
 */

/** The path of the script that asks the browser for a passkey. */
export const passkeyScript = '/passkey';

/** What a passkey's number is sealed for. */
export const passkeyReader = 'passkey';

/** The name a passkey is bound to; undefined for an address of digits, which WebAuthn does not know. */
export const passkeyHost = ({ origin }: Pick<Site, 'origin'>): string | undefined => {
  const { hostname } = new URL(origin);
  return /^[\d.]+$|^\[/.test(hostname) ? undefined : hostname;
};

/** In base64url. */
export const challengeOf = (formId: string): string =>
  createHash('sha256').update(`passkey ${formId}`).digest('base64url');

const patienceMs = 120_000;

/** For `navigator.credentials.create`: a key pair that asks for the finger, face or PIN of its owner. */
const creationOptions = ({ site, person }: MemberVisit, challenge: string, host: string) => ({
  challenge,
  rp: { id: host, name: site.services.config.groupName },
  user: {
    id: sealPhone(person.phone, passkeyReader, site.secrets[0] ?? ''),
    name: maskPhoneNumber(person.phone),
    displayName: maskPhoneNumber(person.phone),
  },
  // ES256 and RS256: every authenticator has one of them.
  pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
  excludeCredentials: (person.passkeys ?? []).map(({ id }) => ({ type: 'public-key', id })),
  authenticatorSelection: {
    residentKey: 'required',
    requireResidentKey: true,
    userVerification: 'required',
  },
  attestation: 'none',
  timeout: patienceMs,
});

/** For `navigator.credentials.get`. It names no key, so that no one learns which phones have one. */
const requestOptions = (challenge: string, rpId: string) => ({
  challenge,
  rpId,
  userVerification: 'required',
  timeout: patienceMs,
});

type PasskeyFormProps = { action: string; button: string; failed: string; children?: Child };

const PasskeyForm = ({
  visit,
  make,
  action,
  button,
  failed,
  children,
}: PasskeyFormProps & { visit: Visit; make?: MemberVisit }) => {
  const host = passkeyHost(visit.site);
  if (host === undefined) return null;
  const token = formTokenOf(visit, action);
  const challenge = challengeOf(token.split('.')[0] ?? '');
  const options = make ? creationOptions(make, challenge, host) : requestOptions(challenge, host);
  return (
    <form
      method="post"
      action={hrefOf(visit, action)}
      data-passkey={make ? 'create' : 'get'}
      data-options={JSON.stringify(options)}
      hidden
    >
      <input type="hidden" name="form" value={token} />
      <input type="hidden" name="credential" />
      {children}
      <p class="error" role="alert" hidden>
        {failed}
      </p>
      <button type="submit" class="plain">
        {button}
      </button>
    </form>
  );
};

/** Logs in with a passkey of this device. */
export const UsePasskeyForm = ({ visit, children }: { visit: Visit; children?: Child }) => {
  const { logins } = visit.words;
  return (
    <PasskeyForm visit={visit} action="/login/passkey" button={logins.use} failed={logins.wrong}>
      {children}
    </PasskeyForm>
  );
};

/** Makes a passkey on this device. */
export const AddPasskeyForm = ({ visit }: { visit: MemberVisit }) => {
  const { logins } = visit.words;
  return (
    <PasskeyForm
      visit={visit}
      make={visit}
      action="/me/passkey"
      button={logins.add}
      failed={logins.notAdded}
    />
  );
};
