import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(existsSync);

/** Without a browser its tests are skipped, unless HOTLINE_BROWSER requires one. */
export const isBrowserMissing = !executablePath && process.env['HOTLINE_BROWSER'] !== 'required';
if (isBrowserMissing) {
  console.warn('NOTICE: the browser test is skipped: install chromium (CI has it)');
}

/** Milliseconds that something may take on a busy machine. */
export const patience = 120_000;

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
