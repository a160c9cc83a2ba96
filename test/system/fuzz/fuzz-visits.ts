import { renderLoginCookie } from '#functions/http/login/login-cookie.ts';
import { renderRecordingLink } from '#functions/http/recording-link.ts';
import { sessionMs } from '#shared/people/login/session.ts';
import { recordingIdSchema } from '#shared/terms/ids.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs } from '#shared/terms/time.ts';
import { account, publicUrl } from '../../world/world.ts';
import { formType, type RandomBelow, type Seen, text, wild } from './bodies.ts';

/*
 * Requests of browsers to the routes without a carrier's signature: the health page, the recording pages, the login
 * form, and links to recordings. No link has a valid key.
 */

export type Visit = {
  door: keyof typeof allowed;
  path: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
};

/** The allowed statuses of each kind. */
export const allowed = {
  '/health': [200],
  '/health, another way': [405],
  '/recordings, a page': [200, 404],
  '/recordings, the form': [200, 303, 400, 403, 404, 413],
  '/recordings, a sound': [404],
} as const;

const pick = <T>(randomBelow: RandomBelow, list: readonly T[], instead: T): T =>
  list[randomBelow(list.length)] ?? instead;

const anId = (randomBelow: RandomBelow): string =>
  pick(
    randomBelow,
    ['0'.repeat(26), 'a', `r-${randomBelow(1000)}`, '..', '%2e%2e', '%00', 'x'.repeat(300)],
    'a',
  );

/** Encodes a value for a header as a browser does. */
const written = (value: string): string => encodeURIComponent(value.toWellFormed());

/** A session of ours with one change. */
const forgedSession = (randomBelow: RandomBelow, phone: string): string => {
  const now = Date.now();
  const number = phoneNumberSchema.parse(phone);
  const made = (secret: string, at = now): string =>
    renderLoginCookie(number, { id: 's1', since: epochMs(at) }, secret);
  const right = made(account.authToken);
  const [who = '', until = '', id = '', seal = ''] = right.split('.');
  return pick(
    randomBelow,
    [
      '',
      right.slice(0, -1),
      `${right}a`,
      made(`token-${randomBelow(1000)}`),
      made(''),
      made(account.authToken, now - sessionMs - 1),
      [who, `${Number(until) + 1}`, id, seal].join('.'),
      [`${who.slice(0, -1)}${(Number(who.at(-1)) + 1) % 10}`, until, id, seal].join('.'),
      [who, until, 's2', seal].join('.'),
      [who, until, id].join('.'),
      [who, 'Infinity', id, seal].join('.'),
      written(pick(randomBelow, wild, '')),
    ],
    '',
  );
};

/** A valid link to a recording with one change. */
const forgedLink = (randomBelow: RandomBelow): string => {
  const now = Date.now();
  const id = recordingIdSchema.parse(`r-${randomBelow(1000)}`);
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
  elsewhere.pathname = `/recordings/r-${randomBelow(1000)}x.mp3`;
  const { pathname, search } = pick(
    randomBelow,
    [
      elsewhere,
      made('', now),
      made(`token-${randomBelow(1000)}`, now),
      made(account.authToken, now - 3_600_000),
      changed('until', `${now + randomBelow(1_000_000_000)}`),
      changed('until', pick(randomBelow, wild, '')),
      changed('key', key.slice(0, -1)),
      changed('key', `${key}A`),
      changed('key', ''),
      changed('key', text(randomBelow, { phones: [], codes: [], calls: [], messages: [] })),
      new URL(right.pathname, publicUrl),
    ],
    elsewhere,
  );
  return pathname + search;
};

const form = (randomBelow: RandomBelow, seen: Seen): string => {
  const fields: [string, string][] = [
    ['phone', randomBelow(3) === 0 ? text(randomBelow, seen) : pick(randomBelow, seen.phones, '')],
    [
      'code',
      randomBelow(3) === 0
        ? text(randomBelow, seen)
        : String(randomBelow(1_000_000)).padStart(6, '0'),
    ],
    ['leave', ''],
    ['Extra', 'a'.repeat(randomBelow(12) === 0 ? 5000 : 1)],
  ];
  return new URLSearchParams(
    fields.filter((_, i) => randomBelow(i < 2 ? 3 : 8) > (i < 2 ? 0 : 6)),
  ).toString();
};

/** A visit of a random kind. */
export const aVisit = (randomBelow: RandomBelow, seen: Seen): Visit => {
  const cookie = `coordinator=${forgedSession(randomBelow, pick(randomBelow, seen.phones, ''))}`;
  const headers: Record<string, string> = {
    cookie,
    ...(randomBelow(4) === 0 && {
      range: pick(randomBelow, ['bytes=0-', 'bytes=-1', 'bytes=9-1', 'x'], 'x'),
    }),
    ...(randomBelow(6) === 0 && {
      'sec-fetch-site': pick(randomBelow, ['cross-site', 'same-origin', 'none', 'x'], 'x'),
    }),
  };
  switch (randomBelow(6)) {
    case 0:
      return { door: '/health', path: '/health', method: 'GET', headers };
    case 1: {
      const method = pick(randomBelow, ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'], 'POST');
      return { door: '/health, another way', path: '/health', method, headers };
    }
    case 2:
      return {
        door: '/recordings, a page',
        path: `/recordings/${anId(randomBelow)}`,
        method: 'GET',
        headers,
      };
    case 3:
    case 4: {
      const contentType =
        randomBelow(8) === 0
          ? pick(randomBelow, ['', 'text/plain', 'application/json'], '')
          : formType;
      return {
        door: '/recordings, the form',
        path: `/recordings/${anId(randomBelow)}`,
        method: 'POST',
        headers: { ...headers, 'content-type': contentType },
        body: form(randomBelow, seen),
      };
    }
    default:
      return {
        door: '/recordings, a sound',
        path: forgedLink(randomBelow),
        method: 'GET',
        headers,
      };
  }
};
