import {
  markSent,
  markUndelivered,
  markUnknown,
  markWithdrawn,
  requeue,
  waitForCarrier,
  waitForTurn,
} from '#shared/outbox/delivery-state.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import { retryWithinStage } from '#shared/outbox/retry-within-stage.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Carrier, SendResult } from '../../ports/carrier.ts';
import type { Services } from '../../ports/services.ts';
import { recordRow } from './record-row.ts';
import { checkClaimedAlert } from './send-decision.ts';
import { markAlertSent } from './update-alert.ts';

/** Asks the carrier about a text or call since that time. */
export type Find = (since: EpochMs) => ReturnType<Carrier['find']>;
type Move = (row: OutboxRow) => OutboxRow;

/** `away`: the carrier could not be asked about an earlier try. */
type Handed = SendResult | 'withdraw' | 'away';
/** `alert`: as it was read before the row left. */
type HandedOver = { result: Handed; alert?: Alert | undefined };
const silence = { type: 'unknown', code: 'no-answer', failure: 'other' } as const;

/** Hands a claimed row to the carrier: first ask about an earlier try without a known result, then check the request. */
export const handToCarrier = async (
  services: Services,
  before: OutboxRow,
  way: { find: Find; send(): Promise<SendResult> },
): Promise<HandedOver> => {
  const earlier = await findEarlierTry(before, way.find).catch((error: unknown) => {
    const name = error instanceof Error ? error.name : 'unknown';
    services.log.error('carrier-lookup-unavailable', { error: name });
    // An alert has no time to wait for it: another donor is asked.
    return before.alertId ? silence : 'away';
  });
  if (earlier) return { result: earlier };
  if (!before.alertId) return { result: await way.send() };
  const { when, alert } = await checkClaimedAlert(services, before, services.clock.now());
  return when === 'never' ? { result: 'withdraw' } : { result: await way.send(), alert };
};

/** The result of an earlier try; undefined when there was no earlier try or it did not reach the carrier. */
export const findEarlierTry = async (
  before: OutboxRow,
  find: Find,
): Promise<SendResult | undefined> => {
  if (before.firstTriedAt === undefined || before.state === 'queued') return undefined;
  const found = await find(before.firstTriedAt);
  // A try that the carrier itself reported as failed is not the one to find.
  if (found.type === 'found' && found.carrierId !== before.carrierId)
    return { type: 'accepted', carrierId: found.carrierId };
  // An alert must not wake a donor twice, so it is not repeated; any other message is repeated rather than lost. An
  // error code from the carrier means that it did not send: only its silence or our own crash leaves that open.
  const silent = before.state === 'claimed' || before.error === 'no-answer';
  return found.type === 'cannot-tell' && before.alertId && silent
    ? { type: 'refused', code: 'unknown' }
    : undefined;
};

/**
 * Records what the carrier answered. That it was accepted always counts; of an alert's text the alert alone records it,
 * and the row stays claimed until its report comes or its lease ends. Anything else counts only while the claim is
 * ours: after its lease another process may be sending it, or have sent it, and a "busy" of ours must not queue it again.
 */
export const recordResult = async (
  services: Services,
  row: OutboxRow,
  claim: OutboxRow,
  { result, alert }: HandedOver,
): Promise<void> => {
  const move = await toMove(services, row, result);
  const claimed = { ...claim, version: claim.version + 1 };
  const isAccepted = typeof result === 'object' && result.type === 'accepted';
  const isText = claim.channel !== 'call';
  const isMarked =
    isAccepted && isText && (await markAlertSent(services, claimed, move(claimed), alert));
  if (isMarked === 'marked') return;
  if (isAccepted) await recordRow(services, row.id, move, claimed);
  else await recordUnlessChanged(services, claimed, move);
};

/** Moves the row as it was read. A newer version belongs to another process, which records the result. */
export const recordUnlessChanged = (
  services: Services,
  row: OutboxRow,
  move: Move,
): Promise<'done'> =>
  recordRow(services, row.id, (r) => (r.version === row.version ? move(r) : r), row);

/** How the carrier's answer changes the row. */
export const toMove = async (
  { store, config, clock }: Services,
  { requestId, alertId }: OutboxRow,
  result: Handed,
): Promise<Move> => {
  const { sending, stages } = config.policy;
  const now = clock.now();
  if (result === 'withdraw') return markWithdrawn;
  if (result === 'away') return (row) => waitForCarrier(row, silence, now);
  switch (result.type) {
    case 'accepted':
      return (row) => markSent(row, result.carrierId, now, sending);
    case 'refused':
      return (row) => markUndelivered(row, result);
    case 'busy':
    case 'unknown': {
      const wait = result.type === 'busy' ? requeue : markUnknown;
      const request = alertId && requestId && (await store.request(requestId));
      const afterMs = result.type === 'busy' ? result.afterMs : undefined;
      if (!request)
        return (row) =>
          afterMs === undefined
            ? wait(row, result, now, sending)
            : waitForTurn(row, result, now, afterMs);
      const { intervalMinutes } = stages[request.urgency];
      return (row) => retryWithinStage(row, result, { intervalMinutes, now, sending });
    }
  }
};
