/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Recording } from '#shared/conversation/call-menu/recording.ts';
import { recordingIdSchema } from '#shared/terms/ids.ts';
import { renderPhoneNumber } from '#shared/terms/phone-number.ts';
import { logListener, serveRecording } from '../../http/serve-recording.ts';
import {
  findMessagesLeft,
  findTroubledMessages,
  findUnreached,
  type Troubled,
  type Unreached,
} from '../../use-cases/console/find-trouble.ts';
import { isCoordinator } from '../../use-cases/volunteers/log-in.ts';
import { sendNotice } from '../frame/notice-page.tsx';
import type { PageRouter } from '../frame/router.tsx';
import { findLogin, hrefOf, type MemberVisit } from '../frame/visit.ts';
import { DataTable, sendConsole } from './console-frame.tsx';
import { maskedPhone, renderSpan, renderTime, wordsFor } from './console-visit.ts';

const RequestLink = ({ visit, code }: { visit: MemberVisit; code: string }) => (
  <a class="code" href={hrefOf(visit, `/console/r/${code}`)}>
    {code}
  </a>
);

const TroubledRow = ({ visit, message }: { visit: MemberVisit; message: Troubled }) => {
  const { row, code } = message;
  const words = wordsFor(visit);
  const { messages } = words;
  return (
    <tr>
      <th scope="row">{maskedPhone(row.to)}</th>
      <td>{code && <RequestLink visit={visit} code={code} />}</td>
      <td>{row.channel === 'call' ? messages.call : messages.text}</td>
      <td>{messages.states[row.state]}</td>
      <td>{row.failure ? messages.failures[row.failure] : (row.error ?? '')}</td>
      <td>{row.tries}</td>
      <td>{renderSpan(words, visit.now - row.createdAt)}</td>
    </tr>
  );
};

const TroubledList = ({ visit, found }: { visit: MemberVisit; found: Troubled[] }) => {
  const { messages } = wordsFor(visit);
  if (found.length === 0) return <p class="notice">{messages.noTrouble}</p>;
  return (
    <DataTable
      caption={messages.troubled}
      head={[
        messages.to,
        messages.request,
        messages.kind,
        messages.state,
        messages.why,
        messages.tries,
        messages.age,
      ]}
    >
      {found.map((message) => (
        <TroubledRow visit={visit} message={message} />
      ))}
    </DataTable>
  );
};

const UnreachedList = ({ visit, found }: { visit: MemberVisit; found: Unreached[] }) => {
  const { messages } = wordsFor(visit);
  return found.length === 0 ? null : (
    <DataTable caption={messages.unreached} head={[messages.request, messages.to, messages.why]}>
      {found.map(({ request, person }) => (
        <tr class="stuck">
          <th scope="row">
            <RequestLink visit={visit} code={request.code} />
          </th>
          <td>{maskedPhone(person.phone)}</td>
          <td>{person.optedOut ? messages.stopped : messages.failures.unreachable}</td>
        </tr>
      ))}
    </DataTable>
  );
};

const Left = ({ visit, left }: { visit: MemberVisit; left: Recording[] }) => {
  const { messages } = wordsFor(visit);
  return (
    <>
      <h2>{messages.left}</h2>
      {left.length === 0 && <p>{messages.noneLeft}</p>}
      <ul>
        {left.map(({ id, by, at, seconds }) => (
          <li>
            <a class="btn plain" href={hrefOf(visit, `/console/sound/${id}`)}>
              {messages.listen(renderTime(visit, at), seconds)}
            </a>{' '}
            {maskedPhone(by)}
          </li>
        ))}
      </ul>
    </>
  );
};

const showSound = async (visit: MemberVisit): Promise<Response> => {
  const { services } = visit.site;
  const id = recordingIdSchema.safeParse(visit.c.req.param('id'));
  const recording = id.success ? await services.store.recording(id.data) : undefined;
  if (!recording) return sendNotice(visit, ({ problems }) => problems.notFound, 404);
  logListener(services, 'recording-opened', { person: visit.person, recording });
  const { messages } = wordsFor(visit);
  return sendConsole(
    visit,
    messages.left,
    <>
      <p>{messages.listen(renderTime(visit, recording.at), recording.seconds)}</p>
      {/* biome-ignore lint/a11y/useMediaCaption: what a caller has said has no captions. */}
      <audio controls preload="none" src={hrefOf(visit, `/console/sound/${recording.id}.mp3`)} />
      <p>
        {messages.callBack} <a href={`tel:${recording.by}`}>{renderPhoneNumber(recording.by)}</a>
      </p>
    </>,
  );
};

/** `/console/messages`: what has not arrived, who cannot be reached, and what callers left. */
export const mountMessages = (router: PageRouter): void => {
  const { site, app } = router;
  router.getFor('coordinator', '/console/messages', async (visit) => {
    const { services } = site;
    const [troubled, unreached, left] = await Promise.all([
      findTroubledMessages(services),
      findUnreached(services),
      findMessagesLeft(services),
    ]);
    return sendConsole(
      visit,
      wordsFor(visit).messages.title,
      <>
        <UnreachedList visit={visit} found={unreached} />
        <TroubledList visit={visit} found={troubled} />
        <Left visit={visit} left={left} />
      </>,
    );
  });
  router.getFor('coordinator', '/console/sound/:id{[\\w-]+}', showSound);
  app.get(
    '/console/sound/:file{[\\w-]+\\.mp3}',
    serveRecording(site.services, site.secrets, async (c) => {
      const login = await findLogin(site, c);
      return isCoordinator(login?.person) ? login.person : undefined;
    }),
  );
};
