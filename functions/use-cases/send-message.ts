import type { Person } from '#shared/donor/person.ts';
import type { OutboxRow } from '#shared/messages/outbox.ts';
import {
  backToQueue,
  claimed,
  isEnded,
  sentBy,
  undelivered,
  unknown,
  withdrawn,
} from '#shared/messages/outbox-life.ts';
import { say } from '#shared/messages/say.ts';
import { isStillTrue } from '#shared/request/still-true.ts';
import { quietUntil, restUntil } from '#shared/terms/quiet-hours.ts';
import { days, type EpochMs, hours } from '#shared/terms/time.ts';
import type { OutgoingText, SendResult } from '../ports/carrier.ts';
import type { Services } from '../ports/services.ts';
import type { Store } from '../ports/store.ts';
import { languageOf, sayContext } from './receive-text.ts';
import { settleRow } from './settle-message.ts';

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
  if (isEnded(row) || row.state === 'sent') {
    await services.store.save([{ put: letGo(row) }]);
    return;
  }
  const person = row.to && (await services.store.person(row.to));
  const wait = person && (await mayLeave(services, row, person, now));
  if (!person || wait === 'never') {
    await settleRow(services, id, withdrawn);
    return;
  }
  if (wait !== 'now') {
    await settleRow(services, id, (r) => ({ ...r, dueAt: wait }));
    return;
  }
  await claimAndSend(services, row, person, now);
};

/** The hour for callbacks has passed: what was sent is let go of, its words and number with it. */
const letGo = (row: OutboxRow): OutboxRow => {
  const { to: _, message: __, text: ___, dueAt: ____, ...rest } = row;
  return rest;
};

/** Now, later (a moment), or never: opted out, request no longer searching, too old, quiet hours. */
const mayLeave = async (
  services: Services,
  row: OutboxRow,
  person: Person,
  now: EpochMs,
): Promise<'now' | 'never' | EpochMs> => {
  const { policy } = services.config;
  if (person.optedOut) return 'never';
  // Also what was claimed, when the carrier does not even say what it has.
  const worthwhile = hours(policy.sending.giveUpHours) + (row.keepsQuietHours ? days(1) : 0);
  if (now > row.createdAt + worthwhile) return 'never';
  if (row.keepsQuietHours) return quietUntil(now, policy.quietHours) ?? 'now';
  if (await isOvertaken(services, row)) return 'never';
  return row.alertId ? alertMayLeave(services, row, now) : 'now';
};

/** What has become untrue while it waited is not said any more. */
const isOvertaken = async ({ store }: Services, row: OutboxRow): Promise<boolean> => {
  if (!row.requestId || !row.message || !row.to) return false;
  const request = await store.request(row.requestId);
  return request !== undefined && !isStillTrue(row.message, row.to, request);
};

const alertMayLeave = async (
  services: Services,
  row: OutboxRow,
  now: EpochMs,
): Promise<'now' | 'never' | EpochMs> => {
  const { store, config } = services;
  if (!row.requestId || !row.alertId) return 'never';
  const [request, alert] = await Promise.all([
    store.request(row.requestId),
    store.alert(row.requestId, row.alertId),
  ]);
  if (request?.phase.type !== 'searching' || alert?.state !== 'queued') return 'never';
  return restUntil(request, now, config.policy.quietHours) ?? 'now';
};

const claimAndSend = async (
  services: Services,
  row: OutboxRow,
  person: Person,
  now: EpochMs,
): Promise<void> => {
  const { sending } = services.config.policy;
  if (!row.message) return;
  const channel =
    row.channel === 'whatsapp' || row.channel === 'sms' ? row.channel : channelOf(person, now);
  const text =
    row.text ?? say(row.message, languageOf(services, person.language), sayContext(services, now));
  const claim = claimed(row, { text, channel, now, sending });
  if ((await services.store.save([{ put: claim }])) === 'conflict') return;
  const message: OutgoingText = { to: person.phone, channel, text, messageId: row.id };
  const result = await handOver(services, row, message);
  await settleRow(services, row.id, noting(services, result));
};

/** WhatsApp is free and allowed within 24 hours of the person's last word; afterwards a plain text (error 63016). */
const channelOf = (person: Person, now: EpochMs): 'sms' | 'whatsapp' =>
  person.channel === 'whatsapp' &&
  person.lastHeard !== undefined &&
  now < person.lastHeard + hours(24)
    ? 'whatsapp'
    : 'sms';

/** Ask about an earlier try whose end nobody knows; look once more at the request; then send. */
const handOver = async (
  services: Services,
  before: OutboxRow,
  message: OutgoingText,
): Promise<SendResult | 'withdraw'> => {
  if (before.firstTriedAt !== undefined && before.state !== 'queued') {
    const found = await services.carrier.find(message, before.firstTriedAt);
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
  return services.carrier.send(message);
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
