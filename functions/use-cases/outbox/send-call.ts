import { newCallOut } from '#shared/conversation/call-menu/call.ts';
import { markClaimed, toCall } from '#shared/outbox/delivery-state.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import { callIdSchema } from '#shared/terms/ids.ts';
import { after, minutes } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { handToCarrier, recordResult } from './hand-to-carrier.ts';
import type { SendDecision } from './send-decision.ts';

/**
 * Claims a row and calls. What the call says is saved before the claim, and so before the phone rings: a crash between
 * leaves a call that the next try continues.
 */
export const sendCall = async (
  services: Services,
  row: OutboxRow,
  { person, now }: SendDecision,
): Promise<void> => {
  const { sending, calls } = services.config.policy;
  const id = callIdSchema.parse(row.id);
  const before = await services.store.call(id);
  const idleMs = minutes(calls.idleMinutes);
  // A call that has not ended may still be connected: it continues where it is.
  const call =
    before && before.endedAt === undefined
      ? { ...before, dueAt: after(now, idleMs) }
      : { ...newCallOut(row, { id, person, now, idleMs }), version: before?.version ?? 0 };
  const ringing = row.channel === 'call' ? row : toCall(row);
  const claim = markClaimed(ringing, { channel: 'call', now, sending });
  for (const put of [call, claim])
    if ((await services.store.save([{ put }])) === 'conflict') return;
  const order = { to: person.phone, callId: row.id, ringSeconds: calls.ringSeconds };
  const { carrier } = services;
  const result = await handToCarrier(services, ringing, {
    find: (since) => carrier.findCall(order, since),
    send: () => carrier.call(order),
  });
  await recordResult(services, row, claim, result);
};
