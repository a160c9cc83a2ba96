import { type Call, newCallOut } from '#shared/conversation/call-menu/call.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { minutes } from '#shared/terms/time.ts';
import type { CallEvent } from '../../ports/inbound.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { isReplay } from '../webhook-replay.ts';

/**
 * The call that was made for an alert, which is saved when it is picked up. The row names the alert even after its end.
 * Undefined for every other call.
 */
export const callOfAlert = async (
  work: UnitOfWork,
  { callId: id, direction }: CallEvent,
  phone: PhoneNumber,
): Promise<Call | 'replayed' | undefined> => {
  const { store, config } = work.services;
  const row = direction === 'out' ? await store.outboxRow(id) : undefined;
  if (!row?.requestId || !row.alertId) return undefined;
  if (isReplay(row.firstTriedAt ?? row.createdAt, work.now)) return 'replayed';
  const person = await work.person(phone);
  const idleMs = minutes(config.policy.calls.idleMinutes);
  return newCallOut(row, { id, person, now: work.now, idleMs });
};
