import {
  asCall,
  bounced,
  delivered,
  isOfEarlierTry,
  sentBy,
  undelivered,
} from '#shared/outbox/delivery-state.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import { withEndedAlert, withUnsentAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { isOpen } from '#shared/request/alert.ts';
import { type EpochMs, epochMs, minutes } from '#shared/terms/time.ts';
import { fallsBackToCall } from '#shared/voice/call-fallback.ts';
import type { CallStatus, RecordDelivery, Replayed } from '../../ports/inbound.ts';
import type { Services } from '../../ports/services.ts';
import { applyDecision } from '../apply-decision.ts';
import { alertEndedMessage } from '../requests/close-alerts.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { isReplay } from '../webhook-replay.ts';

/** Move the row on, unless this news comes more than a day after it was handed to the carrier. */
const settleInTime = async (
  services: Services,
  id: string,
  move: (row: OutboxRow) => OutboxRow,
): Promise<Replayed | undefined> => {
  let replayed = false;
  await recordRow(services, id, (row) => {
    const moved = move(row);
    replayed = moved !== row && isReplay(row.firstTriedAt ?? row.createdAt, services.clock.now());
    return replayed ? row : moved;
  });
  return replayed ? 'replayed' : undefined;
};

/** A status callback: any order, any number of times; a message's state only moves forward. */
export const recordDelivery: RecordDelivery = (services, status) =>
  settleInTime(services, status.messageId, (row) => {
    const { carrierId } = status;
    const now = services.clock.now();
    const { sending } = services.config.policy;
    switch (status.state) {
      case 'delivered':
        return delivered(row, carrierId);
      case 'failed':
        return failed(row, { carrierId, error: status.error, now, sending });
      case 'sent':
        return sentBy(row, carrierId, now, sending);
    }
  });

/** A call that we made for a message: picked up, it is delivered, whatever is pressed then. */
export const recordCalledRow = (
  services: Services,
  status: CallStatus,
): Promise<Replayed | undefined> =>
  settleInTime(services, status.callId, (row) => {
    const { carrierId } = status;
    const now = services.clock.now();
    const { sending } = services.config.policy;
    switch (status.state) {
      case 'answered':
      case 'ended':
        return delivered(row, carrierId);
      case 'unanswered':
        return notPickedUp(row, { carrierId, error: status.error, now, sending });
      case 'ringing':
        return sentBy(row, carrierId, now, sending);
    }
  });

type News = Parameters<typeof bounced>[1];

/** Rings once: an alert, a missed call, and a volunteer who has the request by text anyway. Others again after a while. */
const ringsOnce = ({ alertId, callsBack, message }: OutboxRow): boolean =>
  alertId !== undefined || callsBack === true || message?.key === 'verifyAsk';

const notPickedUp = (row: OutboxRow, news: News): OutboxRow =>
  ringsOnce(row) || saysUncallable.has(news.error.failure)
    ? givenUp(row, news)
    : bounced(row, news);

/** An alert is not tried twice by text: the phone rings instead. Anything else may have better luck later. */
const failed = (row: OutboxRow, news: News): OutboxRow =>
  news.error.failure === 'temporary' && !row.alertId ? bounced(row, news) : givenUp(row, news);

const givenUp = (row: OutboxRow, { carrierId, error }: News): OutboxRow =>
  isOfEarlierTry(row, carrierId) ? row : undelivered({ ...row, carrierId }, error);

/** Move a row on and everything that hangs on it: the alert, its donor, a place to fill in the request. */
export const recordRow = (
  services: Services,
  id: string,
  move: (row: OutboxRow) => OutboxRow,
): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const row = await services.store.outboxRow(id);
    const moved = row && move(row);
    if (!row || !moved || moved === row) return 'done';
    const work = new UnitOfWork(services, services.clock.now());
    const next = moved.state === 'undelivered' ? await afterFailure(work, row, moved) : moved;
    work.put(next);
    // Of the text, or of the call in its place; a call on top of a text that has arrived changes nothing in the alert.
    if (row.id === row.alertId) await settleAlert(work, row, next);
    return work.save('done');
  });

/** What is learnt from it, and whether there is another way. */
const afterFailure = async (
  work: UnitOfWork,
  row: OutboxRow,
  failed: OutboxRow,
): Promise<OutboxRow> => {
  const person = row.to && (await work.otherPerson(row.to));
  if (!person) return failed;
  learn(work, row, person, failed);
  if (row.callsBack) await tellNotReached(work, person, failed.error ?? '');
  return switchChannel(failed, row, person, work.now);
};

/**
 * A missed call that was called back in vain: a phone in a bag does not know that it was heard. One text, and whoever
 * does as it says is called back again soon; within this one minute it is somebody who goes on dialling. Nothing when
 * nobody knows what became of the call: it may have been picked up.
 */
const tellNotReached = async (work: UnitOfWork, before: Person, error: string): Promise<void> => {
  const person = await work.person(before.phone);
  // An erased person stays erased.
  if (person.version === 0 || unsure.has(error)) return;
  const { callBackOnceMinutes } = work.services.config.policy.calls;
  const sooner = minutes(Math.max(0, callBackOnceMinutes - 1));
  const calledBackAt = epochMs((person.calledBackAt ?? work.now) - sooner);
  work.change({ ...person, calledBackAt });
  if (person.optedOut || person.unreachable) return;
  work.queueText(person.phone, { key: 'calledBackInVain', params: {} });
};

/**
 * Outside WhatsApp's 24-hour window the same words go as a plain text, at once. What a text could not bring, and is
 * worth it, the phone rings for.
 */
const switchChannel = (
  next: OutboxRow,
  before: OutboxRow,
  person: Person,
  now: EpochMs,
): OutboxRow => {
  const { failure } = next;
  const again = { dueAt: now, ...(next.carrierId !== undefined && { carrierId: next.carrierId }) };
  if (failure === 'other-channel' && before.channel === 'whatsapp')
    return { ...before, ...again, state: 'queued', channel: 'sms' };
  const isText = before.channel === 'sms' || before.channel === 'whatsapp';
  return isText && !person.uncallable && !person.optedOut && ringsInstead(before, failure)
    ? { ...asCall(before), ...again }
    : next;
};

/** Nobody waits for an alert's text to have better luck; other messages are called out only where no text arrives. */
const ringsInstead = ({ alertId, message }: OutboxRow, failure: OutboxRow['failure']): boolean =>
  failure === 'unreachable'
    ? message !== undefined && fallsBackToCall(message.key)
    : failure === 'temporary' && alertId !== undefined;

/** What, said of a call, says that nobody can be called there. */
const saysUncallable: ReadonlySet<OutboxRow['failure']> = new Set([
  'uncallable',
  'unreachable',
  'no-such-number',
]);
/** The same of texts. */
const saysUnreachable: ReadonlySet<OutboxRow['failure']> = new Set([
  'unreachable',
  'no-such-number',
]);

/** Permanent failures teach: this number opted out, takes no texts, or no calls. */
const learn = (
  work: UnitOfWork,
  row: OutboxRow,
  person: Person,
  { error = '', failure: meaning }: OutboxRow,
): void => {
  if (person.version === 0) return;
  const failure = { at: work.now, error };
  if (meaning === 'opted-out') work.change({ ...person, optedOut: true });
  else if (row.channel === 'call') {
    if (saysUncallable.has(meaning)) work.change({ ...person, uncallable: failure });
  } else if (saysUnreachable.has(meaning)) work.change({ ...person, unreachable: failure });
};

/** Codes of a try after which nobody can tell whether the text arrived. */
const unsure = new Set(['unknown', 'no-answer']);

const hasGone = ({ state }: OutboxRow): boolean => state === 'sent' || state === 'delivered';

const settleAlert = async (work: UnitOfWork, row: OutboxRow, next: OutboxRow): Promise<void> => {
  const { store } = work.services;
  if (!row.requestId || !row.alertId) return;
  const went = hasGone(next);
  // That it arrived as well changes nothing in the alert.
  if (went && hasGone(row)) return;
  const [alert, request] = await Promise.all([
    store.alert(row.requestId, row.alertId),
    store.request(row.requestId),
  ]);
  if (!alert || !request) return;
  const mayHaveGone = next.state === 'undelivered' && unsure.has(next.error ?? '');
  // Silence counts from now on, however long it has waited for its turn.
  if (went && alert.state === 'queued') work.put({ ...alert, state: 'sent', at: work.now });
  // It left in the very moment in which the request was covered: its holder hears so, once.
  const overtaken = alert.state === 'withdrawn' && row.state !== 'sent';
  if (overtaken && (went || mayHaveGone) && row.to)
    await work.notify(row.to, alertEndedMessage(request), { request });
  // Another try on another channel: it has not reached anybody yet.
  if (next.state === 'queued' && alert.state === 'sent') work.put({ ...alert, state: 'queued' });
  const dead = next.state === 'undelivered' || next.state === 'withdrawn';
  if (dead && isOpen(alert)) {
    if (mayHaveGone) {
      // It may well lie on the donor's phone: it stays their one open alert, they hear the end of it, and another
      // donor is asked besides.
      work.put({ ...alert, state: 'sent', unsure: true });
      await applyDecision(work, request, { type: 'miss-donor', alertId: alert.id });
      return;
    }
    const { phone, ...nobodys } = alert;
    const ended = next.state === 'undelivered' ? 'undelivered' : 'withdrawn';
    work.put({ ...nobodys, ...(phone && !next.neverLeft && { phone }), state: ended });
    const person = row.to && (await work.otherPerson(row.to));
    // An erased person stays erased.
    if (person && person.version > 0)
      work.change((next.neverLeft ? withUnsentAlert : withEndedAlert)(person, alert.id));
    await applyDecision(work, request, { type: 'miss-donor', alertId: alert.id });
  }
};
