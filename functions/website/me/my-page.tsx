/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { wantsNoAlerts } from '#shared/people/donor-updates.ts';
import { mayGiveFrom } from '#shared/people/eligibility.ts';
import { numberSharing } from '#shared/people/number-sharing.ts';
import { timesAsked } from '#shared/people/response-history.ts';
import { dayOf } from '#shared/terms/time.ts';
import { ActionButton, PageForm, TextField } from '../frame/fields.tsx';
import { Page, sendPage } from '../frame/layout.tsx';
import { hrefOf, type MemberVisit } from '../frame/visit.ts';
import { passkeyScript } from '../login/passkey-form.tsx';
import { familyPath } from '../request/family-link.ts';
import { Logins, mayHavePasskeys } from './logins-view.tsx';
import { findOwnCamps, OwnCamps } from './own-camps.tsx';
import { findOwnCertificates, OwnCertificates } from './own-certificates.tsx';

/** `/me`: what the hotline knows of the person who has logged in, and every choice that a text can make. */
export const showMe = async (visit: MemberVisit, said: string | undefined): Promise<Response> => {
  const [certificates, camps] = await Promise.all([
    findOwnCertificates(visit),
    findOwnCamps(visit),
  ]);
  const { me, nav } = visit.words;
  const { donor, volunteer } = visit.person;
  return sendPage(
    visit,
    <Page visit={visit} title={me.title} {...(mayHavePasskeys(visit) && { script: passkeyScript })}>
      {said && <p class="notice">{said}</p>}
      <OwnRequests visit={visit} />
      <OwnCamps visit={visit} camps={camps} />
      {volunteer && (
        <p>
          <a class="btn" href={hrefOf(visit, '/console')}>
            {me.console}
          </a>
        </p>
      )}
      {donor ? (
        <DonorCard visit={visit} />
      ) : (
        <p>
          {me.noDonor} <a href={hrefOf(visit, '/join')}>{nav.join}</a>
        </p>
      )}
      <OwnCertificates visit={visit} serials={certificates} />
      {donor && <DonorChoices visit={visit} />}
      <OwnData visit={visit} />
      <Logins visit={visit} />
    </Page>,
  );
};

const OwnRequests = ({ visit }: { visit: MemberVisit }) => {
  const open = visit.person.requests.filter((request) => request.open);
  if (open.length === 0) return null;
  return (
    <>
      <h2>{visit.words.me.requests}</h2>
      <ul>
        {open.map(({ code, requestId }) => (
          <li>
            <a class="btn plain" href={hrefOf(visit, familyPath(requestId, visit.site))}>
              {visit.words.family.title(code)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};

const DonorCard = ({ visit }: { visit: MemberVisit }) => {
  const { me } = visit.words;
  const { phrases, now, site } = visit;
  const { donor } = visit.person;
  if (!donor) return null;
  const { pausedUntil = now, ...rested } = donor;
  const next = mayGiveFrom(rested, 'whole-blood', site.services.config.policy.donation);
  const { record, donations, lastDonation } = donor;
  const asked = Math.max(visit.person.alerts.length, timesAsked(record));
  return (
    <>
      <p class="card big">{next > now ? me.nextFrom(phrases.day(dayOf(next))) : me.mayGiveNow}</p>
      {donations > 0 && <p>{me.thanks(donations)}</p>}
      <dl>
        <dt>{me.group}</dt>
        <dd>{phrases.group(donor.group)}</dd>
        <dt>{me.place}</dt>
        <dd>
          {donor.place.name} {donor.pin}
        </dd>
        {lastDonation && (
          <>
            <dt>{me.last}</dt>
            <dd>{phrases.day(lastDonation.day)}</dd>
          </>
        )}
        <dt>{me.history}</dt>
        <dd>{me.record({ asked, yes: record.saidYes, came: record.came })}</dd>
        {(wantsNoAlerts({ pausedUntil }) || pausedUntil > now) && (
          <>
            <dt>{me.pause}</dt>
            <dd>
              {wantsNoAlerts({ pausedUntil }) ? me.notAsked : phrases.day(dayOf(pausedUntil))}
            </dd>
          </>
        )}
      </dl>
      <p>
        <a href={hrefOf(visit, '/join')}>{me.change}</a>
      </p>
    </>
  );
};

const DonorChoices = ({ visit }: { visit: MemberVisit }) => {
  const { me } = visit.words;
  const { donor, prefersCalls } = visit.person;
  const isShown = numberSharing(visit.person, visit.site.services.config.policy) === 'share';
  const isPaused = donor?.pausedUntil !== undefined && donor.pausedUntil > visit.now;
  return (
    <>
      <h2>{me.choices}</h2>
      {isPaused && (
        <ActionButton visit={visit} action="/me/on">
          {me.on}
        </ActionButton>
      )}
      <details>
        <summary>{me.pauseFor}</summary>
        <PageForm visit={visit} action="/me/pause">
          <TextField name="days" label={me.days} inputmode="numeric" maxlength={3} value="30" />
          <button type="submit">{me.pauseSend}</button>
        </PageForm>
      </details>
      <details>
        <summary>{me.gave}</summary>
        <PageForm visit={visit} action="/me/gave">
          <TextField name="day" label={me.gaveDay} hint={me.gaveHint} maxlength={30} />
          <button type="submit">{me.gaveSend}</button>
        </PageForm>
      </details>
      <p>{prefersCalls ? me.asksByCall : me.asksByText}</p>
      <ActionButton visit={visit} action={prefersCalls ? '/me/texts' : '/me/calls'} plain>
        {prefersCalls ? me.useTexts : me.useCalls}
      </ActionButton>
      <p>{isShown ? me.numberShown : me.numberHidden}</p>
      <ActionButton visit={visit} action={isShown ? '/me/hide' : '/me/show'} plain>
        {isShown ? me.hide : me.show}
      </ActionButton>
    </>
  );
};

/** Everyone's rights: see it, erase it, leave. */
const OwnData = ({ visit }: { visit: MemberVisit }) => {
  const { me } = visit.words;
  return (
    <>
      <h2>{me.data}</h2>
      <ActionButton visit={visit} action="/me/mydata" plain>
        {me.showData}
      </ActionButton>
      <details>
        <summary>{me.forget}</summary>
        <p>{me.forgetHelp}</p>
        <ActionButton visit={visit} action="/me/forget">
          {me.forgetSend}
        </ActionButton>
      </details>
    </>
  );
};
