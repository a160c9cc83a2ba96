import type { Phone } from '../phone.ts';
import { publicUrl, type World } from '../world.ts';
import { WebBrowser } from './web-browser.ts';

/** Asks for a code on the page that the browser shows, and types what comes to the phone. */
export const typeCode = async (world: World, browser: WebBrowser, phone: Phone): Promise<void> => {
  await browser.submit('/login', { phone: phone.number });
  await world.clock.advance(5000);
  phone.hears(/\b\d{6}\b/);
  const code = (await world.store.person(phone.number))?.login?.code ?? '';
  await browser.submit('/login', { code }, 'name="code"');
};

/** A browser that has logged in with this phone, on the page `next`. */
export const logIn = async (
  world: World,
  phone: Phone,
  next: string,
  language = 'en',
): Promise<WebBrowser> => {
  const browser = new WebBrowser(world.app, publicUrl);
  await browser.open(`${next}?lang=${language}`);
  await typeCode(world, browser, phone);
  return browser;
};
