/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { mostPasskeys } from '#shared/people/login/passkey.ts';
import { runningSessions } from '#shared/people/login/session.ts';
import { epochMs } from '#shared/terms/time.ts';
import { isCoordinator } from '../../use-cases/volunteers/log-in.ts';
import { ActionButton } from '../frame/fields.tsx';
import type { MemberVisit } from '../frame/visit.ts';
import { AddPasskeyForm, passkeyHost } from '../login/passkey-form.tsx';

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
      {mayHavePasskeys(visit) && <Passkeys visit={visit} />}
    </section>
  );
};

/** Coordinators have passkeys, where the site has a name. */
export const mayHavePasskeys = ({ person, site }: MemberVisit): boolean =>
  isCoordinator(person) && passkeyHost(site) !== undefined;

const Passkeys = ({ visit }: { visit: MemberVisit }) => {
  const { logins } = visit.words;
  const passkeys = visit.person.passkeys ?? [];
  return (
    <>
      <h2>{logins.passkeys}</h2>
      <p>{logins.passkeysHelp}</p>
      <ul>
        {passkeys.map((passkey) => (
          <li>
            {lineOf(visit, passkey)}{' '}
            <ActionButton
              visit={visit}
              action="/me/unpasskey"
              fields={{ passkey: passkey.id }}
              plain
            >
              {logins.remove}
            </ActionButton>
          </li>
        ))}
      </ul>
      {passkeys.length < mostPasskeys && <AddPasskeyForm visit={visit} />}
    </>
  );
};
