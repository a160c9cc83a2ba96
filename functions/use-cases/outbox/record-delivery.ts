import {
  isEnded,
  isOfEarlierTry,
  markDelivered,
  markSent,
  markUndelivered,
  retryBounced,
} from '#shared/outbox/delivery-state.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { CallStatus, RecordDelivery, Replayed } from '../../ports/inbound.ts';
import type { Services } from '../../ports/services.ts';
import type { Store } from '../../ports/store.ts';
import { isReplay } from '../webhook-replay.ts';
import { recordRow, uncallableFailures } from './record-row.ts';

/**
 * The row as it is now or was a moment ago, when the report changes it, which a save of an older one finds out, or when
 * nothing can come of the report: the row has ended, or it is sent and this is what is reported of the same try.
 * Undefined: only the row of this moment can tell.
 */
const glanceAt = async (
  { store }: Services,
  id: string,
  report: Report,
): Promise<{ row: OutboxRow; isNews: boolean } | undefined> => {
  const row = await store.outboxRow(id, 'may-lag');
  if (!row) return undefined;
  if (report.move(row) !== row)
    return { row, isNews: !(report.isOnlySent && (await isSaidByAlert(store, row, report))) };
  const isKnown = report.isOnlySent && row.state === 'sent' && row.carrierId === report.carrierId;
  return isEnded(row) || isKnown ? { row, isNews: false } : undefined;
};

/** The alert has recorded already that the carrier has accepted this text. */
const isSaidByAlert = async (
  store: Store,
  { id, requestId, alertId, state }: OutboxRow,
  { carrierId }: Report,
): Promise<boolean> => {
  if (!requestId || id !== alertId || state !== 'claimed') return false;
  const alert = await store.alert(requestId, alertId, 'may-lag');
  return alert !== undefined && alert.state !== 'queued' && alert.carrierId === carrierId;
};

type Report = {
  carrierId: string;
  /** The message is on its way: no more is known of it. */
  isOnlySent: boolean;
  move: (row: OutboxRow) => OutboxRow;
};

/** Moves the row, unless the callback comes more than a day after the message was handed to the carrier. */
const recordUnlessReplayed = async (
  services: Services,
  id: string,
  report: Report,
): Promise<Replayed | undefined> => {
  const { move } = report;
  const seen = await glanceAt(services, id, report);
  if (seen?.isNews === false) return undefined;
  let replayed = false;
  await recordRow(
    services,
    id,
    (row) => {
      const moved = move(row);
      replayed = moved !== row && isReplay(row.firstTriedAt ?? row.createdAt, services.clock.now());
      return replayed ? row : moved;
    },
    seen?.row,
  );
  return replayed ? 'replayed' : undefined;
};

/** Records a status callback. Callbacks come in any order and more than once; a message's state only moves forward. */
export const recordDelivery: RecordDelivery = (services, status) => {
  const { carrierId, state } = status;
  const move = (row: OutboxRow): OutboxRow => {
    const now = services.clock.now();
    const { sending } = services.config.policy;
    switch (status.state) {
      case 'delivered':
        return markDelivered(row, carrierId);
      case 'failed':
        return afterTextFailed(row, { carrierId, error: status.error, now, sending });
      case 'sent':
        return markSent(row, carrierId, now, sending);
    }
  };
  const report = { carrierId, isOnlySent: state === 'sent', move };
  return recordUnlessReplayed(services, status.messageId, report);
};

/** Records the status of a call that carries a message. Picked up means delivered, with or without a key. */
export const recordCallDelivery = (
  services: Services,
  status: CallStatus,
): Promise<Replayed | undefined> => {
  const { carrierId, state } = status;
  const move = (row: OutboxRow): OutboxRow => {
    const now = services.clock.now();
    const { sending } = services.config.policy;
    switch (status.state) {
      case 'answered':
      case 'ended':
        return markDelivered(row, carrierId);
      case 'unanswered':
        return afterCallFailed(row, { carrierId, error: status.error, now, sending });
      case 'ringing':
        return markSent(row, carrierId, now, sending);
    }
  };
  const report = { carrierId, isOnlySent: state === 'ringing', move };
  return recordUnlessReplayed(services, status.callId, report);
};

type Failure = Parameters<typeof retryBounced>[1];

/** Called once: an alert, a missed call, and a volunteer who also has it by text. Others are called again. */
const isCalledOnce = ({ alertId, callsBack, message }: OutboxRow): boolean =>
  alertId !== undefined ||
  callsBack === true ||
  message?.key === 'verifyAsk' ||
  message?.key === 'callerWaits';

const afterCallFailed = (row: OutboxRow, failure: Failure): OutboxRow =>
  isCalledOnce(row) || uncallableFailures.has(failure.error.failure)
    ? giveUp(row, failure)
    : retryBounced(row, failure);

/** An alert has no second try by text: it is called instead. Other messages are tried again after a temporary failure. */
const afterTextFailed = (row: OutboxRow, failure: Failure): OutboxRow =>
  failure.error.failure === 'temporary' && !row.alertId
    ? retryBounced(row, failure)
    : giveUp(row, failure);

const giveUp = (row: OutboxRow, { carrierId, error }: Failure): OutboxRow =>
  isOfEarlierTry(row, carrierId) ? row : markUndelivered({ ...row, carrierId }, error);
