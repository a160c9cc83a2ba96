import type { MiddlewareHandler } from 'hono';

const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A proxy adds one of these, and passes on the pages of other people. */
const proxyHeaders = /^(?:forwarded|x-forwarded-.*|x-real-ip|via)$/i;

/** True for a request that came through a proxy. */
const isProxied = (headers: Headers): boolean =>
  [...headers.keys()].some((name) => proxyHeaders.test(name));

/**
 * Lets only pages of this server in. The Host must be a name of this machine, so that no foreign name can point at it. A request
 * through a proxy comes from elsewhere, whatever its Host says.
 * A POST must be JSON, which a foreign page cannot send without permission, and must not name another origin.
 */
export const localhostOnly: MiddlewareHandler = async (c, next) => {
  if (isProxied(c.req.raw.headers)) return c.text('forbidden', 403);
  const url = new URL(c.req.url);
  const host = c.req.header('host') ?? url.host;
  if (!ownNames.has(host.replace(/:\d+$/, '').toLowerCase())) return c.text('forbidden', 403);
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site') ?? 'same-origin';
    const isJson = /^application\/json\b/i.test(c.req.header('content-type') ?? '');
    const isOwn = origin === undefined || origin === `http://${host}`;
    if (!isOwn || site !== 'same-origin' || !isJson) return c.text('forbidden', 403);
  }
  await next();
  c.header('Cache-Control', 'no-store');
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'no-referrer');
  c.header(
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  return undefined;
};
