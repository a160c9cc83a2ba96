import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { languages } from '#shared/terms/language.ts';
import { isBrowserMissing, launchBrowser, patience } from './chromium.ts';
import { startHotlineProcess } from './hotline-process.ts';

const runAxe = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`;

/** An old phone. */
const viewport = { width: 360, height: 640 };
const paths = [
  '/',
  '/request',
  '/join',
  '/me',
  '/login',
  '/questions',
  '/privacy',
  '/accessibility',
  '/contact',
];
const family = '+915550000001';
/** With SCREENSHOTS the pictures of the README are taken. */
const pictures = process.env['SCREENSHOTS'];

describe.skipIf(isBrowserMissing)('the website in a real browser', () => {
  let hotline: Awaited<ReturnType<typeof startHotlineProcess>>;
  let browser: Browser;
  let phones: Page;
  let site: string;

  beforeAll(async () => {
    hotline = await startHotlineProcess({ CLOCK_SPEED: '10' });
    site = new URL(hotline.phones).origin;
    browser = await launchBrowser();
    phones = await browser.newPage();
    phones.setDefaultTimeout(patience);
    await phones.goto(hotline.phones);
  });
  afterAll(async () => {
    await browser?.close();
    await hotline?.stop();
  });

  const openContext = async (options: { javaScriptEnabled: boolean }): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport, ...options });
    context.setDefaultTimeout(patience);
    return context;
  };
  const newest = async (phone: string, words: RegExp): Promise<string> => {
    const bubbles = phones.locator(`[data-phone="${phone}"] .bubble.from-hotline`);
    const bubble = bubbles.filter({ hasText: words }).last();
    await bubble.waitFor();
    return (await bubble.textContent()) ?? '';
  };
  const write = async (phone: string, text: string): Promise<void> => {
    const region = phones.locator(`[data-phone="${phone}"]`);
    await region.getByRole('textbox', { name: 'Message' }).fill(text);
    await region.getByRole('button', { name: 'Send' }).click();
  };
  /** Reloads, as a person does, until the page says it. */
  const reloadUntil = async (page: Page, words: string): Promise<void> => {
    await expect
      .poll(
        async () => {
          await page.reload();
          return page.locator('main').textContent();
        },
        { timeout: patience, interval: 500 },
      )
      .toContain(words);
  };
  const checkPage = async (page: Page, where: string): Promise<void> => {
    await page.evaluate(axe.source);
    expect(z.array(z.string()).parse(await page.evaluate(runAxe)), where).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth'), where).toBe(viewport.width);
  };

  test('lets a family without script ask in Hindi, and follow every state', async () => {
    const context = await openContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}/request?lang=hi`);
    await page.getByLabel('आपका फोन नंबर').fill(family);
    await page.getByRole('button', { name: 'कोड मैसेज से भेजें' }).click();
    const [code = ''] = /\d{6}/.exec(await newest(family, /वेबसाइट/)) ?? [];
    await page.getByLabel('छह अंक').fill(code);
    await page.getByRole('button', { name: 'आगे बढ़ें' }).click();

    await page.getByLabel('मरीज का ब्लड ग्रुप').selectOption('B+');
    await page.getByLabel('कितने यूनिट').fill('१');
    await page.getByLabel('अस्पताल या ब्लड बैंक').fill('SRN');
    await page.getByLabel('अस्पताल का शहर').fill('प्रयागराज');
    await page.getByLabel('कब तक').fill('अभी');
    await page.getByLabel('मरीज का नाम').fill('रमेश');
    await page.getByRole('button', { name: 'अनुरोध भेजें' }).click();
    await page.getByText('हमारे साथी जाँच कर रहे हैं').first().waitFor();
    expect(page.url()).toMatch(/\/r\/[\w-]+\?said=/);
    const [request = ''] = /\d{4}/.exec((await page.locator('h1').textContent()) ?? '') ?? [];
    await page.getByRole('link', { name: 'अभी का हाल देखें' }).click();

    const verifier = phones.getByRole('region', { name: /Kavita/ });
    const kavita = (await verifier.getAttribute('data-phone')) ?? '';
    const asked = await newest(kavita, new RegExp(`${request}.*OK [0-9]{4}`, 's'));
    await write(kavita, `OK ${/OK (\d{4})/.exec(asked)?.[1]}`);
    await reloadUntil(page, 'हम दाताओं से पूछ रहे हैं');

    const alert = phones.locator('.bubble.from-hotline').filter({ hasText: request });
    const donor = phones.locator('.phone.donor').filter({ has: alert }).first();
    await donor.waitFor();
    const donorPhone = (await donor.getAttribute('data-phone')) ?? '';
    await write(donorPhone, `1 ${request}`);
    await reloadUntil(page, 'रास्ते में: 1');
    expect(await page.content()).not.toContain(donorPhone.slice(3));
    if (pictures) await page.screenshot({ path: `${pictures}/site-family.png` });
    await write(donorPhone, `DONE ${request}`);
    await reloadUntil(page, 'खून मिल गया');

    // The same person becomes a donor, sees all that is known, and has it erased.
    await page.goto(`${site}/join`);
    await page.getByLabel('क्या यह आपको मंजूर है?').selectOption('1');
    await page.getByLabel('आपका ब्लड ग्रुप').selectOption('O+');
    await page.getByLabel('PIN कोड').fill('211001');
    await page.getByLabel('आपका नाम').fill('सुनीता');
    await page.getByLabel('महिला, पुरुष या अन्य').selectOption('woman');
    await page.getByLabel('जन्म का साल').fill('1990');
    await page.getByRole('button', { name: 'दाता बनें' }).click();
    await page.getByText('आप अभी खून दे सकते हैं').first().waitFor();
    await page.getByRole('button', { name: 'मेरे बारे में जो है सब दिखाएँ' }).click();
    await page.getByText('1990').first().waitFor();
    await page.getByText('मेरे बारे में सब मिटाएँ').click();
    await page.getByRole('button', { name: 'हाँ, सब मिटाएँ' }).click();
    await page.getByText('सब मिट गया').first().waitFor();
    await page.goto(`${site}/me`);
    expect(await page.locator('h1').textContent()).toContain('पहले अपना फोन नंबर');
    await context.close();
  });

  test.each(languages)('has no page that axe-core objects to, in %s', async (language) => {
    const context = await openContext({ javaScriptEnabled: true });
    const page = await context.newPage();
    const hosts = new Set<string>();
    const errors: string[] = [];
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    for (const path of paths) {
      await page.goto(`${site}${path}?lang=${language}`);
      await checkPage(page, path);
    }
    if (pictures && language === 'hi') {
      await page.goto(site);
      await page.screenshot({ path: `${pictures}/site-home.png` });
    }
    expect([...hosts]).toEqual([site]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
