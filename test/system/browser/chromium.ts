import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(existsSync);

/** No browser, and nobody insists on one: the tests that need it are skipped. */
export const isBrowserMissing = !executablePath && process.env['HOTLINE_BROWSER'] !== 'required';
if (isBrowserMissing) {
  console.warn('NOTICE: the browser test is skipped: install chromium (CI has it)');
}

/** How long something may take on a busy machine before a person would give up. */
export const patience = 120_000;

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
