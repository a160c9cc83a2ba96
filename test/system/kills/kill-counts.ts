import { fromItem } from '#functions/adapters/dynamodb/items.ts';
import { storedReplySchema } from '#functions/adapters/stored-entities.ts';
import { type OutboxRow, outboxRowSchema } from '#shared/outbox/outbox-row.ts';
import { alertSchema } from '#shared/request/alert.ts';
import { requestSchema } from '#shared/request/request.ts';
import type { ForeignCarrier, PlacedCall, Received } from '../../world/servers/foreign-carrier.ts';
import { codeIn } from '../end-to-end/demo-people.ts';
import { logLeaks } from '../end-to-end/log-leaks.ts';
import { isAlert, type SentText } from '../end-to-end/texting-people.ts';
import type { CodedFamily } from './kill-crowd.ts';

/** What people saw, the final table, and all lines of the log. */
export type Evidence = Pick<ForeignCarrier, 'heard' | 'accountSid' | 'authToken'> & {
  sentTexts: SentText[];
  families: CodedFamily[];
  messages: Received[];
  calls: PlacedCall[];
  items: Record<string, unknown>[];
  log: string[];
};

/** The names that families and volunteers use (kill-crowd.ts, run-kills.ts). */
const names = ['Ramesh', 'Sunita', 'Veena'];

export type KillCounts = ReturnType<typeof countKills>;

/** Counts losses and duplicates in both directions: what people saw must be stored, and what is stored they must have seen. */
export const countKills = (evidence: Evidence) => {
  const { sentTexts, families, messages, calls, items, log } = evidence;
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
  const isMissing = (id: string): boolean => isStoredAsSent(id) && !reached.has(id);
  const sids = new Set(messages.map(({ sid }) => sid));
  /**
   * Two rows may hold the same words for the same phone. After a kill the carrier's list shows one message of these words,
   * so both rows name it: the phone has the words, once.
   */
  const isShared = ({ id, carrierId }: OutboxRow): boolean =>
    isMissing(id) && carrierId !== undefined && sids.has(carrierId);

  const heardAlerts = sent.filter(isAlert);
  const heardIds = new Set<string>(heardAlerts.map(({ messageId }) => messageId));
  const stored = new Set(alerts.map((a) => `${a.phone} ${codeOf(a.requestId)}`));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  /** True when the row says that the message was sent. */
  const isStoredAsSent = (id: string): boolean =>
    ['sent', 'delivered'].includes(rowOf.get(id)?.state ?? '');

  const answered = sentTexts.filter((text) => text.answers.length > 0);
  /** Answers that came as texts: their id begins with the text's (docs/adr/0025). */
  const byText = new Map(sent.map((m) => [m.messageId.split('-')[0] ?? '', m]));
  const withoutReply = sentTexts.filter(({ answers }) => answers.length === 0);
  const late = withoutReply.flatMap(({ sid }) => byText.get(sid) ?? []);
  const unanswered = withoutReply.filter(({ sid }) => !byText.has(sid));
  const markers = new Set(of('incoming').map(({ id }) => id));
  const promises = sentTexts.filter(({ sid, body, answers }) => {
    const code = /^1 (\d+)$/.exec(body)?.[1];
    const family = families.find((one) => one.code === code)?.phone;
    return family !== undefined && (answers[0] ?? byText.get(sid)?.text)?.includes(family);
  });
  const isKept = ({ from, body }: SentText): boolean =>
    byCode
      .get(body.slice(2))
      ?.pledges.some((pledge) => pledge.donor === undefined || pledge.donor.phone === from) ===
    true;

  /** A text that was never taken in, or an answer that is not stored or stored differently. */
  const lostAnswers = [
    ...unanswered
      .filter(({ sid }) => !markers.has(sid))
      .map(({ sid, body }) => `never taken in: ${sid} "${body}"`),
    ...late
      .filter(({ messageId }) => !isStoredAsSent(messageId))
      .map(
        ({ messageId, text }) =>
          `came as a text, and is ${rowOf.get(messageId)?.state ?? 'not stored'}: ${messageId} "${text}"`,
      ),
    ...answered
      .filter(({ sid, answers }) => replies.get(sid) !== answers[0])
      .map(
        ({ sid, body, answers }) =>
          `answered otherwise: ${sid} "${body}" heard "${answers[0]}", stored "${replies.get(sid)}"`,
      ),
  ];
  const notEnded = requests.filter((request) => request.dueAt !== undefined);

  return {
    /** A line for each loss, and for each request that had not ended. */
    findings: [
      ...lostAnswers,
      ...notEnded.map(
        ({ code, phase, units, pledges }) =>
          `not ended: ${code} is ${phase.type}, ${units} units, ${pledges.map(({ state }) => state).join(' ')}`,
      ),
    ],
    requests: {
      opened: families.length,
      lost: families.filter(({ code }) => !byCode.has(code)).length,
      notEnded: notEnded.length,
      tooManyConfirmed: requests.filter(
        ({ pledges, units }) =>
          pledges.filter(({ state }) => state === 'confirmed' || state === 'donated').length >
          units,
      ).length,
    },
    answers: {
      heard: answered.length + late.length,
      repeated: sentTexts.filter(({ tries }) => tries > 1).length,
      /** Answers that came as a text, by the fallback or from the carrier's list. */
      late: late.length,
      /** Texts that took effect, and whose answer was lost in the kill: their senders texted again. */
      unheard: unanswered.filter(({ sid }) => markers.has(sid)).length,
      lost: lostAnswers.length,
      /** Two different answers to the same text. */
      contradicted: answered.filter(({ answers }) => new Set(answers).size > 1).length,
    },
    /** A donor who got the family's number must be stored as confirmed. */
    promises: {
      promises: promises.length,
      lost: promises.filter((text) => !isKept(text)).length,
    },
    alerts: {
      heard: heardAlerts.length,
      /** Sent but never received, received but not stored, or neither sent nor withdrawn at the end. */
      lost:
        alerts.filter(({ id }) => isMissing(id)).length +
        heardAlerts.filter((m) => !stored.has(`${m.to} ${codeIn(m.text)}`)).length +
        alerts.filter(({ state }) => state === 'queued').length,
      // A donor who was told that it is covered is asked a second time when a place opens: by an alert stored as `again`.
      doubled: Math.max(
        0,
        countTwice(heardAlerts.map((m) => `${m.to} ${codeIn(m.text)}`)) -
          alerts.filter(({ id, again }) => again && heardIds.has(id)).length,
      ),
    },
    texts: {
      heard: sent.length,
      doubled: countTwice(sent.map((m) => m.messageId)),
      lost: rows.filter((row) => row.channel !== 'call' && isMissing(row.id) && !isShared(row))
        .length,
      /** Rows whose words their phone has by another row of the same words. */
      shared: rows.filter((row) => row.channel !== 'call' && isShared(row)).length,
      /** A sent message whose callback was lost in a kill ends by itself some hours later. */
      notEnded: rows.filter(
        ({ dueAt, state }) => dueAt !== undefined && state !== 'sent' && state !== 'undelivered',
      ).length,
    },
    calls: {
      rung: rung.length,
      doubled: countTwice(rung),
      lost: rows.filter(({ id, channel }) => channel === 'call' && isMissing(id)).length,
    },
    /** The number of log lines, and the number of leaks of personal data. */
    log: { lines: log.length, leaks: logLeaks(log, evidence, names).length },
  };
};

const countTwice = (ids: string[]): number => ids.length - new Set(ids).size;

/** True when nothing was lost or duplicated. */
export const isFlawless = ({
  requests,
  answers,
  promises,
  alerts,
  texts,
  calls,
  log,
}: KillCounts): boolean =>
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
