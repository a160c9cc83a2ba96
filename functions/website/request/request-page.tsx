/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { openByForm } from '../../use-cases/website/open-by-form.ts';
import { Page, sendPage } from '../frame/layout.tsx';
import type { PageRouter } from '../frame/router.tsx';
import { actAndShow } from '../frame/show-reply.ts';
import { isMember, type MemberVisit, type Visit } from '../frame/visit.ts';
import { PhoneForm } from '../login/login-page.tsx';
import { familyPath } from './family-link.ts';
import { type FieldErrors, readRequestForm } from './read-request-form.ts';
import { RequestForm, type Typed } from './request-form.tsx';

/** `/request`: first the code, then six fields. */
export const mountRequest = (router: PageRouter): void => {
  router.get('/request', (visit) =>
    isMember(visit, 'person')
      ? showForm(visit, { component: 'whole-blood' })
      : showPhoneFirst(visit),
  );
  router.postFor('person', '/request', async (visit, form) => {
    const { draft, errors } = readRequestForm(visit, form.field);
    if (!draft) return showForm(visit, form.typed, errors);
    const { site, person } = visit;
    const linkOf = (id: Parameters<typeof familyPath>[0]): string =>
      site.services.publicUrl + familyPath(id, site);
    /** The page of the newest request, also when the same form was sent twice. */
    const next = async (): Promise<string> => {
      const requests = (await site.services.store.person(person.phone))?.requests ?? [];
      const newest = requests.findLast(({ open }) => open);
      return newest ? familyPath(newest.requestId, site) : '/me';
    };
    return actAndShow(visit, form.id, next, (work) =>
      openByForm(work, person.phone, draft, linkOf),
    );
  });
};

const showPhoneFirst = (visit: Visit): Promise<Response> => {
  const { request, login } = visit.words;
  return sendPage(
    visit,
    <Page visit={visit} title={request.title} description={request.lead}>
      <p>{request.lead}</p>
      <p class="card">{request.byText(visit.number)}</p>
      <h2>{login.title}</h2>
      <p>{login.why}</p>
      <PhoneForm visit={visit} next="/request" />
    </Page>,
  );
};

const showForm = (
  visit: MemberVisit,
  typed: Typed,
  errors: FieldErrors = {},
): Promise<Response> => {
  const { request } = visit.words;
  return sendPage(
    visit,
    <Page visit={visit} title={request.title}>
      <p>{request.lead}</p>
      <RequestForm
        visit={visit}
        action="/request"
        typed={typed}
        errors={errors}
        send={request.send}
      />
    </Page>,
    Object.keys(errors).length > 0 ? 400 : 200,
  );
};
