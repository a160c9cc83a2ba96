/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { ErrorSummary, HiddenFields, PageForm, TextField } from '../frame/fields.tsx';
import { Page, sendPage } from '../frame/layout.tsx';
import type { Visit } from '../frame/visit.ts';
import { passkeyScript, UsePasskeyForm } from './passkey-form.tsx';

/**
 * What the login leads to. `kept`: the fields of a form whose login had lapsed; they go along until the form can be sent.
 */
export type LoginAim = { next: string; kept?: Record<string, string> | undefined };

/** `again`: the person is logged in, and what they want to do harms others. */
type AskPhone = LoginAim & { phone?: string; wrong?: string; again?: boolean };

/** The fields that carry the aim from page to page. */
const AimFields = ({ next, kept }: LoginAim) => (
  <HiddenFields fields={{ next, ...(kept && { kept: JSON.stringify(kept) }) }} />
);

/** The first step: which phone. A code comes by text, or by a call for those who do not read texts. */
export const PhoneForm = ({
  visit,
  phone,
  wrong,
  again: _,
  ...aim
}: AskPhone & { visit: Visit }) => {
  const { login } = visit.words;
  return (
    <PageForm visit={visit} action="/login">
      <AimFields {...aim} />
      <TextField
        name="phone"
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        maxlength={20}
        label={login.phone}
        hint={login.phoneHint}
        value={phone}
        wrong={wrong}
        required
      />
      <button type="submit" name="by" value="text">
        {login.byText}
      </button>
      <button type="submit" class="plain" name="by" value="call">
        {login.byCall}
      </button>
    </PageForm>
  );
};

/** The login in the place of a page that needs one. */
export const showLogin = (visit: Visit, ask: AskPhone): Promise<Response> => {
  const { login, logins, problems } = visit.words;
  const isConsole = ask.again === true || ask.next.startsWith('/console');
  return sendPage(
    visit,
    <Page visit={visit} title={login.title} {...(isConsole && { script: passkeyScript })}>
      {ask.again && <p class="notice">{logins.again}</p>}
      {ask.kept && !ask.again && <p class="notice">{login.kept}</p>}
      <p>{login.why}</p>
      {isConsole && (
        <UsePasskeyForm visit={visit}>
          <AimFields next={ask.next} kept={ask.kept} />
        </UsePasskeyForm>
      )}
      <ErrorSummary
        title={problems.check}
        errors={ask.wrong ? [{ name: 'phone', wrong: ask.wrong }] : []}
      />
      <PhoneForm visit={visit} {...ask} />
    </Page>,
    ask.wrong ? 400 : 200,
  );
};

/** The second step: the six digits. `again`: they were wrong or too old. */
export const showCodeStep = (
  visit: Visit,
  { phone, by, again, ...aim }: LoginAim & { phone: string; by: 'text' | 'call'; again: boolean },
): Promise<Response> => {
  const { login, problems } = visit.words;
  const wrong = again ? login.codeWrong : undefined;
  return sendPage(
    visit,
    <Page visit={visit} title={login.codeTitle}>
      <p class="notice">{by === 'call' ? login.called(phone) : login.texted(phone)}</p>
      <ErrorSummary title={problems.check} errors={wrong ? [{ name: 'code', wrong }] : []} />
      <PageForm visit={visit} action="/login">
        <AimFields {...aim} />
        <HiddenFields fields={{ phone, by }} />
        <TextField
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={12}
          label={login.code}
          hint={login.codeHint}
          wrong={wrong}
          required
        />
        <button type="submit">{login.enter}</button>
      </PageForm>
      <h2>{login.noCode}</h2>
      <p>{login.noCodeHelp}</p>
      <PhoneForm visit={visit} {...aim} phone={phone} />
    </Page>,
    again ? 403 : 200,
  );
};

/** After a lapsed login: what was typed is sent with one button, as a new form of the person who is logged in now. */
export const showKeptForm = (
  visit: Visit,
  { next, kept }: { next: string; kept: Record<string, string> },
): Promise<Response> => {
  const { login } = visit.words;
  return sendPage(
    visit,
    <Page visit={visit} title={login.keptTitle}>
      <p>{login.keptHelp}</p>
      <ul>
        {Object.values(kept)
          .filter((value) => value !== '')
          .map((value) => (
            <li>{value}</li>
          ))}
      </ul>
      <PageForm visit={visit} action={next}>
        <HiddenFields fields={kept} />
        <button type="submit">{login.send}</button>
      </PageForm>
    </Page>,
  );
};
