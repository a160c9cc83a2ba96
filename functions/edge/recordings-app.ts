import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import type { Person } from '#shared/donor/person.ts';
import { words } from '#shared/messages/words.ts';
import { recordingIdSchema } from '#shared/terms/call-id.ts';
import { parsePhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../ports/services.ts';
import { checkLoginCode, isCoordinator, sendLoginCode } from '../use-cases/log-in.ts';
import { languageOf } from '../use-cases/receive-text.ts';
import { parseForm } from './form.ts';
import { askCodePage, askPhonePage, recordingPage } from './recording-page.ts';
import { serveRecording } from './serve-recording.ts';
import { parseSession, renderSession, sessionMs } from './session.ts';

type Options = { services: Services; authTokens: readonly string[] };

const cookie = 'coordinator';

/**
 * What callers have left for the volunteers: `/recordings/ID` for coordinators, who show who they are by a number
 * texted to their phone, and `/recordings/ID.mp3` for them and, by a link that is good for minutes, for the carrier.
 */
export const createRecordingsApp = ({ services, authTokens }: Options): Hono => {
  const app = new Hono();
  const whoAsks = async (c: Context): Promise<Person | undefined> => {
    const phone = parseSession(getCookie(c, cookie), authTokens, Date.now());
    const person = phone && (await services.store.person(phone));
    return isCoordinator(person) ? person : undefined;
  };

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
    }),
    bodyLimit({ maxSize: 4096 }),
    async (c, next) => {
      await next();
      c.header('Cache-Control', 'no-store');
    },
  );

  app.get('/recordings/:file{[\\w-]+\\.mp3}', serveRecording(services, authTokens, whoAsks));

  app.get('/recordings/:id', async (c) => {
    const person = await whoAsks(c);
    return person ? showRecording(c, services, person) : c.html(askPhonePage());
  });

  app.post('/recordings/:id', async (c) => {
    const form = parseForm(c.req.header('content-type'), await c.req.text());
    const phone = parsePhoneNumber(String(form['phone'] ?? ''));
    if (!phone) return c.html(askPhonePage(), 400);
    if (form['code'] === undefined) {
      await sendLoginCode(services, phone);
      return c.html(askCodePage(phone, false));
    }
    if (!(await checkLoginCode(services, phone, String(form['code']))))
      return c.html(askCodePage(phone, true), 403);
    setCookie(c, cookie, renderSession(phone, authTokens[0] ?? '', Date.now()), {
      httpOnly: true,
      sameSite: 'Lax',
      secure: services.publicUrl.startsWith('https:'),
      path: '/recordings',
      maxAge: sessionMs / 1000,
    });
    return c.redirect(c.req.path, 303);
  });
  return app;
};

const showRecording = async (c: Context, services: Services, person: Person) => {
  const language = languageOf(services, person.language);
  const id = recordingIdSchema.safeParse(c.req.param('id'));
  const recording = id.success ? await services.store.recording(id.data) : undefined;
  if (!recording) return c.html(recordingPage(language, undefined), 404);
  const request = recording.requestId && (await services.store.request(recording.requestId));
  return c.html(
    recordingPage(language, {
      when: words[language].time(recording.at, services.clock.now()),
      phone: recording.by,
      seconds: recording.seconds,
      code: request?.code,
      sound: `${recording.id}.mp3`,
    }),
  );
};
