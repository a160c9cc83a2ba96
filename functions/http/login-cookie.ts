import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { isSignedValue, signValue } from './signed-value.ts';

/** How long a person stays logged in. Real milliseconds. */
export const sessionMs = 12 * 3_600_000;

const toSession = (phone: string, until: string): string => `session ${phone} ${until}`;

/** The phone, the end of the session, and our signature over both. */
export const renderLoginCookie = (phone: PhoneNumber, secret: string, now: number): string => {
  const until = String(now + sessionMs);
  return [phone, until, signValue(toSession(phone, until), secret)].join('.');
};

/** Who is logged in, and since when in real time. */
export type Session = { phone: PhoneNumber; since: number };

/** The session of a cookie; undefined when it is over, or the cookie is not ours. */
export const parseLoginCookie = (
  cookie: string | undefined,
  secrets: readonly string[],
  now: number,
): Session | undefined => {
  const [phone = '', until = '', signature = ''] = (cookie ?? '').split('.');
  const parsed = phoneNumberSchema.safeParse(phone);
  if (!parsed.success || !(Number(until) > now)) return undefined;
  return isSignedValue(toSession(phone, until), signature, secrets)
    ? { phone: parsed.data, since: Number(until) - sessionMs }
    : undefined;
};
