import { invitationsFrom } from '#shared/camp/camp-deadlines.ts';
import { isPromotional } from '#shared/messages/promotional.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { Person } from '#shared/people/person.ts';
import { isBlocked } from '#shared/people/unknown-phone.ts';
import type { Alert } from '#shared/request/alert.ts';
import { isStale } from '#shared/request/is-stale.ts';
import { isOfCountries } from '#shared/terms/phone-number.ts';
import { alertsRestUntil, quietUntil } from '#shared/terms/quiet-hours.ts';
import { days, type EpochMs, hours, minutes, seconds } from '#shared/terms/time.ts';
import { fallsBackToCall } from '#shared/voice/call-fallback.ts';
import type { Services } from '../../ports/services.ts';
import type { Freshness } from '../../ports/store.ts';
import { isCallable } from '../callable-number.ts';

/* Whether a message may be sent, when, and on which channel: decided at the moment of sending. */

type Channel = NonNullable<OutboxRow['channel']>;

export type SendDecision = { person: Person; channel: Channel; now: EpochMs };

/** How to send the row: a channel, a later time, `never`, `unreachable`. */
export const decideSend = async (
  services: Services,
  row: OutboxRow,
  person: Person,
  now: EpochMs,
): Promise<SendDecision | 'never' | 'unreachable' | EpochMs> => {
  const channel = chooseChannel(row, person);
  const when = await decideWhen(services, { ...row, ...(channel && { channel }) }, person, now);
  if (when === 'never') return 'never';
  if (!channel) return 'unreachable';
  return when === 'now' ? { person, channel, now } : when;
};

/**
 * Now, at a later time (quiet hours), or never: opted out, the request no longer searches, too old. `row.channel` is
 * the channel it would be sent on.
 */
const decideWhen = async (
  services: Services,
  row: OutboxRow,
  person: Person,
  now: EpochMs,
): Promise<'now' | 'never' | EpochMs> => {
  const { policy, countries } = services.config;
  if (person.optedOut || isBlocked(person) || !isOfCountries(person.phone, countries))
    return 'never';
  if (row.channel === 'call' && !isCallable(services, person.phone)) return 'never';
  // The age limit also ends a claimed row when the carrier cannot be asked about it.
  const isInvitation = row.message !== undefined && isPromotional(row.message.key);
  const waitsForMorning = row.keepsQuietHours || row.channel === 'call' || isInvitation;
  const maxAge = row.callsBack
    ? minutes(callBackWithin)
    : hours(policy.sending.giveUpHours) + (waitsForMorning ? days(1) : 0);
  if (now > row.createdAt + maxAge) return 'never';
  // Volunteers on duty are there for a caller at night too.
  if (row.callsBack || row.message?.key === 'callerWaits') return 'now';
  if (isInvitation) {
    const from = invitationsFrom(now, policy);
    return from > now ? from : 'now';
  }
  if (row.keepsQuietHours) return quietUntil(now, policy.quietHours) ?? 'now';
  if (row.alertId) return checkUnclaimedAlert(services, row, now);
  if (await isNoLongerTrue(services, row, now)) return 'never';
  return row.channel === 'call' ? checkCall(services, row, now) : 'now';
};

/** A caller who gave a missed call does not wait longer for the call back. Minutes. */
const callBackWithin = 10;

/** In quiet hours only a critical request lets a phone ring. */
const checkCall = async (
  { store, config }: Services,
  row: OutboxRow,
  now: EpochMs,
): Promise<'now' | EpochMs> => {
  const { requestId } = row;
  const glance =
    requestId && isJustQueued(row, now) ? await store.request(requestId, 'may-lag') : undefined;
  const request = glance ?? (requestId && (await store.request(requestId)));
  const { quietHours } = config.policy;
  const quiet = request ? alertsRestUntil(request, now, quietHours) : quietUntil(now, quietHours);
  return quiet ?? 'now';
};

/** Drops queued messages that are no longer true. What a lagging read finds untrue may not be true yet: it is read again. */
const isNoLongerTrue = async (
  { store }: Services,
  row: OutboxRow,
  now: EpochMs,
): Promise<boolean> => {
  const { requestId, message, to } = row;
  if (!requestId || !message || !to) return false;
  const glance = isJustQueued(row, now) ? await store.request(requestId, 'may-lag') : undefined;
  if (glance && !isStale(message, to, glance)) return false;
  const request = await store.request(requestId);
  return request !== undefined && isStale(message, to, request);
};

/** So long after a message was queued, what was read then is believed. */
const believedFor = seconds(30);

export const isJustQueued = (
  { state, createdAt }: Pick<OutboxRow, 'state' | 'createdAt'>,
  now: EpochMs,
): boolean => state === 'queued' && now < createdAt + believedFor;

/** What may leave is checked again once it is claimed, so that only a "no" needs the state of this moment. */
const checkUnclaimedAlert = async (
  services: Services,
  row: OutboxRow,
  now: EpochMs,
): Promise<AlertCheck['when']> =>
  (isOfNewStage(row, now) && !quietUntil(now, services.config.policy.quietHours)) ||
  (await checkAlert(services, row, now, { request: 'may-lag', alert: 'may-lag' })).when === 'now'
    ? 'now'
    : (await checkAlert(services, row, now)).when;

/** The text, or the call in place of a text: the call to who has not answered comes later, perhaps in quiet hours. */
const isOfNewStage = (row: OutboxRow, now: EpochMs): boolean =>
  row.id === row.alertId && isJustQueued(row, now);

/** `alert`: as it was read. */
type AlertCheck = { when: 'now' | 'never' | EpochMs; alert?: Alert | undefined };

/**
 * Whether a claimed alert may leave. Its request is read as of this moment, and before a call the alert too: its donor
 * may just have answered. The text of an alert that was withdrawn a moment ago may leave, as it may between this check and
 * the carrier: its donor is then told so.
 */
export const checkClaimedAlert = async (
  services: Services,
  row: OutboxRow,
  now: EpochMs,
): Promise<AlertCheck> => {
  const isText = row.id === row.alertId;
  const check = await checkAlert(services, row, now, isText ? { alert: 'may-lag' } : {});
  return isText && check.when === 'never' ? checkAlert(services, row, now) : check;
};

/** An alert leaves only while its request searches and outside quiet hours, unless the request is critical. */
const checkAlert = async (
  services: Services,
  row: OutboxRow,
  now: EpochMs,
  freshness: { request?: Freshness; alert?: Freshness } = {},
): Promise<AlertCheck> => {
  const { store, config } = services;
  if (!row.requestId || !row.alertId) return { when: 'never' };
  const [request, alert] = await Promise.all([
    store.request(row.requestId, freshness.request),
    store.alert(row.requestId, row.alertId, freshness.alert),
  ]);
  // A row whose id is not the alert's is the call after the alert's text arrived.
  const expected = row.id === row.alertId ? 'queued' : 'sent';
  if (request?.phase.type !== 'searching' || alert?.state !== expected)
    return { when: 'never', alert };
  return { when: alertsRestUntil(request, now, config.policy.quietHours) ?? 'now', alert };
};

/**
 * The channel to use; undefined when the person cannot be reached. A donor who prefers calls is called for an alert.
 * A phone that takes no texts is called for a message that is worth a call. Texts follow the channel of the person's last
 * one, as far as WhatsApp takes them (choose-words.ts).
 */
export const chooseChannel = (row: OutboxRow, person: Person): Channel | undefined => {
  if (row.channel === 'call') return person.uncallable ? undefined : 'call';
  // A try is in progress: the carrier is asked about exactly this channel.
  if (row.channel && row.state !== 'queued') return row.channel;
  const isCalled = person.unreachable || (row.alertId && person.prefersCalls);
  if (isCalled && !person.uncallable && row.message && fallsBackToCall(row.message.key))
    return 'call';
  if (person.unreachable) return undefined;
  return row.channel ?? person.channel;
};
