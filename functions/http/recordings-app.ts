import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import { phrases } from '#shared/messages/catalog/phrases.ts';
import { runningSessions, type Session, sessionMs } from '#shared/people/login/session.ts';
import type { Person } from '#shared/people/person.ts';
import { recordingIdSchema } from '#shared/terms/ids.ts';
import { type PhoneNumber, parsePhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../ports/services.ts';
import type { Form } from '../ports/webhooks.ts';
import { languageOf } from '../use-cases/message-context.ts';
import {
  checkLoginCode,
  endSessions,
  isCoordinator,
  sendLoginCode,
} from '../use-cases/volunteers/log-in.ts';
import { describeError } from './describe-error.ts';
import { parseForm } from './form.ts';
import { parseLoginCookie, renderLoginCookie } from './login/login-cookie.ts';
import { newSession } from './login/new-session.ts';
import { askCodePage, askPhonePage, errorPage, recordingPage } from './recording-page.ts';
import { logListener, serveRecording } from './serve-recording.ts';
import type { HotlineSettings } from './webhooks/mount-webhook.ts';

const cookie = 'coordinator';

/**
 * Real milliseconds that each attempt takes: a coordinator's number needs one save more, and the time must not show
 * it, on a busy machine either.
 */
const attemptMs = 1500;

/**
 * Recordings that callers leave for the volunteers. `/recordings/ID` is for coordinators, who log in by a code texted to
 * their phone. `/recordings/ID.mp3` is for them and, by a link that is good for minutes, for the carrier.
 */
export const createRecordingsApp = ({
  services,
  linkSecrets,
}: Pick<HotlineSettings, 'services' | 'linkSecrets'>): Hono => {
  const app = new Hono();
  const path = `${new URL(services.publicUrl).pathname.replace(/\/$/, '')}/recordings`;
  const findCoordinator = async (c: Context): Promise<Person | undefined> => {
    const named = parseLoginCookie(getCookie(c, cookie), linkSecrets, Date.now());
    const person = named && (await services.store.person(named.phone));
    if (!named || !isCoordinator(person)) return undefined;
    return runningSessions(person, Date.now()).some(({ id }) => id === named.id)
      ? person
      : undefined;
  };
  const cookieOptions = {
    httpOnly: true,
    sameSite: 'Lax',
    secure: services.publicUrl.startsWith('https:'),
    path,
  } as const;

  app.use(
    '/recordings/*',
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        mediaSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      // The group's own domain is not ours to restrict.
      strictTransportSecurity: false,
    }),
    bodyLimit({ maxSize: 4096, onError: (c) => c.text('too large', 413) }),
    async (c, next) => {
      await next();
      c.header('Cache-Control', 'no-store');
      c.header('X-Robots-Tag', 'noindex');
    },
  );

  app.get(
    '/recordings/:file{[\\w-]+\\.mp3}',
    serveRecording(services, linkSecrets, findCoordinator),
  );

  app.get('/recordings/:id{[\\w-]+}', async (c) => {
    const person = await findCoordinator(c);
    return person ? showRecording(c, services, person) : c.html(askPhonePage());
  });

  app.post('/recordings/:id{[\\w-]+}', async (c) => {
    if (!isSameOrigin(c)) return c.text('the form is on another site', 403);
    const form = parseForm(c.req.header('content-type'), await c.req.text());
    const id = c.req.param('id');
    if (form['leave'] !== undefined) {
      const person = await findCoordinator(c);
      if (person) await endSessions(services, person.phone);
      deleteCookie(c, cookie, { path });
      return c.redirect(id, 303);
    }
    const known = parseBrowser(getCookie(c, browserCookie));
    const isAsking = form['code'] === undefined;
    const browser = known ?? (isAsking ? randomUUID() : undefined);
    if (isAsking && browser !== undefined)
      setCookie(c, browserCookie, browser, { ...cookieOptions, maxAge: browserSeconds });
    const session = newSession(c);
    const { phone, page } = await logIn(c, services, { form, browser, session });
    if (!phone) return page;
    setCookie(c, cookie, renderLoginCookie(phone, session, linkSecrets[0] ?? ''), {
      ...cookieOptions,
      maxAge: sessionMs / 1000,
    });
    return c.redirect(id, 303);
  });

  app.onError((error, c) => {
    services.log.error('recording-failed', describeError(error));
    return c.html(errorPage(), 500);
  });
  return app;
};

/** Which browser asks for a code and types it. It opens nothing; it keeps the tries of strangers apart. */
const browserCookie = 'browser';
const browserSeconds = 180 * 86_400;

const parseBrowser = (value: string | undefined): string | undefined =>
  /^[\da-f-]{36}$/.test(value ?? '') ? value : undefined;

/** False for a form on another site, which could have codes texted to people who never asked for one. */
const isSameOrigin = (c: Context): boolean =>
  ['same-origin', 'none'].includes(c.req.header('sec-fetch-site') ?? 'none');

type LoggedIn =
  | { phone: PhoneNumber; page?: never }
  | { page: Response | Promise<Response>; phone?: never };

/** The phone whose code was right; otherwise the page that asks again. */
const logIn = async (
  c: Context,
  services: Services,
  { form, browser, session }: { form: Form; browser: string | undefined; session: Session },
): Promise<LoggedIn> => {
  const phone = parsePhoneNumber(String(form['phone'] ?? ''));
  if (!phone) return { page: c.html(askPhonePage(), 400) };
  const typed = form['code'];
  const wait = services.clock.pause(attemptMs);
  if (typed === undefined) {
    await Promise.all([sendLoginCode(services, { phone, browser }), wait]);
    return { page: c.html(askCodePage(phone, false)) };
  }
  const [isRight] = await Promise.all([
    checkLoginCode(services, { phone, browser, session }, String(typed)),
    wait,
  ]);
  return isRight ? { phone } : { page: c.html(askCodePage(phone, true), 403) };
};

const showRecording = async (c: Context, services: Services, person: Person) => {
  const language = languageOf(services, person.language);
  const id = recordingIdSchema.safeParse(c.req.param('id'));
  const recording = id.success ? await services.store.recording(id.data) : undefined;
  if (!recording) return c.html(recordingPage(language, undefined), 404);
  logListener(services, 'recording-opened', { person, recording });
  const request = recording.requestId && (await services.store.request(recording.requestId));
  return c.html(
    recordingPage(language, {
      when: phrases[language].time(recording.at, services.clock.now()),
      phone: recording.by,
      seconds: recording.seconds,
      code: request?.code,
      sound: `${recording.id}.mp3`,
    }),
  );
};
