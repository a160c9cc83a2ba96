/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { runningSessions } from '#shared/people/login/session.ts';
import { epochMs } from '#shared/terms/time.ts';
import { ActionButton } from '../frame/fields.tsx';
import type { MemberVisit } from '../frame/visit.ts';

/** "Chrome, Android, 30-11-2026 18:00". Both times are real. */
const lineOf = (
  { words, phrases }: MemberVisit,
  { browser, since }: { browser: string; since: Parameters<typeof epochMs>[0] },
): string =>
  `${browser || words.logins.someBrowser}, ${phrases.time(epochMs(since), epochMs(Date.now()))}`;

/** Every browser in which this person is logged in, each with a button that ends it. */
export const Logins = ({ visit }: { visit: MemberVisit }) => {
  const { logins, login } = visit.words;
  return (
    <section id="logins" aria-labelledby="logins-title">
      <h2 id="logins-title">{logins.title}</h2>
      <ul>
        {runningSessions(visit.person, Date.now())
          .toReversed()
          .map((session) => (
            <li>
              {lineOf(visit, session)}{' '}
              {session.id === visit.session.id ? (
                <b>({logins.here})</b>
              ) : (
                <ActionButton visit={visit} action="/me/end" fields={{ session: session.id }} plain>
                  {logins.end}
                </ActionButton>
              )}
            </li>
          ))}
      </ul>
      <ActionButton visit={visit} action="/logout" plain>
        {login.logout}
      </ActionButton>
      <ActionButton visit={visit} action="/logout" plain fields={{ everywhere: '1' }}>
        {login.logoutEverywhere}
      </ActionButton>
    </section>
  );
};
