import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromCalendar, minutes, seconds } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { campSays, takesFirstTime } from '../../world/steps/camp-steps.ts';
import { createWorld, publicUrl, type World } from '../../world/world.ts';
import { isBrowserMissing, launchBrowser } from './chromium.ts';
import { checkPage, desk, openContext } from './site-steps.ts';

const at = (day: number, hour: number, minute = 1) =>
  fromCalendar({ year: 2026, month: day > 20 ? 11 : 12, day, hour, minute });

/** A real browser, whose requests the hotline of this world answers: a camp of a week in virtual time. */
const browserOf = async (
  browser: Browser,
  world: World,
  viewport?: typeof desk,
): Promise<BrowserContext> => {
  const context = await openContext(browser, { script: true, ...(viewport && { viewport }) });
  await context.route('**/*', async (route) => {
    const asked = route.request();
    const body = asked.postDataBuffer();
    const answer = await world.app.fetch(
      new Request(asked.url(), {
        method: asked.method(),
        headers: await asked.allHeaders(),
        ...(body && { body }),
      }),
    );
    await route.fulfill({
      status: answer.status,
      headers: {
        ...Object.fromEntries(answer.headers),
        'set-cookie': answer.headers.getSetCookie().join('\n'),
      },
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  return context;
};

describe.skipIf(isBrowserMissing)('a camp in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const logsIn = async (world: World, page: Page, phone: Phone, path: string): Promise<void> => {
    await page.goto(`${publicUrl}${path}?lang=en`);
    await page.getByLabel('Your phone number').fill(phone.number);
    await page.getByRole('button', { name: 'Text me the code' }).click();
    await page.getByLabel('The six digits').waitFor();
    await world.clock.advance(seconds(5));
    await page
      .getByLabel('The six digits')
      .fill(/\b\d{6}\b/.exec(phone.hears(/\b\d{6}\b/))?.[0] ?? '');
    await page.getByRole('button', { name: 'Go on' }).click();
  };

  test('is opened in the console, filled at /me and by text, recorded at the door, and thanked for', async () => {
    const world = await createWorld();
    const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
    const [amit, bina] = [await world.donor('Amit'), await world.donor('Bina', { sex: 'woman' })];
    const chief = await browserOf(browser, world, desk);
    const board = await chief.newPage();
    await logsIn(world, board, coordinator, '/console/camps/open');
    for (const [label, value] of [
      ['Blood centre', 'SRN Blood Centre'],
      ['Place and PIN code', 'Police Lines 211001'],
      ['Day', '6/12'],
      ['From when to when', '9-14'],
      ['Teams', '1'],
      ['Wanted', '30'],
    ] as const)
      await board.getByLabel(label).fill(value);
    await board.getByRole('button', { name: 'Open a camp' }).click();
    await board.getByText('is open. We invite').waitFor();

    await world.clock.at(at(29, 18));
    for (const phone of [amit, bina]) phone.hearsOnly(campSays.en.invite);
    const member = await browserOf(browser, world);
    const page = await member.newPage();
    await logsIn(world, page, amit, '/me');
    await page.getByRole('button', { name: 'I come then' }).click();
    await page.getByText('Your number at the door').first().waitFor();
    await checkPage(page, 'a half hour at /me');
    const said = await page.getByText('Your number at the door').first().textContent();
    amit.readsEverything();
    const own = /at the door: (\d{4})/.exec(said ?? '')?.[1] ?? '';
    const numbers = [own, await takesFirstTime(bina)];

    await world.clock.at(at(6, 9, 30));
    for (const phone of [amit, bina]) phone.readsEverything();
    await board.goto(`${publicUrl}/console/camps?lang=en`);
    await board.locator('main table a').first().click();
    for (const [i, entry] of ['gave', 'hb'].entries()) {
      const row = board.getByRole('row').filter({ hasText: numbers[i] ?? '' });
      await row.getByRole('combobox').selectOption(entry);
      await row.getByRole('button', { name: 'Record' }).click();
      await board.getByText(`${numbers[i]}: Noted.`).waitFor();
    }
    await checkPage(board, 'the list at the door');
    await board.getByRole('link', { name: 'The sheet for the blood centre' }).click();
    await board.getByRole('row').filter({ hasText: 'B+' }).first().waitFor();
    await board.emulateMedia({ media: 'print' });
    expect(await board.getByRole('navigation').first().isVisible()).toBe(false);
    await board.emulateMedia({ media: 'screen' });
    await checkPage(board, 'the sheet');

    await world.clock.at(at(6, 19) + minutes(2));
    const thanks = amit.hearsOnly(campSays.en.gave).match(/https:\/\/\S+\/thanks\/\S+/)?.[0] ?? '';
    bina.hearsOnly(campSays.en.back);
    coordinator.hearsOnly(campSays.en.held);
    await board.goto(thanks);
    await board.getByText('This certificate is true').waitFor();
    expect(await board.content()).not.toContain('Amit');
    await page.goto(thanks);
    await page.getByText('Amit').first().waitFor();
    await page.getByText('A milestone: 1 gift.').waitFor();
    await checkPage(page, 'the certificate');
    const pdf = await page.getByRole('link', { name: 'Certificate as PDF' }).getAttribute('href');
    const drawn = await page.evaluate(
      `fetch(${JSON.stringify(pdf)}).then(async (answer) => answer.headers.get('content-type') + ' ' + (await answer.text()).slice(0, 5))`,
    );
    expect(drawn).toBe('application/pdf %PDF-');
    expect(world.unexpected()).toEqual([]);
    expect(world.faults()).toEqual([]);
  });
});
