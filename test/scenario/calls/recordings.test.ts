import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import type { World } from '../../world/world.ts';

/** No volunteer was free. Sunita has left a message, and Veena, a coordinator, has the link to it. */
const messageLeft = async (world: World) => {
  const veena = await world.volunteer('Veena', { role: 'coordinator' });
  const sunita = world.phone('Sunita');
  const call = await sunita.calls();
  await call.presses('2');
  await call.presses('0');
  await veena.missesCall();
  await call.listens();
  await call.says('My father needs blood at SRN');
  const link = veena.hears('/recordings/').match(/https:\/\/\S+/)?.[0] ?? '';
  return { veena, sunita, link };
};

const opens = (world: World, link: string, cookie = ''): Promise<Response> =>
  Promise.resolve(world.app.fetch(new Request(link, { headers: { cookie } })));
const sends = (world: World, link: string, form: Record<string, string>): Promise<Response> =>
  Promise.resolve(
    world.app.fetch(
      new Request(link, {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      }),
    ),
  );
const codeFor = async (world: World, link: string, phone: Phone): Promise<string> => {
  await sends(world, link, { phone: phone.number });
  await world.clock.advance(5000);
  return phone.hears(/\d{6}/).match(/\d{6}/)?.[0] ?? '';
};
const cookieOf = (response: Response): string =>
  response.headers.get('set-cookie')?.split(';')[0] ?? '';

describe('the message of a caller', () => {
  scenario('can be played by a coordinator, with the number to call back', async (world) => {
    const { veena, sunita, link } = await messageLeft(world);
    const before = await (await opens(world, link)).text();
    expect(before).not.toContain(sunita.number);
    expect((await opens(world, `${link}.mp3`)).status).toBe(404);

    const phone = veena.number;
    const entered = await sends(world, link, { phone, code: await codeFor(world, link, veena) });
    expect(entered.status).toBe(303);
    expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly.*Secure|Secure.*HttpOnly/);
    const cookie = cookieOf(entered);
    const page = await opens(world, link, cookie);
    expect(await page.text()).toContain(sunita.number);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const sound = await opens(world, `${link}.mp3`, cookie);
    expect(sound.headers.get('content-type')).toMatch(/^audio\//);
    expect((await sound.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  scenario('is closed to others, who cannot even learn who is a coordinator', async (world) => {
    const { veena, sunita, link } = await messageLeft(world);
    const stranger = await (await sends(world, link, { phone: sunita.number })).text();
    const known = await (await sends(world, link, { phone: veena.number })).text();
    expect(stranger.replaceAll(sunita.number, '')).toBe(known.replaceAll(veena.number, ''));
    await world.clock.advance(5000);
    sunita.hearsNothing();
    const code = veena.hears(/\d{6}/).match(/\d{6}/)?.[0] ?? '';
    const wrong = code === '111111' ? '222222' : '111111';
    for (let i = 0; i < 5; i += 1)
      expect((await sends(world, link, { phone: veena.number, code: wrong })).status).toBe(403);
    // After five wrong codes the right one is refused too.
    expect((await sends(world, link, { phone: veena.number, code })).status).toBe(403);
    expect((await opens(world, link, 'coordinator=+919450000001.9999999999999.AAAA')).status).toBe(
      200,
    );
    const forged = await opens(
      world,
      `${link}.mp3`,
      `coordinator=${veena.number}.9999999999999.AAAA`,
    );
    expect(forged.status).toBe(404);
    expect((await opens(world, `${link}.mp3?until=9999999999999&key=AAAA`)).status).toBe(404);
  });

  scenario(
    'needs a login code, which is texted at most once a minute and valid for ten minutes',
    async (world) => {
      const { veena, link } = await messageLeft(world);
      const code = await codeFor(world, link, veena);
      await sends(world, link, { phone: veena.number });
      await world.clock.advance(5000);
      veena.hearsNothing();
      await world.clock.advance(minutes(11));
      expect((await sends(world, link, { phone: veena.number, code })).status).toBe(403);
    },
  );

  scenario('is deleted after thirty days, also at the carrier', async (world) => {
    const { veena, link } = await messageLeft(world);
    await world.clock.advance(hours(24 * 30 + 1));
    const code = await codeFor(world, link, veena);
    const cookie = cookieOf(await sends(world, link, { phone: veena.number, code }));
    expect((await opens(world, link, cookie)).status).toBe(404);
    expect((await opens(world, `${link}.mp3`, cookie)).status).toBe(404);
  });
});
