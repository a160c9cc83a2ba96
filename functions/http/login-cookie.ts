import { createHmac, timingSafeEqual } from 'node:crypto';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';

/** A coordinator stays logged in for this long. Real milliseconds. */
export const sessionMs = 12 * 3_600_000;

const seal = (secret: string, phone: string, until: string): string =>
  createHmac('sha256', secret).update(`session ${phone} ${until}`).digest('base64url');

/** What the browser keeps: who, until when, and our seal on both. */
export const renderLoginCookie = (phone: PhoneNumber, secret: string, now: number): string => {
  const until = String(now + sessionMs);
  return [phone, until, seal(secret, phone, until)].join('.');
};

/** Whose session this is; undefined when it is over, or not of our making. */
export const parseLoginCookie = (
  cookie: string | undefined,
  secrets: readonly string[],
  now: number,
): PhoneNumber | undefined => {
  const [phone = '', until = '', given = ''] = (cookie ?? '').split('.');
  const parsed = phoneNumberSchema.safeParse(phone);
  if (!parsed.success || !(Number(until) > now)) return undefined;
  const isOurs = secrets.some((secret) => {
    const right = Buffer.from(seal(secret, phone, until));
    const sealed = Buffer.from(given);
    return secret !== '' && sealed.length === right.length && timingSafeEqual(sealed, right);
  });
  return isOurs ? parsed.data : undefined;
};
