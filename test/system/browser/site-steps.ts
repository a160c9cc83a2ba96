import axe from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import * as z from 'zod';
import { type Language, languages } from '#shared/terms/language.ts';
import { patience } from './chromium.ts';

/* What people do with the website in a browser, and what each page must be. */

const runAxe = `axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
  resultTypes: ['violations'],
  preload: false,
})
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`;

/** An old phone. */
export const oldPhone = { width: 360, height: 640 };
export const desk = { width: 1100, height: 860 };

type ContextOptions = { script: boolean; viewport?: typeof desk; like?: BrowserContext };

/** A browser of its own; `like`: with the cookies of another. */
export const openContext = async (
  browser: Browser,
  { script, viewport = oldPhone, like }: ContextOptions,
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport,
    javaScriptEnabled: script,
    ...(like && { storageState: await like.storageState() }),
  });
  context.setDefaultTimeout(patience);
  return context;
};

/** Reloads, as a person does, until the page says it. */
export const reloadUntil = async (page: Page, words: string): Promise<void> => {
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

/** axe-core has no findings, and nothing is wider than the screen. */
export const checkPage = async (page: Page, where: string): Promise<void> => {
  await page.evaluate(axe.source);
  expect(z.array(z.string()).parse(await page.evaluate(runAxe)), where).toEqual([]);
  const width = page.viewportSize()?.width;
  expect(await page.evaluate('document.documentElement.scrollWidth'), where).toBe(width);
};

/** Every control that can be seen, in the order of the page, once each fold is open. */
const findControls = `
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const controls = [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, audio, [tabindex="0"]',
  )].filter((control) => control.checkVisibility());
  const reached = [];
  const unmarked = [];
  addEventListener('focusin', ({ target }) => {
    if (target !== reached.at(-1)) reached.push(target);
    if (getComputedStyle(target).outlineStyle === 'none') unmarked.push(target.outerHTML);
  });
  globalThis.keyboard = { controls, reached, unmarked };
  controls.length + 3 * document.querySelectorAll('audio').length`;

/** Controls that the Tab key has missed, or met in another order, and those that do not show that they are chosen. */
const findMissed = `[
  ...keyboard.unmarked,
  ...keyboard.controls.filter((control, i) => keyboard.reached[i] !== control).map((control) => control.outerHTML),
]`;

/** The Tab key reaches every link, field and button in the order of the page, and each shows it. */
export const checkKeyboard = async (page: Page, where: string): Promise<void> => {
  const count = z.number().parse(await page.evaluate(findControls));
  for (let i = 0; i < count; i += 1) await page.keyboard.press('Tab');
  expect(await page.evaluate(findMissed), where).toEqual([]);
};

/** Each page in each language; its markup is the same in all, so the keyboard is tried in Hindi alone. */
export const checkPages = async (
  page: Page,
  site: string,
  paths: readonly string[],
  inLanguages: readonly Language[] = languages,
): Promise<void> => {
  for (const language of inLanguages)
    for (const path of paths) {
      const where = `${path} in ${language}`;
      const answer = await page.goto(`${site}${path}?lang=${language}`);
      expect(answer?.status(), where).toBe(200);
      await checkPage(page, where);
      if (language === 'hi') await checkKeyboard(page, where);
    }
};

/** Presses Tab until this field has the focus. */
const tabTo = async (page: Page, field: Locator): Promise<void> => {
  for (let i = 0; i < 60; i += 1) {
    if (await field.evaluate((node) => node === node.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${field}`);
};

/** A person who has no mouse. */
export const byKeyboard = (page: Page) => ({
  types: async (label: string, text: string): Promise<void> => {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.type(text);
  },
  chooses: async (label: string, value: string): Promise<void> => {
    const field = page.getByLabel(label);
    await tabTo(page, field);
    for (let i = 0; i < 20 && (await field.inputValue()) !== value; i += 1)
      await page.keyboard.press('ArrowDown');
    expect(await field.inputValue()).toBe(value);
  },
  presses: async (control: Locator): Promise<void> => {
    await tabTo(page, control);
    await page.keyboard.press('Enter');
  },
  sends: (): Promise<void> => page.keyboard.press('Enter'),
});
