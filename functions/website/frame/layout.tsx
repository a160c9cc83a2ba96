/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { type Language, languages } from '#shared/terms/language.ts';
import { stylesheet } from './stylesheet.ts';
import { hrefOf, type Visit } from './visit.ts';

export type PageProps = {
  visit: Visit;
  title: string;
  /** For search engines, on public pages. */
  description?: string;
  /** A page with lists takes the whole width of a large screen. */
  wide?: boolean;
  /** Its own links, instead of those of the public pages. */
  nav?: readonly (readonly [path: string, words: string])[];
  /** The path of a script of our own; the page is whole without it. */
  script?: string;
  children?: Child;
};

const languageNames: Record<Language, string> = {
  en: 'English',
  hi: 'हिन्दी',
  'hi-Latn': 'Hinglish',
};

/**
 * Switches the language on the same page. A page that answers a form has no switch: following it would lose what was
 * typed.
 */
const LanguageSwitch = ({ visit }: { visit: Visit }) =>
  visit.c.req.method === 'POST' ? null : (
    <p class="langs">
      {languages.map((language) =>
        language === visit.language ? (
          <b lang={language}>{languageNames[language]}</b>
        ) : (
          <a href={`?lang=${language}`} lang={language} hreflang={language} rel="nofollow">
            {languageNames[language]}
          </a>
        ),
      )}
    </p>
  );

/** Every page stands in this frame. */
export const Page = ({ visit, title, description, wide, nav, script, children }: PageProps) => {
  const { words, site } = visit;
  const { groupName } = site.services.config;
  const links = nav ?? [
    ['/request', words.nav.request],
    ['/join', words.nav.join],
    ['/me', words.nav.me],
  ];
  const more = [
    ['/', words.nav.home],
    ['/request', words.nav.request],
    ['/join', words.nav.join],
    ['/me', words.nav.me],
    ['/camps', words.nav.camps],
    ['/stories', words.nav.stories],
    ['/questions', words.nav.questions],
    ['/privacy', words.nav.privacy],
    ['/accessibility', words.nav.accessibility],
    ['/contact', words.nav.contact],
  ];
  return (
    <html lang={visit.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {description ? (
          <meta name="description" content={description} />
        ) : (
          <meta name="robots" content="noindex" />
        )}
        <title>{`${title} · ${groupName}`}</title>
        <link rel="icon" href={hrefOf(visit, '/icon')} type="image/svg+xml" />
        <style>{raw(stylesheet)}</style>
        {script && <script src={hrefOf(visit, script)} defer />}
      </head>
      <body class={wide ? 'wide' : undefined}>
        <a class="skip" href="#main">
          {words.frame.skip}
        </a>
        <header>
          <a class="name" href={hrefOf(visit, '/')}>
            {groupName}
          </a>
          <nav aria-label={words.frame.navigation}>
            {links.map(([path = '', text]) => (
              <a href={hrefOf(visit, path)}>{text}</a>
            ))}
          </nav>
        </header>
        <main id="main">
          <h1>{title}</h1>
          {children}
        </main>
        <footer>
          <LanguageSwitch visit={visit} />
          <nav aria-label={words.frame.allPages}>
            {more.map(([path = '', text]) => (
              <a href={hrefOf(visit, path)}>{text}</a>
            ))}
          </nav>
          <p>
            {words.frame.free} {words.frame.call(visit.number)}
          </p>
          <p>{words.frame.updated}</p>
        </footer>
      </body>
    </html>
  );
};

type PageStatus = 200 | 400 | 403 | 404 | 409 | 413 | 429 | 500;

export const sendPage = async (
  visit: Visit,
  page: unknown,
  status: PageStatus = 200,
): Promise<Response> => visit.c.html(`<!doctype html>${await String(page)}`, status);
