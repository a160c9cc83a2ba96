import { describe, expect, it } from 'vitest';
import { languages } from '#shared/terms/language.ts';
import { hours } from '#shared/terms/time.ts';
import { campWithDonor } from '../../world/steps/privacy-stories.ts';
import { WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { logIn } from '../../world/web/web-login.ts';
import { createWorld, publicUrl } from '../../world/world.ts';

const given = async () => {
  const world = await createWorld();
  const story = await campWithDonor(world);
  await story.verifier.texts(`GAVE ${story.number}`);
  await world.clock.advance(hours(11));
  const link = story.amit.hears('Your certificate').match(/https?:\/\/\S+/)?.[0] ?? '';
  return { world, ...story, thanks: link.replace(publicUrl, '') };
};

describe('the certificate as PDF', () => {
  it.each(languages)('is drawn for its donor alone, from the page, in %s', async (language) => {
    const { world, amit, verifier, thanks } = await given();
    const path = thanks.replace('/thanks/', '/certificate/');
    const own = await logIn(world, amit, '/me', language);
    await own.open(`${thanks}?lang=${language}`);
    expect(own.page.html).toContain(`href="${path}"`);
    const pdf = await own.open(`${path}?lang=${language}`);
    expect(pdf.status).toBe(200);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.html).toMatch(/^%PDF-1\.\d/);
    expect(pdf.html).toContain('/Count 1\n');

    const other = await logIn(world, verifier, '/me');
    for (const browser of [new WebBrowser(world.app, publicUrl), other]) {
      const page = await browser.open(path);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(wordsOf(page)).not.toContain('Amitabh');
      expect(page.html).not.toContain('/certificate/');
    }
  });

  it('does not exist for an unknown serial, nor after FORGET', async () => {
    const { world, amit, thanks } = await given();
    const path = thanks.replace('/thanks/', '/certificate/');
    const browser = await logIn(world, amit, '/me');
    expect((await browser.open(`${path}x`)).status).toBe(404);
    await amit.forgets();
    expect((await browser.open(path)).status).toBe(404);
  });

  it('stays on one sheet with the longest name, and leaves out a name it cannot write', async () => {
    const { world, amit, thanks } = await given();
    const path = thanks.replace('/thanks/', '/certificate/');
    const browser = await logIn(world, amit, '/me', 'hi');
    const sizes: number[] = [];
    for (const name of ['श्रीमती ज्ञानेंद्र कुमार त्रिपाठी '.repeat(3), 'அமித் குமார்', '']) {
      const person = await world.store.person(amit.number);
      if (person) await world.store.save([{ put: { ...person, name } }]);
      const { html } = await browser.open(`${path}?lang=hi`);
      expect(html).toContain('/Count 1\n');
      sizes.push(html.length);
    }
    const [longest = 0, unwritable = 0, unnamed = 0] = sizes;
    expect(longest).toBeGreaterThan(unnamed + 100);
    expect(Math.abs(unwritable - unnamed)).toBeLessThan(20);
  });
});
