import { type Call, newCallOut } from '#shared/conversation/call-menu/call.ts';
import { markClaimed, toCall } from '#shared/outbox/delivery-state.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import { callIdSchema } from '#shared/terms/ids.ts';
import { after, minutes } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { handToCarrier, recordResult } from './hand-to-carrier.ts';
import type { SendDecision } from './send-decision.ts';

/** Most of these calls are not picked up: what the others say is known from the row (call-of-alert.ts). */
const isSavedWhenPickedUp = ({ requestId, alertId, connects, tries }: OutboxRow): boolean =>
  requestId !== undefined && alertId !== undefined && !connects && tries === 0;

/**
 * Claims a row and calls. What the call says is saved before the claim, and so before the phone rings: a crash between
 * leaves a call that the next try continues. The first call of an alert is saved when it is picked up.
 */
export const sendCall = async (
  services: Services,
  row: OutboxRow,
  { person, now }: SendDecision,
): Promise<void> => {
  const { sending, calls } = services.config.policy;
  const id = callIdSchema.parse(row.id);
  const idleMs = minutes(calls.idleMinutes);
  const newCall = newCallOut(row, { id, person, now, idleMs });
  const save = async (put: Call | OutboxRow): Promise<boolean> =>
    (await services.store.save([{ put }])) === 'saved';
  const saveAgain = async (): Promise<boolean> => {
    const before = await services.store.call(id);
    // A call that has not ended may still be connected: it continues where it is.
    return before && before.endedAt === undefined
      ? save({ ...before, dueAt: after(now, idleMs) })
      : save({ ...newCall, version: before?.version ?? 0 });
  };
  // Before the first try there is no call, unless a crash came between it and the claim.
  const isSaved =
    isSavedWhenPickedUp(row) || (row.tries === 0 && (await save(newCall))) || (await saveAgain());
  if (!isSaved) return;
  const ringing = row.channel === 'call' ? row : toCall(row);
  const claim = markClaimed(ringing, { channel: 'call', now, sending });
  if (!(await save(claim))) return;
  const order = { to: person.phone, callId: row.id, ringSeconds: calls.ringSeconds };
  const { carrier } = services;
  const result = await handToCarrier(services, ringing, {
    find: (since) => carrier.findCall(order, since),
    send: () => carrier.call(order),
  });
  await recordResult(services, row, claim, result);
};
