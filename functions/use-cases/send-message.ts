import { newCallOut } from '#shared/conversation/call/new-call.ts';
import type { OutboxRow } from '#shared/messages/outbox.ts';
import {
  asCall,
  backToQueue,
  claimed,
  isEnded,
  sentBy,
  undelivered,
  unknown,
  withdrawn,
} from '#shared/messages/outbox-life.ts';
import { say } from '#shared/messages/say.ts';
import { callIdSchema } from '#shared/terms/call-id.ts';
import { after, type EpochMs, minutes } from '#shared/terms/time.ts';
import type { Carrier, OutgoingText, SendResult } from '../ports/carrier.ts';
import type { Services } from '../ports/services.ts';
import type { Store } from '../ports/store.ts';
import { languageOf, sayContext } from './receive-text.ts';
import { settleRow } from './settle-message.ts';
import { alertMayLeave, type Leaving, wayOut } from './way-out.ts';

/**
 * What this process is sending just now, and whether it was called for again meanwhile: a slow carrier never makes
 * our own claim look dead, however fast the clock.
 */
const underWay = new WeakMap<Store, Map<string, 'once' | 'again'>>();

/**
 * Send one outbox row: claim it, look once more whether it may leave, hand it to the carrier, write down what the
 * carrier said. Any number of callers at once: one claim wins. A claim whose owner died is asked about before a
 * second try, so that nothing is lost and nobody hears twice.
 */
export const sendMessage = async (services: Services, id: string): Promise<void> => {
  const mine = underWay.get(services.store) ?? new Map<string, 'once' | 'again'>();
  underWay.set(services.store, mine);
  if (mine.has(id)) {
    mine.set(id, 'again');
    return;
  }
  try {
    do {
      mine.set(id, 'once');
      await sendDue(services, id);
    } while (mine.get(id) === 'again');
  } finally {
    mine.delete(id);
  }
};

const sendDue = async (services: Services, id: string): Promise<void> => {
  const row = await services.store.outboxRow(id);
  const now = services.clock.now();
  if (!row || row.dueAt === undefined || row.dueAt > now) return;
  if (row.state === 'sent' && row.channel === 'call') {
    // Nobody has said what became of the call: it may have rung, so it is not made again.
    await settleRow(services, id, (r) => undelivered(r, 'unknown'));
    return;
  }
  if (isEnded(row) || row.state === 'sent') {
    await services.store.save([{ put: letGo(row) }]);
    return;
  }
  const person = row.to && (await services.store.person(row.to));
  const leaving = person ? await wayOut(services, row, person, now) : 'never';
  if (leaving === 'never') await settleRow(services, id, withdrawn);
  else if (leaving === 'no-way') await settleRow(services, id, (r) => undelivered(r, leaving));
  else if (typeof leaving === 'number')
    await settleRow(services, id, (r) => ({ ...r, dueAt: leaving }));
  else await claimAndSend(services, row, leaving);
};

/** The hour for callbacks has passed: what was sent is let go of, its words and number with it. */
const letGo = (row: OutboxRow): OutboxRow => {
  const { to: _, message: __, text: ___, dueAt: ____, ...rest } = row;
  return rest;
};

const claimAndSend = (services: Services, row: OutboxRow, leaving: Leaving): Promise<void> =>
  leaving.channel === 'call'
    ? callAndSay(services, row, leaving)
    : sendText(services, row, { ...leaving, channel: leaving.channel });

const sendText = async (
  services: Services,
  row: OutboxRow,
  { person, channel, now }: Leaving & { channel: OutgoingText['channel'] },
): Promise<void> => {
  const { sending } = services.config.policy;
  if (!row.message) return;
  const text =
    row.text ?? say(row.message, languageOf(services, person.language), sayContext(services, now));
  const claim = claimed(row, { text, channel, now, sending });
  if ((await services.store.save([{ put: claim }])) === 'conflict') return;
  const message: OutgoingText = { to: person.phone, channel, text, messageId: row.id };
  const { carrier } = services;
  const result = await handOver(services, row, {
    find: (since) => carrier.find(message, since),
    send: () => carrier.send(message),
  });
  await settleRow(services, row.id, noting(services, result));
};

/** What the call will say is stored before the phone rings: whoever picks up hears it, whatever happens here. */
const callAndSay = async (
  services: Services,
  row: OutboxRow,
  { person, now }: Leaving,
): Promise<void> => {
  const { sending, calls } = services.config.policy;
  const id = callIdSchema.parse(row.id);
  const before = await services.store.call(id);
  const idleMs = minutes(calls.idleMinutes);
  // One that has not ended may be under way, whatever we know of it: then it goes on where it is.
  const call =
    before && before.endedAt === undefined
      ? { ...before, dueAt: after(now, idleMs) }
      : { ...newCallOut(row, { id, person, now, idleMs }), version: before?.version ?? 0 };
  const ringing = row.channel === 'call' ? row : asCall(row);
  const claim = claimed(ringing, { channel: 'call', now, sending });
  if ((await services.store.save([{ put: claim }, { put: call }])) === 'conflict') return;
  const order = { to: person.phone, callId: row.id, ringSeconds: calls.ringSeconds };
  const { carrier } = services;
  const result = await handOver(services, ringing, {
    find: (since) => carrier.findCall(order, since),
    send: () => carrier.call(order),
  });
  await settleRow(services, row.id, noting(services, result));
};

/** Ask about an earlier try whose end nobody knows; look once more at the request; then send. */
const handOver = async (
  services: Services,
  before: OutboxRow,
  way: { find(since: EpochMs): ReturnType<Carrier['find']>; send(): Promise<SendResult> },
): Promise<SendResult | 'withdraw'> => {
  if (before.firstTriedAt !== undefined && before.state !== 'queued') {
    const found = await way.find(before.firstTriedAt);
    // The earlier try of which the carrier has said itself that it failed is not the one we look for.
    if (found.type === 'found' && found.carrierId !== before.carrierId)
      return { type: 'accepted', carrierId: found.carrierId };
    // Better one donor too few than one woken twice; any other message is better said twice than never. After an
    // error the carrier has said itself that it did not do it: only silence, or our own death, leaves it open.
    const silent = before.state === 'claimed' || before.error === 'no-answer';
    if (found.type === 'cannot-tell' && before.alertId && silent)
      return { type: 'refused', code: 'unknown' };
  }
  if (before.alertId && (await alertMayLeave(services, before, services.clock.now())) === 'never')
    return 'withdraw';
  return way.send();
};

/** What the carrier's word does to the row. */
const noting = ({ config, clock }: Services, result: SendResult | 'withdraw') => {
  const { sending } = config.policy;
  const now = clock.now();
  return (row: OutboxRow): OutboxRow => {
    if (result === 'withdraw') return withdrawn(row);
    switch (result.type) {
      case 'accepted':
        return sentBy(row, result.carrierId, now, sending);
      case 'refused':
        return undelivered(row, result.code);
      case 'busy':
        return backToQueue(row, result.code, now, sending);
      case 'unknown':
        return unknown(row, result.code, now, sending);
    }
  };
};
