/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { describeError } from '../../http/describe-error.ts';
import { parseForm } from '../../http/form.ts';
import type { Form } from '../../ports/webhooks.ts';
import { showLogin } from '../login/login-page.tsx';
import { parseFormToken } from './form-token.ts';
import { sendNotice } from './notice-page.tsx';
import { pageHeaders } from './security.ts';
import type { Site } from './site.ts';
import {
  boundVisitor,
  isMember,
  type MemberVisit,
  pathOf,
  startVisit,
  type Visit,
  type VisitorRole,
} from './visit.ts';

/** A form that came from our own page, for this visitor. The same id comes again when it is sent twice. */
export type SentForm = {
  id: string;
  /** The first value of a field, trimmed; '' when it is missing. */
  field(name: string): string;
  /** Every field but the form's id, for a page that shows what was typed. */
  typed: Record<string, string>;
};

type Answer = Response | Promise<Response>;

/** Larger than any form of ours: six fields of a few words, or a list that is imported by hand. */
export const maxPageFormBytes = 64 * 1024;

type GetOptions = { public?: boolean };

export type PageRouter = {
  app: Hono;
  site: Site;
  /** A page that each visitor may see. `public`: the same for everyone, so browsers may keep it for ten minutes. */
  get(path: string, page: (visit: Visit) => Answer, options?: GetOptions): void;
  /** A page for those who have logged in; others get the login, and then the page. */
  getFor(role: VisitorRole, path: string, page: (visit: MemberVisit) => Answer): void;
  post(path: string, act: (visit: Visit, form: SentForm) => Answer): void;
  /** A form of those who have logged in. What was typed is kept when the login has lapsed. */
  postFor(
    role: VisitorRole,
    path: string,
    act: (visit: MemberVisit, form: SentForm) => Answer,
  ): void;
};

/** Mounts pages with everything that each page needs: headers, compression, limits, login, the check of forms. */
export const createPageRouter = (site: Site): PageRouter => {
  const app = new Hono();
  const begin = (c: Context) => startVisit(site, c);
  const tooLarge = async (c: Context) =>
    sendNotice(await begin(c), ({ problems }) => problems.tooLarge, 413);
  const common = [
    pageHeaders,
    compress(),
    bodyLimit({ maxSize: maxPageFormBytes, onError: tooLarge }),
  ] as const;

  const get: PageRouter['get'] = (path, page, options) =>
    void app.get(path, ...common, async (c) => {
      const response = await page(await begin(c));
      return withCache(response, options?.public === true && c.req.query('lang') === undefined);
    });

  const send =
    (act: (visit: Visit, form: Form) => Answer) =>
    async (c: Context): Promise<Response> => {
      const visit = await begin(c);
      if (!isSameOrigin(c, site))
        return withCache(await sendNotice(visit, ({ problems }) => problems.otherSite, 403));
      const form = parseForm(c.req.header('content-type'), await c.req.text());
      return withCache(await act(visit, form));
    };

  const checked = (visit: Visit, form: Form, act: (sent: SentForm) => Answer): Answer => {
    const sent = readForm(visit, form);
    return sent ? act(sent) : sendNotice(visit, ({ problems }) => problems.staleForm, 409);
  };

  const post: PageRouter['post'] = (path, act) =>
    void app.post(
      path,
      ...common,
      send((visit, form) => checked(visit, form, (sent) => act(visit, sent))),
    );

  const getFor: PageRouter['getFor'] = (role, path, page) =>
    get(path, (visit) => {
      if (isMember(visit, role)) return page(visit);
      return visit.person
        ? sendNotice(visit, ({ problems }) => problems.notForYou, 403)
        : showLogin(visit, { next: pathOf(visit.c, site) });
    });

  const postFor: PageRouter['postFor'] = (role, path, act) =>
    void app.post(
      path,
      ...common,
      send((visit, form) => {
        if (isMember(visit, role)) return checked(visit, form, (sent) => act(visit, sent));
        return visit.person
          ? sendNotice(visit, ({ problems }) => problems.notForYou, 403)
          : showLogin(visit, { next: pathOf(visit.c, site), kept: typedIn(form) });
      }),
    );

  app.onError(async (error, c) => {
    site.services.log.error('page-failed', { path: c.req.routePath, ...describeError(error) });
    return withCache(await sendNotice(await begin(c), ({ problems }) => problems.ours, 500));
  });
  return { app, site, get, getFor, post, postFor };
};

const withCache = (response: Response, isPublic = false): Response => {
  response.headers.set(
    'Cache-Control',
    isPublic && response.status === 200 ? 'public, max-age=600' : 'no-store',
  );
  if (isPublic) response.headers.append('Vary', 'Accept-Language, Cookie');
  return response;
};

/** False for a form on another site. A browser too old to say where it comes from is left to the form's own id. */
const isSameOrigin = (c: Context, { origin }: Site): boolean => {
  const fetchSite = c.req.header('sec-fetch-site');
  const sentFrom = c.req.header('origin');
  if (fetchSite !== undefined && !['same-origin', 'none'].includes(fetchSite)) return false;
  return sentFrom === undefined || sentFrom === 'null' || sentFrom === origin;
};

const maxFieldLetters = 2000;
const firstOf = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? '';

/** What a person typed, without the ids of the form. */
const typedIn = (form: Form): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form)
      .filter(
        ([name]) => /^[a-z][\w-]{0,39}$/.test(name) && !['form', 'kept', 'next'].includes(name),
      )
      .map(([name, value]) => [name, firstOf(value).slice(0, maxFieldLetters)]),
  );

const readForm = (visit: Visit, form: Form): SentForm | undefined => {
  const { site, c } = visit;
  const bound = { who: boundVisitor(visit), action: pathOf(c, site) };
  const token = firstOf(form['form']);
  const id = parseFormToken(token, bound, { secrets: site.secrets, now: Date.now() });
  return id === undefined
    ? undefined
    : { id, field: (name) => firstOf(form[name]).trim(), typed: typedIn(form) };
};
