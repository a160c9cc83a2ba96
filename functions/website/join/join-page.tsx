/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { formatMessage } from '#shared/messages/format-message.ts';
import { bloodGroups } from '#shared/terms/blood-group.ts';
import { saveJoinDraft } from '../../use-cases/donors/register-donor.ts';
import { messageContext } from '../../use-cases/message-context.ts';
import { ErrorSummary, PageForm, SelectField, TextField } from '../frame/fields.tsx';
import { Page, sendPage } from '../frame/layout.tsx';
import type { PageRouter } from '../frame/router.tsx';
import { actAndShow, readSaid } from '../frame/show-reply.ts';
import { isMember, type MemberVisit, type Visit } from '../frame/visit.ts';
import { PhoneForm } from '../login/login-page.tsx';
import type { FieldErrors } from '../request/read-request-form.ts';
import type { Typed } from '../request/request-form.tsx';
import { readJoinForm } from './read-join-form.ts';

/** `/join`: the notice first, then the code, then the questions of the registration. */
export const mountJoin = (router: PageRouter): void => {
  router.get('/join', async (visit) =>
    isMember(visit, 'person')
      ? showJoinForm(visit, typedOfDonor(visit), {}, await readSaid(visit))
      : showNoticeFirst(visit),
  );
  router.postFor('person', '/join', (visit, form) => {
    const { draft, errors } = readJoinForm(visit, form.field);
    if (!draft) return showJoinForm(visit, form.typed, errors);
    return actAndShow(visit, form.id, '/me', async (work) => {
      await saveJoinDraft(work, visit.person.phone, draft, 'site', visit.language);
    });
  });
};

/** The notice, word for word as it is texted. */
const Notice = ({ visit }: { visit: Visit }) => {
  const { site, now, language } = visit;
  const message = { key: 'joinNotice', params: {} } as const;
  return (
    <p class="card" id="notice">
      {formatMessage(message, language, messageContext(site.services, now))}
    </p>
  );
};

const showNoticeFirst = (visit: Visit): Promise<Response> => {
  const { join, login } = visit.words;
  return sendPage(
    visit,
    <Page visit={visit} title={join.title} description={join.lead}>
      <p>{join.lead}</p>
      <h2>{join.noticeTitle}</h2>
      <Notice visit={visit} />
      <p class="quiet">{join.agreeLater}</p>
      <h2>{login.title}</h2>
      <p>{login.why}</p>
      <PhoneForm visit={visit} next="/join" />
    </Page>,
  );
};

/** What we know of a donor already, so that only changes are typed. */
const typedOfDonor = ({ person: { donor, name = '' } }: MemberVisit): Typed =>
  donor
    ? {
        group: donor.group,
        pin: donor.pin,
        name,
        sex: donor.sex,
        birthYear: String(donor.birthYear),
        ...(donor.lastDonation && {
          last: donor.lastDonation.day.split('-').toReversed().join('-'),
        }),
      }
    : {};

const showJoinForm = (
  visit: MemberVisit,
  typed: Typed,
  errors: FieldErrors = {},
  said?: string,
): Promise<Response> => {
  const { join, problems, request } = visit.words;
  const field = (name: string) => ({ name, value: typed[name], wrong: errors[name] });
  const isWrong = Object.keys(errors).length > 0;
  return sendPage(
    visit,
    <Page visit={visit} title={join.title}>
      {said && <p class="notice">{said}</p>}
      <ErrorSummary
        title={problems.check}
        errors={Object.entries(errors).map(([name, wrong]) => ({ name, wrong }))}
      />
      <h2>{join.noticeTitle}</h2>
      <Notice visit={visit} />
      <PageForm visit={visit} action="/join">
        <SelectField
          {...field('agree')}
          label={join.agree}
          empty={request.choose}
          choices={[
            { value: '1', label: join.agreeYes },
            { value: '2', label: join.agreeNo },
          ]}
        />
        <SelectField
          {...field('group')}
          label={join.group}
          hint={join.groupHint}
          empty={request.choose}
          choices={bloodGroups.map((value) => ({ value, label: visit.phrases.group(value) }))}
        />
        <TextField
          {...field('pin')}
          label={join.pin}
          hint={join.pinHint}
          inputmode="numeric"
          autocomplete="postal-code"
          maxlength={7}
        />
        <TextField {...field('name')} label={join.name} autocomplete="name" maxlength={60} />
        <SelectField
          {...field('sex')}
          label={join.sex}
          hint={join.sexHint}
          empty={request.choose}
          choices={[
            { value: 'woman', label: join.sexes.woman },
            { value: 'man', label: join.sexes.man },
            { value: 'other', label: join.sexes.other },
          ]}
        />
        <TextField
          {...field('birthYear')}
          label={join.birthYear}
          hint={join.birthYearHint}
          inputmode="numeric"
          autocomplete="bday-year"
          maxlength={4}
        />
        <TextField {...field('last')} label={join.last} hint={join.lastHint} maxlength={30} />
        <button type="submit">{join.send}</button>
      </PageForm>
    </Page>,
    isWrong ? 400 : 200,
  );
};
