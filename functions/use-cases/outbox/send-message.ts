import { newCallOut } from '#shared/conversation/call-menu/call.ts';
import { formatMessage } from '#shared/messages/format-message.ts';
import {
  asCall,
  backToQueue,
  claimed,
  isEnded,
  markUnknown,
  notTakenInStage,
  sentBy,
  undelivered,
  withdrawn,
} from '#shared/outbox/delivery-state.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { Person } from '#shared/people/person.ts';
import { callIdSchema } from '#shared/terms/ids.ts';
import { after, type EpochMs, minutes } from '#shared/terms/time.ts';
import type { Carrier, OutgoingText, SendResult } from '../../ports/carrier.ts';
import type { Services } from '../../ports/services.ts';
import type { Store } from '../../ports/store.ts';
import { languageOf, messageContext } from '../message-context.ts';
import { recordRow } from './record-delivery.ts';
import { alertMayLeave, decideSend, type SendDecision } from './send-decision.ts';

/**
 * What this process is sending just now, and whether it was called for again meanwhile: a slow carrier never makes
 * our own claim look dead, however fast the clock.
 */
const underWay = new WeakMap<Store, Map<string, 'once' | 'again'>>();

/**
 * Send one outbox row: claim it, look once more whether it may leave, hand it to the carrier, write down what the
 * carrier said. Any number of callers at once: one claim wins. A claim whose owner died is asked about before a
 * second try, so that nothing is lost and nobody hears twice. Returns how many such claims it met.
 */
export const sendMessage = async (services: Services, id: string): Promise<number> => {
  const mine = underWay.get(services.store) ?? new Map<string, 'once' | 'again'>();
  underWay.set(services.store, mine);
  if (mine.has(id)) {
    mine.set(id, 'again');
    return 0;
  }
  let stuck = 0;
  try {
    do {
      mine.set(id, 'once');
      stuck += await sendDue(services, id);
    } while (mine.get(id) === 'again');
    return stuck;
  } finally {
    mine.delete(id);
  }
};

/** Returns 1 when whoever had claimed it never came back, within the claim's lease. */
const sendDue = async (services: Services, id: string): Promise<number> => {
  const row = await services.store.outboxRow(id);
  const now = services.clock.now();
  if (!row || row.dueAt === undefined || row.dueAt > now) return 0;
  await takeDue(services, row, now);
  if (row.state !== 'claimed') return 0;
  services.log.error('claim-was-stuck', { tries: row.tries, alert: row.alertId !== undefined });
  return 1;
};

const takeDue = async (services: Services, row: OutboxRow, now: EpochMs): Promise<void> => {
  if (row.state === 'sent' && row.channel === 'call') {
    // Nobody has said what became of the call: it may have rung, so it is not made again.
    await moveOn(services, row, (r) => undelivered(r, { code: 'unknown' }));
    return;
  }
  if (isEnded(row) || row.state === 'sent') {
    await services.store.save([{ put: letGo(row) }]);
    return;
  }
  const person = row.to && (await services.store.person(row.to));
  const leaving = person ? await decideSend(services, row, person, now) : 'never';
  if (leaving === 'never') await withdraw(services, row, person);
  else if (leaving === 'no-way')
    await moveOn(services, row, (r) => undelivered(r, { code: leaving }));
  else if (typeof leaving === 'number')
    await moveOn(services, row, (r) => ({ ...r, dueAt: leaving }));
  else await claimAndSend(services, row, leaving);
};

/** What was looked at, unless somebody else has it in hand by now: then its end is theirs to write down. */
const moveOn = (services: Services, row: OutboxRow, move: Move): Promise<'done'> =>
  recordRow(services, row.id, (r) => (r.version === row.version ? move(r) : r));

/** The hour for callbacks has passed: what was sent is let go of, its words and number with it. */
const letGo = (row: OutboxRow): OutboxRow => {
  const { to: _, message: __, text: ___, dueAt: ____, ...rest } = row;
  return rest;
};

/** Not to be sent any more. A try whose end nobody knows may have brought it all the same: whoever holds it hears so. */
const withdraw = async (
  services: Services,
  row: OutboxRow,
  person: Person | undefined,
): Promise<void> => {
  const { carrier } = services;
  const { text, channel } = row;
  const find: Find = async (since) =>
    person && text !== undefined && channel !== undefined && channel !== 'call'
      ? carrier.find({ to: person.phone, channel, text, messageId: row.id }, since)
      : { type: 'not-found' };
  // When it does not even say what it has, nobody knows, whatever it said of the try itself.
  const nobodyKnows = { type: 'refused', code: 'unknown' } as const;
  const earlier = row.alertId && (await earlierTry(row, find).catch(() => nobodyKnows));
  const move = earlier ? await noting(services, row, earlier) : withdrawn;
  await moveOn(services, row, move);
};

const claimAndSend = (services: Services, row: OutboxRow, leaving: SendDecision): Promise<void> =>
  leaving.channel === 'call'
    ? callAndSay(services, row, leaving)
    : sendText(services, row, { ...leaving, channel: leaving.channel });

const sendText = async (
  services: Services,
  row: OutboxRow,
  { person, channel, now }: SendDecision & { channel: OutgoingText['channel'] },
): Promise<void> => {
  const { sending } = services.config.policy;
  if (!row.message) return;
  const text =
    row.text ??
    formatMessage(
      row.message,
      languageOf(services, person.language),
      messageContext(services, now),
    );
  const claim = claimed(row, { text, channel, now, sending });
  if ((await services.store.save([{ put: claim }])) === 'conflict') return;
  const message: OutgoingText = { to: person.phone, channel, text, messageId: row.id };
  const { carrier } = services;
  const result = await handOver(services, row, {
    find: (since) => carrier.find(message, since),
    send: () => carrier.send(message),
  });
  await writeDown(services, row, claim, result);
};

/** What the call will say is stored before the phone rings: whoever picks up hears it, whatever happens here. */
const callAndSay = async (
  services: Services,
  row: OutboxRow,
  { person, now }: SendDecision,
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
  await writeDown(services, row, claim, result);
};

/** Our claim is taken back only while it is ours: once its lease is over another may have handed it to the carrier. */
const writeDown = async (
  services: Services,
  row: OutboxRow,
  claim: OutboxRow,
  result: SendResult | 'withdraw',
): Promise<void> => {
  const move = await noting(services, row, result);
  if (result !== 'withdraw') await recordRow(services, row.id, move);
  else await moveOn(services, { ...claim, version: claim.version + 1 }, move);
};

/** Ask about an earlier try whose end nobody knows; look once more at the request; then send. */
const handOver = async (
  services: Services,
  before: OutboxRow,
  way: { find: Find; send(): Promise<SendResult> },
): Promise<SendResult | 'withdraw'> => {
  const earlier = await earlierTry(before, way.find).catch((error: unknown) => {
    // It does not even say what it has: then nobody knows.
    const name = error instanceof Error ? error.name : 'unknown';
    services.log.error('carrier-does-not-say', { error: name });
    return { type: 'unknown', code: 'no-answer', failure: 'other' } as const;
  });
  if (earlier) return earlier;
  if (before.alertId && (await alertMayLeave(services, before, services.clock.now())) === 'never')
    return 'withdraw';
  return way.send();
};

type Find = (since: EpochMs) => ReturnType<Carrier['find']>;

/** What became of a try whose end nobody knows; undefined: there was none, or it did not reach the carrier. */
const earlierTry = async (before: OutboxRow, find: Find): Promise<SendResult | undefined> => {
  if (before.firstTriedAt === undefined || before.state === 'queued') return undefined;
  const found = await find(before.firstTriedAt);
  // The earlier try of which the carrier has said itself that it failed is not the one we look for.
  if (found.type === 'found' && found.carrierId !== before.carrierId)
    return { type: 'accepted', carrierId: found.carrierId };
  // Better one donor too few than one woken twice; any other message is better said twice than never. After an
  // error the carrier has said itself that it did not do it: only silence, or our own death, leaves it open.
  const silent = before.state === 'claimed' || before.error === 'no-answer';
  return found.type === 'cannot-tell' && before.alertId && silent
    ? { type: 'refused', code: 'unknown' }
    : undefined;
};

type Move = (row: OutboxRow) => OutboxRow;

/** What the carrier's word does to the row. */
const noting = async (
  { store, config, clock }: Services,
  { requestId, alertId }: OutboxRow,
  result: SendResult | 'withdraw',
): Promise<Move> => {
  const { sending, stages } = config.policy;
  const now = clock.now();
  if (result === 'withdraw') return withdrawn;
  switch (result.type) {
    case 'accepted':
      return (row) => sentBy(row, result.carrierId, now, sending);
    case 'refused':
      return (row) => undelivered(row, result);
    default: {
      const wait = result.type === 'busy' ? backToQueue : markUnknown;
      const request = alertId && requestId && (await store.request(requestId));
      if (!request) return (row) => wait(row, result, now, sending);
      const { intervalMinutes } = stages[request.urgency];
      return (row) => notTakenInStage(row, result, { intervalMinutes, now, sending });
    }
  }
};
