import {
  isEnded,
  markNeverLeft,
  markUndelivered,
  markWithdrawn,
  moveInList,
  takeableFrom,
  waitForCarrier,
} from '#shared/outbox/delivery-state.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import { newPerson, type Person } from '#shared/people/person.ts';
import { type EpochMs, hours } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import type { Freshness, Store } from '../../ports/store.ts';
import { type Find, findEarlierTry, recordUnlessChanged, toMove } from './hand-to-carrier.ts';
import { sendCall } from './send-call.ts';
import { decideSend, isJustQueued } from './send-decision.ts';
import { sendText } from './send-text.ts';
import { sentByAlert } from './update-alert.ts';

/**
 * Rows that this process is sending, and whether one was requested again meanwhile. With a slow carrier and a fast
 * clock, our own claim must not look abandoned.
 */
const inProgress = new WeakMap<Store, Map<string, 'once' | 'again'>>();

/**
 * Sends one outbox row: claim it, check that it may still leave, hand it to the carrier, record the result. Safe to
 * call concurrently: one claim wins. Before a second try it asks the carrier about an abandoned claim, so that no
 * message is lost and no person gets it twice. Returns how many abandoned claims it met.
 */
export const sendMessage = async (services: Services, id: string): Promise<number> => {
  const mine = inProgress.get(services.store) ?? new Map<string, 'once' | 'again'>();
  inProgress.set(services.store, mine);
  if (mine.has(id)) {
    mine.set(id, 'again');
    return 0;
  }
  let stuck = 0;
  try {
    do {
      mine.set(id, 'once');
      stuck += await sendIfDue(services, id);
    } while (mine.get(id) === 'again');
    return stuck;
  } finally {
    mine.delete(id);
  }
};

/** Returns 1 for an abandoned claim, whose owner did not come back within the lease. */
const sendIfDue = async (services: Services, id: string): Promise<number> => {
  // A claim of a row as it was a moment ago conflicts.
  const row =
    (await services.store.outboxRow(id, 'may-lag')) ?? (await services.store.outboxRow(id));
  const now = services.clock.now();
  const from = row && takeableFrom(row);
  if (!row || from === undefined) return 0;
  if (from > now) {
    await recordUnlessChanged(services, row, (r) => moveInList(r, now));
    return 0;
  }
  const sent = await sentByAlert(services, row, now);
  if (sent) {
    await recordUnlessChanged(services, row, () => sent);
    return 0;
  }
  await handleDueRow(services, row, now);
  if (row.state !== 'claimed') return 0;
  services.log.error('claim-was-stuck', { tries: row.tries, alert: row.alertId !== undefined });
  return 1;
};

const handleDueRow = async (services: Services, row: OutboxRow, now: EpochMs): Promise<void> => {
  if (row.state === 'sent' && row.channel === 'call') {
    // No callback came for the call. It may have rung, so it is not made again.
    await recordUnlessChanged(services, row, (r) => markUndelivered(r, { code: 'unknown' }));
    return;
  }
  if (isEnded(row) || row.state === 'sent') {
    await services.store.save([{ put: withoutContent(row) }]);
    return;
  }
  const { person, decision } = await decideFor(services, row, now);
  if (decision === 'never') await withdraw(services, row, person);
  else if (decision === 'unreachable')
    await recordUnlessChanged(services, row, (r) => markUndelivered(r, { code: 'no-way' }));
  else if (typeof decision === 'number')
    await recordUnlessChanged(services, row, (r) => ({ ...r, dueAt: decision }));
  else if (decision.channel === 'call') await sendCall(services, row, decision);
  else await sendText(services, row, { ...decision, channel: decision.channel });
};

/**
 * Who gets the message, and whether it may leave. A recipient who was read when it was queued just now may be read as of a
 * moment ago, where that lets it leave.
 */
const decideFor = async (
  services: Services,
  row: OutboxRow,
  now: EpochMs,
): Promise<{ person: Person | undefined; decision: Awaited<ReturnType<typeof decideSend>> }> => {
  if (isJustQueued(row, now)) {
    const person = await recipientOf(services, row, now, 'may-lag');
    const decision = person && (await decideSend(services, row, person, now));
    if (decision && decision !== 'never' && decision !== 'unreachable') return { person, decision };
  }
  const person = await recipientOf(services, row, now);
  return { person, decision: person ? await decideSend(services, row, person, now) : 'never' };
};

const recipientOf = async (
  { store }: Services,
  { to, toErased }: OutboxRow,
  now: EpochMs,
  freshness?: Freshness,
): Promise<Person | undefined> => {
  const person = to && (await store.person(to, freshness));
  return person ?? (to && toErased ? newPerson(to, now) : undefined);
};

/** No callback within an hour, or a failure that was listed long enough: nothing but the result stays. */
const withoutContent = (row: OutboxRow): OutboxRow => {
  const { to: _, message: __, text: ___, dueAt: ____, leaseEndsAt: _____, ...rest } = row;
  return rest;
};

/**
 * Withdraws a row. If an earlier try may have sent an alert, the carrier is asked, and the donor is told that it ended.
 * An alert that was given up is looked up until the carrier can tell: an outage must not use up a town's donors.
 */
const withdraw = async (
  services: Services,
  row: OutboxRow,
  person: Person | undefined,
): Promise<void> => {
  const { carrier, clock, config } = services;
  const { text, channel } = row;
  const find: Find = async (since) =>
    person && text !== undefined && channel !== undefined && channel !== 'call'
      ? carrier.find({ to: person.phone, channel, text, messageId: row.id }, since)
      : { type: 'not-found' };
  // When the carrier cannot be asked, the result stays unknown, whatever it said of the try itself.
  const unknown = { type: 'refused', code: 'unknown' } as const;
  const earlier = row.alertId && (await findEarlierTry(row, find).catch(() => unknown));
  const now = clock.now();
  const isYoung = now <= row.createdAt + hours(config.policy.sending.giveUpHours);
  if (row.givenUp && earlier === unknown && isYoung)
    return void (await recordUnlessChanged(services, row, (r) =>
      waitForCarrier(r, { code: row.error ?? unknown.code, failure: row.failure }, now),
    ));
  const move = earlier
    ? await toMove(services, row, earlier)
    : row.givenUp
      ? markNeverLeft
      : markWithdrawn;
  await recordUnlessChanged(services, row, move);
};
