import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Session } from '#shared/people/login/session.ts';
import { epochMs } from '#shared/terms/time.ts';

/** What stands in a user agent, and the name that people know. The first that fits is right. */
const browsers = {
  'Opera Mini': 'Opera Mini',
  'OPR/': 'Opera',
  'Edg/': 'Edge',
  SamsungBrowser: 'Samsung Internet',
  UCBrowser: 'UC Browser',
  Firefox: 'Firefox',
  Chrome: 'Chrome',
  Safari: 'Safari',
};
const systems = {
  Android: 'Android',
  iPhone: 'iPhone',
  iPad: 'iPad',
  Windows: 'Windows',
  CrOS: 'Chromebook',
  Macintosh: 'Mac',
  Linux: 'Linux',
};

/** "Chrome, Android"; empty for a browser that says nothing we know. */
export const nameBrowser = (userAgent = ''): string =>
  [browsers, systems]
    .map((known) => Object.entries(known).find(([part]) => userAgent.includes(part))?.[1])
    .filter((name) => name !== undefined)
    .join(', ');

/** A session that begins in this browser now. */
export const newSession = (c: Context): Session => ({
  id: randomUUID(),
  since: epochMs(Date.now()),
  browser: nameBrowser(c.req.header('user-agent')),
});
