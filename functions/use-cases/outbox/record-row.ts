import { keepListed, released, toCall } from '#shared/outbox/delivery-state.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { Person } from '#shared/people/person.ts';
import { type EpochMs, epochMs, minutes } from '#shared/terms/time.ts';
import { fallsBackToCall } from '#shared/voice/call-fallback.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { withoutWords } from './choose-words.ts';
import { markAlertSent, unknownCodes, updateAlert } from './update-alert.ts';

/**
 * Moves a row and saves what depends on it: the alert, its donor, the request's place to fill. `known`: the row as this
 * process has just read or written it; it is read again only when another process has changed it since.
 */
export const recordRow = (
  services: Services,
  id: string,
  move: (row: OutboxRow) => OutboxRow,
  known?: OutboxRow,
): Promise<'done'> => {
  let latest = known;
  return retryOnConflict(services, async () => {
    const row = latest ?? (await services.store.outboxRow(id));
    latest = undefined;
    const moved = row && move(row);
    if (!row || !moved || moved === row) return 'done';
    // Only for the alert's text, or the call in its place. A call after an arrived text leaves the alert as it is.
    const isOfAlert = row.id === row.alertId && !(await markAlertSent(services, row, moved));
    const work = new UnitOfWork(services, services.clock.now());
    const next = moved.state === 'undelivered' ? await afterFailure(work, row, moved) : moved;
    work.put(keepListed(next, work.now));
    if (isOfAlert) await updateAlert(work, row, next);
    return work.save('done');
  });
};

/** Records what the failure says of the phone. Returns the row for another channel, if there is one. */
const afterFailure = async (
  work: UnitOfWork,
  row: OutboxRow,
  failed: OutboxRow,
): Promise<OutboxRow> => {
  const person = row.to && (await work.otherPerson(row.to));
  if (!person) return failed;
  recordFailure(work, row, person, failed);
  if (row.callsBack && !row.connects) await notifyNotReached(work, person, failed.error ?? '');
  return switchChannel(failed, row, person, work.now);
};

/**
 * Our call back to a missed call was not picked up: one text says so. A caller who follows it is called back again
 * soon; a caller who dials again within one minute is not. Nothing happens when the result is unknown: the call may
 * have been picked up.
 */
const notifyNotReached = async (work: UnitOfWork, before: Person, error: string): Promise<void> => {
  const person = await work.person(before.phone);
  // An erased person stays erased.
  if (person.version === 0 || unknownCodes.has(error)) return;
  const { callBackOnceMinutes } = work.services.config.policy.calls;
  const sooner = minutes(Math.max(0, callBackOnceMinutes - 1));
  const calledBackAt = epochMs((person.calledBackAt ?? work.now) - sooner);
  work.change({ ...person, calledBackAt });
  // After the second call the pause is long, and a forged missed call must not bring texts either.
  if (person.optedOut || person.unreachable || (person.callsWithoutKey ?? 0) > 1) return;
  work.queueText(person.phone, { key: 'calledBackInVain', params: {} });
};

/**
 * What WhatsApp refuses, such as free words outside its window of 24 hours, leaves as an SMS at once. Where no text arrives, a message
 * that is worth a call is called.
 */
const switchChannel = (
  next: OutboxRow,
  before: OutboxRow,
  person: Person,
  now: EpochMs,
): OutboxRow => {
  const { failure } = next;
  const again = { dueAt: now, ...(next.carrierId !== undefined && { carrierId: next.carrierId }) };
  // A code we do not know may be one of WhatsApp's own.
  if (before.channel === 'whatsapp' && (failure === 'other-channel' || failure === 'other'))
    return {
      ...withoutWords(released(before)),
      ...again,
      state: 'queued',
      channel: 'sms',
      movedFrom: 'whatsapp',
      failure,
      ...(next.error !== undefined && { error: next.error }),
    };
  const isText = before.channel === 'sms' || before.channel === 'whatsapp';
  return isText && !person.uncallable && !person.optedOut && isCalledInstead(before, failure)
    ? { ...toCall(before), ...again }
    : next;
};

/** An alert is called at once, as its text may fail again; other messages only where no text arrives. */
const isCalledInstead = (
  { alertId, message }: OutboxRow,
  failure: OutboxRow['failure'],
): boolean =>
  failure === 'unreachable'
    ? message !== undefined && fallsBackToCall(message.key)
    : failure === 'temporary' && alertId !== undefined;

/** Failures of a call after which the phone is not called any more. */
export const uncallableFailures: ReadonlySet<OutboxRow['failure']> = new Set([
  'uncallable',
  'unreachable',
  'no-such-number',
]);
/** Failures of a text after which the phone gets no more texts. */
const unreachableFailures: ReadonlySet<OutboxRow['failure']> = new Set([
  'unreachable',
  'no-such-number',
]);

/** Records a permanent failure with the person: opted out, takes no texts, or takes no calls. */
const recordFailure = (
  work: UnitOfWork,
  row: OutboxRow,
  person: Person,
  { error = '', failure: meaning }: OutboxRow,
): void => {
  if (person.version === 0) return;
  const failure = { at: work.now, error };
  if (meaning === 'opted-out') work.change({ ...person, optedOut: true });
  else if (row.channel === 'call') {
    if (uncallableFailures.has(meaning)) work.change({ ...person, uncallable: failure });
  } else if (unreachableFailures.has(meaning)) work.change({ ...person, unreachable: failure });
};
