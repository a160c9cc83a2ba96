/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Person } from '#shared/people/person.ts';
import { parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { findPeople } from '../../../use-cases/console/find-people.ts';
import { PageForm, TextField } from '../../frame/fields.tsx';
import type { PageRouter } from '../../frame/router.tsx';
import { sealPhone } from '../../frame/sealed-phone.ts';
import { hrefOf, type MemberVisit, redirect } from '../../frame/visit.ts';
import { DataTable, sendConsole } from '../console-frame.tsx';
import { maskedPhone, wordsFor, zoneName } from '../console-visit.ts';

/** The address of a person's page, for this reader. */
export const pathOfPerson = ({ person, site }: MemberVisit, phone: Person['phone']): string =>
  `/console/p/${sealPhone(phone, person.phone, site.secrets[0] ?? '')}`;

const PersonRow = ({ visit, found }: { visit: MemberVisit; found: Person }) => {
  const { people, roles } = wordsFor(visit);
  const { volunteer, donor, requests } = found;
  const parts = [
    volunteer && `${roles[volunteer.role]}, ${zoneName(visit, volunteer.zone)}`,
    donor && `${people.donor} ${visit.phrases.group(donor.group)}`,
    requests.some(({ open }) => open) && people.family,
  ];
  return (
    <tr>
      <th scope="row">
        <a class="code" href={hrefOf(visit, pathOfPerson(visit, found.phone))}>
          {maskedPhone(found.phone)}
        </a>
      </th>
      <td>{parts.filter(Boolean).join(' · ')}</td>
    </tr>
  );
};

type Search = { ending?: string; found?: readonly Person[]; wrong?: string };

const showPeople = (visit: MemberVisit, { ending, found, wrong }: Search): Promise<Response> => {
  const { people } = wordsFor(visit);
  return sendConsole(
    visit,
    people.title,
    <>
      <PageForm visit={visit} action="/console/people">
        <TextField
          name="number"
          type="tel"
          inputmode="tel"
          maxlength={20}
          label={people.find}
          hint={people.findHint}
          value={ending}
          wrong={wrong}
          required
        />
        <button type="submit">{people.findButton}</button>
      </PageForm>
      {found && found.length > 0 && (
        <DataTable caption={people.found} head={[people.phone, people.who]}>
          {found.map((one) => (
            <PersonRow visit={visit} found={one} />
          ))}
        </DataTable>
      )}
      {found?.length === 0 && <p class="notice">{people.none}</p>}
      <p>
        <a class="btn plain" href={hrefOf(visit, '/console/import')}>
          {people.import}
        </a>
      </p>
    </>,
    wrong === undefined ? {} : { status: 400 },
  );
};

/** `/console/people`: finds a person by the last digits of the number, or by the whole number. */
export const mountPeople = (router: PageRouter): void => {
  router.getFor('coordinator', '/console/people', async (visit) => {
    const ending = visit.c.req.query('ending');
    if (ending === undefined || !/^\d{3,6}$/.test(ending)) return showPeople(visit, {});
    return showPeople(visit, { ending, found: await findPeople(visit.site.services, ending) });
  });

  router.postFor('coordinator', '/console/people', async (visit, form) => {
    const { people } = wordsFor(visit);
    const digits = form.field('number').replace(/[\s-]/g, '');
    if (/^\d{3,6}$/.test(digits)) return redirect(visit, `/console/people?ending=${digits}`);
    const phone = parsePhoneNumber(form.field('number'));
    if (!phone) return showPeople(visit, { ending: form.field('number'), wrong: people.findWrong });
    const person = await visit.site.services.store.person(phone);
    return person
      ? redirect(visit, pathOfPerson(visit, phone))
      : showPeople(visit, { ending: form.field('number'), found: [] });
  });
};
