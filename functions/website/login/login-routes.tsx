/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import * as z from 'zod';
import type { Session } from '#shared/people/login/session.ts';
import { type PhoneNumber, parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { newSession } from '../../http/login/new-session.ts';
import {
  checkLoginCode,
  endSessions,
  isWelcome,
  mayUseWebsite,
  sendLoginCode,
} from '../../use-cases/volunteers/log-in.ts';
import { findPasskey, logInByPasskey } from '../../use-cases/volunteers/passkeys.ts';
import { endSession, giveSession, readBrowser } from '../frame/cookies.ts';
import type { PageRouter, SentForm } from '../frame/router.tsx';
import { openPhone } from '../frame/sealed-phone.ts';
import { redirect, type Visit } from '../frame/visit.ts';
import { type LoginAim, showCodeStep, showKeptForm, showLogin } from './login-page.tsx';
import { passkeyReader } from './passkey-form.tsx';
import { checkPasskey, parseLoginByPasskey } from './verify-passkey.ts';

/**
 * Real milliseconds that each attempt takes: a phone we know needs one save more, and the time must not show it, on a
 * busy machine either.
 */
const attemptMs = 1500;

/** The login by a code that comes to the phone: the same answers for every number. */
export const mountLogin = (router: PageRouter): void => {
  const { site } = router;
  router.get('/login', (visit) => showLogin(visit, { next: safePath(visit.c.req.query('next')) }));

  router.post('/login', async (visit, form) => {
    const aim = aimOf(form);
    const phone = parsePhoneNumber(form.field('phone'));
    if (!phone) {
      const wrong = visit.words.login.phoneWrong;
      return showLogin(visit, { ...aim, phone: form.field('phone'), wrong });
    }
    const by = form.field('by') === 'call' ? 'call' : 'text';
    const visitor = { phone, browser: readBrowser(site, visit.c) };
    const wait = site.services.clock.pause(attemptMs);
    if (form.field('code') === '') {
      const way = { by, language: visit.language } as const;
      await Promise.all([
        sendLoginCode(site.services, { ...visitor, ...way }, mayUseWebsite),
        wait,
      ]);
      return showCodeStep(visit, { ...aim, phone, by, again: false });
    }
    const session = newSession(visit.c);
    const [isRight] = await Promise.all([
      checkLoginCode(site.services, { ...visitor, session }, form.field('code'), isWelcome),
      wait,
    ]);
    if (!isRight) return showCodeStep(visit, { ...aim, phone, by, again: true });
    return begin(visit, phone, session, aim);
  });

  router.post('/login/passkey', async (visit, form) => {
    const aim = aimOf(form);
    const response = parseLoginByPasskey(form.field('credential'));
    const phone = response && openPhone(response.response.userHandle, passkeyReader, site.secrets);
    const passkey = phone && (await findPasskey(site.services, phone, response.id));
    const used = passkey && (await checkPasskey(site, passkey, { response, formId: form.id }));
    const session = newSession(visit.c);
    if (phone === undefined || passkey === undefined || used === undefined)
      return showLogin(visit, { ...aim, wrong: visit.words.logins.wrong });
    const { id } = passkey;
    return (await logInByPasskey(site.services, phone, {
      id,
      counter: used,
      formId: form.id,
      session,
    }))
      ? begin(visit, phone, session, aim)
      : showLogin(visit, { ...aim, wrong: visit.words.logins.wrong });
  });

  router.post('/logout', async (visit, form) => {
    const only = form.field('everywhere') === '' ? visit.session?.id : undefined;
    if (visit.person) await endSessions(site.services, visit.person.phone, only);
    endSession(site, visit.c);
    return redirect(visit, '/');
  });
};

/** Gives the browser its session, which takes the place of the one before, and leads on. */
const begin = async (
  visit: Visit,
  phone: PhoneNumber,
  session: Session,
  { next, kept }: LoginAim,
): Promise<Response> => {
  const { services } = visit.site;
  if (visit.person) await endSessions(services, visit.person.phone, visit.session?.id);
  giveSession(visit.site, visit.c, phone, session);
  if (!kept) return redirect(visit, next);
  return showKeptForm(
    { ...visit, person: await services.store.person(phone), session },
    { next, kept },
  );
};

/** A path of ours. Anything else would lead a person who has just logged in to another site. */
const safePath = (path: string | undefined): string =>
  path !== undefined && /^\/(?:[\w-]+(?:\/[\w-]+)*)?$/.test(path) ? path : '/me';

const keptSchema = z.record(z.string().regex(/^[a-z][\w-]{0,39}$/), z.string().max(2000));

const aimOf = (form: SentForm): LoginAim => {
  const next = safePath(form.field('next'));
  const kept = keptSchema.safeParse(parseJson(form.field('kept')));
  return { next, ...(kept.success && { kept: kept.data }) };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
