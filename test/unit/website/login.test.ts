import { describe, expect, it } from 'vitest';
import { languages } from '#shared/terms/language.ts';
import { formsOf, WebBrowser, wordsOf } from '../../world/web-browser.ts';
import { createWorld, publicUrl } from '../../world/world.ts';

const open = async () => {
  const world = await createWorld();
  const anita = world.phone('Anita');
  const browser = (headers?: Record<string, string>) =>
    new WebBrowser(world.app, publicUrl, headers);
  const codeOf = async () => (await world.store.person(anita.number))?.login?.code ?? '';
  return { world, anita, browser, codeOf };
};

describe('a page of the website', () => {
  it.each(languages)(
    'stands in %s, is kept apart from other sites, and runs no script',
    async (language) => {
      const { browser } = await open();
      const { html, headers, status } = await browser().open(`/?lang=${language}`);
      expect(status).toBe(200);
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).not.toMatch(/<script| on\w+=| style=/);
      expect(Object.fromEntries(headers)).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.getSetCookie().join()).toContain(`__Host-lang=${language}`);
    },
  );

  it('speaks the language of the browser until another is chosen', async () => {
    const { browser } = await open();
    const own = browser({ 'Accept-Language': 'fr, hi-IN;q=0.9' });
    expect((await own.open('/')).html).toContain('<html lang="hi">');
    await own.open('/?lang=en');
    expect((await own.open('/')).html).toContain('<html lang="en">');
  });
});

describe('the login by a code', () => {
  it('logs a phone in that the hotline does not know', async () => {
    const { world, anita, browser, codeOf } = await open();
    const own = browser();
    await own.open('/login?lang=en');
    const { headers, html } = await own.submit('/login', { phone: anita.number });
    expect(headers.get('cache-control')).toBe('no-store');
    await world.clock.advance(5000);
    await anita.hears('is your code');
    expect(html).not.toContain(await codeOf());
    expect([...own.jar.keys()]).toEqual(['__Host-lang', '__Host-browser']);
    await own.submit('/login', { code: await codeOf(), next: '/' }, 'name="code"');
    expect([...own.jar.keys()]).toContain('__Host-session');
    expect(world.unexpected()).toEqual([]);
  });
});

describe('a hostile form', () => {
  it('is refused from another site, without its own id, and with the id of another visitor', async () => {
    const { world, anita, browser } = await open();
    const own = browser();
    const page = await own.open('/login?lang=en');
    const [form] = formsOf(page);
    const fields = { ...form?.fields, phone: anita.number };
    const cross = await own.post('/login', fields, { 'Sec-Fetch-Site': 'cross-site' });
    expect(cross.status).toBe(403);
    const foreign = await own.post('/login', fields, { Origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect((await own.post('/login', { ...fields, form: '' })).status).toBe(409);
    const other = browser();
    await other.open('/login?lang=en');
    expect((await other.post('/login', fields)).status).toBe(409);
    expect(wordsOf(other.page)).toContain('Nothing was done');
    await world.settle();
    expect(world.unexpected()).toEqual([]);
  });
});
