import { type Session, sessionMs } from '#shared/people/login/session.ts';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { isSignedValue, signValue } from '../signed-value.ts';

const toSigned = (phone: string, until: string, id: string): string =>
  `session ${phone} ${until} ${id}`;

/** The phone, the end of the session, its id, and our signature over all of them. */
export const renderLoginCookie = (
  phone: PhoneNumber,
  { id, since }: Pick<Session, 'id' | 'since'>,
  secret: string,
): string => {
  const until = String(since + sessionMs);
  return [phone, until, id, signValue(toSigned(phone, until, id), secret)].join('.');
};

/** The phone and the session of a cookie; undefined when it is over, or the cookie is not ours. */
export const parseLoginCookie = (
  cookie: string | undefined,
  secrets: readonly string[],
  now: number,
): { phone: PhoneNumber; id: string } | undefined => {
  const [phone = '', until = '', id = '', signature = ''] = (cookie ?? '').split('.');
  const parsed = phoneNumberSchema.safeParse(phone);
  if (!parsed.success || !(Number(until) > now)) return undefined;
  return isSignedValue(toSigned(phone, until, id), signature, secrets)
    ? { phone: parsed.data, id }
    : undefined;
};
