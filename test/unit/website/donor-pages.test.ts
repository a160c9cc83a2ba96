import { describe, expect, it } from 'vitest';
import { messageContext } from '#functions/use-cases/message-context.ts';
import { formatMessage } from '#shared/messages/format-message.ts';
import { noticeVersion } from '#shared/people/consent.ts';
import { languages } from '#shared/terms/language.ts';
import { fromCalendar } from '#shared/terms/time.ts';
import { formsOf, WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { logIn } from '../../world/web/web-login.ts';
import { createWorld, publicUrl } from '../../world/world.ts';

const answers = {
  agree: '1',
  group: 'B+',
  pin: '211001',
  name: 'Anita',
  sex: 'woman',
  birthYear: '1990',
  last: '',
};

describe('a registration by the website', () => {
  it.each(languages)('keeps the consent to the notice that was shown in %s', async (language) => {
    const world = await createWorld();
    const anita = world.phone('Anita');
    const notice = formatMessage(
      { key: 'joinNotice', params: {} },
      language,
      messageContext(world.services, world.clock.now()),
    );
    const first = await new WebBrowser(world.app, publicUrl).open(`/join?lang=${language}`);
    expect(wordsOf(first)).toContain(notice);
    const browser = await logIn(world, anita, '/join', language);
    expect(wordsOf(browser.page)).toContain(notice);
    await browser.submit('/join', answers);
    expect(browser.page.path).toContain('/me?said=');
    const donor = (await world.store.person(anita.number))?.donor;
    expect(donor?.consent).toEqual({
      at: world.clock.now(),
      by: 'site',
      language,
      notice: noticeVersion,
    });
    expect(donor).toMatchObject({ group: 'B+', pin: '211001', sex: 'woman', birthYear: 1990 });
    expect(world.unexpected()).toEqual([]);
  });

  it('keeps nothing without a yes, and names each wrong answer at its field', async () => {
    const world = await createWorld();
    const anita = world.phone('Anita');
    const browser = await logIn(world, anita, '/join');
    await browser.submit('/join', { ...answers, agree: '2', pin: '999999', last: '12-10-2031' });
    const { status, html } = browser.page;
    expect(status).toBe(400);
    for (const name of ['agree', 'pin', 'last']) expect(html).toContain(`id="${name}-wrong"`);
    expect(html).not.toContain('id="name-wrong"');
    const person = await world.store.person(anita.number);
    expect([person?.donor, person?.joinDraft]).toEqual([undefined, undefined]);
  });

  it('refuses a person who is too young', async () => {
    const world = await createWorld();
    const anita = world.phone('Anita');
    const browser = await logIn(world, anita, '/join');
    await browser.submit('/join', { ...answers, birthYear: '2015' });
    expect(wordsOf(browser.page)).toContain('18');
    expect((await world.store.person(anita.number))?.donor).toBeUndefined();
  });
});

describe('the page of a donor', () => {
  const open = async () => {
    const world = await createWorld();
    const ravi = await world.donor('Ravi');
    const browser = await logIn(world, ravi, '/me');
    const person = async () => world.store.person(ravi.number);
    return { world, ravi, browser, person };
  };

  it('shows when they may give, and takes each choice as a text would', async () => {
    const { world, browser, person } = await open();
    expect(wordsOf(browser.page)).toContain('You may give blood now');
    await browser.submit('/me/pause', { days: '10' });
    expect(wordsOf(browser.page)).toContain('Paused until');
    expect((await person())?.donor?.pausedUntil).toBeGreaterThan(world.clock.now());
    await browser.submit('/me/on');
    expect((await person())?.donor?.pausedUntil).toBeUndefined();
    await browser.submit('/me/calls');
    expect((await person())?.prefersCalls).toBe(true);
    await browser.submit('/me/texts');
    expect((await person())?.prefersCalls).toBeUndefined();
    await browser.submit('/me/hide');
    expect((await person())?.sharing).toBe('bridge');
    await browser.submit('/me/show');
    expect((await person())?.sharing).toBe('share');
    await browser.submit('/me/gave', { day: '12-11-2026' });
    expect((await person())?.donor?.lastDonation?.day).toBe('2026-11-12');
    expect(wordsOf(browser.page)).toContain('You may give again from');
    await browser.submit('/me/pause', { days: '-1' });
    await browser.submit('/me/gave', { day: 'tomorrow' });
    expect((await person())?.donor?.lastDonation?.day).toBe('2026-11-12');
    expect(world.unexpected()).toEqual([]);
    expect(world.leaks()).toEqual([]);
  });

  it('shows all data, and erases it all', async () => {
    const { world, browser, person } = await open();
    await browser.submit('/me/mydata');
    expect(wordsOf(browser.page)).toContain('1990');
    const stolen = new Map(browser.jar);
    await browser.submit('/me/forget');
    expect(wordsOf(browser.page)).toContain('It is erased');
    expect(await person()).toBeUndefined();
    for (const [name, value] of stolen) browser.jar.set(name, value);
    expect(wordsOf(await browser.open('/me'))).toContain('Your phone number first');
    expect(world.faults()).toEqual([]);
  });

  it('stays shut after a log-out on every device, also for a copied cookie', async () => {
    const { browser } = await open();
    const thief = new WebBrowser({ fetch: async () => new Response('') }, publicUrl);
    for (const [name, value] of browser.jar) thief.jar.set(name, value);
    const copied = new Map(browser.jar);
    await browser.submit('/logout', {}, 'everywhere');
    for (const [name, value] of copied) browser.jar.set(name, value);
    expect(wordsOf(await browser.open('/me'))).toContain('Your phone number first');
  });

  it('does nothing for an action that is not its own', async () => {
    const { browser } = await open();
    const [form] = formsOf(browser.page);
    for (const action of ['constructor', 'trust', 'drop', '__proto__'])
      expect((await browser.post(`/me/${action}`, form?.fields ?? {})).status).not.toBe(200);
  });
});

describe('the first page', () => {
  it('shows the figures of the year from five on', async () => {
    const world = await createWorld();
    const browser = new WebBrowser(world.app, publicUrl);
    const { store } = world.services;
    const end = fromCalendar({ year: 2027, month: 1, day: 1 });
    for (let i = 0; i < 5; i += 1) await store.tally('year 2026 donated', end);
    for (let i = 0; i < 4; i += 1) await store.tally('year 2026 fulfilled', end);
    const words = wordsOf(await browser.open('/?lang=en'));
    expect(words).toMatch(/In 2026 5 units given/);
    expect(words).not.toContain('requests served in full');
  });
});
