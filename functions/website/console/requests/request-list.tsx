/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { countMissing } from '#shared/request/pledge-counts.ts';
import { requestParams } from '#shared/request/request-messages.ts';
import { nextStep, type Standing, stuckFirst } from '#shared/request/standing.ts';
import { requestCodeSchema } from '#shared/terms/ids.ts';
import { maySeeRequest } from '../../../use-cases/console/decide-as-read.ts';
import { listOpenRequests } from '../../../use-cases/requests/list-open-requests.ts';
import { UnitOfWork } from '../../../use-cases/unit-of-work.ts';
import { TextField } from '../../frame/fields.tsx';
import type { PageRouter } from '../../frame/router.tsx';
import { hrefOf, type MemberVisit, redirect } from '../../frame/visit.ts';
import { DataTable, sendConsole } from '../console-frame.tsx';
import { renderPlace, renderSpan, renderTime, wordsFor, zoneName } from '../console-visit.ts';

/** The open requests that this volunteer may see, stuck ones first. Costs the open requests. */
export const findStandings = async ({ site, now, person }: MemberVisit): Promise<Standing[]> => {
  const { services } = site;
  const open = await listOpenRequests(new UnitOfWork(services, now));
  return stuckFirst(
    open.filter((request) => maySeeRequest(person, request)),
    now,
    services.config.policy,
  );
};

const Row = ({ visit, standing }: { visit: MemberVisit; standing: Standing }) => {
  const words = wordsFor(visit);
  const { request, stuck } = standing;
  const { what, at, asap } = nextStep(request);
  return (
    <tr class={stuck && 'stuck'}>
      <th scope="row">
        <a class="code" href={hrefOf(visit, `/console/r/${request.code}`)}>
          {request.code}
        </a>
      </th>
      <td>
        <b>{stuck ? words.stuck[stuck] : words.list.fine}</b>
        <br />
        {words.phases[request.phase.type]}
      </td>
      <td>
        {visit.phrases.need(requestParams(request))}
        <br />
        {renderPlace(visit, request)} ({zoneName(visit, request.place.zone)})
      </td>
      <td>{words.request.missing(countMissing(request), request.units)}</td>
      <td>
        {words.urgency[request.urgency]}: {renderTime(visit, request.neededBy, request.asap)}
      </td>
      <td>{words.next[what](renderTime(visit, at, asap))}</td>
      <td>{renderSpan(words, visit.now - request.createdAt)}</td>
    </tr>
  );
};

const RequestTable = ({ visit, standings }: { visit: MemberVisit; standings: Standing[] }) => {
  const { list, request } = wordsFor(visit);
  return (
    <DataTable
      caption={list.caption}
      head={[
        list.request,
        list.standing,
        request.need,
        list.missing,
        request.by,
        list.next,
        list.age,
      ]}
    >
      {standings.map((standing) => (
        <Row visit={visit} standing={standing} />
      ))}
    </DataTable>
  );
};

const FindForm = ({
  visit,
  wrong,
  value,
}: {
  visit: MemberVisit;
  wrong?: string;
  value?: string;
}) => {
  const { list } = wordsFor(visit);
  return (
    <form method="get" action={hrefOf(visit, '/console/find')} class="row">
      <div>
        <TextField
          name="code"
          inputmode="numeric"
          maxlength={7}
          label={list.find}
          wrong={wrong}
          value={value}
          required
        />
      </div>
      <button type="submit" class="plain">
        {list.findButton}
      </button>
    </form>
  );
};

const showList = async (
  visit: MemberVisit,
  found: { wrong?: string; value?: string } = {},
): Promise<Response> => {
  const { list } = wordsFor(visit);
  const standings = await findStandings(visit);
  const stuckOnes = standings.filter(({ stuck }) => stuck !== undefined).length;
  return sendConsole(
    visit,
    list.title,
    <>
      {visit.person.volunteer?.onDuty === false && <p class="error">{list.offDuty}</p>}
      <p>
        {standings.length > 0 && <b>{list.count(standings.length, stuckOnes)} </b>}
        {list.asOf(renderTime(visit, visit.now))}{' '}
        <a class="btn plain" href={hrefOf(visit, '/console')}>
          {list.again}
        </a>
      </p>
      {standings.length === 0 ? (
        <p class="notice">{list.none}</p>
      ) : (
        <RequestTable visit={visit} standings={standings} />
      )}
      <FindForm visit={visit} {...found} />
    </>,
    found.wrong === undefined ? { script: '/console/live.js' } : { status: 404 },
  );
};

/** `/console`: the open requests. `/console/find?code=4821` leads to one, open or over. */
export const mountRequestList = (router: PageRouter): void => {
  router.getFor('volunteer', '/console', (visit) => showList(visit));
  router.getFor('volunteer', '/console/find', async (visit) => {
    const value = (visit.c.req.query('code') ?? '').trim().slice(0, 7);
    const code = requestCodeSchema.safeParse(value);
    const pointer = code.success ? await visit.site.services.store.code(code.data) : undefined;
    return pointer
      ? redirect(visit, `/console/r/${pointer.code}`)
      : showList(visit, { value, wrong: wordsFor(visit).list.unknown(value) });
  });
};
