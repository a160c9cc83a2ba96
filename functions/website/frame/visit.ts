import type { Context } from 'hono';
import { type Phrases, phrases } from '#shared/messages/catalog/phrases.ts';
import { runningSessions, type Session } from '#shared/people/login/session.ts';
import type { Person } from '#shared/people/person.ts';
import { isBlocked } from '#shared/people/unknown-phone.ts';
import { type Language, languageSchema } from '#shared/terms/language.ts';
import { renderPhoneNumber } from '#shared/terms/phone-number.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import { isCoordinator } from '../../use-cases/volunteers/log-in.ts';
import { type WebsiteWords, websiteWords } from '../words/website-words.ts';
import { giveBrowser, keepLanguage, readBrowser, readLanguage, readSession } from './cookies.ts';
import { renderFormToken } from './form-token.ts';
import type { Site } from './site.ts';

/** One request of a browser: who looks, in which language. */
export type Visit = {
  c: Context;
  site: Site;
  /** Hotline time. */
  now: EpochMs;
  language: Language;
  words: WebsiteWords;
  phrases: Phrases;
  /** The hotline's number, as people at home dial it. */
  number: string;
  /** Who has logged in. */
  person: Person | undefined;
  session: Session | undefined;
};
/** A visit of a person who has logged in. */
export type MemberVisit = Visit & { person: Person; session: Session };

/** Who may see a page. Each role sees what those before it see. */
export const roles = ['person', 'volunteer', 'coordinator'] as const;
export type VisitorRole = (typeof roles)[number];

const hasRole: Record<VisitorRole, (person: Person) => boolean> = {
  person: () => true,
  volunteer: ({ volunteer, optedOut }) => volunteer !== undefined && !optedOut,
  coordinator: isCoordinator,
};

export const isMember = (visit: Visit, role: VisitorRole): visit is MemberVisit =>
  visit.person !== undefined && visit.session !== undefined && hasRole[role](visit.person);

export const startVisit = async (site: Site, c: Context): Promise<Visit> => {
  const { person, session } = (await findLogin(site, c)) ?? {};
  const language = chooseLanguage(site, c, person);
  return {
    c,
    site,
    now: site.services.clock.now(),
    language,
    words: websiteWords[language],
    phrases: phrases[language],
    number: renderPhoneNumber(site.services.hotlineNumber),
    person,
    session,
  };
};

/** The person and the session of a browser. A session that was ended on any device opens nothing. */
export const findLogin = async (
  site: Site,
  c: Context,
): Promise<{ person: Person; session: Session } | undefined> => {
  const named = readSession(site, c);
  const person = named && (await site.services.store.person(named.phone));
  if (!person || isBlocked(person)) return undefined;
  const session = runningSessions(person, Date.now()).find(({ id }) => id === named.id);
  return session && { person, session };
};

/** The switch on the page, then what this browser or person chose before, then the browser's own languages. */
const chooseLanguage = (site: Site, c: Context, person: Person | undefined): Language => {
  const switched = languageSchema.safeParse(c.req.query('lang')).data;
  if (switched) keepLanguage(site, c, switched);
  return (
    switched ??
    readLanguage(site, c) ??
    person?.language ??
    acceptedLanguage(c.req.header('accept-language') ?? '') ??
    site.services.config.defaultLanguage
  );
};

const acceptedLanguage = (header: string): Language | undefined => {
  for (const part of header.slice(0, 200).split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? '';
    if (tag.startsWith('hi-latn')) return 'hi-Latn';
    if (/^hi(-|$)/.test(tag)) return 'hi';
    if (/^en(-|$)/.test(tag)) return 'en';
  }
  return undefined;
};

/** A path of ours as a browser behind PUBLIC_URL reaches it. */
export const hrefOf = ({ site }: Pick<Visit, 'site'>, path: string): string => site.base + path;

/** 303: the browser gets the next page, and a reload sends nothing again. */
export const redirect = (visit: Visit, path: string): Response =>
  visit.c.redirect(hrefOf(visit, path), 303);

/** The path without the base: a proxy before us may keep it or cut it. */
export const pathOf = (c: Context, { base }: Site): string =>
  base !== '' && c.req.path.startsWith(`${base}/`) ? c.req.path.slice(base.length) : c.req.path;

/** The visitor a form belongs to: the session, else the browser; '' for one that keeps no cookies. */
export const boundVisitor = ({ site, c, person }: Visit): string =>
  person?.phone ?? readBrowser(site, c) ?? '';

/** A token for one form on this page. The first form of a browser gives it its id. */
export const formTokenOf = (visit: Visit, action: string): string => {
  const { site, c, person } = visit;
  const given = c.get('browser');
  const who = person?.phone ?? readBrowser(site, c) ?? (typeof given === 'string' ? given : '');
  if (who !== '') return renderFormToken({ who, action }, site.secrets[0] ?? '', Date.now());
  const browser = giveBrowser(site, c);
  c.set('browser', browser);
  return renderFormToken({ who: browser, action }, site.secrets[0] ?? '', Date.now());
};
