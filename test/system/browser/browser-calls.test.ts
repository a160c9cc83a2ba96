import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isBrowserMissing, launchBrowser, patience } from './chromium.ts';
import { startHotlineProcess } from './hotline-process.ts';

/* Every person does everything with the keys of a phone; no one texts. */
describe.skipIf(isBrowserMissing)('calls on the phones page', () => {
  let hotline: Awaited<ReturnType<typeof startHotlineProcess>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    // Twice as fast still leaves time to speak after the tone.
    hotline = await startHotlineProcess({ CLOCK_SPEED: '2' });
    browser = await launchBrowser();
    page = await browser.newPage({
      viewport: { width: 1400, height: 900 },
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(patience);
    // Records what would be said aloud.
    await page.addInitScript(`
      globalThis.aloud = [];
      speechSynthesis.speak = (speech) => aloud.push(speech.lang);
      speechSynthesis.cancel = () => aloud.push('hush');
    `);
    await page.goto(hotline.phones);
  });
  afterAll(async () => {
    await browser?.close();
    await hotline?.stop();
  });

  const phoneOf = (name: RegExp): Locator => page.getByRole('region', { name });
  const button = (phone: Locator, name: string): Locator =>
    phone.getByRole('button', { name, exact: true });
  const said = (phone: Locator): Locator => phone.locator('.call .said li');
  const hears = (phone: Locator, words: RegExp): Promise<void> =>
    said(phone).filter({ hasText: words }).last().waitFor();

  /** Presses a key, and waits until something else is said. */
  const answers = async (phone: Locator, key: string): Promise<void> => {
    const before = await said(phone).count();
    await button(phone, `Key ${key}`).click();
    await expect.poll(() => said(phone).count(), { timeout: patience }).toBeGreaterThan(before);
  };
  const speaks = async (phone: Locator, words: string): Promise<void> => {
    await phone.getByRole('textbox', { name: 'Say' }).fill(words);
    await button(phone, 'Say it').click();
  };
  const hangsUp = async (phone: Locator): Promise<void> => {
    await button(phone, 'Hang up').click();
    await button(phone, 'Call the hotline').waitFor();
  };
  const calls = async (phone: Locator): Promise<void> => {
    await button(phone, 'Call the hotline').click();
    await said(phone).first().waitFor();
  };
  const request = (): Locator => page.getByTestId('request');

  test('a request is opened, verified, accepted, discussed and fulfilled, all by key', async () => {
    const family = phoneOf(/family/i);
    await calls(family);
    await answers(family, '2');
    await hears(family, /need blood/i);
    // Need blood, B, positive, now: the request is open.
    for (const key of ['1', '2', '1', '1']) await answers(family, key);
    await request().getByText('Waiting for a volunteer').waitFor();
    await hears(family, /PIN code/);
    for (const key of '21100') await button(family, `Key ${key}`).click();
    await answers(family, '1');
    await hears(family, /Is that right/);
    // It is, the first hospital, blood, one unit.
    for (const key of ['1', '1', '1', '1']) await answers(family, key);
    await hears(family, /name of the patient/);
    await speaks(family, 'Ramesh Kumar');
    await answers(family, 'hash');
    await speaks(family, 'Sunita');
    await answers(family, 'hash');
    await answers(family, '1');
    await request().getByText('Waiting for a volunteer').waitFor();
    await hangsUp(family);

    const verifier = phoneOf(/Kavita/);
    // The volunteer's own code stands in the text that asked.
    await verifier
      .getByText(/OK \d{4}/)
      .first()
      .waitFor();
    const own = (await verifier.textContent())?.match(/OK (\d{4,7})/)?.[1] ?? '';
    // A volunteer's phone rings as soon as the request is open; this one calls in instead.
    const decline = button(verifier, 'Decline');
    if (await decline.isVisible()) await decline.click();
    await button(verifier, 'Call the hotline').waitFor();
    await calls(verifier);
    await button(verifier, 'Loudspeaker').click();
    await hears(verifier, /your own code/);
    for (const key of own) await button(verifier, `Key ${key}`).click();
    // The names in the family's words.
    await said(verifier)
      .filter({ hasText: 'Ramesh Kumar' })
      .waitFor({ timeout: 2 * patience });
    await answers(verifier, '1');
    await request().getByText('Asking donors').waitFor();
    expect(await page.evaluate<string[]>('aloud')).toEqual(
      expect.arrayContaining(['en-IN', 'hush']),
    );
    await hangsUp(verifier);

    // At half of the stage, donors who have not answered are called.
    await page.getByRole('button', { name: '+5 min' }).click();
    await page
      .getByRole('button', { name: /phone is ringing/ })
      .first()
      .waitFor();
    const number = await page
      .locator('.phone.donor[data-call="ringing"]')
      .first()
      .getAttribute('data-phone');
    const donor = page.locator(`[data-phone="${number}"]`);
    await button(donor, 'Answer').click();
    await said(donor).first().waitFor();
    await answers(donor, '1');
    await request().getByText('Enough donors are coming').first().waitFor();

    // The family's phone rings; neither sees the other's number.
    await answers(donor, '1');
    await button(family, 'Answer').click();
    await hears(family, /press one/);
    await button(family, 'Key 1').click();
    await family.getByText('Talking with a donor').waitFor();
    await donor.getByText('Talking with the family').waitFor();
    for (const phone of [family, donor]) {
      expect(await phone.locator('.line-number').textContent()).toBe('+91 53200 00000');
    }
    await speaks(donor, 'I am at the gate');
    await hears(family, /I am at the gate/);
    await speaks(family, 'Thank you, I am coming down');
    await hears(donor, /coming down/);
    const picture = process.env['SCREENSHOT_CALL'];
    if (picture) await page.screenshot({ path: picture });
    await hangsUp(family);
    await hangsUp(donor);

    // Given: the third key.
    await calls(donor);
    await answers(donor, '3');
    await request().getByText('The blood was given').waitFor();
    await hangsUp(donor);
    expect(await page.locator('.bubble.from-phone').count()).toBe(0);
  });

  test('a missed call is free and called back', async () => {
    await page.getByLabel('or a new number').fill('98765 43210');
    await page.getByRole('button', { name: 'Add' }).click();
    const stranger = page.locator('[data-phone="+919876543210"]');
    await button(stranger, 'Give a missed call').click();
    await stranger.getByText(/Rang, not answered/).waitFor();
    await button(stranger, 'Answer').click();
    await hears(stranger, /For English, press two/);
    await hangsUp(stranger);
    // An unanswered call is a line among the texts.
    await button(stranger, 'Call the hotline').waitFor();
    expect(await stranger.locator('.call-line').count()).toBe(2);
  });

  test('everything is there again after a reload, on a small screen too', async () => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.setViewportSize({ width: 360, height: 740 });
    await page.reload();
    const family = phoneOf(/family/i);
    await family.locator('.call-line summary').first().click();
    await family
      .getByText(/PIN code/)
      .first()
      .waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
    expect(errors).toEqual([]);
  });
});
