import { renderLoginCookie, sessionMs } from '#functions/http/login-cookie.ts';
import { renderRecordingLink } from '#functions/http/recording-link.ts';
import { recordingIdSchema } from '#shared/terms/ids.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { account, publicUrl } from '../../world/world.ts';
import { type Dice, formType, type Seen, text, wild } from './bodies.ts';

/*
 * What a browser or a passer-by may send to the doors that no carrier's signature guards: the health page, the pages of
 * what callers have left, the form that asks who somebody is, and links to sounds. None of it has the right key.
 */

export type Visit = {
  door: keyof typeof allowed;
  path: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
};

/** What each may be answered with. */
export const allowed = {
  '/health': [200],
  '/health, another way': [405],
  '/recordings, a page': [200, 404],
  '/recordings, the form': [200, 303, 400, 403, 404, 413],
  '/recordings, a sound': [404],
} as const;

const pick = <T>(dice: Dice, list: readonly T[], instead: T): T =>
  list[dice(list.length)] ?? instead;

const anId = (dice: Dice): string =>
  pick(dice, ['0'.repeat(26), 'a', `r-${dice(1000)}`, '..', '%2e%2e', '%00', 'x'.repeat(300)], 'a');

/** Where a header may not hold it, as the browser would write it. */
const written = (value: string): string => encodeURIComponent(value.toWellFormed());

/** A session as it is, but for one thing. */
const forgedSession = (dice: Dice, phone: string): string => {
  const now = Date.now();
  const number = phoneNumberSchema.parse(phone);
  const right = renderLoginCookie(number, account.authToken, now);
  const [who = '', until = '', seal = ''] = right.split('.');
  return pick(
    dice,
    [
      '',
      right.slice(0, -1),
      `${right}a`,
      renderLoginCookie(number, `token-${dice(1000)}`, now),
      renderLoginCookie(number, '', now),
      renderLoginCookie(number, account.authToken, now - sessionMs - 1),
      [who, `${Number(until) + 1}`, seal].join('.'),
      [`${who.slice(0, -1)}${(Number(who.at(-1)) + 1) % 10}`, until, seal].join('.'),
      [who, until].join('.'),
      [who, 'Infinity', seal].join('.'),
      written(pick(dice, wild, '')),
    ],
    '',
  );
};

/** A link to a sound as it is, but for one thing. */
const forgedLink = (dice: Dice): string => {
  const now = Date.now();
  const id = recordingIdSchema.parse(`r-${dice(1000)}`);
  const made = (secret: string, at: number): URL =>
    new URL(renderRecordingLink(id, { publicUrl, secret, now: at }));
  const right = made(account.authToken, now);
  const key = right.searchParams.get('key') ?? '';
  const changed = (name: string, value: string): URL => {
    const url = new URL(right);
    url.searchParams.set(name, value);
    return url;
  };
  const elsewhere = new URL(right);
  elsewhere.pathname = `/recordings/r-${dice(1000)}x.mp3`;
  const { pathname, search } = pick(
    dice,
    [
      elsewhere,
      made('', now),
      made(`token-${dice(1000)}`, now),
      made(account.authToken, now - 3_600_000),
      changed('until', `${now + dice(1_000_000_000)}`),
      changed('until', pick(dice, wild, '')),
      changed('key', key.slice(0, -1)),
      changed('key', `${key}A`),
      changed('key', ''),
      changed('key', text(dice, { phones: [], codes: [], calls: [], messages: [] })),
      new URL(right.pathname, publicUrl),
    ],
    elsewhere,
  );
  return pathname + search;
};

const form = (dice: Dice, seen: Seen): string => {
  const fields: [string, string][] = [
    ['phone', dice(3) === 0 ? text(dice, seen) : pick(dice, seen.phones, '')],
    ['code', dice(3) === 0 ? text(dice, seen) : String(dice(1_000_000)).padStart(6, '0')],
    ['leave', ''],
    ['Extra', 'a'.repeat(dice(12) === 0 ? 5000 : 1)],
  ];
  return new URLSearchParams(
    fields.filter((_, i) => dice(i < 2 ? 3 : 8) > (i < 2 ? 0 : 6)),
  ).toString();
};

/** One of any kind. */
export const aVisit = (dice: Dice, seen: Seen): Visit => {
  const cookie = `coordinator=${forgedSession(dice, pick(dice, seen.phones, ''))}`;
  const headers: Record<string, string> = {
    cookie,
    ...(dice(4) === 0 && { range: pick(dice, ['bytes=0-', 'bytes=-1', 'bytes=9-1', 'x'], 'x') }),
    ...(dice(6) === 0 && {
      'sec-fetch-site': pick(dice, ['cross-site', 'same-origin', 'none', 'x'], 'x'),
    }),
  };
  switch (dice(6)) {
    case 0:
      return { door: '/health', path: '/health', method: 'GET', headers };
    case 1: {
      const method = pick(dice, ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'], 'POST');
      return { door: '/health, another way', path: '/health', method, headers };
    }
    case 2:
      return {
        door: '/recordings, a page',
        path: `/recordings/${anId(dice)}`,
        method: 'GET',
        headers,
      };
    case 3:
    case 4: {
      const contentType =
        dice(8) === 0 ? pick(dice, ['', 'text/plain', 'application/json'], '') : formType;
      return {
        door: '/recordings, the form',
        path: `/recordings/${anId(dice)}`,
        method: 'POST',
        headers: { ...headers, 'content-type': contentType },
        body: form(dice, seen),
      };
    }
    default:
      return { door: '/recordings, a sound', path: forgedLink(dice), method: 'GET', headers };
  }
};
