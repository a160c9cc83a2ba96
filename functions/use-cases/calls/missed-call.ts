import type { CallReply } from '#shared/conversation/call-menu/call-reply.ts';
import type { Person } from '#shared/people/person.ts';
import { isUnknownPhone } from '#shared/people/unknown-phone.ts';
import type { CallId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { minutes } from '#shared/terms/time.ts';
import type { Replayed } from '../../ports/inbound.ts';
import { isRangeOver } from '../range-limit.ts';
import type { Conflict } from '../retry-on-conflict.ts';
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
 * menu. Several missed calls in a short time get one call back. Each webhook is saved, so a repeated one causes no call.
 */
export const queueCallBack = async (
  work: UnitOfWork,
  { phone, callId }: { phone: PhoneNumber; callId: CallId },
): Promise<Answer | Replayed | Conflict> => {
  const { store } = work.services;
  const seen = await store.incoming(callId);
  if (seen) return isReplay(seen.at, work.now) ? 'replayed' : rejectedReply;
  const person = await work.person(phone);
  const { callBackOnceMinutes } = work.services.config.policy.calls;
  const { calledBackAt } = person;
  const isFresh =
    calledBackAt === undefined || work.now > calledBackAt + minutes(callBackOnceMinutes);
  if (isFresh && (await isCallbackLimited(work, person))) return rejectedReply;
  work.recordWebhook(callId);
  if (isFresh) queueCall(work, person);
  return work.save(rejectedReply);
};

/** True for a missed call of an unknown phone whose number range is over its limit: it is not called back. */
const isCallbackLimited = async (work: UnitOfWork, before: Person): Promise<boolean> => {
  const most = work.services.config.policy.strangers.callsBackPerHour;
  return isUnknownPhone(before) && isRangeOver(work, before, { what: 'calls back', most });
};

const queueCall = (work: UnitOfWork, person: Person): void => {
  work.change({ ...person, calledBackAt: work.now });
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
