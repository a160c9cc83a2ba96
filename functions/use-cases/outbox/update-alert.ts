import { markSent, moveInList } from '#shared/outbox/delivery-state.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import { withEndedAlert, withUnsentAlert } from '#shared/people/donor-updates.ts';
import { type Alert, isOpen } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { applyDecision } from '../apply-decision.ts';
import { alertEndedMessage } from '../requests/close-alerts.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** Codes of a try after which the delivery is unknown. */
export const unknownCodes: ReadonlySet<string> = new Set(['unknown', 'no-answer']);

const hasLeft = ({ state }: OutboxRow): boolean => state === 'sent' || state === 'delivered';

/**
 * The carrier has accepted the alert's message: the alert is sent, and the time to answer starts now, however long the
 * row was queued. Saved alone and before the row, because it stays true whatever becomes of the row's own record, and a
 * transaction of both costs twice as much. `seen`: the alert as it was read a moment ago. Nothing else depends on an
 * alert that was `marked` now or before (`known`).
 */
export const markAlertSent = (
  services: Services,
  row: OutboxRow,
  next: OutboxRow,
  seen?: Alert,
): Promise<'marked' | 'known' | undefined> => {
  const { requestId, alertId, id } = row;
  if (!requestId || id !== alertId || !hasLeft(next) || hasLeft(row))
    return Promise.resolve(undefined);
  const { store } = services;
  let known = seen;
  let isFirst = true;
  return retryOnConflict(services, async () => {
    const glance = isFirst
      ? (known ?? (await store.alert(requestId, alertId, 'may-lag')))
      : undefined;
    isFirst = false;
    known = undefined;
    const isTold = glance !== undefined && glance.state !== 'withdrawn';
    const alert = isTold ? glance : await store.alert(requestId, alertId);
    if (alert?.state === 'sent' && alert.carrierId === next.carrierId) return 'known';
    if (alert?.state !== 'queued') return undefined;
    const { carrierId } = next;
    const sent = {
      ...alert,
      state: 'sent',
      at: services.clock.now(),
      ...(carrierId !== undefined && { carrierId }),
    } as const;
    return (await store.save([{ put: sent }])) === 'saved' ? 'marked' : 'conflict';
  });
};

/**
 * The row of an alert whose text the carrier has accepted, when only the alert says so: it is sent, and waits for its
 * report. Undefined for every other row.
 */
export const sentByAlert = async (
  { store, config }: Services,
  row: OutboxRow,
  now: EpochMs,
): Promise<OutboxRow | undefined> => {
  const { requestId, alertId, id, state, channel } = row;
  if (!requestId || id !== alertId || state !== 'claimed' || channel === 'call') return undefined;
  const alert = await store.alert(requestId, alertId);
  if (alert?.carrierId === undefined || alert.state === 'queued') return undefined;
  // The alert speaks of an earlier try, which has failed.
  if (alert.carrierId === row.carrierId) return undefined;
  return moveInList(markSent(row, alert.carrierId, now, config.policy.sending), now);
};

/** Updates the alert, its donor and its request when the alert's row moves from `row` to `next`. */
export const updateAlert = async (
  work: UnitOfWork,
  row: OutboxRow,
  next: OutboxRow,
): Promise<void> => {
  const { store } = work.services;
  if (!row.requestId || !row.alertId) return;
  const left = hasLeft(next);
  // From sent to delivered changes nothing in the alert.
  if (left && hasLeft(row)) return;
  const [alert, request] = await Promise.all([
    store.alert(row.requestId, row.alertId),
    store.request(row.requestId),
  ]);
  if (!alert || !request) return;
  const mayHaveLeft = next.state === 'undelivered' && unknownCodes.has(next.error ?? '');
  // It left while the request was covered: tell the donor once.
  const isTooLate =
    alert.state === 'withdrawn' && !alert.told && row.state !== 'sent' && !row.givenUp;
  if (isTooLate && (left || mayHaveLeft) && row.to) {
    work.put({ ...alert, told: true });
    await work.notify(row.to, alertEndedMessage(request), { request });
  }
  // Another try on another channel: the alert has reached no donor yet.
  if (next.state === 'queued' && alert.state === 'sent') {
    const { carrierId: _, ...waiting } = alert;
    work.put({ ...waiting, state: 'queued' });
  }
  const isOver = next.state === 'undelivered' || next.state === 'withdrawn';
  const isGivenUp = next.givenUp === true && !row.givenUp;
  // What was given up is recorded already, unless it is known now that it never left.
  if (!isOpen(alert) || (row.givenUp && mayHaveLeft)) return;
  if (isOver || isGivenUp)
    await recordMissed(work, { alert, request, row, next, mayHaveLeft: mayHaveLeft || isGivenUp });
};

type Missed = {
  alert: Alert;
  request: Request;
  row: OutboxRow;
  next: OutboxRow;
  mayHaveLeft: boolean;
};

/** The alert did not reach its donor: another donor is asked. */
const recordMissed = async (
  work: UnitOfWork,
  { alert, request, row, next, mayHaveLeft }: Missed,
): Promise<void> => {
  // It may have arrived: it stays the donor's one open alert, and the donor is told when it ends.
  if (mayHaveLeft) work.put({ ...alert, state: 'sent', unsure: true });
  else await endAlert(work, { alert, row, next });
  const isFree = row.givenUp === true && next.neverLeft === true;
  await applyDecision(work, request, { type: 'miss-donor', alertId: alert.id, isFree });
};

const endAlert = async (
  work: UnitOfWork,
  { alert, row, next }: Pick<Missed, 'alert' | 'row' | 'next'>,
): Promise<void> => {
  const { phone, ...anonymous } = alert;
  const state = next.state === 'undelivered' || next.neverLeft ? 'undelivered' : 'withdrawn';
  work.put({ ...anonymous, ...(phone && !next.neverLeft && { phone }), state });
  const person = row.to && (await work.otherPerson(row.to));
  // An erased person stays erased.
  if (person && person.version > 0)
    work.change((next.neverLeft ? withUnsentAlert : withEndedAlert)(person, alert.id));
};
