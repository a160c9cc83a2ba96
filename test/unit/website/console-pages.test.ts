import { describe, expect, it } from 'vitest';
import { createWebsiteApp } from '#functions/website/website-app.tsx';
import { recordingSchema } from '#shared/conversation/call-menu/recording.ts';
import { languages } from '#shared/terms/language.ts';
import { days, minutes } from '#shared/terms/time.ts';
import { amitHasAgreed } from '../../world/steps/alert-steps.ts';
import { entersConsole } from '../../world/steps/console-steps.ts';
import { oneUnit, waitsForCheck } from '../../world/steps/scenario-steps.ts';
import { formsOf, WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { createWorld, publicUrl, type World } from '../../world/world.ts';

const pages = ['', '/duty', '/donors', '/messages', '/people', '/import', '/trail', '/figures'];
const forCoordinators = ['/messages', '/people', '/import', '/trail', '/figures'];

const withCoordinator = async () => {
  const world = await createWorld();
  const chief = await world.volunteer('Asha', { role: 'coordinator' });
  return { world, chief, browser: await entersConsole(world, chief) };
};

const refOf = (browser: WebBrowser): string =>
  /href="(\/console\/p\/[\w-]+)"/.exec(browser.page.html)?.[1] ?? '';

/** Opens the page of the person with this number. */
const finds = async (browser: WebBrowser, number: string): Promise<string> => {
  await browser.open('/console/people?lang=en');
  await browser.submit('/console/people', { number });
  return browser.page.path.split('?')[0] ?? '';
};

describe('every page of the console', () => {
  it.each(languages)(
    'stands whole in %s, without a script and without a whole number',
    async (language) => {
      const { world, browser } = await withCoordinator();
      const numbers = [await world.volunteer('Kavita'), await world.donor('Amit')].map(
        (p) => p.number,
      );
      for (const path of pages) {
        const page = await browser.open(`/console${path}?lang=${language}`);
        expect(page.status, path).toBe(200);
        expect(page.headers.get('cache-control')).toBe('no-store');
        expect(page.html).not.toMatch(/ on\w+=| style=|<script(?! src="\/console\/live\.js")/);
        expect(wordsOf(page)).not.toMatch(/undefined|NaN|\[object/);
        for (const number of numbers) expect(page.html).not.toContain(number);
      }
    },
  );

  it('keeps what is for coordinators from a verifier', async () => {
    const { world } = await withCoordinator();
    const own = await entersConsole(world, await world.volunteer('Kavita'));
    for (const path of forCoordinators)
      expect((await own.open(`/console${path}`)).status, path).toBe(403);
    expect((await own.post('/console/import', { list: 'x' })).status).toBe(403);
  });
});

describe('who is on duty', () => {
  it('names the zones without a verifier, and the hours without one', async () => {
    const { world, browser } = await withCoordinator();
    const verifier = await world.volunteer('Kavita');
    await verifier.texts('OFF');
    await world.clock.advance(minutes(180));
    verifier.readsEverything();
    const words = wordsOf(await browser.open('/console/duty?lang=en'));
    expect(words).toContain('No verifier: each request waits for the coordinators');
    expect(words).toContain('Nobody is on duty');
  });

  it('changes by a button, as by ON and OFF', async () => {
    const { world, browser, chief } = await withCoordinator();
    await browser.open('/console/duty?lang=en');
    await browser.submit('/console/duty/off');
    expect(wordsOf(browser.page)).toContain('You are off duty');
    expect((await world.store.person(chief.number))?.volunteer?.onDuty).toBe(false);
    await browser.submit('/console/duty/on');
    expect((await world.store.person(chief.number))?.volunteer?.onDuty).toBe(true);
    expect(wordsOf(await browser.open('/console/trail'))).toContain('went off duty');
  });

  it('shows a verifier the own zone only', async () => {
    const { world } = await withCoordinator();
    const own = await entersConsole(world, await world.volunteer('Ravi', { zone: 'agra' }));
    const { html } = await own.open('/console/duty?lang=en');
    expect(html).toContain('Agra');
    expect(html).not.toContain('Prayagraj');
  });
});

describe('donors by group', () => {
  it('counts them without a name, and says where it will run dry', async () => {
    const { world, browser } = await withCoordinator();
    for (let i = 0; i < 3; i += 1) await world.donor(`Donor ${i}`, { group: 'O-' });
    const page = await browser.open('/console/donors/prayagraj?lang=en');
    expect(wordsOf(page)).toMatch(/O- 3 3 0\.\d 0 runs dry/);
    expect(wordsOf(page)).toContain('Runs dry: O-');
    expect(page.html).not.toContain('Donor 1');
  });

  it('shows a verifier no other zone', async () => {
    const { world } = await withCoordinator();
    await world.donor('Amit', { group: 'AB-' });
    const own = await entersConsole(world, await world.volunteer('Ravi', { zone: 'agra' }));
    expect((await own.open('/console/donors/prayagraj')).html).not.toContain('AB-');
  });
});

describe('messages', () => {
  it('name the family of an open request that cannot be reached', async () => {
    const world = await createWorld();
    const { family, code } = await amitHasAgreed(world);
    const person = await world.store.person(family.number);
    if (!person) throw new Error('no family');
    const unreachable = { at: world.clock.now(), error: '30006' };
    await world.store.save([{ put: { ...person, unreachable } }]);
    const chief = await world.volunteer('Asha', { role: 'coordinator' });
    const browser = await entersConsole(world, chief);
    const page = await browser.open('/console/messages?lang=en');
    expect(page.html).toContain(`/console/r/${code}`);
    expect(wordsOf(page)).toContain('takes no texts');
    expect(page.html).not.toContain(family.number);
  });
});

describe('a message that has finally failed', () => {
  it('is listed for two days with its request, without a number, and counted once', async () => {
    let failed = 0;
    const world = await createWorld({
      measure: ({ values }) => {
        failed += values['Undelivered'] ?? 0;
      },
    });
    const chief = await world.volunteer('Asha', { role: 'coordinator' });
    const browser = await entersConsole(world, chief);
    const { family, verifier, code } = await waitsForCheck(world, oneUnit);
    // The carrier filters it: that says nothing of the phone.
    world.carrier.faults.numbers[family.number] = 30007;
    await verifier.texts(`OK ${code}`);
    await world.clock.advance(minutes(5));
    delete world.carrier.faults.numbers[family.number];
    const page = await browser.open('/console/messages?lang=en');
    expect(wordsOf(page)).toContain(`– ${code} text did not arrive the carrier, not the number`);
    expect(page.html).toContain(`/console/r/${code}`);
    expect(page.html).not.toContain(family.number);
    const count = async () =>
      (await world.outbox()).filter(({ state }) => state === 'undelivered').length;
    expect(failed).toBeGreaterThan(0);
    expect(failed).toBe(await count());
    await world.clock.advance(days(2));
    expect(wordsOf(await browser.open('/console/messages'))).not.toContain('did not arrive');
    expect(failed).toBe(await count());
  });
});

const roleOf = async (world: World, number: Parameters<World['store']['person']>[0]) =>
  (await world.store.person(number))?.volunteer?.role;

describe('a person', () => {
  it('is found by the last digits or the whole number, and shown masked; the trail says so', async () => {
    const { world, browser } = await withCoordinator();
    const verifier = await world.volunteer('Kavita');
    await finds(browser, verifier.number.slice(-3));
    const page = await browser.open(refOf(browser));
    expect(page.status).toBe(200);
    expect(page.html).not.toContain(verifier.number);
    expect(page.html).not.toContain('Kavita');
    const donor = await world.donor('Amit');
    expect(await finds(browser, donor.number)).toMatch(/^\/console\/p\/[\w-]+$/);
    expect(wordsOf(await browser.open('/console/trail'))).toContain('looked at what is kept of');
  });

  it('has an address that opens for its reader only', async () => {
    const { world, browser } = await withCoordinator();
    const path = await finds(browser, (await world.donor('Amit')).number);
    const other = await entersConsole(
      world,
      await world.volunteer('Ravi', { role: 'coordinator' }),
    );
    for (const tried of [path, `${path}x`, `${path.slice(0, -2)}AA`, '/console/p/x'])
      expect((await other.open(tried)).status).toBe(404);
  });

  it('is trusted, removed and blocked after a second question, and the trail names who did it', async () => {
    const { world, browser, chief } = await withCoordinator();
    const verifier = await world.volunteer('Kavita');
    const path = await finds(browser, verifier.number);
    await browser.submit(`${path}/trust`);
    expect((await world.store.person(verifier.number))?.trusted).toBe(false);
    await browser.submit(`${path}/trust`);
    expect((await world.store.person(verifier.number))?.trusted).toBe(true);
    await browser.submit(`${path}/remove`);
    expect(await roleOf(world, verifier.number)).toBe('verifier');
    await browser.submit(`${path}/remove`);
    expect(await roleOf(world, verifier.number)).toBeUndefined();
    await browser.submit(`${path}/block`);
    await browser.submit(`${path}/block`);
    expect((await world.store.person(verifier.number))?.blockedAt).toBeDefined();
    await browser.submit(`${path}/unblock`);
    expect((await world.store.person(verifier.number))?.blockedAt).toBeUndefined();
    const entries = await world.store.auditMonth('2026-11');
    const mine = entries.filter(({ who }) => who.endsWith(chief.number.slice(-3)));
    expect(mine.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'volunteer-trusts',
        'volunteer-removed',
        'person-blocked',
        'person-unblocked',
      ]),
    );
  });

  it('cannot be oneself', async () => {
    const { world, browser, chief } = await withCoordinator();
    const path = await finds(browser, chief.number);
    expect(formsOf(browser.page).map(({ action }) => action)).toEqual(['/logout', '/logout']);
    expect((await browser.post(`${path}/remove`, {})).status).toBe(409);
    expect(await roleOf(world, chief.number)).toBe('coordinator');
  });
});

describe('a list that is imported', () => {
  const header = 'phone,name,group,sex,birth_year,pin,language,last_donation';
  const good = '9415000711,Anita,B+,F,1990,211001,en,';

  it('is stored only after its preview, and once', async () => {
    const { world, browser } = await withCoordinator();
    await browser.open('/console/import?lang=en');
    const list = `${header}\n${good}\n12,Bad,B+,F,1990,211001,en,\n9415000712,=HYPERLINK("x"),Q,F,1990,211001,en,`;
    await browser.submit('/console/import', { list });
    expect(wordsOf(browser.page)).toContain(
      '1 would be new, 0 would be changed, 2 lines are refused',
    );
    const people = () => world.table().filter(({ kind }) => kind === 'person').length;
    const before = people();
    const form = formsOf(browser.page)[0]?.fields ?? {};
    expect(form['list']).toBe(list);
    await Promise.all([
      browser.post('/console/import', form),
      browser.post('/console/import', form),
    ]);
    expect(wordsOf(browser.page)).toContain('Imported: 1 new, 0 changed');
    expect(people()).toBe(before + 1);
    expect(wordsOf(await browser.open('/console/trail'))).toContain('imported a list');
  });

  it('shows what stands in it as words', async () => {
    const { browser } = await withCoordinator();
    await browser.open('/console/import?lang=en');
    await browser.submit('/console/import', {
      list: `${header}\n<script>1</script>,<b>x</b>,B+,F,1990,211001,en,`,
    });
    expect(browser.page.html).not.toContain('<script>1');
    expect(browser.page.html).not.toContain('<b>x');
  });

  it('has at most 200 lines', async () => {
    const { browser } = await withCoordinator();
    await browser.open('/console/import?lang=en');
    await browser.submit('/console/import', { list: `${header}\n${`${good}\n`.repeat(201)}` });
    expect(browser.page.status).toBe(400);
  });
});

describe('a message that a caller left', () => {
  it('is heard by a coordinator alone', async () => {
    const { world, browser } = await withCoordinator();
    const caller = world.phone('Sunita');
    const at = world.clock.now();
    const recording = recordingSchema.parse({
      kind: 'recording',
      id: 'rec1',
      version: 0,
      carrierId: 'RE1',
      about: 'message',
      by: caller.number,
      seconds: 12,
      at,
      dueAt: at + minutes(60),
    });
    await world.store.save([{ put: recording }]);
    const list = await browser.open('/console/messages?lang=en');
    expect(wordsOf(list)).toContain('12 seconds');
    expect(list.html).not.toContain(caller.number);
    expect((await browser.open('/console/sound/rec1')).html).toContain(caller.number);
    expect(world.logged.some((line) => line.startsWith('recording-opened'))).toBe(true);
    const own = await entersConsole(world, await world.volunteer('Kavita'));
    expect((await own.open('/console/sound/rec1')).status).toBe(403);
    expect((await own.open('/console/sound/rec1.mp3')).status).toBe(404);
  });
});

describe('news of the list', () => {
  it('change with a request, and come to volunteers only', async () => {
    const { world, browser } = await withCoordinator();
    const before = (await browser.open('/console/news')).html;
    expect((await browser.open('/console/news')).html).toBe(before);
    const { code } = await amitHasAgreed(world);
    expect((await browser.open('/console/news')).html).not.toBe(before);
    const own = await entersConsole(world, await world.donor('Bina'));
    for (const path of ['news', 'events'])
      expect((await own.open(`/console/${path}`)).status).toBe(403);
    const words = wordsOf(await browser.open('/console/figures?lang=en'));
    expect(words).toContain('1 request in the last 7 days');
    expect(code).toMatch(/^\d{4}$/);
  });

  it('come by asking where no answer can stay open', async () => {
    const { world, chief } = await withCoordinator();
    const app = createWebsiteApp({ services: world.services, linkSecrets: ['scenario-token'] });
    const own = new WebBrowser(app, publicUrl);
    const cookie = (await entersConsole(world, chief)).jar;
    for (const [name, value] of cookie) own.jar.set(name, value);
    expect((await own.open('/console/events')).status).toBe(204);
    expect((await own.open('/console/live.js')).headers.get('content-type')).toContain(
      'javascript',
    );
  });
});

describe('the end of a session', () => {
  it('on every device closes the console in another browser too', async () => {
    const { world, browser, chief } = await withCoordinator();
    const other = await entersConsole(world, chief);
    await browser.open('/console?lang=en');
    await browser.submit('/logout', {}, 'everywhere');
    expect(wordsOf(await other.open('/console'))).not.toContain('Open requests');
    expect((await other.open('/console/news')).status).toBe(403);
  });
});
