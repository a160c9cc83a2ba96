import { setTimeout as wait } from 'node:timers/promises';
import type { ForeignCarrier } from '../../world/servers/foreign-carrier.ts';
import { WebBrowser, wordsOf } from '../../world/web/web-browser.ts';

/** Milliseconds from one reload to the next: coordinators of a busy hour, all with the list open. */
const everyMs = 80;

export type Reload = { status: number; ms: number };

/** A real server as a browser without script reaches it. */
const openBrowser = (publicUrl: string): WebBrowser =>
  new WebBrowser(
    { fetch: (request) => fetch(new Request(request, { redirect: 'manual' })) },
    publicUrl,
  );

/** The console in the browser of this coordinator, who logs in by the code that comes to the phone. */
export const openConsole = async (
  publicUrl: string,
  coordinator: string,
  carrier: ForeignCarrier,
): Promise<WebBrowser> => {
  const browser = openBrowser(publicUrl);
  await browser.open('/console?lang=en');
  await browser.submit('/login', { phone: coordinator });
  const codeAt = (): string | undefined =>
    carrier.messages
      .filter(({ to }) => to === coordinator)
      .map(({ text }) => /\b\d{6}\b/.exec(text)?.[0])
      .findLast((code) => code !== undefined);
  for (let tries = 0; codeAt() === undefined && tries < 600; tries += 1) await wait(50);
  await browser.submit('/login', { code: codeAt() ?? '' }, 'name="code"');
  if (!wordsOf(browser.page).includes('Open requests'))
    throw new Error(`the console did not open: ${wordsOf(browser.page).slice(0, 200)}`);
  return browser;
};

/** Loads the list again and again, at a steady pace whether earlier ones have been answered or not. */
export const reloadConsole = async (
  publicUrl: string,
  { jar }: WebBrowser,
  count: number,
): Promise<Reload[]> => {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const load = async (): Promise<Reload> => {
    const began = performance.now();
    const answer = await fetch(`${publicUrl}/console`, { headers: { cookie } });
    await answer.arrayBuffer();
    return { status: answer.status, ms: performance.now() - began };
  };
  const loads: Promise<Reload>[] = [];
  for (let i = 0; i < count; i += 1) {
    loads.push(load());
    await wait(everyMs);
  }
  return Promise.all(loads);
};
