/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { ActionButton, HiddenFields, PageForm } from '../frame/fields.tsx';
import { Page, sendPage } from '../frame/layout.tsx';
import { readSaid } from '../frame/show-reply.ts';
import { hrefOf, type MemberVisit } from '../frame/visit.ts';
import { isCoordinatorVisit, wordsFor } from './console-visit.ts';

type ConsolePageProps = { visit: MemberVisit; title: string; script?: string; children?: Child };

/** The pages of the console, as far as this volunteer may open them. */
const navOf = (visit: MemberVisit): (readonly [string, string])[] => {
  const { nav } = wordsFor(visit);
  return [
    ['/console', nav.requests],
    ['/console/duty', nav.duty],
    ['/console/donors', nav.donors],
    ['/console/camps', nav.camps],
    ...(isCoordinatorVisit(visit)
      ? ([
          ['/console/stories', nav.stories],
          ['/console/messages', nav.messages],
          ['/console/people', nav.people],
          ['/console/trail', nav.trail],
          ['/console/figures', nav.figures],
        ] as const)
      : []),
  ];
};

/** A page of the console with its own links. */
const ConsolePage = ({ visit, title, script, children }: ConsolePageProps) => (
  <Page visit={visit} title={title} wide nav={navOf(visit)} {...(script && { script })}>
    {children}
  </Page>
);

/** Ends this session, or every session of this phone. */
const LogoutButtons = ({ visit }: { visit: MemberVisit }) => {
  const { login, logins } = visit.words;
  return (
    <div class="row">
      <a class="btn plain" href={hrefOf(visit, '/me')}>
        {logins.title}
      </a>
      <ActionButton visit={visit} action="/logout" plain>
        {login.logout}
      </ActionButton>
      <ActionButton visit={visit} action="/logout" fields={{ everywhere: 'yes' }} plain>
        {login.logoutEverywhere}
      </ActionButton>
    </div>
  );
};

type Status = Parameters<typeof sendPage>[2];

/** Sends a page of the console, with what the hotline replied to the form that led to it. */
export const sendConsole = async (
  visit: MemberVisit,
  title: string,
  body: Child,
  { status, script }: { status?: Status; script?: string } = {},
): Promise<Response> => {
  const said = await readSaid(visit);
  return sendPage(
    visit,
    <ConsolePage visit={visit} title={title} {...(script && { script })}>
      {said !== undefined && (
        <p class="notice" role="status">
          {said}
        </p>
      )}
      {body}
      <LogoutButtons visit={visit} />
    </ConsolePage>,
    status,
  );
};

/** What cannot be undone is asked again. `fields` come back with the answer. */
export const askAgain = (
  visit: MemberVisit,
  {
    title,
    text,
    action,
    back,
    fields,
  }: {
    title: string;
    text: string;
    action: string;
    back: string;
    fields: Record<string, string>;
  },
): Promise<Response> => {
  const { act } = wordsFor(visit);
  return sendConsole(
    visit,
    title,
    <>
      <p class="big">{act.sure}</p>
      <p>{text}</p>
      <PageForm visit={visit} action={action}>
        <HiddenFields fields={{ ...fields, sure: 'yes' }} />
        <button type="submit">{act.yes}</button>
        <a class="btn plain" href={hrefOf(visit, back)}>
          {act.no}
        </a>
      </PageForm>
    </>,
  );
};

/** The table scrolls sideways on a small phone; `caption` names it. */
export const DataTable = ({
  caption,
  head,
  children,
}: {
  caption: string;
  head: readonly string[];
  children?: Child;
}) => (
  <section class="scroll" tabindex={0} aria-label={caption}>
    <table>
      <caption class="quiet">{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
);
