import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isBrowserMissing, launchBrowser, patience } from './chromium.ts';
import { startHotlineProcess } from './hotline-process.ts';

/** The picture in the README: the family's phone and the verifier's first. */
const takePicture = async (page: Page, path: string): Promise<void> => {
  await page.evaluate('window.scrollTo(0, 0)');
  await page.screenshot({ path });
};

describe.skipIf(isBrowserMissing)('the phones page in a real browser', () => {
  let hotline: Awaited<ReturnType<typeof startHotlineProcess>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    // Ten times as fast, so that the minute's sweep runs soon enough too.
    hotline = await startHotlineProcess({ CLOCK_SPEED: '10' });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(patience);
  });
  afterAll(async () => {
    await browser?.close();
    await hotline?.stop();
  });

  const phoneOf = (name: RegExp): Locator => page.getByRole('region', { name });
  const write = async (phone: Locator, text: string): Promise<void> => {
    await phone.getByRole('textbox', { name: 'Message' }).fill(text);
    await phone.getByRole('button', { name: 'Send' }).click();
  };
  const hears = async (phone: Locator, words: RegExp): Promise<string> => {
    const bubble = phone.locator('.bubble.from-hotline').filter({ hasText: words }).last();
    await bubble.waitFor();
    return (await bubble.textContent()) ?? '';
  };

  test('a request goes from the first text to the last thanks', async () => {
    await page.goto(hotline.phones);
    expect(await page.getByText('Demo town: fictional people').isVisible()).toBe(true);
    const family = phoneOf(/family/i);
    const verifier = phoneOf(/Kavita/);

    await write(family, 'Need B+ blood 2 units SRN hospital Prayagraj, urgent, patient Ramesh');
    await hears(family, /with the patient/);
    await write(family, 'Sunita');
    await hears(family, /Please check.*Ramesh/s);
    await family.getByRole('button', { name: 'Press 1' }).click();
    const code = (await hears(family, /with our volunteers/)).match(/\b[1-9]\d{3}\b/)?.[0] ?? '';
    expect(code).not.toBe('');

    const toCheck = await hears(verifier, new RegExp(`${code}.*OK [0-9]{4}`, 's'));
    await write(verifier, `OK ${toCheck.match(/OK (\d{4})/)?.[1]}`);
    await hears(family, /asking donors/);

    // The phones of asked donors come first; two say yes with one key.
    // Found by the text they got: the four digits of the code are in a phone number too.
    const alert = page.locator('.bubble.from-hotline').filter({ hasText: code });
    const asked = page.locator('.phone.donor').filter({ has: alert });
    await asked.nth(1).waitFor();
    // Read at once: the page puts a phone that has just been asked before the others.
    const numbers = await asked.evaluateAll((phones) =>
      phones.map((phone) => phone.getAttribute('data-phone')),
    );
    const [first, second] = numbers.map((n) => page.locator(`[data-phone="${n}"]`));
    if (!first || !second) throw new Error('two donors should have been asked');
    for (const [i, donor] of [first, second].entries()) {
      await donor.getByRole('button', { name: 'Press 1' }).click();
      // A man gets the family's number, a woman the hotline's.
      await hears(donor, /\+915550000001|0532 000 0000/);
      await hears(family, new RegExp(`${i + 1} of 2`));
    }
    await page.getByText('Enough donors are coming', { exact: false }).first().waitFor();
    if (process.env['SCREENSHOT']) await takePicture(page, process.env['SCREENSHOT']);

    await write(first, 'DONE');
    await hears(first, /(may give|Agli baar|अगली बार)/i);
    await write(second, `DONE ${code}`);
    await hears(second, /(may give|Agli baar|अगली बार)/i);
    await hears(family, /all 2 units have been given/);
    await hears(verifier, /You made this possible/);
    await page.getByText('The blood was given').first().waitFor();
  });

  test('the clock advances, and the page shows what does not work', async () => {
    const before = await page.locator('#time').textContent();
    await page.getByRole('button', { name: '+15 min' }).click();
    await expect
      .poll(() => page.locator('#time').textContent(), { timeout: patience })
      .not.toBe(before);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.reload();
    await phoneOf(/family/i).waitFor();
    expect(
      await phoneOf(/family/i)
        .locator('.bubble')
        .count(),
    ).toBeGreaterThan(5);
    expect(errors).toEqual([]);
  });
});
