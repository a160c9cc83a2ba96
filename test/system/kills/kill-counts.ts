import { fromItem } from '#functions/adapters/dynamodb/items.ts';
import { storedReplySchema } from '#functions/adapters/stored-entities.ts';
import { outboxRowSchema } from '#shared/outbox/outbox-row.ts';
import { alertSchema } from '#shared/request/alert.ts';
import { requestSchema } from '#shared/request/request.ts';
import { codeIn } from '../end-to-end/demo-people.ts';
import type { ForeignCarrier, PlacedCall, Received } from '../end-to-end/foreign-carrier.ts';
import { logLeaks } from '../end-to-end/log-leaks.ts';
import { isAlert, type Said } from '../end-to-end/people.ts';
import type { Told } from './kill-crowd.ts';

/** What people have seen, the whole table after it, and every line of the log. */
export type Evidence = Pick<ForeignCarrier, 'heard' | 'accountSid' | 'authToken'> & {
  said: Said[];
  told: Told[];
  messages: Received[];
  calls: PlacedCall[];
  items: Record<string, unknown>[];
  log: string[];
};

/** Whom the families tell of, and the volunteers (crowd.ts, run-kills.ts). */
const names = ['Ramesh', 'Sunita', 'Veena'];

export type Tally = ReturnType<typeof tally>;

/** Counts what was lost and doubled, from both sides: what people saw must be stored, what is stored they must have seen. */
export const tally = (evidence: Evidence) => {
  const { said, told, messages, calls, items, log } = evidence;
  const of = (kind: string) => items.filter((item) => item['kind'] === kind);
  const requests = of('request').map((item) => fromItem(requestSchema, item));
  const alerts = of('alert').map((item) => fromItem(alertSchema, item));
  const rows = of('outbox').map((item) => fromItem(outboxRowSchema, item));
  const replies = new Map(
    of('reply').map((item) => {
      const { id, text } = fromItem(storedReplySchema, item);
      return [id, text];
    }),
  );
  const byCode = new Map(requests.map((request) => [request.code as string, request]));
  const byId = new Map(requests.map((request) => [request.id as string, request]));
  const codeOf = (requestId: string): string => byId.get(requestId)?.code ?? '';

  const sent = messages.filter((m) => m.messageId !== '');
  const rung = calls.map(
    ({ statusCallback }) => new URL(statusCallback).searchParams.get('c') ?? '',
  );
  const reached = new Set([...sent.map((m) => m.messageId), ...rung]);
  const isMissing = (id: string): boolean => isToldAsSent(id) && !reached.has(id);

  const heardAlerts = sent.filter(isAlert);
  const stored = new Set(alerts.map((a) => `${a.phone} ${codeOf(a.requestId)}`));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  /** Its row says that it has left. */
  const isToldAsSent = (id: string): boolean =>
    ['sent', 'delivered'].includes(rowOf.get(id)?.state ?? '');

  const answered = said.filter((text) => text.answers.length > 0);
  const promises = answered.filter(({ body, answers }) => {
    const code = /^1 (\d+)$/.exec(body)?.[1];
    const family = told.find((one) => one.code === code)?.phone;
    return family !== undefined && answers[0]?.includes(family);
  });
  const isKept = ({ from, body }: Said): boolean =>
    byCode
      .get(body.slice(2))
      ?.pledges.some((pledge) => pledge.donor === undefined || pledge.donor.phone === from) ===
    true;

  return {
    requests: {
      told: told.length,
      lost: told.filter(({ code }) => !byCode.has(code)).length,
      notEnded: requests.filter((request) => request.dueAt !== undefined).length,
      tooManyConfirmed: requests.filter(
        ({ pledges, units }) =>
          pledges.filter(({ state }) => state === 'confirmed' || state === 'donated').length >
          units,
      ).length,
    },
    answers: {
      heard: answered.length,
      repeated: said.filter(({ tries }) => tries > 1).length,
      /** Nobody answered, or the table does not know what was answered, or knows it differently. */
      lost:
        said.length -
        answered.length +
        answered.filter(({ sid, answers }) => replies.get(sid) !== answers[0]).length,
      /** The same text, two answers. */
      contradicted: answered.filter(({ answers }) => new Set(answers).size > 1).length,
    },
    /** A donor was given the family's number: they are one of those who come. */
    promises: {
      promises: promises.length,
      lost: promises.filter((text) => !isKept(text)).length,
    },
    alerts: {
      heard: heardAlerts.length,
      /** Said to be sent, and never heard; or heard, and not stored; or neither sent nor withdrawn when all is over. */
      lost:
        alerts.filter(({ id }) => isMissing(id)).length +
        heardAlerts.filter((m) => !stored.has(`${m.to} ${codeIn(m.text)}`)).length +
        alerts.filter(({ state }) => state === 'queued').length,
      doubled: countTwice(heardAlerts.map((m) => `${m.to} ${codeIn(m.text)}`)),
    },
    texts: {
      heard: sent.length,
      doubled: countTwice(sent.map((m) => m.messageId)),
      lost: rows.filter(({ id, channel }) => channel !== 'call' && isMissing(id)).length,
      /** What is sent ends by itself some hours later when its callback fell into a kill. */
      notEnded: rows.filter(({ dueAt, state }) => dueAt !== undefined && state !== 'sent').length,
    },
    calls: {
      rung: rung.length,
      doubled: countTwice(rung),
      lost: rows.filter(({ id, channel }) => channel === 'call' && isMissing(id)).length,
    },
    /** Lines of the log, and in how many places of it somebody can be found. */
    log: { lines: log.length, leaks: logLeaks(log, evidence, names).length },
  };
};

const countTwice = (ids: string[]): number => ids.length - new Set(ids).size;

/** Nothing lost, nothing doubled. */
export const isFlawless = ({
  requests,
  answers,
  promises,
  alerts,
  texts,
  calls,
  log,
}: Tally): boolean =>
  [
    requests.lost,
    requests.notEnded,
    requests.tooManyConfirmed,
    answers.lost,
    answers.contradicted,
    promises.lost,
    alerts.lost,
    alerts.doubled,
    texts.lost,
    texts.doubled,
    texts.notEnded,
    calls.lost,
    calls.doubled,
    log.leaks,
  ].every((count) => count === 0);
