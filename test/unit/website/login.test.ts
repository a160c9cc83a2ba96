import { describe, expect, it } from 'vitest';
import { languages } from '#shared/terms/language.ts';
import { formsOf, WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { typeCode } from '../../world/web/web-login.ts';
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

describe('the code of a call', () => {
  it('is read aloud to a phone that reads no texts, digit by digit', async () => {
    const { world, anita, browser, codeOf } = await open();
    const own = browser();
    await own.open('/login?lang=en');
    await own.submit('/login', { phone: anita.number, by: 'call' });
    await world.clock.advance(3000);
    const call = await anita.picksUp();
    const said = [...(await codeOf())].map((digit) => digitWords[Number(digit)]).join('\\W+');
    call.hears(new RegExp(said));
    await call.hangsUp();
    await own.submit('/login', { code: await codeOf() }, 'name="code"');
    expect([...own.jar.keys()]).toContain('__Host-session');
  });
});

const digitWords = 'zero one two three four five six seven eight nine'.split(' ');

describe('a stranger who asks for codes', () => {
  it('sees the same answer for every number, and costs few texts', async () => {
    const { world, browser } = await open();
    const known = await world.volunteer('Veena');
    const stopped = world.phone('Stopped');
    await stopped.texts('STOP');
    const shown = new Set<string>();
    for (const phone of [known.number, stopped.number, '+14155550100', '+915320000000']) {
      const own = browser();
      await own.open('/login?lang=en');
      const { html } = await own.submit('/login', { phone });
      shown.add(html.replaceAll(/value="[^"]*"/g, '').replaceAll(/\+\d+/g, ''));
    }
    expect(shown.size).toBe(1);
    await world.clock.advance(5000);
    known.hears('your code');
    for (let i = 0; i < 8; i += 1) {
      const own = browser();
      await own.open('/login');
      await own.submit('/login', { phone: known.number });
      await world.clock.advance(2 * 60_000);
    }
    for (let i = 0; i < 4; i += 1) known.hears('your code');
    expect(world.unexpected()).toEqual([]);
  });

  it('uses up the codes of a number range, and then gets none', async () => {
    const { world, browser } = await open();
    for (let i = 0; i < 105; i += 1) {
      const own = browser();
      await own.open('/login');
      await own.submit('/login', { phone: `+91981230${String(i).padStart(4, '0')}` });
    }
    const codes = (await world.outbox()).filter(({ message }) => message?.key === 'loginCode');
    expect(codes).toHaveLength(world.services.config.policy.strangers.textsPerHour);
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

describe('a session', () => {
  it('opens with no cookie that we did not sign, nor after a block', async () => {
    const { world, anita, browser } = await open();
    const own = browser();
    const isOpen = async () =>
      !wordsOf(await own.open('/me?lang=en')).includes('phone number first');
    const until = String(Date.now() + 3_600_000);
    for (const forged of [
      '',
      'x.y.z',
      `${anita.number}.${until}.`,
      `${anita.number}.${until}.AAAA`,
    ]) {
      own.jar.set('__Host-session', forged);
      expect(await isOpen()).toBe(false);
    }
    own.jar.clear();
    await own.open('/login?lang=en');
    await typeCode(world, own, anita);
    expect(await isOpen()).toBe(true);
    const person = await world.store.person(anita.number);
    if (person) await world.store.save([{ put: { ...person, blockedAt: world.clock.now() } }]);
    expect(await isOpen()).toBe(false);
  });

  it('leads to no other site, whatever the form says', async () => {
    const { world, anita, browser, codeOf } = await open();
    const own = browser();
    await own.open('/login?next=https://evil.example');
    await own.submit('/login', { phone: anita.number, next: '//evil.example/x' });
    await world.clock.advance(5000);
    anita.hears('code');
    await own.submit('/login', { code: await codeOf(), next: '/\\evil.example' }, 'name="code"');
    expect(own.page.path).toBe('/me');
  });

  it('is not given by a form of another method, or one that is too large', async () => {
    const { browser } = await open();
    const own = browser();
    await own.open('/login');
    const large = await own.post('/login', { phone: 'x'.repeat(70_000) });
    expect(large.status).toBe(413);
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`f${i}`, '1']));
    expect((await own.post('/login', many)).status).toBe(409);
  });
});
