import { type Call, toEndedCall, withIdleFrom } from '#shared/conversation/call-menu/call.ts';
import type { CallReply } from '#shared/conversation/call-menu/call-reply.ts';
import { isBlocked } from '#shared/people/unknown-phone.ts';
import { isOfCountries, maskPhoneNumber, type PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, type EpochMs, minutes } from '#shared/terms/time.ts';
import type { CallEvent, ReceiveCall } from '../../ports/inbound.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { isReplay } from '../webhook-replay.ts';
import { answerByMissedCall } from './answer-by-missed-call.ts';
import { callOfAlert } from './call-of-alert.ts';
import { continueCall } from './continue-call.ts';
import { enterScreen } from './enter-screen.ts';
import { queueCallBack, rejectedReply } from './missed-call.ts';
import { receiveHiddenCaller } from './rings/hidden-caller.ts';
import { startCall } from './start-call.ts';

/**
 * Handles one webhook of a call: it began, a key was pressed, or something was said. The reply is stored with the
 * call, so a repeated or late webhook gets the same reply and changes nothing; after a day it gets no reply. A phone of
 * another country gets no reply. Throws only when the store fails: the carrier then tries
 * again twice and asks the fallback.
 */
export const receiveCallEvent: ReceiveCall = (services, event) =>
  retryOnConflict(services, async () => {
    const { phone } = event;
    if (!phone) return event.missed ? rejectedReply : receiveHiddenCaller(services, event);
    if (!isOfCountries(phone, services.config.countries)) {
      services.log.info('call-from-other-country', { from: maskPhoneNumber(phone) });
      return rejectedReply;
    }
    const work = new UnitOfWork(services, services.clock.now(), phone);
    const { callId, says } = event;
    if (says) return answerByMissedCall(work, { phone, callId, says });
    if (event.missed) return queueCallBack(work, { phone, callId });
    const known = await services.store.call(event.callId);
    if (known && isReplay(known.startedAt, work.now)) return 'replayed';
    if (known?.reply && !isNews(known.reply, event))
      return repeatReply(work, known, known.reply, event);
    if (!known && event.direction === 'in' && isBlocked(await work.person(phone)))
      return rejectedReply;
    const ofAlert = known ? undefined : await callOfAlert(work, event, phone);
    if (ofAlert === 'replayed') return 'replayed';
    const call = known ? { ...known, phone } : (ofAlert ?? newCall(event, phone, work.now));
    const reply = await handleEvent(work, call, { ...event, phone });
    return work.save({ ...reply, plainVoice: call.plainVoice ?? false });
  });

/** True when this webhook answers the last reply. The beginning is news only before the first reply. */
const isNews = (reply: CallReply, { step, voiceFailed }: CallEvent): boolean =>
  step === reply.step && !voiceFailed;

/** Repeats the stored reply, from now on in the plain voice when the carrier could not speak it. */
const repeatReply = async (
  work: UnitOfWork,
  call: Call,
  reply: CallReply,
  { voiceFailed }: CallEvent,
) => {
  if (!voiceFailed || call.plainVoice) return { ...reply, plainVoice: call.plainVoice ?? false };
  work.put({ ...call, plainVoice: true });
  return work.save({ ...reply, plainVoice: true });
};

const newCall = ({ callId: id, direction }: CallEvent, phone: PhoneNumber, now: EpochMs): Call => ({
  kind: 'call',
  id,
  version: 0,
  direction,
  phone,
  state: { at: 'menu' },
  tries: 0,
  startedAt: now,
});

const handleEvent = async (
  work: UnitOfWork,
  call: Call,
  event: CallEvent & { phone: PhoneNumber },
): Promise<CallReply> => {
  await markCallable(work, event.phone);
  const entry = await (call.reply === undefined ? startCall : continueCall)(work, call, event);
  const entered = await enterScreen(work, { ...call, ...entry.call }, entry);
  const reply = { ...entered.reply, step: (call.reply?.step ?? 0) + 1 };
  work.put(withIdleTime(work, { ...entered.call, reply }));
  return reply;
};

/** A recording may arrive after the end of its call: number and words are then not stored again. */
const withIdleTime = (work: UnitOfWork, call: Call): Call => {
  if (call.endedAt !== undefined) return toEndedCall(call);
  const { idleMinutes } = work.services.config.policy.calls;
  return withIdleFrom(call, after(work.now, minutes(idleMinutes)));
};

/** A caller can be called. An unknown phone is stored only once its caller answers something. */
const markCallable = async (work: UnitOfWork, phone: PhoneNumber): Promise<void> => {
  const { uncallable, ...callable } = await work.person(phone);
  if (uncallable) work.change(callable);
};
