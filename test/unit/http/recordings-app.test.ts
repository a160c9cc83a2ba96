import { describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { parseByteRange } from '#functions/http/byte-range.ts';
import { renderLoginCookie } from '#functions/http/login/login-cookie.ts';
import { renderRecordingLink } from '#functions/http/recording-link.ts';
import { createRecordingsApp } from '#functions/http/recordings-app.ts';
import type { Services } from '#functions/ports/services.ts';
import { recordingSchema } from '#shared/conversation/call-menu/recording.ts';
import { newPerson } from '#shared/people/person.ts';
import { zoneIdSchema } from '#shared/places/place.ts';
import type { Language } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { after, epochMs, hours, minutes } from '#shared/terms/time.ts';
import { testConfig } from '../../world/world.ts';

const phone = (text: string) => phoneNumberSchema.parse(text);
const [veena, anita, caller] = ['+919415000001', '+919415000002', '+919415012345'].map(phone) as [
  ReturnType<typeof phone>,
  ReturnType<typeof phone>,
  ReturnType<typeof phone>,
];
const tokens = ['new-token', 'old-token', ''];
const now = epochMs(Date.now());

const open = async ({
  publicUrl = 'https://hotline.example.org',
  language = 'en' as Language,
} = {}) => {
  const store = createMemoryStore();
  let at = now;
  let digits = 0;
  const logged = vi.fn();
  const pause = vi.fn(async () => {});
  const sound = vi.fn(async () => ({
    type: 'audio/mpeg',
    bytes: new TextEncoder().encode('0123456789'),
  }));
  const services = {
    store,
    carrier: { sound },
    clock: { now: () => at, pause },
    ids: { next: () => `row${digits}`, randomBelow: () => (digits += 1) },
    log: { info: logged, error: logged },
    config: testConfig((c) => ({ ...c, defaultLanguage: 'hi' })),
    publicUrl,
  } as unknown as Services;
  const sessions = [{ id: 's1', since: now, browser: 'Chrome, Android' }];
  const volunteer = {
    zone: zoneIdSchema.parse('prayagraj'),
    role: 'coordinator',
    onDuty: false,
  } as const;
  await store.save([
    { put: { ...newPerson(veena, now, language), volunteer, sessions } },
    { put: { ...newPerson(anita, now), volunteer: { ...volunteer, role: 'verifier' }, sessions } },
    {
      put: recordingSchema.parse({
        kind: 'recording',
        id: '01rec',
        version: 0,
        carrierId: 'RE1',
        about: 'message',
        by: caller,
        seconds: 12,
        at: now,
        dueAt: now + 1,
      }),
    },
  ]);
  const app = createRecordingsApp({ services, linkSecrets: tokens });
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(`http://10.0.0.1/recordings/${path}`, { headers });
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request('http://10.0.0.1/recordings/01rec', {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    });
  const login = async () => (await store.person(veena))?.login;
  const passes = (ms: number) => {
    at = after(at, ms);
  };
  return { store, get, post, login, passes, logged, sound, pause };
};
const cookieOf = (who = veena, token = 'new-token', from = Date.now()) => ({
  cookie: `coordinator=${encodeURIComponent(renderLoginCookie(who, { id: 's1', since: epochMs(from) }, token))}`,
});

describe('a recording in the browser', () => {
  it('shows only the login page, in both languages, before the login', async () => {
    const { get, sound } = await open();
    const response = await get('01rec');
    const page = await response.text();
    expect(page).toContain('Your phone number · आपका फोन नंबर');
    expect(page).not.toContain(caller);
    expect(page).not.toMatch(/<script| on\w+=/);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
    });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect((await get('01rec.mp3')).status).toBe(404);
    expect(sound).not.toHaveBeenCalled();
  });

  it.each<[Language, string]>([
    ['en', 'Nobody pays anyone'],
    ['hi', 'पैसे न दे'],
    ['hi-Latn', 'paise na de'],
  ])('is played to a coordinator on a page in their language, %s', async (language, words) => {
    const { get } = await open({ language });
    const page = await (await get('01rec', cookieOf())).text();
    expect(page).toContain(words);
    expect(page).toContain(`<html lang="${language}"`);
    expect(page).toContain(`href="tel:${caller}"`);
    expect(page).toContain('src="01rec.mp3"');
    const gone = await get('01gone', cookieOf());
    expect([gone.status, await gone.text()]).toEqual([404, expect.not.stringContaining('<audio')]);
  });

  it('is played only while the login lasts and the person is still a coordinator', async () => {
    const { get } = await open();
    const isOpen = async (headers: Record<string, string>) =>
      (await (await get('01rec', headers)).text()).includes(caller);
    expect(await isOpen(cookieOf(veena, 'old-token'))).toBe(true);
    expect(await isOpen(cookieOf(veena, 'new-token', Date.now() - hours(12)))).toBe(false);
    expect(await isOpen(cookieOf(veena, 'another'))).toBe(false);
    expect(await isOpen(cookieOf(veena, ''))).toBe(false);
    expect(await isOpen(cookieOf(anita))).toBe(false);
    expect(await isOpen(cookieOf(caller))).toBe(false);
  });

  it('is served by a signed link, whole or in parts', async () => {
    const { get } = await open();
    const link = renderRecordingLink(recordingSchema.unwrap().shape.id.parse('01rec'), {
      publicUrl: '',
      secret: 'old-token',
      now: Date.now(),
    }).replace('/recordings/', '');
    const whole = await get(link);
    expect([whole.status, whole.headers.get('content-type'), await whole.text()]).toEqual([
      200,
      'audio/mpeg',
      '0123456789',
    ]);
    const part = await get(link, { range: 'bytes=2-4' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 2-4/10',
      '234',
    ]);
    expect((await get(link, { range: 'bytes=10-' })).status).toBe(416);
  });

  it('logs who opened and heard it, masked, and nothing about those who may not', async () => {
    const { get, logged } = await open();
    for (const path of ['01rec', '01rec.mp3', '01gone', '01gone.mp3']) {
      await get(path, cookieOf());
      await get(path, cookieOf(anita));
      await get(path);
    }
    const facts = { who: '+91•••••••001', recording: '01rec', of: '+91•••••••345' };
    expect(logged.mock.calls).toEqual([
      ['recording-opened', facts],
      ['recording-heard', facts],
    ]);
  });

  it('answers with an error page when the sound cannot be loaded, and logs nothing personal', async () => {
    const { get, sound, logged } = await open();
    sound.mockRejectedValue(new Error(`${caller} away`));
    const response = await get('01rec.mp3', cookieOf());
    expect([response.status, await response.text()]).toEqual([
      500,
      expect.stringContaining('try again'),
    ]);
    expect(logged).toHaveBeenCalledOnce();
    expect(JSON.stringify(logged.mock.calls)).not.toContain(caller);
  });
});

describe('the login code', () => {
  it('opens the page once, and may be typed with spaces', async () => {
    const { post, login, get } = await open();
    await post({ phone: '94150 00001' });
    const code = (await login())?.code ?? '';
    expect(code).toMatch(/^\d{6}$/);
    const entered = await post({ phone: veena, code: ` ${code.slice(0, 3)} ${code.slice(3)}` });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '01rec']);
    const set = entered.headers.get('set-cookie') ?? '';
    expect(set).toMatch(
      /^coordinator=[^;]+; Max-Age=43200; Path=\/recordings; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await (await get('01rec', { cookie: set.split(';')[0] ?? '' })).text()).toContain(
      caller,
    );
    expect((await post({ phone: veena, code })).status).toBe(403);
  });

  it('goes to coordinators only, and the answer does not show who is one', async () => {
    const { post, store, pause } = await open();
    const pages = await Promise.all(
      [veena, anita, caller].map(async (who) =>
        (await (await post({ phone: who })).text()).replaceAll(who, ''),
      ),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pause).toHaveBeenCalledTimes(3);
    expect(await store.due('outbox', now, 10)).toHaveLength(1);
    const wrong = await Promise.all(
      [veena, anita, caller].map(async (who) =>
        (await (await post({ phone: who, code: '999999' })).text()).replaceAll(who, ''),
      ),
    );
    expect(new Set(wrong).size).toBe(1);
  });

  it('is valid for ten minutes and five tries', async () => {
    const { post, login, passes } = await open();
    await post({ phone: veena });
    const first = (await login())?.code ?? '';
    passes(minutes(10));
    expect((await post({ phone: veena, code: first })).status).toBe(403);
    await post({ phone: veena });
    const code = (await login())?.code ?? '';
    for (let i = 0; i < 5; i += 1) await post({ phone: veena, code: '999999' });
    expect((await post({ phone: veena, code })).status).toBe(403);
  });

  it('is texted at most once a minute and five times an hour', async () => {
    const { post, login, passes } = await open();
    const codes = new Set<string | undefined>();
    for (let second = 0; second < 3600; second += 20) {
      await post({ phone: veena });
      codes.add((await login())?.code);
      passes(20_000);
    }
    expect(codes.size).toBe(5);
    passes(minutes(10));
    await post({ phone: veena });
    codes.add((await login())?.code);
    expect(codes.size).toBe(6);
  });

  it('is not sent for a form on another site or for a text that is not a phone number', async () => {
    const { post, login } = await open();
    expect((await post({ phone: veena }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({ phone: '"><script>' })).status).toBe(400);
    expect((await post({ phone: veena, code: 'x'.repeat(5000) })).status).toBe(413);
    expect(await login()).toBeUndefined();
  });

  it('is deleted from a shared browser by logging out', async () => {
    const { post } = await open();
    const left = await post({ leave: '1' }, cookieOf());
    expect(left.status).toBe(303);
    expect(left.headers.get('set-cookie')).toMatch(/^coordinator=; Max-Age=0; Path=\/recordings$/);
  });

  it('sets the cookie for the path of the public URL, and without Secure on http', async () => {
    const { post, login } = await open({ publicUrl: 'http://127.0.0.1:3000/base' });
    await post({ phone: veena });
    const entered = await post({ phone: veena, code: (await login())?.code ?? '' });
    expect(entered.headers.get('set-cookie')).toMatch(
      /Path=\/base\/recordings; HttpOnly; SameSite/,
    );
  });

  it('redirects to the same page only', async () => {
    const { get } = await open();
    for (const path of ['%2F%2Fevil.example', 'a%2Fb', '..%5C', ''])
      expect((await get(path)).status).toBe(404);
  });
});

describe('parseByteRange of a file of ten bytes', () => {
  it.each([
    [undefined, undefined],
    ['bytes=0-', { first: 0, last: 9 }],
    ['bytes=0-1', { first: 0, last: 1 }],
    ['bytes=8-99', { first: 8, last: 9 }],
    ['bytes=-3', { first: 7, last: 9 }],
    ['bytes=-99', { first: 0, last: 9 }],
    ['bytes=-0', 'beyond'],
    ['bytes=10-', 'beyond'],
    ['bytes=5-4', 'beyond'],
    ['bytes=-', undefined],
    ['bytes=0-1,3-4', undefined],
    ['lines=0-1', undefined],
  ])('parses %s as %j', (header, range) => {
    expect(parseByteRange(header, 10)).toEqual(range);
  });
});
