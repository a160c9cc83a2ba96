import type { CallReply } from '#shared/conversation/call-menu/call-reply.ts';
import { mayCallBack } from '#shared/people/calls/call-back.ts';
import type { Person } from '#shared/people/person.ts';
import { isBlocked, isUnknownPhone } from '#shared/people/unknown-phone.ts';
import type { CallId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { quietUntil } from '#shared/terms/quiet-hours.ts';
import type { Replayed } from '../../ports/inbound.ts';
import { isCallable } from '../callable-number.ts';
import { isRangeOver } from '../range-limit.ts';
import type { Conflict } from '../retry-on-conflict.ts';
import { isTotalOver } from '../strangers-limit.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { isReplay } from '../webhook-replay.ts';

type Answer = CallReply & { plainVoice: boolean };

/** The call is rejected, also when the caller cannot be called back. */
export const rejectedReply: Answer = {
  say: [],
  next: { type: 'reject' },
  step: 0,
  plainVoice: false,
};

/**
 * Handles a missed call: it is rejected, so it is free for the caller. We call back within a minute and open the
 * menu. Several missed calls in a short time get one call back, and the pause grows while no key is pressed. Each
 * webhook is saved, so a repeated one causes no call.
 */
export const queueCallBack = async (
  work: UnitOfWork,
  { phone, callId }: { phone: PhoneNumber; callId: CallId },
): Promise<Answer | Replayed | Conflict> => {
  const { store } = work.services;
  const seen = await store.incoming(callId);
  if (seen) return isReplay(seen.at, work.now) ? 'replayed' : rejectedReply;
  if (!isCallable(work.services, phone)) return rejectedReply;
  const person = await work.person(phone);
  if (isBlocked(person)) return rejectedReply;
  const { policy } = work.services.config;
  const isFresh = mayCallBack(person, work.now, policy.calls);
  if (isFresh && (await isCallbackLimited(work, person))) return rejectedReply;
  work.recordWebhook(callId);
  if (isFresh) callBack(work, person, quietUntil(work.now, policy.quietHours) !== undefined);
  return work.save(rejectedReply);
};

/** True for a missed call of an unknown phone when its number range, or all unknown phones, are over their limit. */
const isCallbackLimited = async (work: UnitOfWork, before: Person): Promise<boolean> => {
  const { callsBackPerHour, callsBackInAll } = work.services.config.policy.strangers;
  const range = { what: 'calls back', most: callsBackPerHour };
  if (isUnknownPhone(before) && (await isRangeOver(work, before, range))) return true;
  return isTotalOver(work, before, { what: 'all calls back', most: callsBackInAll });
};

/** Rings the phone; in quiet hours a phone that we do not know gets a text, because its number may be forged. */
const callBack = (work: UnitOfWork, person: Person, isQuiet: boolean): void => {
  const callsWithoutKey = (person.callsWithoutKey ?? 0) + 1;
  work.change({ ...person, calledBackAt: work.now, callsWithoutKey });
  if (!isQuiet || !isUnknownPhone(person)) queueCall(work, person);
  else if (!person.optedOut) work.queueText(person.phone, { key: 'noCallAtNight', params: {} });
};

const queueCall = (work: UnitOfWork, person: Person): void => {
  work.put({
    kind: 'outbox',
    id: work.services.ids.next(),
    version: 0,
    to: person.phone,
    channel: 'call',
    callsBack: true,
    keepsQuietHours: false,
    state: 'queued',
    tries: 0,
    dueAt: work.now,
    createdAt: work.now,
  });
};

/** Calls this phone, so that its owner can answer by keys; with the growing pauses of a callback. */
export const callOwner = (work: UnitOfWork, person: Person): void => {
  if (mayCallBack(person, work.now, work.services.config.policy.calls))
    callBack(work, person, false);
};
