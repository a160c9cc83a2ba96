import { describe, expect, it } from 'vitest';
import { languages } from '#shared/terms/language.ts';
import { minutes } from '#shared/terms/time.ts';
import { formsOf, WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { logIn, typeCode } from '../../world/web/web-login.ts';
import { createWorld, publicUrl } from '../../world/world.ts';

const need = {
  group: 'B+',
  units: '1',
  hospital: 'SRN Hospital',
  place: 'Prayagraj',
  when: 'today 6 pm',
  patient: 'Ramesh',
};

const familyPathOf = (browser: WebBrowser): string =>
  /\/r\/[\w-]+/.exec(browser.page.path)?.[0] ?? '';

describe('a request by the website', () => {
  it('goes through every state on the page of the family', async () => {
    const world = await createWorld();
    const veena = await world.volunteer('Veena');
    const ravi = await world.donor('Ravi');
    const asha = world.phone('Asha');
    const browser = await logIn(world, asha, '/request');
    await browser.submit('/request', need);
    expect(wordsOf(browser.page)).toContain('is with our volunteers');
    expect(wordsOf(browser.page)).toContain('Patient: Ramesh');
    const path = familyPathOf(browser);
    await world.clock.advance(minutes(1));
    expect(await asha.hears('how request')).toContain(`${publicUrl}${path}`);
    const [, code = ''] = /Request (\d+)/.exec(wordsOf(browser.page)) ?? [];

    const stranger = new WebBrowser(world.app, publicUrl);
    const reads = async () => wordsOf(await stranger.open(`${path}?lang=en`));
    expect(await reads()).toContain('Our volunteers are checking it');
    await veena.hears(code, 'Ramesh');
    await veena.texts(`OK ${code}`);
    await veena.hears(code);
    await asha.hears(code);
    expect(await reads()).toContain('We are asking donors');
    await ravi.hears(code);
    await ravi.texts('1');
    await ravi.hears(code);
    await asha.hears(code);
    const covered = await reads();
    expect(covered).toContain('Enough donors have said that they come');
    expect(covered).toContain('On their way: 1');
    for (const secret of [ravi.number, ravi.number.slice(3), 'Ravi', 'Ramesh', asha.number])
      expect(covered).not.toContain(secret);
    await ravi.texts('DONE');
    await ravi.hears('');
    await asha.hears('');
    expect(await reads()).toContain('The blood has been given');
    expect(
      formsOf(await browser.open(path)).filter(({ action }) => action.includes('/r/')),
    ).toEqual([]);
    expect(world.faults()).toEqual([]);
    expect(world.leaks()).toEqual([]);
  });

  it.each(languages)(
    'asks in %s for what is missing, and keeps what was typed',
    async (language) => {
      const world = await createWorld();
      const asha = world.phone('Asha');
      const browser = await logIn(world, asha, '/request', language);
      const { status, html } = await browser.submit('/request', {
        ...need,
        group: '',
        when: '<script>alert(1)</script>',
        patient: '"><img src=x onerror=alert(1)>',
      });
      expect(status).toBe(400);
      expect(html).not.toMatch(/<script|<img/);
      expect(html).toContain('aria-invalid="true"');
      const form = formsOf(browser.page).find(({ action }) => action === '/request');
      expect(form?.fields).toMatchObject({
        hospital: 'SRN Hospital',
        when: '<script>alert(1)</script>',
      });
      expect((await world.store.person(asha.number))?.requests).toEqual([]);
    },
  );

  it('is one request when the same form comes twice, and says the same', async () => {
    const world = await createWorld();
    const asha = world.phone('Asha');
    const browser = await logIn(world, asha, '/request');
    const [form] = formsOf(browser.page).filter(({ action }) => action === '/request');
    const fields = { ...form?.fields, ...need };
    const [first, second] = await Promise.all([
      browser.post('/request', fields),
      browser.post('/request', fields),
    ]);
    expect(first.path).toBe(second.path);
    expect((await world.store.person(asha.number))?.requests).toHaveLength(1);
  });

  it('is not lost when the login has lapsed', async () => {
    const world = await createWorld();
    const asha = world.phone('Asha');
    const browser = await logIn(world, asha, '/request');
    browser.jar.delete('__Host-session');
    await browser.submit('/request', need);
    expect(wordsOf(browser.page)).toContain('What you typed is kept');
    await world.clock.advance(minutes(2));
    await typeCode(world, browser, asha);
    await browser.submit('/request');
    expect(wordsOf(browser.page)).toContain('Patient: Ramesh');
  });

  it('takes more units, a correction and the end from its family alone', async () => {
    const world = await createWorld();
    const asha = world.phone('Asha');
    const browser = await logIn(world, asha, '/request');
    await browser.submit('/request', need);
    const path = familyPathOf(browser);
    await browser.submit(`${path}/more`, { extra: '2' });
    expect(wordsOf(browser.page)).toContain('3 units');
    await browser.submit(`${path}/more`, { extra: '-2' });
    expect(browser.page.status).toBe(400);
    await browser.submit(`${path}/correct`, { group: 'O-' });
    expect(wordsOf(browser.page)).toContain('3 units O- blood');
    await browser.submit(`${path}/correct`);
    const [ref] = (await world.store.person(asha.number))?.requests ?? [];
    const request = ref && (await world.store.request(ref.requestId));
    expect(request).toMatchObject({ group: 'O-', units: 3, hospital: 'SRN Hospital' });

    const other = await logIn(world, world.phone('Bina'), '/request');
    await other.open(path);
    expect(wordsOf(other.page)).not.toContain('Ramesh');
    const own = formsOf(await browser.open(path)).find(({ action }) => action === `${path}/close`);
    expect((await other.post(`${path}/close`, own?.fields ?? {})).status).toBe(409);
    const kept = ref && (await world.store.request(ref.requestId));
    expect(kept?.phase.type).toBe('verifying');
    await browser.submit(`${path}/close`);
    expect(wordsOf(browser.page)).toContain('is closed');
  });

  it('is shown to no one who guesses an address', async () => {
    const world = await createWorld();
    const browser = await logIn(world, world.phone('Asha'), '/request');
    await browser.submit('/request', need);
    const path = familyPathOf(browser);
    for (const guess of [path.slice(0, -1), `${path.slice(0, -1)}!`, '/r/x', `${path}0`, '/r/-'])
      expect((await browser.open(encodeURI(guess))).status).toBe(404);
  });
});
