import type { Recording } from '#shared/conversation/call-menu/recording.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { Person } from '#shared/people/person.ts';
import type { Request } from '#shared/request/request.ts';
import type { RequestCode } from '#shared/terms/ids.ts';
import { after, days, type EpochMs, minutes } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { readOrReport } from '../report-invalid-item.ts';
import { listOpenRequests } from '../requests/list-open-requests.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/* Messages that have not arrived, now or in the last two days, people who cannot be reached, and messages that callers left. */

/** Items that one page reads of each list. */
const most = 200;
const horizon = days(400);

/** A message this old has not gone the usual way. */
const slowAfter = minutes(5);

/** A message, and the code of the request it is about. */
export type Troubled = { row: OutboxRow; code: RequestCode | undefined };

/** True for a message that has failed, for now or for good, whose fate is unknown, or that has waited long. */
const isInTrouble = (row: OutboxRow, now: EpochMs): boolean =>
  row.error !== undefined ||
  row.state === 'unknown' ||
  (now > row.createdAt + slowAfter && !row.keepsQuietHours);

export const findTroubledMessages = async ({
  store,
  log,
  clock,
}: Services): Promise<Troubled[]> => {
  const now = clock.now();
  const due = await store.due('outbox', after(now, horizon), most);
  const rows = await Promise.all(
    due.map((one) =>
      one.kind === 'outbox' ? readOrReport(log, () => store.outboxRow(one.id)) : undefined,
    ),
  );
  const troubled = rows.filter((row) => row !== undefined).filter((row) => isInTrouble(row, now));
  const codes = new Map<string, RequestCode>();
  for (const id of new Set(troubled.map(({ requestId }) => requestId))) {
    const request = id && (await readOrReport(log, () => store.request(id)));
    if (request) codes.set(request.id, request.code);
  }
  return troubled.map((row) => ({ row, code: codes.get(row.requestId ?? '') }));
};

/** A family, a donor who is coming, or a volunteer asked to check it, whose phone takes no texts. */
export type Unreached = { request: Request; person: Person };

const isAway = ({ unreachable, optedOut }: Person): boolean =>
  unreachable !== undefined || optedOut;

export const findUnreached = async (services: Services): Promise<Unreached[]> => {
  const open = await listOpenRequests(new UnitOfWork(services, services.clock.now()));
  const concerned = open.flatMap((request) => {
    const coming = request.pledges.filter(({ state }) => state === 'confirmed');
    const asked = request.phase.type === 'verifying' ? request.phase.asked : [];
    return [request.requester, ...coming.map(({ donor }) => donor?.phone), ...asked]
      .filter((phone) => phone !== undefined)
      .map((phone) => ({ request, phone }));
  });
  const people = await services.store.persons([...new Set(concerned.map(({ phone }) => phone))]);
  const away = new Map(people.filter(isAway).map((person) => [person.phone, person]));
  return concerned.flatMap(({ request, phone }) => {
    const person = away.get(phone);
    return person ? [{ request, person }] : [];
  });
};

/** What callers recorded for a volunteer, newest first. */
export const findMessagesLeft = async ({ store, log, clock }: Services): Promise<Recording[]> => {
  const due = await store.due('recording', after(clock.now(), horizon), most);
  const found = await Promise.all(
    due.map((one) =>
      one.kind === 'recording' ? readOrReport(log, () => store.recording(one.id)) : undefined,
    ),
  );
  return found
    .filter((recording) => recording !== undefined)
    .filter(({ about }) => about === 'message')
    .sort((a, b) => b.at - a.at);
};
