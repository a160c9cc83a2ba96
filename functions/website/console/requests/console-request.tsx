/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { countMissing } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { requestParams } from '#shared/request/request-messages.ts';
import { nextStep, whyStuck } from '#shared/request/standing.ts';
import { type PhoneNumber, renderPhoneNumber } from '#shared/terms/phone-number.ts';
import { findLookalikes } from '../../../use-cases/intake/find-lookalikes.ts';
import { explainRequest } from '../../../use-cases/requests/explain-request.ts';
import { UnitOfWork } from '../../../use-cases/unit-of-work.ts';
import type { PageRouter } from '../../frame/router.tsx';
import { hrefOf, type MemberVisit } from '../../frame/visit.ts';
import { DataTable, sendConsole } from '../console-frame.tsx';
import {
  maskedPhone,
  maySeeNumbers,
  renderPlace,
  renderTime,
  wordsFor,
  zoneName,
} from '../console-visit.ts';
import { findSeenFile, sendUnknownRequest } from './find-request.ts';
import { ActForms } from './request-acts.tsx';
import { Timeline } from './timeline-view.tsx';
import { WhyView } from './why-view.tsx';

const Fact = ({ name, value }: { name: string; value: unknown }) =>
  value === '' || value === undefined ? null : (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );

const Phone = ({
  visit,
  request,
  phone,
}: {
  visit: MemberVisit;
  request: Request;
  phone: PhoneNumber;
}) =>
  maySeeNumbers(visit.person, request) ? (
    <a href={`tel:${phone}`}>{renderPhoneNumber(phone)}</a>
  ) : (
    maskedPhone(phone)
  );

const Facts = ({ visit, request }: { visit: MemberVisit; request: Request }) => {
  const { request: words, urgency } = wordsFor(visit);
  const { requester, contact, verifiedBy } = request;
  return (
    <dl>
      <Fact name={words.need} value={visit.phrases.need(requestParams(request))} />
      <Fact name={words.where} value={renderPlace(visit, request)} />
      <Fact name={words.zone} value={zoneName(visit, request.place.zone)} />
      <Fact
        name={words.by}
        value={`${renderTime(visit, request.neededBy, request.asap)} (${urgency[request.urgency]})`}
      />
      <Fact name={words.patient} value={request.patient} />
      <Fact name={words.attendant} value={request.attendant} />
      <Fact name={words.ward} value={request.ward} />
      <Fact
        name={words.phone}
        value={
          requester ? <Phone visit={visit} request={request} phone={requester} /> : words.erased
        }
      />
      <Fact
        name={words.contact}
        value={contact && <Phone visit={visit} request={request} phone={contact} />}
      />
      <Fact name={words.opened} value={renderTime(visit, request.createdAt)} />
      <Fact name={words.verifiedBy} value={verifiedBy && maskedPhone(verifiedBy)} />
      <Fact name={words.stages} value={request.stages > 0 ? String(request.stages) : ''} />
    </dl>
  );
};

const Pledges = ({ visit, request }: { visit: MemberVisit; request: Request }) => {
  const { request: words, pledges } = wordsFor(visit);
  if (request.pledges.length === 0) return <p>{words.noneComing}</p>;
  return (
    <DataTable caption={words.coming} head={[words.donor, words.state, words.time]}>
      {request.pledges.map(({ donor, state, arriveBy, ownTime }) => (
        <tr>
          <td>{maskedPhone(donor?.phone)}</td>
          <td>{pledges[state]}</td>
          <td>{renderTime(visit, arriveBy, request.asap && !ownTime)}</td>
        </tr>
      ))}
    </DataTable>
  );
};

const Standing = ({ visit, request }: { visit: MemberVisit; request: Request }) => {
  const words = wordsFor(visit);
  const stuck = whyStuck(request, visit.now, visit.site.services.config.policy);
  const { what, at, asap } = nextStep(request);
  const { phase } = request;
  return (
    <div class="card">
      <p class="big">
        {stuck ? words.stuck[stuck] : words.phases[phase.type]}
        {phase.type === 'closed' && `: ${words.closed[phase.reason]}`}
      </p>
      <p>
        {words.request.missing(countMissing(request), request.units)}.{' '}
        {words.next[what](renderTime(visit, at, asap))}.
      </p>
    </div>
  );
};

/** Open requests that may be about the same patient. Only the codes: one of another zone is not this volunteer's to read. */
const Lookalikes = ({ visit, codes }: { visit: MemberVisit; codes: readonly string[] }) =>
  codes.length === 0 ? null : (
    <p class="card">
      {wordsFor(visit).request.alike}{' '}
      {codes.map((code) => (
        <>
          <a class="code" href={hrefOf(visit, `/console/r/${code}`)}>
            {code}
          </a>{' '}
        </>
      ))}
    </p>
  );

/** `/console/r/4821`: one request whole, with what may be done, what happened and why. */
export const mountConsoleRequest = (router: PageRouter): void =>
  router.getFor('volunteer', '/console/r/:code', async (visit) => {
    const file = await findSeenFile(visit, visit.c.req.param('code') ?? '');
    if (!file) return sendUnknownRequest(visit);
    const { request } = file;
    const alike =
      request.phase.type === 'verifying'
        ? await findLookalikes(new UnitOfWork(visit.site.services, visit.now), request)
        : [];
    const explained = await explainRequest(visit.site.services, file);
    return sendConsole(
      visit,
      wordsFor(visit).request.title(request.code),
      <>
        <Standing visit={visit} request={request} />
        <Lookalikes visit={visit} codes={alike} />
        <ActForms visit={visit} request={request} />
        <Facts visit={visit} request={request} />
        <Pledges visit={visit} request={request} />
        <Timeline visit={visit} timeline={file.timeline} />
        <WhyView visit={visit} explained={explained} />
      </>,
    );
  });
