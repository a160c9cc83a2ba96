import type { MiddlewareHandler } from 'hono';

const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Only pages of this very server may use it. The Host must be this machine's own name, so that no foreign name can
 * be pointed at it; a POST must be JSON, which a foreign page cannot send unasked, and must not name another origin.
 */
export const localhostOnly: MiddlewareHandler = async (c, next) => {
  const url = new URL(c.req.url);
  const host = c.req.header('host') ?? url.host;
  if (!ownNames.has(host.replace(/:\d+$/, '').toLowerCase())) return c.text('not from there', 403);
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site') ?? 'same-origin';
    const isJson = /^application\/json\b/i.test(c.req.header('content-type') ?? '');
    const isOwn = origin === undefined || origin === `http://${host}`;
    if (!isOwn || site !== 'same-origin' || !isJson) return c.text('not from there', 403);
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
