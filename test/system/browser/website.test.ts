import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '#shared/terms/language.ts';
import { isBrowserMissing, launchBrowser, patience } from './chromium.ts';
import { startHotlineProcess } from './hotline-process.ts';
import { byKeyboard, checkPage, checkPages, desk, openContext, reloadUntil } from './site-steps.ts';

const publicPaths = [
  '/',
  '/request',
  '/join',
  '/me',
  '/login',
  '/questions',
  '/privacy',
  '/accessibility',
  '/contact',
  '/camps',
  '/stories',
];
const consolePaths = [
  '',
  '/duty',
  '/donors',
  '/camps',
  '/stories',
  '/messages',
  '/people',
  '/import',
  '/trail',
];
const family = '+915550000001';
const coordinator = '+915550000014';
const stranger = '+919876543210';
/** With SCREENSHOTS the pictures of the README and of docs/console.md are taken. */
const pictures = process.env['SCREENSHOTS'];

describe.skipIf(isBrowserMissing)('the website in a real browser', () => {
  let hotline: Awaited<ReturnType<typeof startHotlineProcess>>;
  let browser: Browser;
  let phones: Page;
  let site: string;

  beforeAll(async () => {
    hotline = await startHotlineProcess({ CLOCK_SPEED: '10' }, 'localhost');
    site = hotline.site;
    browser = await launchBrowser();
    phones = await browser.newPage();
    phones.setDefaultTimeout(patience);
    await phones.goto(hotline.phones);
    await phones.getByLabel('Show another phone').selectOption(coordinator);
    await phones.getByRole('button', { name: 'Show', exact: true }).click();
    await phones.getByLabel('or a new number').fill(stranger);
    await phones.getByRole('button', { name: 'Add' }).click();
  });
  afterAll(async () => {
    await browser?.close();
    await hotline?.stop();
  });

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
  /** The six digits that came to this phone. */
  const codeAt = async (phone: string): Promise<string> =>
    /\b\d{6}\b/.exec(await newest(phone, /\b\d{6}\b/))?.[0] ?? '';
  const picture = async (page: Page, name: string): Promise<void> => {
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
  };
  const shows = (page: Page, words: string): Promise<void> =>
    page.getByText(words).first().waitFor();

  /** The family's browser runs no script. */
  const asksInHindi = async (page: Page): Promise<string> => {
    await page.goto(`${site}/request?lang=hi`);
    await page.getByLabel('आपका फोन नंबर').fill(family);
    await page.getByRole('button', { name: 'कोड मैसेज से भेजें' }).click();
    await page.getByLabel('छह अंक').fill(await codeAt(family));
    await page.getByRole('button', { name: 'आगे बढ़ें' }).click();
    await page.getByLabel('मरीज का ब्लड ग्रुप').selectOption('B+');
    await page.getByLabel('कितने यूनिट').fill('१');
    await page.getByLabel('अस्पताल या ब्लड बैंक').fill('SRN');
    await page.getByLabel('अस्पताल का शहर').fill('प्रयागराज');
    await page.getByLabel('कब तक').fill('अभी');
    await page.getByLabel('मरीज का नाम').fill('रमेश');
    await page.getByRole('button', { name: 'अनुरोध भेजें' }).click();
    await shows(page, 'हमारे साथी जाँच कर रहे हैं');
    expect(page.url()).toMatch(/\/r\/[\w-]+\?said=/);
    return /\d{4}/.exec((await page.locator('h1').textContent()) ?? '')?.[0] ?? '';
  };

  /** The coordinator's browser runs scripts. */
  const opensConsole = async (page: Page): Promise<void> => {
    await page.goto(`${site}/console?lang=en`);
    await page.getByLabel('Your phone number').fill('55500 00014');
    await page.getByRole('button', { name: 'Text me the code' }).click();
    await page.getByLabel('The six digits').fill(await codeAt(coordinator));
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'Open requests' }).waitFor();
  };

  /** The next login needs the device alone: Chromium's own authenticator stands for a fingerprint. */
  const logsInByPasskey = async (context: BrowserContext, page: Page): Promise<void> => {
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.getByRole('link', { name: 'Where you are logged in' }).click();
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await shows(page, 'The passkey is ready');
    await page.getByRole('button', { name: 'Log out', exact: true }).click();
    await page.goto(`${site}/console`);
    const sent = page.waitForRequest((request) => request.url().endsWith('/login/passkey'));
    await page.getByRole('button', { name: 'Log in with a passkey' }).click();
    await page.getByRole('heading', { name: 'Open requests' }).waitFor();

    // Who has listened opens nothing with the same answer.
    const thief = await openContext(browser, { script: false, like: context });
    await thief.clearCookies({ name: 'session' });
    const form = Object.fromEntries(new URLSearchParams((await sent).postData() ?? ''));
    const again = await thief.request.post(`${site}/login/passkey`, { form });
    expect(again.status()).toBe(400);
    expect((await thief.cookies()).map(({ name }) => name)).not.toContain('session');
    await thief.close();
  };

  /** Far enough ahead that no one is invited meanwhile; the public pages show it in the last test. */
  const opensCamp = async (page: Page): Promise<void> => {
    const day = new Date(Date.now() + 60 * 86_400_000);
    await page.goto(`${site}/console/camps/open?lang=en`);
    await page.getByLabel('Blood centre').fill('SRN Blood Centre');
    await page.getByLabel('Place and PIN code').fill('Police Lines 211001');
    await page.getByLabel('Day').fill(`${day.getUTCDate()}/${day.getUTCMonth() + 1}`);
    await page.getByLabel('From when to when').fill('9-14');
    await page.getByLabel('Teams').fill('2');
    await page.getByLabel('Wanted').fill('30');
    await page.getByRole('button', { name: 'Open a camp' }).click();
    await shows(page, 'is open. We invite');
    await page.goto(`${site}/console`);
  };

  /** Without a script the console is whole as well: one more unit is asked for there. */
  const addsUnitWithoutScript = async (like: BrowserContext, code: string): Promise<void> => {
    const context = await openContext(browser, { script: false, like });
    const page = await context.newPage();
    await page.goto(`${site}/console`);
    await page.getByRole('link', { name: 'Look again' }).click();
    await page.getByRole('link', { name: code, exact: true }).click();
    await page.getByRole('button', { name: 'More units' }).click();
    await page.getByRole('status').waitFor();
    await shows(page, '2 of 2 missing');
    await context.close();
  };

  /** The phones of the donors who were asked for this request. */
  const askedDonors = async (code: string, count: number): Promise<string[]> => {
    const alert = phones.locator('.bubble.from-hotline').filter({ hasText: code });
    const donors = phones.locator('.phone.donor').filter({ has: alert });
    await donors.nth(count - 1).waitFor();
    // Read at once: the page puts a phone that has just been asked before the others.
    const numbers = await donors.evaluateAll((all) =>
      all.map((one) => one.getAttribute('data-phone') ?? ''),
    );
    return numbers.slice(0, count);
  };

  const checkMembers = async (own: BrowserContext, chief: BrowserContext, code: string) => {
    const families = await openContext(browser, { script: true, like: own });
    const page = await families.newPage();
    await page.goto(`${site}/me`);
    const path = (await page.locator('main a.btn').first().getAttribute('href')) ?? '';
    expect(path).toMatch(/^\/r\//);
    await checkPages(page, site, [path, '/me', '/request', '/join']);
    await families.close();

    const coordinators = await openContext(browser, { script: true, like: chief });
    const board = await coordinators.newPage();
    await board.goto(`${site}/console/people?ending=014`);
    const person = (await board.locator('main a.code').first().getAttribute('href')) ?? '';
    const paths = [...consolePaths, '/figures', `/r/${code}`].map((end) => `/console${end}`);
    await checkPages(board, site, [...paths, person]);
    await board.goto(`${site}/console/import?lang=en`);
    await board.getByLabel('The list, with its header row').fill('phone,name\n12,Bad');
    await board.getByRole('button', { name: 'Show what it would do' }).click();
    await shows(board, 'lines are refused');
    await checkPage(board, 'what a list would do');
    // What is asked again is a page as well.
    await board.goto(`${site}/console/r/${code}?lang=en`);
    await board.getByRole('button', { name: 'Stop it' }).click();
    await shows(board, 'Are you sure?');
    await checkPage(board, 'asked again');
    await coordinators.close();
  };

  test('a family asks in Hindi without script, the console verifies, donors answer, to the thanks', async () => {
    const chief = await openContext(browser, { script: true, viewport: desk });
    const board = await chief.newPage();
    await opensConsole(board);
    await logsInByPasskey(chief, board);
    await opensCamp(board);
    const own = await openContext(browser, { script: false });
    const page = await own.newPage();
    const code = await asksInHindi(page);
    await page.getByRole('link', { name: 'अभी का हाल देखें' }).click();

    // The open list hears of it by itself.
    const link = board.getByRole('link', { name: code, exact: true });
    await link.click();
    await picture(board, 'console-request');
    await board.getByRole('button', { name: 'It is real: ask donors' }).click();
    await shows(board, 'we are asking donors now');
    await reloadUntil(page, 'हम दाताओं से पूछ रहे हैं');
    await addsUnitWithoutScript(chief, code);
    await board.getByRole('link', { name: 'Requests', exact: true }).click();

    const [first = '', second = ''] = await askedDonors(code, 2);
    await write(first, `1 ${code}`);
    await reloadUntil(page, 'रास्ते में: 1');
    await write(second, `1 ${code}`);
    await reloadUntil(page, 'जितने चाहिए उतने दाताओं ने');
    await shows(board, 'Enough donors are coming');
    for (const donor of [first, second]) expect(await page.content()).not.toContain(donor.slice(3));
    await picture(page, 'site-family');
    for (const [name, title] of [
      ['list', 'Requests'],
      ['duty', 'On duty'],
      ['donors', 'Donors'],
    ] as const) {
      await board.getByRole('link', { name: title, exact: true }).click();
      await board.getByRole('table').first().waitFor();
      await picture(board, `console-${name}`);
    }
    await checkMembers(own, chief, code);

    await write(first, 'I have reached');
    await reloadUntil(page, 'अस्पताल में: 1');
    await write(first, `DONE ${code}`);
    await reloadUntil(page, 'खून दे चुके: 1');
    await write(second, `DONE ${code}`);
    await reloadUntil(page, 'खून मिल गया। हम आपके साथ हैं, और दाताओं को धन्यवाद देते हैं।');
    await own.close();
    await chief.close();
  });

  test('a donor registers by keyboard alone, sees all that is known, and has it erased', async () => {
    const context = await openContext(browser, { script: true });
    const page = await context.newPage();
    const keys = byKeyboard(page);
    await page.goto(`${site}/join?lang=hi`);
    await keys.types('आपका फोन नंबर', stranger);
    await keys.sends();
    await page.getByRole('heading', { name: 'छह अंक' }).waitFor();
    await checkPage(page, 'the code');
    await keys.types('छह अंक', await codeAt(stranger));
    await keys.sends();
    // Sent too early: what is missing is said, and nothing is lost.
    await keys.types('आपका नाम', 'सुनीता');
    await keys.sends();
    await page.getByRole('alert').waitFor();
    await checkPage(page, 'what is missing');
    await keys.chooses('क्या यह आपको मंजूर है?', '1');
    await keys.chooses('आपका ब्लड ग्रुप', 'O+');
    await keys.types('PIN कोड', '211001');
    expect(await page.getByLabel('आपका नाम').inputValue()).toBe('सुनीता');
    await keys.chooses('महिला, पुरुष या अन्य', 'woman');
    await keys.types('जन्म का साल', '1990');
    await keys.sends();
    await shows(page, 'आप अभी खून दे सकते हैं');
    await checkPages(page, site, ['/me', '/join']);
    await page.goto(`${site}/me?lang=hi`);
    await keys.presses(page.getByRole('button', { name: 'मेरे बारे में जो है सब दिखाएँ' }));
    await shows(page, '1990');
    await checkPage(page, 'MYDATA');
    await keys.presses(page.locator('summary', { hasText: 'मेरे बारे में सब मिटाएँ' }));
    await keys.presses(page.getByRole('button', { name: 'हाँ, सब मिटाएँ' }));
    await shows(page, 'सब मिट गया');
    await page.goto(`${site}/me`);
    expect(await page.locator('h1').textContent()).toContain('पहले अपना फोन नंबर');
    await context.close();
  });

  test.each(languages)('has no public page that axe-core objects to, in %s', async (language) => {
    const context = await openContext(browser, { script: true });
    const page = await context.newPage();
    const hosts = new Set<string>();
    const errors: string[] = [];
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    const only: Language[] = [language];
    await checkPages(page, site, publicPaths, only);
    await page.goto(`${site}/camps`);
    await shows(page, 'Police Lines');
    if (language === 'hi') {
      await page.goto(site);
      await picture(page, 'site-home');
    }
    expect([...hosts]).toEqual([site]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
