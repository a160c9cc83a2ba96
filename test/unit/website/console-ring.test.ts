import { describe, expect, it } from 'vitest';
import { seconds } from '#shared/terms/time.ts';
import { amitHasAgreed } from '../../world/steps/alert-steps.ts';
import { entersConsole } from '../../world/steps/console-steps.ts';
import { waitsForCheck } from '../../world/steps/scenario-steps.ts';
import { formsOf, type WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { createWorld } from '../../world/world.ts';

const rings = async (browser: WebBrowser, code: string, which: 'family' | 'donor') => {
  const path = `/console/r/${code}/ring`;
  await browser.open(`/console/r/${code}?lang=en`);
  const isDonor = (html: string) => html.includes('name="alert"');
  const form = formsOf(browser.page).find(
    ({ action, html }) => action === path && isDonor(html) === (which === 'donor'),
  );
  return browser.post(path, form?.fields ?? {});
};

describe('a ring through the hotline', () => {
  it('calls the volunteer first, and connects with the family after a key', async () => {
    const world = await createWorld();
    const { verifier, family, code } = await waitsForCheck(world);
    const browser = await entersConsole(world, verifier);
    expect(wordsOf(await rings(browser, code, 'family'))).toContain('Your phone rings in a moment');
    await world.clock.advance(seconds(5));
    const call = await verifier.picksUp();
    call.hears('the family of request');
    await call.presses('1');
    const other = await family.picksUp();
    other.hears('wants to talk to you', 'Kavita');
    await other.presses('1');
    call.talksWith(family);
    expect(wordsOf(await browser.open('/console'))).not.toContain(family.number);
  });

  it('connects a coordinator with a donor who is coming, and the trail says so', async () => {
    const world = await createWorld();
    const { amit, code } = await amitHasAgreed(world);
    const chief = await world.volunteer('Asha', { role: 'coordinator' });
    const browser = await entersConsole(world, chief);
    const page = await rings(browser, code, 'donor');
    expect(page.html).not.toContain(amit.number);
    await world.clock.advance(seconds(5));
    const call = await chief.picksUp();
    call.hears('the donor of request');
    await call.presses('1');
    await (await amit.picksUp()).presses('1');
    call.talksWith(amit);
    expect(wordsOf(await browser.open('/console/trail?lang=en'))).toContain('through the hotline');
  });

  it('rings no one once the donor has dropped out, and none for a verifier who is not concerned', async () => {
    const world = await createWorld();
    const { amit, code } = await amitHasAgreed(world);
    const chief = await world.volunteer('Asha', { role: 'coordinator' });
    const browser = await entersConsole(world, chief);
    const path = `/console/r/${code}/ring`;
    await browser.open(`/console/r/${code}?lang=en`);
    const forms = formsOf(browser.page).filter(({ action }) => action === path);
    await amit.texts('DROP');
    for (const { fields } of forms.filter(({ html }) => html.includes('name="alert"')))
      expect(wordsOf(await browser.post(path, fields))).toContain('cannot be rung now');
    const ravi = await world.volunteer('Ravi');
    const other = await entersConsole(world, ravi);
    await other.open(`/console/r/${code}?lang=en`);
    expect(formsOf(other.page).some(({ action }) => action === path)).toBe(false);
    await world.clock.advance(seconds(5));
    expect([chief, ravi].some((phone) => phone.isRinging())).toBe(false);
  });
});
