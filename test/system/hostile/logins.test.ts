import type { Login } from '#shared/people/login/login-code.ts';
import { type Attack, type HostileHotline, runAttacks } from './run-attacks.ts';

/** A browser on the page of a recording: it keeps cookies and posts forms. */
const openBrowser = (
  app: { fetch: (request: Request) => Response | Promise<Response> },
  publicUrl: string,
) => {
  const jar = new Map<string, string>();
  const send = async (fields?: Record<string, string>): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'Content-Type': 'application/x-www-form-urlencoded' };
    const init = fields && { method: 'POST', body: new URLSearchParams(fields).toString() };
    const answer = await app.fetch(new Request(`${publicUrl}/recordings/x1`, { headers, ...init }));
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  return { jar, send };
};

const openLogin = async ({ createWorld, publicUrl }: HostileHotline) => {
  const world = await createWorld();
  const { number: phone } = await world.volunteer('Veena', { role: 'coordinator' });
  const browser = () => openBrowser(world.app, publicUrl);
  const login = async (): Promise<Login | undefined> => (await world.store.person(phone))?.login;
  const own = browser();
  const logIn = async (): Promise<number> => {
    await own.send({ phone });
    return (await own.send({ phone, code: (await login())?.code ?? '' })).status;
  };
  return { world, phone, browser, login, own, logIn };
};

const minute = 60_000;

/** One code and one set of tries for everyone, as before. */
const checkAlike = (login: Login, { typed }: { typed: string }, now: number) => {
  if (login.until <= now || login.tries >= 5) return 'over';
  return typed === login.code ? 'right' : { wrong: { ...login, tries: login.tries + 1 } };
};

const attacks: Attack[] = [
  {
    name: 'a copied cookie after the coordinator has logged out',
    guard: {
      module: '#functions/use-cases/volunteers/log-in.ts',
      off: { endSessions: async () => 'done' },
    },
    strike: async (hotline) => {
      const { own, browser, logIn } = await openLogin(hotline);
      await logIn();
      const thief = browser();
      thief.jar.set('coordinator', own.jar.get('coordinator') ?? '');
      await own.send({ leave: '1' });
      const { status } = await thief.send();
      return status === 404 ? 'the page of a recording that is gone' : undefined;
    },
  },
  {
    name: 'five wrong tries that lock a coordinator out',
    guard: { module: '#shared/people/login/login-code.ts', off: { checkLogin: checkAlike } },
    strike: async (hotline) => {
      const { own, browser, phone, login } = await openLogin(hotline);
      await own.send({ phone });
      const code = (await login())?.code ?? '';
      const stranger = browser();
      for (let i = 0; i < 5; i += 1) await stranger.send({ phone, code: '0' });
      const { status } = await own.send({ phone, code });
      return status === 303 ? undefined : `the coordinator's code is refused with ${status}`;
    },
  },
  {
    name: 'so many codes asked for that a coordinator gets no more in this hour',
    guard: {
      module: '#shared/people/login/login-code.ts',
      off: {
        nextLogin: (before: Login | undefined, { code }: { code: string }, now: number) =>
          (before?.asked.length ?? 0) >= 5
            ? undefined
            : { code, until: now + 10 * minute, tries: 0, asked: [...(before?.asked ?? []), now] },
      },
    },
    strike: async (hotline) => {
      const { world, browser, phone, logIn } = await openLogin(hotline);
      await logIn();
      for (let i = 0; i < 6; i += 1) {
        await browser().send({ phone });
        await world.clock.advance(2 * minute);
      }
      // The stranger uses up the tries of the code that needs no cookies, too.
      for (let i = 0; i < 5; i += 1) await browser().send({ phone, code: '0' });
      const status = await logIn();
      return status === 303 ? undefined : `the coordinator's login is refused with ${status}`;
    },
  },
];

runAttacks(attacks);
