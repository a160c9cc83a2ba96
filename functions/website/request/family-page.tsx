/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { countAsked } from '#shared/request/lifecycle/sent-home.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
import type { RequestFile } from '../../ports/store.ts';
import { messageContext } from '../../use-cases/message-context.ts';
import { changeByForm, type FamilyChange } from '../../use-cases/website/change-by-form.ts';
import { Page, sendPage } from '../frame/layout.tsx';
import { sendNotice } from '../frame/notice-page.tsx';
import type { PageRouter, SentForm } from '../frame/router.tsx';
import { actAndShow, readSaid } from '../frame/show-reply.ts';
import { isMember, type MemberVisit, pathOf, type Visit } from '../frame/visit.ts';
import { PhoneForm } from '../login/login-page.tsx';
import { FamilyActions } from './family-actions.tsx';
import { familyPath, parseFamilySecret } from './family-link.ts';
import { FamilySteps } from './family-steps.tsx';
import { type FieldErrors, readRequestForm, typedOf } from './read-request-form.ts';
import type { Typed } from './request-form.tsx';

type Asked = FamilyChange | { errors: FieldErrors };

/** What each form of the page asks for. */
const changes: Record<
  FamilyChange['type'],
  (visit: MemberVisit, form: SentForm, file: RequestFile) => Asked
> = {
  given: () => ({ type: 'given' }),
  nobody: () => ({ type: 'nobody' }),
  close: () => ({ type: 'close' }),
  more: ({ words }, form) => {
    const units = Number(form.field('extra'));
    return Number.isInteger(units) && units > 0 && units < 100
      ? { type: 'more', units }
      : { errors: { extra: words.family.moreWrong } };
  },
  correct: (visit, form, { request }) => {
    const { draft, errors } = readRequestForm(visit, form.field, request);
    return draft ? { type: 'correct', draft } : { errors };
  },
};

const isChange = (action: string): action is FamilyChange['type'] => Object.hasOwn(changes, action);

/** `/r/SECRET`: the family's own page. Who has the address may read it; only the family, logged in, may change it. */
export const mountFamily = (router: PageRouter): void => {
  const { site } = router;
  const findFile = async (secret: string): Promise<RequestFile | undefined> => {
    const id = parseFamilySecret(secret, site);
    return id && site.services.store.requestFile(id);
  };
  router.get('/r/:secret', async (visit) => {
    const file = await findFile(visit.c.req.param('secret') ?? '');
    return file
      ? showFamily(visit, file, {})
      : sendNotice(visit, ({ problems }) => problems.notFound, 404);
  });
  router.postFor('person', '/r/:secret/:action', async (visit, form) => {
    const file = await findFile(visit.c.req.param('secret') ?? '');
    const action = visit.c.req.param('action') ?? '';
    if (!file || !isChange(action))
      return sendNotice(visit, ({ problems }) => problems.notFound, 404);
    const { phone } = visit.person;
    if (file.request.requester !== phone)
      return sendNotice(visit, ({ problems }) => problems.notForYou, 403);
    const asked = changes[action](visit, form, file);
    if ('errors' in asked)
      return showFamily(visit, file, {
        typed: { ...typedOf(file.request), ...form.typed },
        errors: asked.errors,
      });
    const { id } = file.request;
    return actAndShow(visit, form.id, familyPath(id, site), (work) =>
      changeByForm(work, phone, id, asked),
    );
  });
};

const showFamily = async (
  visit: Visit,
  { request, alerts, timeline }: RequestFile,
  { typed, errors = {} }: { typed?: Typed; errors?: FieldErrors },
): Promise<Response> => {
  const { family } = visit.words;
  const { phrases, now } = visit;
  const owner =
    isMember(visit, 'person') && visit.person.phone === request.requester ? visit : undefined;
  const said = owner && (await readSaid(owner));
  const path = familyPath(request.id, visit.site);
  return sendPage(
    visit,
    <Page visit={visit} title={family.title(request.code)}>
      {said && <p class="notice">{said}</p>}
      <p>
        {family.what(
          phrases.need(request),
          phrases.where(
            { hospital: request.hospital, place: request.place.name },
            messageContext(visit.site.services, now),
          ),
          request.asap
            ? phrases.by(request.neededBy, request.asap)
            : phrases.time(request.neededBy, now),
        )}
      </p>
      {owner && request.patient !== '' && <p>{family.patient(request.patient)}</p>}
      <FamilySteps
        visit={visit}
        request={request}
        asked={countAsked(alerts).asked}
        timeline={timeline}
      />
      <p>
        <a class="btn plain" href={visit.site.base + pathOf(visit.c, visit.site)}>
          {family.reload}
        </a>
      </p>
      <p class="quiet">{family.keepLink}</p>
      {owner && !isClosed(request) && (
        <FamilyActions
          visit={owner}
          path={path}
          typed={typed ?? typedOf(request)}
          errors={errors}
        />
      )}
      {!owner && !isClosed(request) && (
        <details>
          <summary>{family.changeIt}</summary>
          <p>{family.changeHelp}</p>
          <PhoneForm visit={visit} next={path} />
        </details>
      )}
    </Page>,
    Object.keys(errors).length > 0 ? 400 : 200,
  );
};
