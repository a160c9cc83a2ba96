import { alertEnded } from '#shared/donor/changes.ts';
import type { OutboxRow } from '#shared/messages/outbox.ts';
import {
  bounced,
  delivered,
  errorMeans,
  isOfEarlierTry,
  sentBy,
  undelivered,
} from '#shared/messages/outbox-life.ts';
import { isOpen } from '#shared/request/alert.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../ports/services.ts';
import type { SettleMessage } from '../ports/use-cases.ts';
import { attempt } from './attempt.ts';
import { noLongerAsked } from './run-request-step.ts';
import { Turn } from './turn.ts';

/** A status callback: any order, any number of times; a message's state only moves forward. */
export const settleMessage: SettleMessage = async (
  services,
  { messageId, carrierId, status, error },
) => {
  await settleRow(services, messageId, (row) => {
    const now = services.clock.now();
    const { sending } = services.config.policy;
    switch (status) {
      case 'delivered':
      case 'read':
        return delivered(row, carrierId);
      case 'undelivered':
      case 'failed':
      case 'canceled':
        return failed(row, { carrierId, error: error ?? status, now, sending });
      default:
        // Whatever else it says, it proves that the carrier has the message.
        return sentBy(row, carrierId, now, sending);
    }
  });
};

/** An alert is not tried twice: another donor is asked instead. Anything else may have better luck later. */
const failed = (row: OutboxRow, news: Parameters<typeof bounced>[1]): OutboxRow =>
  errorMeans(news.error) === 'temporary' && !row.alertId
    ? bounced(row, news)
    : isOfEarlierTry(row, news.carrierId)
      ? row
      : undelivered({ ...row, carrierId: news.carrierId }, news.error);

/** Move a row on and everything that hangs on it: the alert, its donor, a place to fill in the request. */
export const settleRow = (
  services: Services,
  id: string,
  move: (row: OutboxRow) => OutboxRow,
): Promise<'done'> =>
  attempt(services, async () => {
    const row = await services.store.outboxRow(id);
    const moved = row && move(row);
    if (!row || !moved || moved === row) return 'done';
    const turn = new Turn(services, services.clock.now());
    const next = switchChannel(moved, row, turn.now);
    turn.put(next);
    if (next.state === 'undelivered') await learn(turn, row, next.error ?? '');
    if (row.alertId) await settleAlert(turn, row, next);
    return (await services.store.save(turn.writes())) === 'saved' ? 'done' : 'conflict';
  });

/** Outside WhatsApp's 24-hour window the same words go as a plain text, at once. */
const switchChannel = (next: OutboxRow, before: OutboxRow, now: EpochMs): OutboxRow =>
  next.state === 'undelivered' &&
  errorMeans(next.error ?? '') === 'other-channel' &&
  before.channel === 'whatsapp'
    ? {
        ...before,
        state: 'queued',
        channel: 'sms',
        dueAt: now,
        ...(next.carrierId !== undefined && { carrierId: next.carrierId }),
      }
    : next;

/** Permanent failures teach: this number opted out, or takes no texts. */
const learn = async (turn: Turn, row: OutboxRow, error: string): Promise<void> => {
  const meaning = errorMeans(error);
  if (!row.to || (meaning !== 'opted-out' && meaning !== 'unreachable')) return;
  const person = await turn.person(row.to);
  if (person.version === 0) return;
  turn.change(
    meaning === 'opted-out'
      ? { ...person, optedOut: true }
      : { ...person, unreachable: { at: turn.now, error } },
  );
};

/** Codes of a try after which nobody can tell whether the text arrived. */
const unsure = new Set(['unknown', 'no-answer']);

const settleAlert = async (turn: Turn, row: OutboxRow, next: OutboxRow): Promise<void> => {
  const { store } = turn.services;
  if (!row.requestId || !row.alertId) return;
  const alert = await store.alert(row.requestId, row.alertId);
  const request = await store.request(row.requestId);
  if (!alert || !request) return;
  if (next.state === 'sent' || next.state === 'delivered') {
    if (alert.state === 'queued') turn.put({ ...alert, state: 'sent' });
    // It left in the very moment in which the request was covered: its holder hears so, once.
    const overtaken = alert.state === 'withdrawn' && row.state !== 'sent';
    if (overtaken && row.to) await turn.tell(row.to, noLongerAsked(request), { request });
  }
  // Another try on another channel: it has not reached anybody yet.
  if (next.state === 'queued' && alert.state === 'sent') turn.put({ ...alert, state: 'queued' });
  const dead = next.state === 'undelivered' || next.state === 'withdrawn';
  if (dead && isOpen(alert)) {
    if (unsure.has(next.error ?? '')) {
      // It may well lie on the donor's phone: it stays their one open alert, they hear the end of it, and another
      // donor is asked besides.
      turn.put({ ...alert, state: 'sent' });
      await turn.decide(request, { type: 'miss-donor', alertId: alert.id });
      return;
    }
    turn.put({ ...alert, state: next.state === 'undelivered' ? 'undelivered' : 'withdrawn' });
    const person = row.to && (await turn.person(row.to));
    // An erased person stays erased.
    if (person && person.version > 0) turn.change(alertEnded(person, alert.id));
    await turn.decide(request, { type: 'miss-donor', alertId: alert.id });
  }
};
