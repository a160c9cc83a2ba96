import { describe, expect, it } from 'vitest';
import { languages } from '#shared/terms/language.ts';
import { amitHasAgreed } from '../../world/steps/alert-steps.ts';
import { entersConsole } from '../../world/steps/console-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { asksForBlood, waitsForCheck } from '../../world/steps/scenario-steps.ts';
import { formsOf, type WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { createWorld, publicUrl, type World } from '../../world/world.ts';

const waiting = async () => {
  const world = await createWorld();
  const story = await waitsForCheck(world);
  const browser = await entersConsole(world, story.verifier);
  return { world, browser, ...story };
};

const phaseOf = async (world: World, code: string) => (await world.file(code)).request.phase.type;

/** The form of an act on the page that is open. */
const formOf = (browser: WebBrowser, action: string) =>
  formsOf(browser.page).find((form) => form.action === action)?.fields ?? {};

describe('the list of requests', () => {
  it.each(languages)(
    'shows each open request in %s: how it stands and the next step',
    async (language) => {
      const { browser, code, family } = await waiting();
      const page = await browser.open(`/console?lang=${language}`);
      expect(page.status).toBe(200);
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.html).toContain(`href="/console/r/${code}"`);
      expect(page.html).not.toContain(family.number);
      expect(wordsOf(page)).not.toMatch(/undefined|NaN|\[object/);
    },
  );

  it('is for volunteers only', async () => {
    const { world, family } = await waiting();
    const own = await entersConsole(world, family);
    expect((await own.open('/console')).status).toBe(403);
  });

  it('shows a verifier the own zone, and a coordinator every zone', async () => {
    const { world, code, browser } = await waiting();
    const other = await entersConsole(world, await world.volunteer('Ravi', { zone: 'agra' }));
    expect((await other.open('/console')).html).not.toContain(code);
    expect((await other.open(`/console/r/${code}`)).status).toBe(404);
    const stolen = { ...formOf(browser, '/console/find'), code };
    expect((await other.open(`/console/find?code=${stolen.code}`)).status).toBe(404);
    const chief = await world.volunteer('Asha', { zone: 'agra', role: 'coordinator' });
    expect((await (await entersConsole(world, chief)).open('/console')).html).toContain(code);
  });

  it('finds a request by its code, and says so when there is none', async () => {
    const { browser, code } = await waiting();
    expect((await browser.open(`/console/find?code=${code}`)).path).toBe(`/console/r/${code}`);
    const none = await browser.open('/console/find?code=%3Cb%3E11');
    expect(none.status).toBe(404);
    expect(none.html).not.toContain('<b>11');
  });

  it('reads the open requests, not the table', async () => {
    const { world, browser } = await waiting();
    await Promise.all(Array.from({ length: 40 }, (_, i) => world.donor(`Donor ${i}`)));
    const reads: string[] = [];
    for (const name of [
      'due',
      'request',
      'person',
      'persons',
      'roster',
      'donors',
      'requestFile',
    ] as const) {
      const before = world.services.store[name].bind(world.services.store);
      Object.assign(world.services.store, {
        [name]: (...args: never[]) => {
          reads.push(name);
          return Reflect.apply(before, world.services.store, args);
        },
      });
    }
    await browser.open('/console');
    expect(reads.sort()).toEqual(['due', 'person', 'request']);
  });
});

describe('an act in the console', () => {
  it.each(languages)(
    'verifies a request in %s, without a code: the login has proven the phone',
    async (language) => {
      const { world, browser, code, verifier, family } = await waiting();
      await browser.open(`/console/r/${code}?lang=${language}`);
      await browser.submit(`/console/r/${code}/verify`);
      expect(browser.page.status).toBe(200);
      expect(browser.page.html).toContain('class="notice"');
      expect(['searching', 'covered']).toContain(await phaseOf(world, code));
      await world.clock.advance(5000);
      family.hears(says.verified);
      verifier.readsEverything();
      family.readsEverything();
      expect(world.faults()).toEqual([]);
    },
  );

  it.each(languages)(
    'asks again before it refuses, and tells the family the chosen sentence, in %s',
    async (language) => {
      const { world, browser, code, family } = await waiting();
      await browser.open(`/console/r/${code}?lang=${language}`);
      await browser.submit(`/console/r/${code}/refuse`, {
        why: 'no-paper',
      });
      expect(await phaseOf(world, code)).toBe('verifying');
      expect(browser.page.html).toContain('name="sure"');
      await browser.submit(`/console/r/${code}/refuse`);
      expect(await phaseOf(world, code)).toBe('closed');
      await world.clock.advance(5000);
      family.hears(says.refused, "not seen the hospital's paper");
    },
  );

  it('notes that the family could not be reached', async () => {
    const { world, browser, code, family } = await waiting();
    await browser.open(`/console/r/${code}?lang=en`);
    await browser.submit(`/console/r/${code}/unreachable`);
    expect(wordsOf(browser.page)).toContain('The family could not be reached');
    await world.clock.advance(5000);
    family.hears(says.familyNotReached);
  });

  it('adds units and stops, for who checked it and for coordinators', async () => {
    const world = await createWorld();
    const { code, family, amit, verifier } = await amitHasAgreed(world);
    const chief = await world.volunteer('Asha', { role: 'coordinator' });
    const browser = await entersConsole(world, chief);
    await browser.open(`/console/r/${code}?lang=en`);
    await browser.submit(`/console/r/${code}/more`, { units: 'many' });
    expect(wordsOf(browser.page)).toContain('Please write a number');
    await browser.submit(`/console/r/${code}/more`, { units: '1' });
    expect((await world.file(code)).request.units).toBe(2);
    await browser.submit(`/console/r/${code}/stop`, { why: 'not-needed' });
    await browser.submit(`/console/r/${code}/stop`);
    expect(await phaseOf(world, code)).toBe('closed');
    await world.clock.advance(5000);
    amit.hears(says.standDown);
    family.hears(says.refused, 'not needed any more');
    verifier.hears(says.taken, 'Asha');
  });

  it('does nothing for a volunteer off duty', async () => {
    const { world, browser, code, verifier } = await waiting();
    await browser.open(`/console/r/${code}?lang=en`);
    const fields = formOf(browser, `/console/r/${code}/verify`);
    await verifier.texts('OFF');
    await browser.post(`/console/r/${code}/verify`, fields);
    expect(wordsOf(browser.page)).toContain('You are off duty');
    expect(await phaseOf(world, code)).toBe('verifying');
    const page = await browser.open(`/console/r/${code}`);
    expect(page.html).not.toContain('/verify"');
  });

  it('counts once when its form is sent twice', async () => {
    const world = await createWorld();
    const { code, verifier } = await amitHasAgreed(world);
    const browser = await entersConsole(world, verifier);
    await browser.open(`/console/r/${code}?lang=en`);
    const fields = { ...formOf(browser, `/console/r/${code}/more`), units: '1' };
    const [first, second] = await Promise.all([
      browser.post(`/console/r/${code}/more`, fields),
      browser.post(`/console/r/${code}/more`, fields),
    ]);
    expect(first.path).toBe(second.path);
    expect((await world.file(code)).request.units).toBe(2);
  });
});

describe('two who decide at the same moment', () => {
  const pair = async () => {
    const { world, browser, code, verifier, family } = await waiting();
    const other = await world.volunteer('Asha', { role: 'coordinator' });
    const second = await entersConsole(world, other);
    for (const one of [browser, second]) await one.open(`/console/r/${code}?lang=en`);
    return { world, browser, second, code, verifier, other, family };
  };

  it('are one decision in two consoles: the other is told that someone was first', async () => {
    const { world, browser, second, code } = await pair();
    const refusal = {
      ...formOf(second, `/console/r/${code}/refuse`),
      sure: 'yes',
      why: 'not-true',
    };
    await Promise.all([
      browser.submit(`/console/r/${code}/verify`),
      second.post(`/console/r/${code}/refuse`, refusal),
    ]);
    const pages = [browser, second].map(({ page }) => wordsOf(page));
    expect(pages.filter((words) => words.includes('Someone was first'))).toHaveLength(1);
    const { timeline } = await world.file(code);
    expect(timeline.filter(({ what }) => what === 'verified' || what === 'refused')).toHaveLength(
      1,
    );
  });

  it('are one decision by text and in the console', async () => {
    const { world, second, code, verifier } = await pair();
    const own = verifier.ownCode(code);
    const refusal = {
      ...formOf(second, `/console/r/${code}/refuse`),
      sure: 'yes',
      why: 'not-true',
    };
    await Promise.all([
      verifier.textsAtOnce(`OK ${own}`),
      second.post(`/console/r/${code}/refuse`, refusal),
    ]);
    await world.clock.advance(5000);
    const { timeline } = await world.file(code);
    expect(timeline.filter(({ what }) => what === 'verified' || what === 'refused')).toHaveLength(
      1,
    );
    const isFirst = wordsOf(second.page).includes('goes no further');
    if (isFirst) verifier.hears(says.already);
    else expect(wordsOf(second.page)).toContain('Someone was first');
  });

  it('lets no one decide on a page that is older than the request', async () => {
    const { world, second, code, family } = await pair();
    await family.texts('STATUS');
    const fields = formOf(second, `/console/r/${code}/verify`);
    await second.post(`/console/r/${code}/verify`, { ...fields, version: '1' });
    expect(wordsOf(second.page)).toContain('Something has changed');
    await second.post(`/console/r/${code}/verify`, { ...fields, version: 'x' });
    expect(await phaseOf(world, code)).toBe('verifying');
  });
});

describe('a hostile try in the console', () => {
  it('shows what a family wrote as words', async () => {
    const world = await createWorld();
    const verifier = await world.volunteer('Kavita');
    const code = await asksForBlood(
      world.phone('Sunita'),
      'Need B+ blood 1 unit SRN hospital Prayagraj urgent patient Om <script>alert(1)</script> attendant Ravi',
    );
    const browser = await entersConsole(world, verifier);
    const page = await browser.open(`/console/r/${code}?lang=en`);
    expect(page.html).not.toContain('<script>alert');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is refused from another zone, another visitor and another site', async () => {
    const { world, browser, code } = await waiting();
    await browser.open(`/console/r/${code}?lang=en`);
    const path = `/console/r/${code}/verify`;
    const fields = formOf(browser, path);
    const other = await entersConsole(world, await world.volunteer('Ravi', { zone: 'agra' }));
    expect((await other.post(path, fields)).status).toBe(409);
    expect((await browser.post(path, fields, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await browser.post(`/console/r/${code}/unreachable`, fields)).status).toBe(409);
    const stranger = await world.app.fetch(
      new Request(`${publicUrl}${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      }),
    );
    expect(await stranger.text()).toContain('name="kept"');
    expect(await phaseOf(world, code)).toBe('verifying');
  });
});
