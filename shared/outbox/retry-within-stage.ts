import type { Policy } from '../terms/policy.ts';
import { after, type EpochMs, earliest, minutes } from '../terms/time.ts';
import {
  markUndelivered,
  markUnknown,
  requeue,
  waitForCarrier,
  waitForTurn,
} from './delivery-state.ts';
import type { DeliveryError, OutboxRow } from './outbox-row.ts';

/**
 * Retries an alert only within its stage. It is worth nothing once the next stage asks other donors, and while it waits
 * no other request may ask its donor. The last try comes before the stage ends; then it is given up. The first wait is
 * always completed. busy: the carrier has not accepted it, so the donor has not been asked.
 */
export const retryWithinStage = (
  row: OutboxRow,
  { type, afterMs, ...error }: { type: 'busy' | 'unknown'; afterMs?: number } & DeliveryError,
  {
    intervalMinutes,
    now,
    sending,
  }: { intervalMinutes: number; now: EpochMs; sending: Policy['sending'] },
): OutboxRow => {
  const next =
    afterMs === undefined
      ? (type === 'busy' ? requeue : markUnknown)(row, error, now, sending)
      : waitForTurn(row, error, now, afterMs);
  if (next === row) return row;
  const last = lastTryAt(row, intervalMinutes);
  if (next.dueAt !== undefined && (next.dueAt <= last || now < last))
    return { ...next, dueAt: earliest(next.dueAt, last) };
  if (type === 'unknown') return { ...waitForCarrier(row, error, now), givenUp: true };
  const ended = markUndelivered(row, error);
  // The carrier may have accepted it earlier, as a text before the call: then it may have arrived.
  return row.carrierId === undefined ? { ...ended, neverLeft: true } : ended;
};

/** Two minutes before the stage ends: the sweep runs each minute. */
const lastTryAt = ({ firstTriedAt, createdAt }: OutboxRow, intervalMinutes: number): EpochMs =>
  after(firstTriedAt ?? createdAt, minutes(Math.max(1, intervalMinutes - 2)));
