import type { Phone } from '../phone.ts';
import { WebBrowser } from '../web/web-browser.ts';
import { publicUrl, type World } from '../world.ts';

/** Logs this phone in to the console by the code that is texted to it. */
export const entersConsole = async (
  world: World,
  phone: Phone,
  path = '/console',
): Promise<WebBrowser> => {
  const browser = new WebBrowser(world.app, publicUrl);
  await browser.open('/login?lang=en');
  await browser.submit('/login', { phone: phone.number, next: path });
  const code = (await world.store.person(phone.number))?.login?.code ?? '';
  await browser.submit('/login', { code }, 'name="code"');
  await world.clock.advance(5000);
  phone.hears(/\d{6}/);
  return browser;
};
