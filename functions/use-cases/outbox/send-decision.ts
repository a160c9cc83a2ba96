import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { Person } from '#shared/people/person.ts';
import { isStillTrue } from '#shared/request/is-stale.ts';
import { isOfCountries } from '#shared/terms/phone-number.ts';
import { quietUntil, restUntil } from '#shared/terms/quiet-hours.ts';
import { days, type EpochMs, hours, minutes } from '#shared/terms/time.ts';
import { fallsBackToCall } from '#shared/voice/call-fallback.ts';
import type { OutgoingText } from '../../ports/carrier.ts';
import type { Services } from '../../ports/services.ts';

/* Whether a message may leave now, and by which way: looked at in the moment in which it would. */

type Channel = NonNullable<OutboxRow['channel']>;

export type SendDecision = { person: Person; channel: Channel; now: EpochMs };

/** How it leaves now; or later, or never, or there is no way to reach this person. */
export const decideSend = async (
  services: Services,
  row: OutboxRow,
  person: Person,
  now: EpochMs,
): Promise<SendDecision | 'never' | 'no-way' | EpochMs> => {
  const channel = channelOf(row, person, now);
  const wait = await mayLeave(services, { ...row, ...(channel && { channel }) }, person, now);
  if (wait === 'never') return 'never';
  if (!channel) return 'no-way';
  return wait === 'now' ? { person, channel, now } : wait;
};

/**
 * Now, later (a moment), or never: opted out, request no longer searching, too old, quiet hours. `row.channel` is the
 * one it would leave by.
 */
const mayLeave = async (
  services: Services,
  row: OutboxRow,
  person: Person,
  now: EpochMs,
): Promise<'now' | 'never' | EpochMs> => {
  const { policy, countries } = services.config;
  if (person.optedOut || !isOfCountries(person.phone, countries)) return 'never';
  // Also what was claimed, when the carrier does not even say what it has.
  const waitsForMorning = row.keepsQuietHours || row.channel === 'call';
  const worthwhile = row.callsBack
    ? minutes(callBackWithin)
    : hours(policy.sending.giveUpHours) + (waitsForMorning ? days(1) : 0);
  if (now > row.createdAt + worthwhile) return 'never';
  if (row.callsBack) return 'now';
  if (row.keepsQuietHours) return quietUntil(now, policy.quietHours) ?? 'now';
  if (row.alertId) return alertMayLeave(services, row, now);
  if (await isOvertaken(services, row)) return 'never';
  return row.channel === 'call' ? callMayRing(services, row, now) : 'now';
};

/** Whoever gave a missed call has long put the phone away. Minutes. */
const callBackWithin = 10;

/** At night a phone rings only for a critical request. */
const callMayRing = async (
  { store, config }: Services,
  row: OutboxRow,
  now: EpochMs,
): Promise<'now' | EpochMs> => {
  const request = row.requestId && (await store.request(row.requestId));
  const { quietHours } = config.policy;
  const quiet = request ? restUntil(request, now, quietHours) : quietUntil(now, quietHours);
  return quiet ?? 'now';
};

/** What has become untrue while it waited is not said any more. */
const isOvertaken = async ({ store }: Services, row: OutboxRow): Promise<boolean> => {
  if (!row.requestId || !row.message || !row.to) return false;
  const request = await store.request(row.requestId);
  return request !== undefined && !isStillTrue(row.message, row.to, request);
};

export const alertMayLeave = async (
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
  // The second way to the same donor, after a text that has arrived.
  const before = row.id === row.alertId ? 'queued' : 'sent';
  if (request?.phase.type !== 'searching' || alert?.state !== before) return 'never';
  return restUntil(request, now, config.policy.quietHours) ?? 'now';
};

/**
 * By which way it leaves; undefined: by none. A donor who prefers it is called for an alert, and whoever texts cannot
 * reach for what is worth a call. WhatsApp is free and allowed within 24 hours of the person's last word; afterwards
 * a plain text (error 63016).
 */
export const channelOf = (row: OutboxRow, person: Person, now: EpochMs): Channel | undefined => {
  if (row.channel === 'call') return person.uncallable ? undefined : 'call';
  // Under way: the carrier is asked about this very try.
  if (row.channel && row.state !== 'queued') return row.channel;
  const isCalled = person.unreachable || (row.alertId && person.prefersCalls);
  if (isCalled && !person.uncallable && row.message && fallsBackToCall(row.message.key))
    return 'call';
  if (person.unreachable) return undefined;
  return row.channel ?? textChannelOf(person, now);
};

const textChannelOf = (person: Person, now: EpochMs): OutgoingText['channel'] =>
  person.channel === 'whatsapp' &&
  person.lastHeard !== undefined &&
  now < person.lastHeard + hours(24)
    ? 'whatsapp'
    : 'sms';
