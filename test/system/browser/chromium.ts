import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The browser of this machine, if there is one. */
export const chromiumPath = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(existsSync);

/** Without a browser its tests are skipped, unless HOTLINE_BROWSER requires one. */
export const isBrowserMissing = !chromiumPath && process.env['HOTLINE_BROWSER'] !== 'required';
if (isBrowserMissing) {
  console.warn('NOTICE: the browser test is skipped: install chromium (CI has it)');
}

/** Milliseconds that something may take on a busy machine. */
export const patience = 120_000;

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
