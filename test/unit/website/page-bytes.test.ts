import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createWebsiteApp } from '#functions/website/website-app.tsx';
import { websitePaths } from '#functions/website/website-paths.ts';
import { languages } from '#shared/terms/language.ts';
import { WebBrowser } from '../../world/web/web-browser.ts';
import { logIn } from '../../world/web/web-login.ts';
import { createWorld, publicUrl } from '../../world/world.ts';

const publicPaths = [
  '/',
  '/request',
  '/join',
  '/me',
  '/login',
  '/questions',
  '/privacy',
  '/accessibility',
  '/contact',
  '/camps',
  '/stories',
];

/** One round trip: ten packets. */
const mostCompressed = 14 * 1024;
const mostInAll = 100 * 1024;

describe('each public page', () => {
  it.each(languages)('is small, whole in itself and of our host alone, in %s', async (language) => {
    const world = await createWorld();
    const visitor = new WebBrowser(world.app, publicUrl);
    const member = await logIn(world, world.phone('Asha'), '/request', language);
    const sizes: Record<string, number> = {};
    for (const browser of [visitor, member])
      for (const path of publicPaths) {
        const { html, status } = await browser.open(`${path}?lang=${language}`);
        expect(status, path).toBe(200);
        const size = gzipSync(html).byteLength;
        sizes[path] = Math.max(sizes[path] ?? 0, size);
        expect(size, path).toBeLessThan(mostCompressed);
        expect(Buffer.byteLength(html), path).toBeLessThan(mostInAll);
        // Nothing is fetched but the icon.
        const fetched = [
          ...html.matchAll(/\s(?:src|srcset|data|poster)="|<link\s[^>]*href="([^"]*)"/g),
        ];
        expect(
          fetched.map(([, href]) => href),
          path,
        ).toEqual(['/icon']);
        expect(html, path).not.toMatch(/https?:\/\//);
      }
    console.log(`${language}: at most ${Math.max(...Object.values(sizes))} bytes compressed`);
  });

  it('travels compressed', async () => {
    const { app } = await createWorld();
    const answer = await app.fetch(
      new Request(`${publicUrl}/questions`, { headers: { 'Accept-Encoding': 'gzip' } }),
    );
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const html = gunzipSync(new Uint8Array(await answer.arrayBuffer())).toString();
    expect(html).toContain('</html>');
  });

  it('may be kept by a browser only when it is the same for everyone', async () => {
    const { app } = await createWorld();
    const kept: string[] = [];
    for (const path of publicPaths) {
      const { headers } = await app.fetch(new Request(publicUrl + path));
      if (headers.get('cache-control') !== 'no-store') {
        kept.push(path);
        expect(headers.get('vary')).toContain('Cookie');
        expect(headers.getSetCookie()).toEqual([]);
      }
    }
    expect(kept).toEqual(['/', '/questions', '/privacy', '/accessibility', '/contact', '/camps']);
  });
});

describe('the routes on Lambda', () => {
  it('are the routes of the pages', async () => {
    const { services } = await createWorld();
    const app = createWebsiteApp({ services, linkSecrets: ['x'] });
    const regExps = Object.entries(websitePaths).flatMap(([method, paths]) =>
      paths.map((path) => ({
        method,
        key: `${method} ${path}`,
        regExp: new RegExp(`^${path.replace(/\{\w+\+\}/g, '.+').replace(/\{\w+\}/g, '[^/]+')}$`),
      })),
    );
    const used = new Set<string>();
    for (const { method, path } of app.routes) {
      if (method === 'ALL') continue;
      const given = path.replace(/:(\w+)/g, '$1');
      const found = regExps.find((one) => one.method === method && one.regExp.test(given));
      expect(found, `${method} ${path} has no route on Lambda`).toBeDefined();
      if (found) used.add(found.key);
    }
    // The console has its own pages.
    const unused = regExps.map(({ key }) => key).filter((key) => !used.has(key));
    expect(unused.filter((key) => !key.includes('/console'))).toEqual([]);
  });
});
