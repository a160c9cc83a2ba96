import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { type Session, sessionMs } from '#shared/people/login/session.ts';
import { type Language, languageSchema } from '#shared/terms/language.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { parseLoginCookie, renderLoginCookie } from '../../http/login/login-cookie.ts';
import type { Site } from './site.ts';

/*
 * The three cookies of the website. `__Host-` keeps other hosts from planting one, so that a visitor's session is always
 * one that we gave to this browser.
 */

const daySeconds = 86_400;

type CookieName = 'session' | 'browser' | 'lang';

const nameOf = ({ isSecure }: Site, name: CookieName): string =>
  isSecure ? `__Host-${name}` : name;

const optionsOf = ({ isSecure }: Site): CookieOptions => ({
  httpOnly: true,
  sameSite: 'Lax',
  secure: isSecure,
  path: '/',
});

const read = (site: Site, c: Context, name: CookieName): string | undefined =>
  getCookie(c, nameOf(site, name));

/** The phone and session that a browser names; undefined when it is over, or not ours. */
export const readSession = (site: Site, c: Context): ReturnType<typeof parseLoginCookie> =>
  parseLoginCookie(read(site, c, 'session'), site.secrets, Date.now());

/** Gives a browser the session that has begun. */
export const giveSession = (site: Site, c: Context, phone: PhoneNumber, session: Session): void =>
  setCookie(c, nameOf(site, 'session'), renderLoginCookie(phone, session, site.secrets[0] ?? ''), {
    ...optionsOf(site),
    maxAge: sessionMs / 1000,
  });

export const endSession = (site: Site, c: Context): void => {
  deleteCookie(c, nameOf(site, 'session'), optionsOf(site));
};

/** Which browser asks for a code and types it. It opens nothing; it keeps the tries of strangers apart. */
export const readBrowser = (site: Site, c: Context): string | undefined => {
  const value = read(site, c, 'browser');
  return /^[\da-f-]{36}$/.test(value ?? '') ? value : undefined;
};

export const giveBrowser = (site: Site, c: Context): string => {
  const browser = randomUUID();
  setCookie(c, nameOf(site, 'browser'), browser, {
    ...optionsOf(site),
    maxAge: 180 * daySeconds,
  });
  return browser;
};

export const readLanguage = (site: Site, c: Context): Language | undefined =>
  languageSchema.safeParse(read(site, c, 'lang')).data;

export const keepLanguage = (site: Site, c: Context, language: Language): void =>
  setCookie(c, nameOf(site, 'lang'), language, { ...optionsOf(site), maxAge: 365 * daySeconds });
