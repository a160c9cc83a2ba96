import type { Policy } from '../terms/policy.ts';
import { after, type EpochMs, earliest, hours, minutes, seconds } from '../terms/time.ts';
import type { DeliveryError, OutboxRow } from './outbox-row.ts';

/* The life of one message: queued → claimed → sent → delivered, forward only, whatever order news comes in. */

type Sending = Policy['sending'];

export const isEnded = (row: OutboxRow): boolean =>
  row.state === 'delivered' || row.state === 'undelivered' || row.state === 'withdrawn';

/** Only the data needed: words and number go when the message has ended (FACTS §4). */
const toEnded = (row: OutboxRow, state: 'delivered' | 'undelivered' | 'withdrawn'): OutboxRow => {
  const { to: _, message: __, text: ___, dueAt: ____, ...rest } = row;
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
    /** None of a call. */
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
  dueAt: after(now, seconds(sending.leaseSeconds)),
});

/** The phone rings for it instead: what was tried as a text is no try of this. */
export const toCall = (row: OutboxRow): OutboxRow => {
  const { text: _, firstTriedAt: __, ...rest } = row;
  return { ...rest, state: 'queued', channel: 'call' };
};

/** News of a try that has failed before: another is waiting or under way, or has been sent since. */
export const isOfEarlierTry = (row: OutboxRow, carrierId: string): boolean =>
  row.state === 'sent' ? row.carrierId !== carrierId : row.carrierId === carrierId;

/** A text may come back for hours; what became of a ringing phone is known in a minute, or never will be. */
const callbackTimeout = ({ channel }: OutboxRow, { giveUpHours }: Sending): number =>
  channel === 'call' ? minutes(3) : hours(giveUpHours);

/** The carrier has it. Kept a while in case it comes back as temporarily undeliverable. */
export const markSent = (
  row: OutboxRow,
  carrierId: string,
  now: EpochMs,
  sending: Sending,
): OutboxRow =>
  isEnded(row) || row.state === 'sent' || isOfEarlierTry(row, carrierId)
    ? row
    : { ...row, state: 'sent', carrierId, dueAt: after(now, callbackTimeout(row, sending)) };

export const markDelivered = (row: OutboxRow, carrierId: string): OutboxRow =>
  isEnded(row) ? row : { ...toEnded(row, 'delivered'), carrierId };

export const markUndelivered = (row: OutboxRow, error: DeliveryError): OutboxRow =>
  isEnded(row) ? row : withError(toEnded(row, 'undelivered'), error);

const withError = (
  { failure: _, ...row }: OutboxRow,
  { code, failure }: DeliveryError,
): OutboxRow => ({ ...row, error: code, ...(failure && { failure }) });

export const markWithdrawn = (row: OutboxRow): OutboxRow =>
  isEnded(row) || row.state === 'sent' ? row : toEnded(row, 'withdrawn');

/** The carrier could not deliver it this time: another try, unless this one is known to have failed already. */
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

/** Not taken this time: wait longer with each try, and give up when the list of waits ends. */
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

/** Nobody knows whether it went: the callback may tell, else the carrier is asked. */
export const markUnknown = (
  row: OutboxRow,
  error: DeliveryError,
  now: EpochMs,
  sending: Sending,
): OutboxRow => {
  if (isEnded(row) || row.state === 'sent') return row;
  const wait = sending.retryMinutes[row.tries - 1];
  return wait === undefined
    ? markUndelivered(row, error)
    : { ...withError(row, error), state: 'unknown', dueAt: after(now, minutes(wait)) };
};

/**
 * An alert is worth nothing once the next stage asks others, and as long as it waits nobody else may ask its donor: its
 * last try comes before its stage's time is over, then it is given up. The first wait is waited in any case.
 * busy: the carrier has not taken it, so whoever it was for has not been asked.
 */
export const retryWithinStage = (
  row: OutboxRow,
  { type, ...error }: { type: 'busy' | 'unknown' } & DeliveryError,
  { intervalMinutes, now, sending }: { intervalMinutes: number; now: EpochMs; sending: Sending },
): OutboxRow => {
  const next = (type === 'busy' ? requeue : markUnknown)(row, error, now, sending);
  if (next === row) return row;
  const last = lastTryAt(row, intervalMinutes);
  if (next.dueAt !== undefined && (next.dueAt <= last || now < last))
    return { ...next, dueAt: earliest(next.dueAt, last) };
  const ended = markUndelivered(row, error);
  // What the carrier had once, as a text before the call, may have arrived.
  return type === 'busy' && row.carrierId === undefined ? { ...ended, neverLeft: true } : ended;
};

/** Two minutes before: the sweep comes each minute. */
const lastTryAt = ({ firstTriedAt, createdAt }: OutboxRow, intervalMinutes: number): EpochMs =>
  after(firstTriedAt ?? createdAt, minutes(Math.max(1, intervalMinutes - 2)));

/**
 * The row lay in a copy of the table, and may have left since the copy was made: the carrier is asked about exactly
 * this before it is sent. What has ended or been sent stays as it is, and so does a claim, which is asked about anyway.
 */
export const markUncertain = (
  row: OutboxRow,
  { text, channel }: Pick<OutboxRow, 'text' | 'channel'>,
): OutboxRow =>
  isEnded(row) || row.state === 'sent' || row.state === 'claimed'
    ? row
    : {
        // As when the carrier was silent: where it cannot be asked, nobody is woken twice.
        ...withError(row, { code: 'no-answer', failure: 'other' }),
        ...(text !== undefined && { text }),
        ...(channel !== undefined && { channel }),
        state: 'unknown',
        firstTriedAt: row.firstTriedAt ?? row.createdAt,
      };
