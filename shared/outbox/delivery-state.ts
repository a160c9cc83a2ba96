import type { Policy } from '../terms/policy.ts';
import { after, days, type EpochMs, hours, minutes, seconds } from '../terms/time.ts';
import type { DeliveryError, OutboxRow } from './outbox-row.ts';

/* The states of one message: queued → claimed → sent → delivered, forward only, in whatever order reports come in. */

type Sending = Policy['sending'];

export const isEnded = (row: OutboxRow): boolean =>
  row.state === 'delivered' || row.state === 'undelivered' || row.state === 'withdrawn';

/** From when a process may take it; undefined once nothing is left to do. */
export const takeableFrom = ({ dueAt, leaseEndsAt }: OutboxRow): EpochMs | undefined =>
  leaseEndsAt ?? dueAt;

/** The row without a claim on it, and without a wait for the carrier's report. */
export const released = ({ leaseEndsAt: _, ...row }: OutboxRow): OutboxRow => row;

/** The ended row. Only needed data stays: text and number are deleted (docs/facts.md#law). */
const toEnded = (row: OutboxRow, state: 'delivered' | 'undelivered' | 'withdrawn'): OutboxRow => {
  const { to: _, message: __, text: ___, dueAt: ____, ...rest } = released(row);
  return { ...rest, state };
};

export const markClaimed = (
  row: OutboxRow,
  {
    text,
    channel,
    now,
    sending,
  }: {
    /** Absent for a call. */
    text?: string;
    channel: NonNullable<OutboxRow['channel']>;
    now: EpochMs;
    sending: Sending;
  },
): OutboxRow => ({
  ...row,
  state: 'claimed',
  ...(text !== undefined && { text }),
  channel,
  tries: row.tries + 1,
  firstTriedAt: row.firstTriedAt ?? now,
  leaseEndsAt: after(now, seconds(sending.leaseSeconds)),
});

/** The message becomes a call. Tries as a text do not count as tries of the call. */
export const toCall = (row: OutboxRow): OutboxRow => {
  const { text: _, firstTriedAt: __, ...rest } = released(row);
  return { ...rest, state: 'queued', channel: 'call' };
};

/** True for a report about a try that has already failed: another try waits, runs, or was sent since. */
export const isOfEarlierTry = (row: OutboxRow, carrierId: string): boolean =>
  row.state === 'sent' ? row.carrierId !== carrierId : row.carrierId === carrierId;

/** How long a status callback may take: hours for a text. A call's outcome is known in a minute, or never. */
const callbackTimeout = ({ channel }: OutboxRow, { giveUpHours }: Sending): number =>
  channel === 'call' ? minutes(3) : hours(giveUpHours);

/** The carrier has accepted it. The row stays for a while, in case it is reported as temporarily undeliverable. */
export const markSent = (
  row: OutboxRow,
  carrierId: string,
  now: EpochMs,
  sending: Sending,
): OutboxRow =>
  isEnded(row) || row.state === 'sent' || isOfEarlierTry(row, carrierId)
    ? row
    : {
        ...awaitingReport(released(row), after(now, callbackTimeout(row, sending))),
        state: 'sent',
        carrierId,
      };

const awaitingReport = (row: OutboxRow, until: EpochMs): OutboxRow =>
  row.dueAt === undefined || row.dueAt > until
    ? { ...row, dueAt: until }
    : { ...row, leaseEndsAt: until };

/** Most reports come sooner. */
const reportSoon = seconds(30);

/**
 * A sent row stays where it was in the list of what is due, because its report mostly comes before the next sweep, and
 * takes it out. One that a sweep still meets moves to the moment at which no report is expected any more.
 */
export const moveInList = (row: OutboxRow, now: EpochMs): OutboxRow => {
  const { state, leaseEndsAt, firstTriedAt = now } = row;
  return state !== 'sent' || leaseEndsAt === undefined || now < firstTriedAt + reportSoon
    ? row
    : { ...released(row), dueAt: leaseEndsAt };
};

export const markDelivered = (row: OutboxRow, carrierId: string): OutboxRow =>
  isEnded(row) ? row : { ...toEnded(row, 'delivered'), carrierId };

export const markUndelivered = (row: OutboxRow, error: DeliveryError): OutboxRow =>
  isEnded(row) ? row : withError(toEnded(row, 'undelivered'), error);

/** The row after a try that failed, without the claim of that try. */
const withError = (
  { failure: _, ...row }: OutboxRow,
  { code, failure }: DeliveryError,
): OutboxRow => ({ ...released(row), error: code, ...(failure && { failure }) });

/** For how long coordinators see a message that did not arrive. */
const listedFor = days(2);

/**
 * A failed message stays in the index of due items for a while, without number and words, so that the console can list
 * it. A failed alert does not: another donor is asked in its place.
 */
export const keepListed = (row: OutboxRow, now: EpochMs): OutboxRow =>
  row.state === 'undelivered' && row.alertId === undefined
    ? { ...row, dueAt: after(now, listedFor) }
    : row;

export const markWithdrawn = (row: OutboxRow): OutboxRow =>
  isEnded(row) || row.state === 'sent' ? row : toEnded(row, 'withdrawn');

/** The carrier could not deliver it: another try, unless this try is already known to have failed. */
export const retryBounced = (
  row: OutboxRow,
  {
    carrierId,
    error,
    now,
    sending,
  }: { carrierId: string; error: DeliveryError; now: EpochMs; sending: Sending },
): OutboxRow =>
  isEnded(row) || isOfEarlierTry(row, carrierId)
    ? row
    : requeue({ ...row, carrierId }, error, now, sending);

/** The carrier did not accept it: wait longer after each try, and give up when the list of waits ends. */
export const requeue = (
  row: OutboxRow,
  error: DeliveryError,
  now: EpochMs,
  sending: Sending,
): OutboxRow => {
  if (isEnded(row)) return row;
  const wait = sending.retryMinutes[row.tries - 1];
  return wait === undefined
    ? markUndelivered(row, error)
    : { ...withError(row, error), state: 'queued', dueAt: after(now, minutes(wait)) };
};

/** The carrier takes no more for now, and says when: that uses up no try. The row's age ends it. */
export const waitForTurn = (
  row: OutboxRow,
  error: DeliveryError,
  now: EpochMs,
  afterMs: number,
): OutboxRow =>
  isEnded(row)
    ? row
    : {
        ...withError(row, error),
        state: 'queued',
        tries: Math.max(0, row.tries - 1),
        dueAt: after(now, afterMs),
      };

/** It may have been sent: the callback tells, or the carrier is asked. After the last try no other channel repeats it. */
export const markUnknown = (
  row: OutboxRow,
  error: DeliveryError,
  now: EpochMs,
  sending: Sending,
): OutboxRow => {
  if (isEnded(row) || row.state === 'sent') return row;
  const wait = sending.retryMinutes[row.tries - 1];
  return wait === undefined
    ? markUndelivered(row, { code: error.code })
    : { ...withError(row, error), state: 'unknown', dueAt: after(now, minutes(wait)) };
};

/** Minutes after which the carrier is asked again about a message of which it could not tell. */
const askAgainMinutes = 5;

/**
 * The carrier could not be asked about an earlier try. That uses up no try; the row's age ends it
 * (functions/use-cases/outbox/send-decision.ts).
 */
export const waitForCarrier = (row: OutboxRow, error: DeliveryError, now: EpochMs): OutboxRow =>
  isEnded(row) || row.state === 'sent'
    ? row
    : {
        ...withError(row, error),
        state: 'unknown',
        tries: Math.max(1, row.tries - 1),
        dueAt: after(now, minutes(askAgainMinutes)),
      };

/** The carrier does not have it: the donor was not asked. */
export const markNeverLeft = (row: OutboxRow): OutboxRow =>
  isEnded(row) || row.state === 'sent' ? row : { ...toEnded(row, 'withdrawn'), neverLeft: true };

/**
 * The row comes from a backup and may already have been sent: the carrier is asked about exactly this text before it is
 * sent. Ended, sent and claimed rows stay unchanged; the carrier is asked about a claim anyway.
 */
export const markUncertain = (
  row: OutboxRow,
  { text, channel }: Pick<OutboxRow, 'text' | 'channel'>,
): OutboxRow =>
  isEnded(row) || row.state === 'sent' || row.state === 'claimed'
    ? row
    : {
        // As after no answer from the carrier: where it cannot be asked, no person is woken twice.
        ...withError(row, { code: 'no-answer', failure: 'other' }),
        ...(text !== undefined && { text }),
        ...(channel !== undefined && { channel }),
        state: 'unknown',
        firstTriedAt: row.firstTriedAt ?? row.createdAt,
      };
